/**
 * Writes the table of the story `port-log`, always the same: `node tests/support/portLog.mjs`. Twenty years of a port,
 * with half of the events in two of them, and a few dates that are not days.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rows = 8000;
let state = 1;
// A linear congruential generator (Numerical Recipes): random enough, and the same everywhere.
const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
/** @template T @param {T[]} list @param {number} [bend] the higher, the more often the first ones are picked */
const pick = (list, bend = 1) => list[Math.floor(random() ** bend * list.length)];

const ships = ['corvo', 'brava', 'maio', 'fogo', 'sal', 'rosa', 'lua', 'estrela'];
const offices = ['customs', 'pilots', 'yard', 'council'];
const goods = [
	['salt', '盐'],
	['coal', '煤'],
	['tea', '茶'],
	['timber', '木材'],
	['cloth', '布'],
	['mail', '邮件'],
	['wine', '酒'],
	['grain', '粮食']
];
const deeds = [
	['lands', '卸'],
	['loads', '装'],
	['waits for', '等候'],
	['loses', '失去']
];
const seen = [
	['checks', '检查'],
	['counts', '清点'],
	['holds', '扣下'],
	['frees', '放行']
];
const odd = ['1884', '1881-05', '1879~', '1887-21', '1882-02/1882-04', '1889/..', '187X', '1886?'];

const begin = Date.UTC(1870, 0, 1);
const days = 20 * 365.25;
const lines = ['date,title_en,title_zh-Hans,actors,importance,url'];
for (let n = 1; n <= rows; n++) {
	const share = random() < 0.5 ? 0.6 + random() / 10 : random();
	const day = new Date(begin + Math.floor(share * days) * 864e5).toISOString().slice(0, 10);
	const [good, deed, look] = [pick(goods, 1.5), pick(deeds, 2), pick(seen)];
	const ship = pick(ships, 2);
	const office = pick(offices, 2);
	const kind = random();
	const [actors, who] = kind < 0.6 ? [ship, deed] : kind < 0.85 ? [office, look] : [`${office};${ship}`, look];
	const date = random() < 0.01 ? pick(odd) : day;
	const importance = random() < 0.7 ? '' : 1 + Math.floor(random() ** 3 * 5);
	const url = n % 400 ? '' : `https://example.org/log/${n}`;
	lines.push([date, `${who[0]} ${good[0]} ${n}`, `${who[1]}${good[1]}${n}`, actors, importance, url].join());
}
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
writeFileSync(join(root, 'tests/fixtures/stories/port-log/log.csv'), `${lines.join('\n')}\n`);
