/** Writes the pages of the peers and an empty page, with the same events in the form that each reads. */
import { createWriteStream, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finished } from 'node:stream/promises';
import { build } from 'vite';
import { actors, events, extent } from './events.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Options for vis-timeline; docs/performance.md gives the reasons. */
const visOptions = {
	// The whole extent from the first drawing: working it out would make it draw twice.
	start: extent[0],
	end: extent[1],
	height: '760px',
	verticalScroll: true,
	orientation: 'top',
	stack: true,
	showCurrentTime: false,
	selectable: true,
	cluster: { maxItems: 3, showStipes: false, fitOnDoubleClick: true },
	margin: { item: { horizontal: 2, vertical: 2 } }
};

/**
 * Bundles a page with all that it needs into one file.
 * @param {string} page of `pages`
 * @param {string} folder becomes the site of the peers
 */
export async function bundle(page, folder) {
	await build({
		configFile: false,
		root: join(here, 'pages'),
		base: '/peers/',
		logLevel: 'error',
		build: {
			outDir: join(folder, 'peers'),
			emptyOutDir: false,
			target: 'es2022',
			rolldownOptions: { input: join(here, 'pages', page) }
		}
	});
}

/**
 * @param {string} folder becomes the site of the peers
 */
export async function writePages(folder) {
	mkdirSync(join(folder, 'peers'), { recursive: true });
	await bundle('vis.html', folder);
	for (const name of ['empty.html', 'timelinejs.html']) cpSync(join(here, 'pages', name), join(folder, 'peers', name));
	const dist = dirname(dirname(require.resolve('@knight-lab/timelinejs/dist/js/timeline.js')));
	for (const part of ['js/timeline.js', 'css/timeline.css', 'css/icons'])
		cpSync(join(dist, part), join(folder, 'peers/timelinejs', part), { recursive: true });
}

/**
 * Writes both peers’ data for `n` events, unless it exists. Importance is left out, as neither uses it.
 * @param {string} folder
 * @param {number} n
 */
export async function writeData(folder, n) {
	const groups = actors.map(({ id, name }) => ({ id, content: name }));
	const vis = `{"options":${JSON.stringify(visOptions)},"groups":${JSON.stringify(groups)},"items":[`;
	await writeList(join(folder, `peers/vis-${n}.json`), vis, n, ({ id, time, title, actor }) => ({
		id,
		content: title,
		start: time,
		group: actors[actor].id
	}));
	await writeList(join(folder, `peers/timelinejs-${n}.json`), '{"events":[', n, ({ time, title, actor }) => {
		const date = new Date(time);
		return {
			start_date: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
			text: { headline: title },
			group: actors[actor].name
		};
	});
}

/**
 * @param {string} file
 * @param {string} head
 * @param {number} n
 * @param {(event: import('./events.mjs').BenchEvent) => object} form
 */
async function writeList(file, head, n, form) {
	const mark = `${file}.done`;
	const stamp = `${head} ${n} ${form}`;
	if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return;
	const out = createWriteStream(file);
	out.write(head);
	let part = '';
	for (const event of events(n)) {
		part += (event.id > 1 ? ',' : '') + JSON.stringify(form(event));
		if (part.length < 2 ** 20) continue;
		if (!out.write(part)) await new Promise((done) => out.once('drain', () => done(null)));
		part = '';
	}
	out.end(`${part}]}`);
	await finished(out);
	writeFileSync(mark, stamp);
}
