/**
 * Finds a Chromium for the tests of pages, wherever this machine has one. Run directly, it prints its path, and
 * installs one first if there is none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What the search looks at; tests put in their own.
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {string} platform as `process.platform`
 * @property {(path: string) => boolean} exists
 * @property {() => string | undefined} playwright where Playwright would have its own browser
 */

/** @type {Machine} */
const here = {
	env: process.env,
	platform: process.platform,
	exists: existsSync,
	playwright() {
		try {
			// Required late: the package may not be installed yet.
			return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
		} catch {
			return undefined;
		}
	}
};

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * @param {Machine} [machine]
 * @returns {string | undefined} the path of the first there is: named by CHROMIUM_PATH or CHROME_PATH, Playwright’s,
 * on PATH, where macOS and Windows put theirs
 * @throws {Error} if a variable names a file that is not there: to pass over it would test another browser
 */
export function findBrowser(machine = here) {
	const { env, exists } = machine;
	for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
		const path = env[name];
		if (path && !exists(path)) throw new Error(`${name} is ${path}, but there is no such file.`);
		if (path) return path;
	}
	const own = machine.playwright();
	if (own && exists(own)) return own;
	return [...onPath(machine), ...usual(machine)].find(exists);
}

/** @param {Machine} machine */
function onPath({ env, platform }) {
	const separator = platform === 'win32' ? ';' : platform === process.platform ? delimiter : ':';
	const folders = (env.PATH ?? '').split(separator).filter(Boolean);
	const suffix = platform === 'win32' ? '.exe' : '';
	return commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

/** @param {Machine} machine */
function usual({ env, platform }) {
	if (platform === 'darwin')
		return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
			(app) => `/Applications/${app}.app/Contents/MacOS/${app}`
		);
	if (platform !== 'win32') return [];
	const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
	const programs = [
		'Chromium\\Application\\chrome.exe',
		'Google\\Chrome\\Application\\chrome.exe',
		'Microsoft\\Edge\\Application\\msedge.exe'
	];
	return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
}

/**
 * For Playwright’s `launch`: the browser found, quiet and without a sandbox (it does not start as root with one).
 * @returns {{ executablePath: string | undefined, args: string[] }}
 */
export function launchOptions() {
	return {
		executablePath: findBrowser(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	};
}

/**
 * How to get a browser on this machine, as command lines to run in turn.
 * @param {string} osRelease the text of /etc/os-release, '' if there is none
 * @param {boolean} root whether we may install packages
 * @returns {string[][]}
 */
export function installation(osRelease, root) {
	// Ubuntu’s package of this name only asks for a snap.
	if (isDebian(osRelease, root))
		return [
			['apt-get', 'update'],
			['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']
		];
	return [['npx', 'playwright', 'install', 'chromium']];
}

/**
 * Whether packages can be installed with apt-get here.
 * @param {string} osRelease as for `installation`
 * @param {boolean} root
 */
export const isDebian = (osRelease, root) => root && /^ID="?debian"?$/m.test(osRelease);

function ensure() {
	const found = findBrowser();
	if (found) return found;
	const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	for (const [command, ...args] of installation(osRelease, process.getuid?.() === 0)) {
		console.error(`No Chromium yet: ${[command, ...args].join(' ')}`);
		// A shell only where npx is a script, npx.cmd.
		spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	}
	return findBrowser();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		const path = ensure();
		if (!path)
			throw new Error(
				'No Chromium was found, and none could be installed. Install Chromium, Chrome or Edge, or set ' +
					'CHROMIUM_PATH to the file of one, then run this again.'
			);
		console.log(path);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
