/**
 * Runs before anything else: is Node new enough, and is what package-lock.json names installed? Given folders, checks
 * their own package-lock.json files too. With `--start`, what only tests and checks need may be missing: on a fresh clone
 * that is more than half of the files. Needs no package itself, and no syntax that an old Node cannot read.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { alone } from './alone.mjs';
import { sweep } from './sweep.mjs';

/** As in package.json, "engines". */
const least = [20, 19];

/**
 * @param {string} version Node’s, as in `process.versions.node`
 * @returns {boolean}
 */
export function isNewEnough(version) {
	const [major, minor] = version.split('.').map(Number);
	return major > least[0] || (major === least[0] && minor >= least[1]);
}

/**
 * @typedef {object} Locked a package
 * @property {string} version
 * @property {boolean} [optional] not installed if it is for another platform
 */

/** @param {string} file one of npm’s lock files @returns {Record<string, Locked>} by path, such as node_modules/vite */
const locked = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * @param {string} folder with a package-lock.json
 * @returns {boolean} whether what it names is installed, judged by the copy that npm keeps beside what it installed
 */
export function isInstalled(folder) {
	const copy = join(folder, 'node_modules/.package-lock.json');
	if (!existsSync(copy)) return false;
	const there = locked(copy);
	return Object.entries(locked(join(folder, 'package-lock.json')))
		.filter(([path]) => path)
		.every(([path, { version, optional }]) => (there[path] ? there[path].version === version : optional));
}

/** Of the development dependencies, those that compile (compile.mjs). */
const compilers = ['@sveltejs/kit', '@sveltejs/vite-plugin-svelte', 'vite'];

/** Written where only what `npm start` needs is installed: what was to be. @param {string} folder */
const startMark = (folder) => join(folder, 'node_modules/.throughline-start');

/** @param {string} folder */
function toStart(folder) {
	const { dependencies, devDependencies, ...rest } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	for (const name of compilers) dependencies[name] = devDependencies[name];
	const { name, version, engines } = rest;
	return { manifest: JSON.stringify({ name, version, engines, dependencies }), dependencies };
}

/** @param {string} folder @returns {string} what the mark says if it is of these files */
export function hashToStart(folder) {
	const lock = readFileSync(join(folder, 'package-lock.json'));
	return createHash('sha256').update(toStart(folder).manifest).update(lock).digest('hex');
}

/** @param {string} folder @returns {boolean} whether all that `npm start` needs is installed, and only that */
export function isInstalledToStart(folder) {
	const mark = startMark(folder);
	return existsSync(mark) && readFileSync(mark, 'utf8') === hashToStart(folder);
}

/** @param {string} folder @param {boolean} starting @returns {Promise<number>} exit code */
async function ready(folder, starting) {
	const isReady = () => isInstalled(folder) || (starting && isInstalledToStart(folder));
	if (isReady()) return 0;
	// Another command may be installing: on a fresh clone, both of the README’s at once.
	const wait = () => console.error('Waiting for another command that installs here …');
	return alone(`install ${folder}`, () => (isReady() ? 0 : install(folder, starting)), wait);
}

/** @param {string} folder @param {boolean} starting @returns {number} exit code */
function install(folder, starting) {
	const isFresh = !existsSync(join(folder, 'node_modules/.package-lock.json')) || existsSync(startMark(folder));
	console.error(`Installing what ${join(folder, 'package-lock.json')} names`);
	const status =
		starting && isFresh
			? installToStart(folder)
			: // Only adds to what is there: `npm start` may be at work with it.
				npmInstalls(folder, isInstalledToStart(folder) ? ['install', '--no-save'] : ['ci']);
	if (status) console.error('npm failed (see above). Check the network, then run this again.');
	return status;
}

/**
 * Installs beside, from a package.json and lock file of the part, and puts it into its place once it is whole.
 * @param {string} folder
 * @returns {number} exit code
 */
function installToStart(folder) {
	const cache = join(folder, '.throughline');
	sweep(cache, /^install-(\d+)$/);
	const beside = join(cache, `install-${process.pid}`);
	try {
		mkdirSync(beside, { recursive: true });
		const { manifest, dependencies } = toStart(folder);
		const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
		lock.packages[''] = { dependencies };
		writeFileSync(join(beside, 'package.json'), manifest);
		writeFileSync(join(beside, 'package-lock.json'), JSON.stringify(lock));
		const status = npmInstalls(beside, ['ci']);
		if (status) return status;
		writeFileSync(startMark(beside), hashToStart(folder));
		rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
		renameSync(join(beside, 'node_modules'), join(folder, 'node_modules'));
		return 0;
	} finally {
		rmSync(beside, { recursive: true, force: true });
	}
}

/**
 * First tries packages that npm has cached; a recent version may not be among them.
 * @param {string} folder
 * @param {string[]} args
 */
const npmInstalls = (folder, args) => npm(folder, [...args, '--prefer-offline']) && npm(folder, args);

/**
 * @param {string} folder
 * @param {string[]} args
 * @returns {number} exit code
 */
function npm(folder, args) {
	// On Windows npm is a script, npm.cmd, which only a shell runs. Its output goes to stderr: stdout is for results.
	const { status } = spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
		cwd: folder,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32'
	});
	return status === 0 ? 0 : 1;
}

async function main() {
	if (!isNewEnough(process.versions.node)) {
		console.error(`Throughline needs Node ${least.join('.')} or newer; this is ${process.versions.node}.`);
		console.error('Install a newer one from https://nodejs.org, or with nvm: nvm install 22');
		return 1;
	}
	const root = dirname(dirname(fileURLToPath(import.meta.url)));
	const [starting, ...folders] = process.argv[2] === '--start' ? [true] : [false, ...process.argv.slice(2)];
	for (const folder of ['.', ...folders]) {
		const status = await ready(join(root, folder), starting);
		if (status) return status;
	}
	return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
