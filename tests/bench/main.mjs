/**
 * `npm run bench`: compares this project’s explorer and story page with others in one run. The method and results are
 * in docs/performance.md, of which a run writes the parts that it has measured; the numbers of every round are in
 * test-results/bench.json.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { gestures } from './gestures.mjs';
import { allSizes, readOptions } from './options.mjs';
import { writeData, writePages } from './peers.mjs';
import { ofStory, onLine, tables, tilesTable } from './report.mjs';
import { inTurn, openBrowser } from './rounds.mjs';
import { host } from './server.mjs';
import { buildSite, root, writeStory } from './story.mjs';
import { judge, judgeStory, judgeTiles, targetTable } from './targets.mjs';
import { buildLarge } from './tiles.mjs';
import { copyStory, readThrough, viewports, writeReaders } from './told.mjs';
import { visit } from './visit.mjs';

/** More events than these have a part of the page of their own, since it takes an hour to measure them. */
const mostOfFew = 200;
/** kbit/s and ms. */
const slowLine = { kbit: 400, latency: 150 };

const options = readOptions(process.argv.slice(2));
const { sizes, widths, line, explored, read } = options;
const say = (/** @type {string} */ words) => console.error(words);
const work = join(root, 'node_modules/.cache/bench');
const results = join(root, 'test-results');

/** Writes, builds and packs everything that is measured. */
async function prepare() {
	const site = join(work, 'site');
	// The story’s page alone needs no tiles of many events.
	const stories = join(work, options.events.length ? 'stories' : 'story');
	for (const folder of [stories, site, join(results, 'bench')]) mkdirSync(folder, { recursive: true });
	say('writing the events in each form');
	await writePages(site);
	for (const n of options.events) {
		await writeStory(stories, n);
		await writeData(site, n);
	}
	if (read.length) copyStory(stories);
	const needed = read.length || explored.some(({ name }) => name === 'ours');
	if (needed) say('building the site');
	const built = needed ? buildSite(stories, options.built) : null;
	if (built && read.length) await writeReaders(built, site);
	const server = await host([site, ...(built ? [built, work] : [])], join(work, 'packed'));
	if (options.built) return server;
	say('packing');
	const folders = [site, ...(built ? ['_app', 'en', 'tiles'].map((name) => join(built, name)) : [])];
	// The story’s page alone has no tiles.
	for (const folder of folders.filter(existsSync)) await server.pack(folder);
	return server;
}

/** Screenshots and profiles are taken in the first round. @param {string} name @param {number} round */
function filesOf(name, round) {
	const files = round ? undefined : join(results, 'bench', name);
	return { shots: options.shots ? files : undefined, profiles: options.profiles ? files : undefined };
}

/** @param {import('./server.mjs').Host} server */
async function measure(server) {
	const least = Math.min(...options.events, ...allSizes);
	const paths = [...explored.map(({ path }) => path(least)), ...read.map(({ path }) => path(0))];
	const open = await openBrowser(paths.map((path) => server.origin + path));
	const version = open.browser().version();
	const records = await inTurn(open, {
		subjects: explored,
		sizes,
		roundsAt: options.roundsAt,
		visit: (browser, subject, n, round) =>
			visit(browser, subject, n, server, { use: gestures(subject), ...filesOf(`${subject.name}-${n}`, round) }),
		say
	});
	const story = await inTurn(open, {
		subjects: read,
		sizes: widths,
		roundsAt: () => options.storyRounds,
		async visit(browser, reader, width, round) {
			const asked = { viewport: viewports[width], ...filesOf(`story-${reader.name}-${width}`, round) };
			const result = await visit(browser, reader, width, server, { ...asked, use: readThrough(1) });
			if (result.failure) return result;
			// A visit of its own: what loads with the first step must load on the slow CPU too.
			const { motion, failure } = await visit(browser, reader, width, server, { ...asked, use: readThrough(4) });
			return { ...result, motion: { ...result.motion, ...motion }, failure };
		},
		say
	});
	/** @type {(subjects: readonly import('./visit.mjs').Shown[], sizes: readonly number[]) => ReturnType<typeof inTurn>} */
	const overLine = (subjects, sizes) =>
		inTurn(open, {
			subjects,
			sizes,
			roundsAt: () => line.rounds,
			visit: (browser, subject, n) => visit(browser, subject, n, server, { line: slowLine, viewport: viewports[n] }),
			say
		});
	const slow = { events: await overLine(explored, line.sizes), story: await overLine(read, line.widths) };
	await open.close();
	return { version, records, story, slow };
}

