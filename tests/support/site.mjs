/**
 * Builds a site into its own folder and serves it. Anything that runs at the same time (tests, a measurement,
 * `npm start`, in this clone or another) has another folder and another port.
 */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sweep } from '../../scripts/sweep.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = join(root, 'bin', 'throughline.mjs');

/** In ms, only to end what hangs: an idle machine needs a tenth of it. */
const longest = 900_000;

/** Cleanups to run when this process ends, however it ends. @type {Set<() => void>} */
const open = new Set();
process.once('exit', () => open.forEach((stop) => stop()));

/** For our own scripts: makes signals end them in an orderly way. */
export function endOnSignals() {
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));
	process.once('SIGHUP', () => process.exit(129));
}

/** The child’s output goes to stderr: stdout is for results. @param {string[]} args */
async function run(args) {
	const child = spawn(process.execPath, [command, ...args], { cwd: root, timeout: longest, stdio: ['ignore', 2, 2] });
	const end = () => void child.kill();
	open.add(end);
	await once(child, 'close');
	open.delete(end);
}

/**
 * @typedef {object} Asked
 * @property {string} name of its folder
 * @property {string} [stories] folder of its stories, by default `data`
 * @property {string} [address] the public address that it is built for, with a path: `https://example.org/timelines`
 * @property {number} [port] by default 0: any free port
 */

/**
 * Stories with errors are listed and left out; the others are served.
 *
 * @param {Asked} asked
 * @returns {Promise<{ url: string, folder: string, stop: () => void }>} its address, without a slash at the end
 * @throws {Error} if the build did not finish, or the port is taken
 */
export async function openSite({ name, stories = 'data', address, port = 0 }) {
	const sites = join(root, 'test-results', 'sites');
	sweep(sites, /-(\d+)$/);
	const folder = join(sites, `${name}-${process.pid}`);
	/** @type {import('node:child_process').ChildProcess | undefined} */
	let server;
	const stop = () => {
		open.delete(stop);
		server?.kill();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	open.add(stop);
	try {
		const where = address ? ['--address', address] : [];
		await run(['build', '--data', stories, '--out', folder, ...where]);
		if (!existsSync(folder)) throw new Error('The site could not be built: see above.');
		const serve = fork(command, ['preview', '--out', folder, '--port', String(port), ...where], {
			cwd: root,
			stdio: ['ignore', 'pipe', 2, 'ipc']
		});
		server = serve;
		const url = await Promise.race([
			once(/** @type {import('node:stream').Readable} */ (serve.stdout), 'data').then(([line]) => String(line).trim()),
			once(serve, 'exit').then(() => {
				throw new Error(`The site could not be served${port ? ` on port ${port}` : ''}: see above.`);
			})
		]);
		return { url: url.replace(/\/$/, ''), folder, stop };
	} catch (error) {
		stop();
		throw error;
	}
}
