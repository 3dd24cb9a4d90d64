/**
 * Runs before anything else: is Node new enough, and is what package-lock.json names installed? Given folders, checks
 * their own package-lock.json files too. Needs no package itself, and no syntax that an old Node cannot read.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { alone } from './alone.mjs';

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

/** @param {string} folder @returns {Promise<number>} exit code */
async function ready(folder) {
	if (isInstalled(folder)) return 0;
	// Another command may be installing: on a fresh clone, both of the README’s at once.
	const wait = () => console.error('Waiting for another command that installs here …');
	return alone(`install ${folder}`, () => (isInstalled(folder) ? 0 : install(folder)), wait);
}

/** @param {string} folder @returns {number} exit code */
function install(folder) {
	console.error(`Installing what ${join(folder, 'package-lock.json')} names: npm ci`);
	// First tries packages that npm has cached; a recent version may not be among them.
	const status = npm(folder, ['ci', '--prefer-offline']) && npm(folder, ['ci']);
	if (status) console.error('npm ci failed (see above). Check the network, then run this again.');
	return status;
}

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
	for (const folder of ['.', ...process.argv.slice(2)]) {
		const status = await ready(join(root, folder));
		if (status) return status;
	}
	return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
