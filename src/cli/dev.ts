/** The dev command: serves the site while it is being written. Changes to files show in the browser. */
import { statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { watch } from 'chokidar';
import sirv from 'sirv';
import { assetsFolder, openApp } from '../lib/node/app.ts';
import { below, listen, type Where } from '../lib/node/serve.ts';
import { site, siteFileName } from '../lib/node/site.ts';
import { filesOf } from '../lib/node/siteFiles.ts';
import { tilesFolder } from '../lib/node/tiles/place.ts';
import { formatProblem, type Problem } from '../lib/story/parse.ts';
import { makeTiles } from './build.ts';
import liveScript from './live.js?raw';
import noWorker from '../lib/offline/noWorker.js?raw';
import type { Streams } from './export.ts';
import { rereadSite } from './site.ts';
import { checkFolder, storyFolder, storyNames } from './stories.ts';

/** Addresses of the event stream and of the script that listens to it; no story can have such an address. */
const events = '/@throughline/events';
const script = '/@throughline/live.js';

/** Delay in ms before reading changes, since editors’ programs write a file in several steps. */
const settle = 60;

/** Time in ms after which a file that was added is watched. */
const ready = 500;

const editing = { edited: true, drafts: true };

/** Serves the site and watches its files until the process ends. */
export async function dev(where: Omit<Where, 'base'>, streams: Streams): Promise<void> {
	rereadSite(editing);
	const ask = await openApp();
	await makeTiles(ask, streams);
	let problems: string[] = [];
	/** Counts the changes; a page says which it was drawn after. */
	let edits = 0;
	const readers = new Set<ServerResponse>();
	const assets = sirv(assetsFolder(), { dev: true, ignores: false });
	const tiles = sirv(tilesFolder(), { dev: true });
	const answer: RequestListener = (request, response) => {
		const path = below(request.url ?? '/', site().base);
		// The address may have changed since a page was opened.
		if (path === null) return void response.writeHead(302, { location: `${site().base}/` }).end();
		const [file, drawn] = path.split('?drawn=');
		if (file === events) return hear(response, readers, problems, drawn === String(edits));
		const code = file === script ? liveScript : path === '/service-worker.js' ? noWorker : undefined;
		if (code) return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
		request.url = path;
		const page = () =>
			void draw(ask, path, edits, response).catch((error) => response.writeHead(500).end(String(error)));
		if (path.startsWith('/tiles/')) {
			request.url = path.slice('/tiles'.length);
			return tiles(request, response, page);
		}
		assets(request as IncomingMessage, response, page);
	};
	const { base } = site();
	const { url } = await listen(answer, { ...where, base });
	streams.out(`${url}/`);
	problems = tell(streams, []);
	const changed = async () => {
		edits++;
		const wrong = rereadSite(editing);
		await makeTiles(ask, streams);
		problems = tell(streams, wrong);
		for (const reader of readers) reader.write(`data: ${JSON.stringify(problems)}\n\n`);
	};
	watchSite(changed);
	process.once('disconnect', () => process.exit());
}

/** When the files were changed last. */
const timesOf = (files: readonly string[]): string =>
	files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs).join();

/** @param changed called once for changes that belong together, and never while an earlier call is running */
function watchSite(changed: () => Promise<void>): void {
	let timer: NodeJS.Timeout | undefined;
	let last = Promise.resolve();
	const soon = () => {
		clearTimeout(timer);
		timer = setTimeout(() => (last = last.then(changed, changed).then(watchNamed)), settle);
	};
	/** What site.yaml names now; a change that came before the watcher was ready is found by its time. */
	const watchNamed = () => {
		const named = files();
		const times = timesOf(named);
		watcher.add(named);
		setTimeout(() => timesOf(named) !== times && soon(), ready);
	};
	const hidden = (path: string) => /(^|[\\/])(\.[^\\/.]|node_modules)/.test(path);
	const files = () => [siteFileName, site().stories, ...filesOf(site()).map((file) => join(site().folder, file))];
	const watcher = watch(files(), { ignored: hidden, ignoreInitial: true }).on('all', soon);
}

/**
 * @param wrong problems in site.yaml
 * @returns all problems in the site, one per line, which are also printed on the terminal
 */
function tell(streams: Streams, wrong: readonly Problem[]): string[] {
	const problems = [...wrong, ...storyProblems()].map(formatProblem);
	for (const problem of problems) streams.error(problem);
	streams.error(problems.length ? `${problems.length} to correct` : 'nothing to correct');
	return problems;
}

function storyProblems(): Problem[] {
	const { stories } = site();
	return storyNames(stories).flatMap((name) => checkFolder(storyFolder(name, stories)).problems);
}

/**
 * Keeps a page informed of changes while it is open, beginning with the current problems.
 * @param current whether it was drawn after the last change; else it learns of that as if it came now
 */
function hear(
	response: ServerResponse,
	readers: Set<ServerResponse>,
	problems: readonly string[],
	current: boolean
): void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
	response.write(`${current ? 'event: now\n' : ''}data: ${JSON.stringify(problems)}\n\n`);
	readers.add(response);
	response.on('close', () => readers.delete(response));
}

/** Whether a path has no extension: a page, or the message that there is none. */
const isPage = (path: string) => !/\.[a-z0-9]+(\?|$)/.test(path);

async function draw(
	ask: (path: string) => Promise<Response>,
	path: string,
	edits: number,
	response: ServerResponse
): Promise<void> {
	const answer = await ask(path);
	const type = answer.headers.get('content-type') ?? '';
	if (!isPage(path)) {
		response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-store' });
		response.end(new Uint8Array(await answer.arrayBuffer()));
		return;
	}
	// Where nothing can be rendered, an empty page shows the problems.
	const html = type.startsWith('text/html')
		? await answer.text()
		: '<!doctype html><title>Throughline</title><body></body>';
	const tag = `<script type="module" src="${site().base}${script}?drawn=${edits}"></script>`;
	response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
	response.end(html.includes('</body>') ? html.replace('</body>', () => `${tag}</body>`) : html + tag);
}
