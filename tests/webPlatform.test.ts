/** The second story agrees with its data set: its table, the numbers in its texts, and a few values read separately. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from './support/story.ts';
import { browsers, features, broughtBy, makeRows, tablePath, version } from '../scripts/webPlatform.mjs';

type Row = ReturnType<typeof makeRows>[number];

const story = readFolder('data/web-platform').story!;
const rows = makeRows();
const count = (list: readonly unknown[]) => list.length;
const of = (actor: string, date: string) => rows.filter((row) => row.actors === actor && row.date === date);
const countBy = (list: readonly Row[], key: (row: Row) => string) => {
	const counts: Record<string, number> = {};
	for (const row of list) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
	return counts;
};

describe('the committed table', () => {
	let committed: Row[];
	let instance: DuckDBInstance;
	beforeAll(async () => {
		instance = await DuckDBInstance.create(':memory:');
		const db = await instance.connect();
		const read = await db.runAndReadAll(
			`SELECT id, date::VARCHAR AS date, title_en, "title_zh-Hans", actors, importance::INTEGER AS importance, url FROM '${tablePath}'`
		);
		committed = read.getRowObjects() as unknown as Row[];
		db.closeSync();
	});
	afterAll(() => instance.closeSync());

	test('is what the script makes of the installed package', () => {
		const year = (row: Row) => `${row.actors} ${row.date.slice(0, 4)}`;
		expect(countBy(committed, year)).toEqual(countBy(rows, year));
		const changed = rows.findIndex((row, n) => JSON.stringify(row) !== JSON.stringify(committed[n]));
		expect(changed < 0 ? null : [rows[changed], committed[changed]], 'run: node scripts/webPlatform.mjs').toBeNull();
	});

	test('has an id a row, that says the feature and the browser', () => {
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		expect(rows.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 200)).toEqual([]);
	});
});

test('a few values, read from the package as it is', () => {
	const data = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'));
	const row = (id: string) => rows.find((row) => row.id === id);
	const ratio = data.css.properties['aspect-ratio'].__compat;
	const { version_added: added } = ratio.support.firefox;
	expect(row('css-properties-aspect-ratio-firefox')).toEqual({
		id: 'css-properties-aspect-ratio-firefox',
		date: data.browsers.firefox.releases[added].release_date,
		title_en: `aspect-ratio (CSS) in Firefox ${added}`,
		'title_zh-Hans': `aspect-ratio（CSS）进入Firefox ${added}`,
		actors: 'firefox',
		importance: 3,
		url: ratio.mdn_url
	});
	expect([added, data.browsers.firefox.releases[added].release_date]).toEqual(['89', '2021-06-01']);
	// The last of the three engines to have it, and the first.
	expect(row('css-properties-aspect-ratio-safari')).toMatchObject({ date: '2021-09-20', importance: 5 });
	expect(row('css-properties-aspect-ratio-chrome')).toMatchObject({ date: '2021-01-19', importance: 5 });
	// Known only as an upper bound, and not known at all.
	expect(data.html.elements.img.__compat.support.ie.version_added).toBe('≤11');
	expect(row('html-elements-img-ie')).toBeUndefined();
	expect(ratio.support.ie.version_added).toBe(false);
	expect(row('css-properties-aspect-ratio-ie')).toBeUndefined();
	// A value of a property is part of it; deprecated features have the lowest importance.
	expect(row('css-properties-aspect-ratio-auto-edge')?.importance).toBe(2);
	expect(data.html.elements.marquee.__compat.status.deprecated).toBe(true);
	expect(row('html-elements-marquee-chrome')?.importance).toBe(1);
});

describe('what the story tells', () => {
	const all = [...features()];
	const when = (key: string, browser: string) =>
		broughtBy(all.find((feature) => feature.key.join('.') === key)!.compat, browser)?.date;
	const three = ['chrome', 'firefox', 'safari'];
	/** For features that all three have: days between the first and the last, and the year of the last. */
	const waits = all.flatMap(({ compat }) => {
		const dates = three.map((browser) => broughtBy(compat, browser)?.date).sort();
		if (!dates.every((date) => date !== undefined)) return [];
		return [{ days: (Date.parse(dates[2]) - Date.parse(dates[0])) / 864e5, year: dates[2].slice(0, 4) }];
	});
	const figure = (id: string) => story.figures.find((figure) => figure.id === id)!.rows.map(({ value }) => value);
	const text = (language: string) =>
		JSON.stringify(
			[story.dek, story.about, story.events, story.scenes, story.figures].map((part) => part),
			(key, value) => (['en', 'zh-Hans'].includes(key) && key !== language ? undefined : value)
		);
	const firstDate = (key: (row: Row) => boolean) =>
		rows
			.filter(key)
			.map(({ date }) => date)
			.sort()[0];
	const releases = (browser: string) => Object.entries(browsers[browser].releases);

	test('sizes', () => {
		const sides = new Map(story.actors.map(({ id, side }) => [id, side]));
		const bySide = countBy(rows, ({ actors }) => sides.get(actors)!);
		const withRows = new Set(rows.map(({ id, actors }) => id.slice(0, -actors.length)));
		const told = {
			rows: rows.length,
			features: all.length,
			withRows: withRows.size,
			common: waits.length,
			blink: bySide.blink,
			webkit: bySide.webkit,
			gecko: bySide.gecko,
			safari: count(of('safari', '2003-06-23')),
			firefox: count(of('firefox', '2004-11-09')),
			chrome: count(of('chrome', '2008-12-11')),
			opera: count(of('opera', '2013-07-02')),
			edge: count(rows.filter(({ title_en }) => title_en.endsWith(' in Edge 12'))),
			edge79: count(of('edge', '2020-01-15')),
			quest: count(of('oculus', '2018-07-01')),
			ofQuest: count(rows.filter(({ actors }) => actors === 'oculus'))
		};
		for (const language of ['en', 'zh-Hans'])
			for (const [name, number] of Object.entries(told))
				expect(text(language), `${name} in ${language}`).toContain(number.toLocaleString('en'));
		expect(Object.keys(browsers)).toHaveLength(17);
		expect(count(of('ie', '1995-08-16'))).toBe(11);
		expect(count(of('chrome', '2013-07-09'))).toBe(45);
		expect(story.sources[0].title?.en).toContain(version);
	});

	test('figures', () => {
		const earliest = new Map<string, string>();
		for (const { id, actors, date } of rows) {
			const feature = id.slice(0, -actors.length);
			if (!(earliest.get(feature)! <= date)) earliest.set(feature, date);
		}
		const periods = countBy(
			[...earliest.values()].map((date) => ({ date })) as Row[],
			({ date }) => `${Math.floor(Number(date.slice(0, 4)) / 5)}`
		);
		expect(figure('first')).toEqual(Object.values(periods));
		expect(figure('arrivals')).toEqual(
			['Safari 1', 'Firefox 1', 'Chrome 1', 'Edge 12', 'Quest Browser 5.0'].map((release) =>
				count(rows.filter(({ title_en }) => title_en.endsWith(` in ${release}`)))
			)
		);
		expect(figure('waiting')).toEqual(
			['2021', '2022', '2023', '2024', '2025', '2026'].map((year) => {
				const days = waits.filter((wait) => wait.year === year).map(({ days }) => days);
				return days.sort((a, b) => a - b)[days.length >> 1];
			})
		);
	});

	test('releases and engines', () => {
		const dated = Object.keys(browsers).flatMap((browser) =>
			releases(browser).map(([name, { release_date, engine }]) => ({ browser, name, date: release_date, engine }))
		);
		const byDate = dated.filter(({ date }) => date).sort((a, b) => (a.date! < b.date! ? -1 : 1));
		const first = (engine?: string) => byDate.find((one) => !engine || one.engine === engine);
		expect(first()).toMatchObject({ browser: 'ie', name: '1', date: '1995-08-16' });
		expect(first('WebKit')).toMatchObject({ browser: 'safari', name: '1', date: '2003-06-23' });
		expect(first('Gecko')).toMatchObject({ browser: 'firefox', name: '1', date: '2004-11-09' });
		const engineOf = (browser: string, name: string) => browsers[browser].releases[name].engine;
		expect([engineOf('chrome', '1'), engineOf('chrome', '27'), engineOf('chrome', '28')]).toEqual([
			'WebKit',
			'WebKit',
			'Blink'
		]);
		expect([engineOf('opera', '7'), engineOf('opera', '12'), engineOf('opera', '15')]).toEqual([
			'Presto',
			'Presto',
			'Blink'
		]);
		expect([engineOf('edge', '12'), engineOf('edge', '18'), engineOf('edge', '79')]).toEqual([
			'EdgeHTML',
			'EdgeHTML',
			'Blink'
		]);
		const edge = byDate.filter(({ browser }) => browser === 'edge').map(({ name }) => name);
		expect([edge[0], edge[edge.indexOf('18') + 1]]).toEqual(['12', '79']);
		expect(browsers.chrome.releases['1'].release_date).toBe('2008-12-11');
	});

	test('features', () => {
		const css = (row: Row) => row.id.startsWith('css-properties-');
		expect(firstDate(css)).toBe('1996-08-13');
		expect(rows.filter((row) => css(row) && row.date === '1996-08-13').every(({ actors }) => actors === 'ie')).toBe(
			true
		);
		expect(when('css.properties.color', 'ie')).toBe('1996-08-13');
		for (const browser of three)
			expect(when('css.properties.color', browser)).toBe(browsers[browser].releases['1'].release_date);
		expect(firstDate(({ id }) => id.startsWith('html-elements-canvas-'))).toBe('2005-04-29');
		expect(['safari', 'firefox', 'opera', 'ie'].map((browser) => when('html.elements.canvas', browser))).toEqual([
			'2005-04-29',
			'2005-11-29',
			'2006-06-20',
			'2011-03-14'
		]);
		expect(['firefox', 'chrome', 'safari', 'edge'].map((browser) => when('css.properties.grid', browser))).toEqual([
			'2017-03-07',
			'2017-03-09',
			'2017-03-27',
			'2017-10-17'
		]);
		expect(['safari', 'chrome', 'firefox'].map((browser) => when('css.selectors.has', browser))).toEqual([
			'2022-03-14',
			'2022-09-02',
			'2023-12-19'
		]);
		expect((Date.parse('2023-12-19') - Date.parse('2022-03-14')) / 864e5).toBe(645);
	});
});