/** Describes how often each size is visited. */
function roundsOf() {
	const explorer = [...new Set(sizes.map(options.roundsAt))].map((each) => {
		const those = sizes.filter((n) => options.roundsAt(n) === each);
		return `${each} at ${those.map((n) => n.toLocaleString('en')).join(', ')}`;
	});
	return { explorer: explorer.join('; '), story: String(options.storyRounds), line: String(line.rounds) };
}

/** @param {string} browser its version */
function describe(browser) {
	const names = ['@knight-lab/timelinejs', 'vis-timeline', 'vis-data', 'scrollama', 'd3', '@playwright/test'];
	const packages = names.map((name) => {
		const file = ['tests/bench', '.']
			.map((folder) => join(root, folder, 'node_modules', name, 'package.json'))
			.find((path) => existsSync(path));
		const { version } = JSON.parse(readFileSync(/** @type {string} */ (file), 'utf8'));
		return `${name} ${version}`;
	});
	const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim();
	return {
		command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
		date: new Date().toISOString().slice(0, 10),
		commit: commit || 'unknown',
		machine: `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory, ${type()} ${release()}`,
		versions: `Node ${process.versions.node}, Chromium ${browser}, ${packages.join(', ')}`,
		rounds: roundsOf()
	};
}

/**
 * What each part of the page says of its run.
 * @param {ReturnType<typeof describe>} run
 * @param {string} rounds
 */
const headOf = (run, rounds) => `| | |
|---|---|
| command | \`${run.command}\` |
| date, commit | ${run.date}, ${run.commit} |
| machine | ${run.machine} |
| versions | ${run.versions} |
${rounds ? `| rounds | ${rounds}; each number is the median of them, with the least and the most |` : ''}`;

/**
 * @param {ReturnType<typeof describe>} run
 * @param {Awaited<ReturnType<typeof measure>>} measured
 * @param {Awaited<ReturnType<typeof buildLarge>>} [tiles]
 * @returns {Record<string, string>} the parts that were measured, in Markdown, by their names on the page
 */
function textsOf(run, { records, story, slow }, tiles) {
	/** @type {Record<string, string>} */
	const texts = {};
	const byPart = {
		explorer: sizes.filter((n) => n <= mostOfFew),
		many: sizes.filter((n) => n > mostOfFew)
	};
	for (const [part, own] of Object.entries(byPart))
		if (own.length)
			texts[part] = [
				headOf(run, run.rounds.explorer),
				targetTable(judge(records, own)),
				tables(records, own, explored)
			].join('\n\n');
	if (widths.length)
		texts.story = [
			headOf(run, run.rounds.story),
			targetTable(judgeStory(story, widths)),
			tables(story, widths, read, ofStory)
		].join('\n\n');
	if (line.widths.length)
		texts.line = [
			headOf(run, run.rounds.line),
			`${slowLine.kbit} kbit/s, ${slowLine.latency} ms.`,
			tables(slow.events, line.sizes, explored, onLine.events),
			tables(slow.story, line.widths, read, onLine.story)
		].join('\n\n');
	if (tiles) texts.tiles = [headOf(run, ''), targetTable(judgeTiles(tiles)), tilesTable(tiles)].join('\n\n');
	return texts;
}

/** @param {Record<string, string>} texts each replaces what stands between its part’s marks */
async function write(texts) {
	const file = join(root, 'docs/performance.md');
	let page = readFileSync(file, 'utf8');
	for (const [part, text] of Object.entries(texts)) {
		const marks = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
		const [before, rest] = page.split(marks[0]);
		page = `${before}${marks[0]}\n\n${text}\n\n${marks[1]}${rest.split(marks[1])[1]}`;
	}
	writeFileSync(file, await format(page, { parser: 'markdown' }));
	say(`written: ${file}`);
}

const server = await prepare();
const measured = await measure(server);
server.close();
const tiles = options.large ? await buildLarge(work, options.large, say) : undefined;
const run = describe(measured.version);
writeFileSync(join(results, 'bench.json'), JSON.stringify({ ...run, tiles, ...measured }, null, '\t'));
const texts = textsOf(run, measured, tiles);
if (options.whole || options.write) await write(texts);
console.log(Object.values(texts).join('\n\n'));
