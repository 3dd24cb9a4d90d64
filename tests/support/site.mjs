/**
 * Builds a site into folders of its own and serves it. Whatever runs beside it (tests, a measurement, `npm start`, in this
 * clone or another) has other folders, other tiles and another port.
 */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sweep } from './sweep.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

/** ms; only for what hangs: an idle machine needs a tenth of it. */
const longest = 900_000;

/** What ends with this process, however it ends. @type {Set<() => void>} */
const open = new Set();
process.once('exit', () => open.forEach((stop) => stop()));

/** For scripts of our own: a signal ends them in order. */
export function endOnSignals() {
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));
	process.once('SIGHUP', () => process.exit(129));
}

/** Kit wants the one tsconfig.json to name each build’s own folder, which no build needs. */
const notMeant = /^Your tsconfig\.json should extend .*\n\{[^}]*\}\n/gm;

/**
 * Runs a script of Node’s. Its words go to stderr: stdout is for results.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} [quiet] nothing is said where it ended well
 */
async function run(args, env, quiet = false) {
	const [out, err] = quiet ? /** @type {const} */ (['pipe', 'pipe']) : [2, 2];
	const child = spawn(process.execPath, args, { cwd: root, env, timeout: longest, stdio: ['ignore', out, err] });
	const end = () => void child.kill();
	open.add(end);
	let words = '';
	for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (words += text));
	const [code] = await once(child, 'close');
	open.delete(end);
	if (code !== 0 && words) console.error(words.replace(notMeant, '').trim());
}

/** As `cpSync`, without a second copy of what is in the files. @param {string} from @param {string} to */
function link(from, to) {
	mkdirSync(to, { recursive: true });
	for (const one of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, one.name), join(to, one.name)];
		if (one.isDirectory()) link(source, target);
		else
			try {
				linkSync(source, target);
			} catch {
				copyFileSync(source, target);
			}
	}
}

/**
 * What the site serves besides its pages. The tiles of a folder of stories are kept from run to run, since those of a
 * large table take a while, and linked into the site’s own folder.
 *
 * @param {string} folder @param {NodeJS.ProcessEnv} env
 */
async function assets(folder, env) {
	const stories = (env.THROUGHLINE_STORIES ?? 'data').replace(/\W+/g, '-');
	const kept = join(root, 'node_modules/.cache/throughline/tiles', stories);
	mkdirSync(kept, { recursive: true });
	await run(['tests/support/tiles.mjs'], { ...env, THROUGHLINE_TILES: kept });
	const own = join(root, 'static');
	cpSync(own, folder, { recursive: true, filter: (path) => resolve(path) !== join(own, 'tiles') });
	for (const story of readdirSync(kept).filter((name) => !name.startsWith('.')))
		link(join(kept, story), join(folder, 'tiles', story));
}

/**
 * @typedef {object} Asked
 * @property {string} name of its folders
 * @property {string} [stories] the folder of its stories; that of the environment by default
 * @property {number} [port] 0 by default: one that is free
 * @property {boolean} [next] where the port is taken, the next free one
 * @property {string} [host] localhost by default
 */

/**
 * A story that is wrong is listed and left out; the others are served.
 *
 * @param {Asked} asked
 * @returns {Promise<{ url: string, stop: () => void, ended: Promise<unknown> }>} where it is, without a slash at the end
 * @throws {Error} where the build did not come to its end, or the port is taken
 */
export async function openSite({ name, stories, port = 0, next = false, host }) {
	sweep(root, /^(?:\.svelte-kit-)?build-[a-z]+-(\d+)$/);
	const build = `build-${name}-${process.pid}`;
	const work = join(root, `.svelte-kit-${build}`);
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...process.env, THROUGHLINE_BUILD: build };
	if (stories) env.THROUGHLINE_STORIES = stories;
	/** @type {import('node:child_process').ChildProcess | undefined} */
	let server;
	const stop = () => {
		open.delete(stop);
		server?.kill();
		for (const folder of [work, join(root, build)]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	open.add(stop);
	try {
		mkdirSync(work, { recursive: true });
		env.THROUGHLINE_STATIC = join(work, 'static');
		env.THROUGHLINE_TILES = join(work, 'static', 'tiles');
		await assets(env.THROUGHLINE_STATIC, env);
		await run([vite, 'build', '--logLevel', 'error'], env, true);
		// Written last: without it the build did not come to its end.
		if (!existsSync(join(root, build))) throw new Error('The site could not be built: see above.');
		const serve = fork(
			join(dirname(fileURLToPath(import.meta.url)), 'serve.mjs'),
			[String(port), String(next), host ?? ''],
			{
				cwd: root,
				env
			}
		);
		server = serve;
		const url = await Promise.race([
			once(serve, 'message').then(([url]) => String(url)),
			once(serve, 'exit').then(() => {
				throw new Error(`The site could not be served${port && !next ? ` on port ${port}` : ''}: see above.`);
			})
		]);
		return { url, stop, ended: once(serve, 'exit') };
	} catch (error) {
		stop();
		throw error;
	}
}
