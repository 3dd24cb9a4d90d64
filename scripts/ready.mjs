/**
 * Before anything else runs: is Node new enough, and is what package-lock.json names installed? Needs no package
 * itself, and no syntax that an old Node would not read.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { alone } from './alone.mjs';

/** As in package.json, "engines". */
const least = [20, 19];

/**
 * @param {string} version of Node, as `process.versions.node`
 * @returns {boolean}
 */
export function isNewEnough(version) {
	const [major, minor] = version.split('.').map(Number);
	return major > least[0] || (major === least[0] && minor >= least[1]);
}

/**
 * @param {string} folder of the project
 * @returns {boolean} whether npm installed after the lock file last changed (npm writes its own copy of it then)
 */
export function isInstalled(folder) {
	const changed = (/** @type {string} */ path) => {
		const stats = statSync(join(folder, path), { throwIfNoEntry: false });
		return stats ? stats.mtimeMs : -Infinity;
	};
	const installed = changed('node_modules/.package-lock.json');
	return installed > -Infinity && installed >= changed('package-lock.json');
}

async function main() {
	if (!isNewEnough(process.versions.node)) {
		console.error(`Throughline needs Node ${least.join('.')} or newer; this is ${process.versions.node}.`);
		console.error('Install a newer one from https://nodejs.org, or with nvm: nvm install 22');
		return 1;
	}
	const folder = dirname(dirname(fileURLToPath(import.meta.url)));
	if (isInstalled(folder)) return 0;
	// Another command may be at it: both of README’s at once on a fresh clone.
	const wait = () => console.error('Waiting for another command that installs here …');
	return alone(`install ${folder}`, () => (isInstalled(folder) ? 0 : install(folder)), wait);
}

/** @param {string} folder of the project @returns {number} exit code */
function install(folder) {
	console.error('Installing what package-lock.json names: npm ci');
	// npm is a script on Windows, npm.cmd, which only a shell runs. Its words go to stderr: stdout is for results.
	const { status } = spawnSync('npm', ['ci'], {
		cwd: folder,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32'
	});
	if (status !== 0) console.error('npm ci failed (see above). Check the network, then run this again.');
	return status === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
