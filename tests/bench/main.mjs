/**
 * `npm run bench`: this project’s explorer, two peers and an empty page, side by side in one run. Everything is in
 * docs/performance.md, which a whole run writes anew; the numbers of every round are in test-results/bench.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { format } from 'prettier';
import { launchOptions } from '../support/browser.mjs';
import { writeData, writePages } from './peers.mjs';
import { failureOf, line, tables } from './report.mjs';
import { host } from './server.mjs';
import { buildSite, root, writeStory } from './story.mjs';
import { subjects } from './subjects.mjs';
import { judge, targetTable } from './targets.mjs';
import { buildLarge } from './tiles.mjs';
import { visit } from './visit.mjs';

const usage = `npm run bench -- [options]
  --n 20,200         numbers of events; all by default
  --subjects ours    of ours, vis, timelinejs, empty; all by default
  --rounds 5         by default 5 up to 200, 3 up to 20,000, 2 above
  --quick            one round of 20, 200 and 2,000
  --tiles 100000000  besides, the tiles of so many events (a whole run: of 10,000,000)
  --write            write docs/performance.md, as a whole run does
  --built            what an earlier run built is taken as it is
  --shots            pictures of each subject into test-results/bench/; what is measured beside is of no use
  --profiles         likewise CPU profiles of the gestures`;

const allSizes = [20, 200, 2000, 20_000, 200_000, 1_000_000];

const { values } = parseArgs({
	options: {
		n: { type: 'string' },
		subjects: { type: 'string' },
		rounds: { type: 'string' },
		quick: { type: 'boolean' },
		tiles: { type: 'string' },
		write: { type: 'boolean' },
		shots: { type: 'boolean' },
		profiles: { type: 'boolean' },
		built: { type: 'boolean' },
		help: { type: 'boolean' }
	}
});
if (values.help) {
	console.log(usage);
	process.exit();
}
const sizes = values.n ? values.n.split(',').map(Number) : values.quick ? [20, 200, 2000] : allSizes;
const names = values.subjects?.split(',') ?? subjects.map(({ name }) => name);
const chosen = subjects.filter(({ name }) => names.includes(name));
/** What takes minutes a visit is visited less often. */
const roundsAt = (/** @type {number} */ n) =>
	Number(values.rounds ?? (values.quick ? 1 : n <= 200 ? 5 : n <= 20_000 ? 3 : 2));
const rounds = Math.max(...sizes.map(roundsAt));
const unknown = names.filter((name) => !subjects.some((subject) => subject.name === name));
if (unknown.length || !sizes.every((n) => Number.isInteger(n) && n > 0) || !(rounds >= 1)) {
	console.error(usage);
	process.exit(2);
}
const whole = !values.n && !values.subjects && !values.quick;
const say = (/** @type {string} */ words) => console.error(words);

const work = join(root, 'node_modules/.cache/bench');
const results = join(root, 'test-results');
for (const folder of ['stories', 'tiles', 'site']) mkdirSync(join(work, folder), { recursive: true });
mkdirSync(join(results, 'bench'), { recursive: true });

say('writing the events in each form');
await writePages(join(work, 'site'));
for (const n of sizes) {
	await writeStory(join(work, 'stories'), n);
	await writeData(join(work, 'site'), n);
}
say('building the site');
const site = names.includes('ours') ? buildSite(join(work, 'stories'), join(work, 'tiles'), values.built) : null;
const server = await host([join(work, 'site'), ...(site ? [site, work] : [])], join(work, 'packed'));
if (!values.built) say('packing');
if (!values.built)
	for (const folder of [
		join(work, 'site'),
		...(site ? [join(site, '_app'), join(site, 'en'), join(work, 'tiles')] : [])
	])
		await server.pack(folder);

/**
 * A browser that has just begun still loads pages and fonts of its own, at the cost of whoever is visited first: everyone
 * is visited once before anything is measured.
 */
async function launch() {
	const launched = await chromium.launch(launchOptions());
	for (const { path } of chosen) {
		const page = await launched.newPage();
		await page.goto(server.origin + path(Math.min(...sizes)));
		await new Promise((done) => setTimeout(done, 1500));
		await page.context().close();
	}
	return launched;
}

/** @type {import('./report.mjs').Record[]} */
const records = [];
let browser = await launch();
const version = browser.version();
for (let round = 0; round < rounds; round++)
	for (const [at, n] of sizes.filter((n) => round < roundsAt(n)).entries())
		for (let turn = 0; turn < chosen.length; turn++) {
			const subject = chosen[(turn + round + at) % chosen.length];
			const name = subject.name;
			// What has not finished is not tried again.
			if (failureOf(records, name, n)) continue;
			const files = join(results, 'bench', `${name}-${n}`);
			const result = await visit(browser, subject, n, server, {
				shots: values.shots && !round ? files : undefined,
				profiles: values.profiles && !round ? files : undefined
			});
			records.push({ subject: name, n, round, visit: result });
			say(`${round + 1}/${roundsAt(n)} ${n} ${line(name, result)}`);
			if (!result.failure) continue;
			await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 10_000))]);
			browser = await launch();
		}
await browser.close();
server.close();

const tiles = values.tiles || whole ? await buildLarge(work, Number(values.tiles ?? 10_000_000), say) : undefined;
const judgements = judge(records, sizes, tiles);

const packages = ['@knight-lab/timelinejs', 'vis-timeline', 'vis-data', '@playwright/test'].map((name) => {
	const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
	return `${name} ${version}`;
});
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim();
const run = {
	command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
	date: new Date().toISOString().slice(0, 10),
	commit: commit || 'unknown',
	machine: `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory, ${type()} ${release()}`,
	versions: `Node ${process.versions.node}, Chromium ${version}, ${packages.join(', ')}`,
	rounds: [...new Set(sizes.map(roundsAt))]
		.map(
			(each) =>
				`${each} at ${sizes
					.filter((n) => roundsAt(n) === each)
					.map((n) => n.toLocaleString('en'))
					.join(', ')}`
		)
		.join('; ')
};
writeFileSync(join(results, 'bench.json'), JSON.stringify({ ...run, tiles, judgements, records }, null, '\t'));

const text = `
| | |
|---|---|
| command | \`${run.command}\` |
| date, commit | ${run.date}, ${run.commit} |
| machine | ${run.machine} |
| versions | ${run.versions} |
| rounds | ${run.rounds}; each number is the median of them, with the least and the most |

## Targets

${targetTable(judgements)}

## Numbers

${tables(records, sizes, chosen)}`;
if (whole || values.write) {
	const file = join(root, 'docs/performance.md');
	const marks = ['<!-- bench: begin -->', '<!-- bench: end -->'];
	const [before, rest] = readFileSync(file, 'utf8').split(marks[0]);
	const after = rest.split(marks[1])[1];
	const page = `${before}${marks[0]}\n${text}\n${marks[1]}${after}`;
	writeFileSync(file, await format(page, { parser: 'markdown' }));
	say(`written: ${file}`);
}
console.log(text);
