/**
 * What a clone compiles where it is not there or older than the sources: the pages (`dist/app`) and the command line
 * (`dist/cli`) before they are used, and for the package, which brings all of it along, modules for other programs
 * (`dist/lib`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { alone } from './alone.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/** Of each part the file that is written last, and what it is compiled from besides `src`. */
const parts = {
	app: {
		last: 'server/manifest.js',
		config: 'vite.config.ts',
		from: ['static', 'svelte.config.js', 'scripts/adapter.js', 'scripts/bundled.js', 'scripts/stylesOnly.js']
	},
	cli: { last: 'main.js', config: 'vite.cli.config.ts', from: ['scripts/bundled.js'] },
	lib: { last: 'index.js', config: 'tsconfig.package.json', from: [] }
};
/** @typedef {keyof typeof parts} Part */

/** @param {string} path @returns {number} ms, of the newest file in it */
function newest(path) {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @param {Part} part */
function isOld(part) {
	const { last, config, from } = parts[part];
	const made = statSync(join(dist, part, last), { throwIfNoEntry: false });
	const sources = ['src', 'package-lock.json', config, ...from];
	return !made || made.mtimeMs < Math.max(...sources.map((name) => newest(join(root, name))));
}

/**
 * Two commands at once do not compile twice, and neither meets a half of it.
 * @param {Part[]} wanted
 */
export async function compile(...wanted) {
	for (const part of wanted)
		if (isOld(part)) {
			sync();
			await alone(`compile ${root} ${part}`, () => (isOld(part) ? make(part) : undefined));
		}
}

/** Every part is compiled as tsconfig.json says, which extends a file that only Kit writes. */
function sync() {
	if (existsSync(join(root, '.svelte-kit/tsconfig.json'))) return;
	const command = [join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'];
	const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
	if (status !== 0) throw new Error(`Throughline could not be compiled.\n${stderr}`);
}

/** @param {Part} part */
async function make(part) {
	mkdirSync(dist, { recursive: true });
	const folder = mkdtempSync(join(dist, `.${part}-`));
	const before = `${folder}-before`;
	try {
		const { config } = parts[part];
		const command =
			part === 'lib'
				? ['@sveltejs/package/svelte-package.js', '--input', 'src/lib', '--output', folder, '--tsconfig', config]
				: ['vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'error'];
		const child = spawn(process.execPath, [join(root, 'node_modules', command[0]), ...command.slice(1)], {
			cwd: root,
			// Whoever asks (a test, an editor elsewhere) may be in another mode and another folder.
			env: { ...process.env, NODE_ENV: 'production', THROUGHLINE_COMPILED: folder },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
		const [status] = await once(child, 'close');
		if (status !== 0) throw new Error(`Throughline could not be compiled.\n${said}`);
		if (existsSync(join(dist, part))) renameSync(join(dist, part), before);
		renameSync(folder, join(dist, part));
	} finally {
		for (const left of [folder, before]) rmSync(left, { recursive: true, force: true });
	}
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await compile('app', 'cli', 'lib');
