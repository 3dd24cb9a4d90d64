/**
 * Finds the browsers for the page tests, wherever this machine has them: a Chromium, which all of them need, and
 * Firefox and WebKit. Run directly, it prints where they are, after installing missing ones if it can.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alone } from '../../scripts/alone.mjs';

/**
 * What the search looks at; tests supply their own.
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

const chromium = {
	variables: ['CHROMIUM_PATH', 'CHROME_PATH'],
	commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
	apps: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
	programs: [
		'Chromium\\Application\\chrome.exe',
		'Google\\Chrome\\Application\\chrome.exe',
		'Microsoft\\Edge\\Application\\msedge.exe'
	]
};
const headless = {
	commands: ['chromium-headless-shell', 'chrome-headless-shell'],
	packages: ['chromium-headless-shell']
};
const firefox = {
	commands: ['firefox-esr', 'firefox'],
	apps: ['Firefox'],
	programs: ['Mozilla Firefox\\firefox.exe']
};

/**
 * @param {Machine} [machine]
 * @returns {string | undefined} the path of the first Chromium: named by CHROMIUM_PATH or CHROME_PATH, Playwright’s
 * own, on PATH, or in the usual places on macOS and Windows
 * @throws {Error} if a variable names a missing file: ignoring it would test another browser
 */
export function findBrowser(machine = here) {
	const named = namedBy(machine, chromium.variables);
	if (named) return named;
	const own = machine.playwright();
	if (own && machine.exists(own)) return own;
	return [...onPath(machine, chromium.commands), ...usual(machine, chromium)].find(machine.exists);
}

/**
 * @param {Machine} [machine]
 * @returns {string | undefined} the path of a headless Chromium: the same engine, in which a page costs half as much.
 * Any Chromium if there is none, or if a variable names one.
 * @throws {Error} as `findBrowser`
 */
export function findHeadless(machine = here) {
	return namedBy(machine, chromium.variables) ?? findShell(machine) ?? findBrowser(machine);
}

/** @param {Machine} [machine] */
const findShell = (machine = here) => onPath(machine, headless.commands).find(machine.exists);

/**
 * @param {Machine} [machine]
 * @returns {string | undefined} the path of a Firefox: by FIREFOX_PATH, on PATH, or in the usual places on macOS and
 * Windows
 * @throws {Error} as `findBrowser`
 */
export function findFirefox(machine = here) {
	const named = namedBy(machine, ['FIREFOX_PATH']);
	return named ?? [...onPath(machine, firefox.commands), ...usual(machine, firefox)].find(machine.exists);
}

/** Where Debian, Fedora and Arch install WebKitGTK’s own small browser; `*` is Debian’s name for the processor. */
const webkitFolders = ['/usr/lib/*/', '/usr/libexec/', '/usr/lib/'].flatMap((folder) =>
	['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => `${folder}${version}/MiniBrowser`)
);

/**
 * @param {Machine} [machine]
 * @returns {{ driver: string, browser: string, screen: string } | undefined} WebKitGTK’s driver, its browser, and a
 * virtual screen to show it on; undefined unless all three are there. On Linux only.
 */
export function findWebKit(machine = here) {
	if (machine.platform !== 'linux') return undefined;
	const processors = ['x86_64-linux-gnu', 'aarch64-linux-gnu'];
	const [driver, screen] = ['WebKitWebDriver', 'Xvfb'].map((name) => onPath(machine, [name]).find(machine.exists));
	const browser = webkitFolders
		.flatMap((path) => processors.map((processor) => path.replace('*', processor)))
		.find(machine.exists);
	return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** The engines that readers use. Without the first nothing is tested; tests for other missing engines are skipped. */
export const engines = {
	chromium: { title: 'Chromium', find: findBrowser, packages: ['chromium'] },
	firefox: { title: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
	webkit: { title: 'WebKit', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] }
};

/** @param {keyof typeof engines} engine that is missing @returns what to do about it, as a sentence */
export const howToGet = (engine) =>
	({
		chromium: 'Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the file of one.',
		firefox:
			'Install Firefox (Debian: apt install firefox-esr; elsewhere from mozilla.org), or set FIREFOX_PATH to its file.',
		webkit: 'Install WebKitGTK’s driver and Xvfb (Debian and Ubuntu: apt install webkit2gtk-driver xvfb); Linux only.'
	})[engine];

/**
 * @param {Machine} machine
 * @param {string[]} names of variables
 */
function namedBy({ env, exists }, names) {
	for (const name of names) {
		const path = env[name];
		if (path && !exists(path)) throw new Error(`${name} is ${path}, but there is no such file.`);
		if (path) return path;
	}
	return undefined;
}

/**
 * @param {Machine} machine
 * @param {string[]} commands
 */
function onPath({ env, platform }, commands) {
	const separator = platform === 'win32' ? ';' : platform === process.platform ? delimiter : ':';
	const folders = (env.PATH ?? '').split(separator).filter(Boolean);
	const suffix = platform === 'win32' ? '.exe' : '';
	return commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

/**
 * @param {Machine} machine
 * @param {{ apps: string[], programs: string[] }} browser
 */
function usual({ env, platform }, { apps, programs }) {
	if (platform === 'darwin')
		return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app === 'Firefox' ? 'firefox' : app}`);
	if (platform !== 'win32') return [];
	const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
	return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
}

/**
 * Options for Playwright’s `launch`: quiet and without a sandbox, which does not work as root.
 * @param {string | undefined} [executablePath] of a Chromium
 * @returns {{ executablePath: string | undefined, args: string[] }}
 */
export function launchOptions(executablePath = findBrowser()) {
	return {
		executablePath,
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

/** @param {string[]} packages */
export const aptGet = (packages) => [
	['apt-get', 'update'],
	['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
];

/**
 * How to get a browser on this machine, as command lines to run in turn.
 * @param {string} osRelease the text of /etc/os-release, '' if there is none
 * @param {boolean} root whether we may install packages
 * @param {keyof typeof engines} [engine]
 * @returns {string[][]} empty if the reader has to do it
 */
export function installation(osRelease, root, engine = 'chromium') {
	// Ubuntu’s packages of these names only install a snap.
	if (isDebian(osRelease, root)) return aptGet(engines[engine].packages);
	return engine === 'chromium' ? [['npx', 'playwright', 'install', 'chromium']] : [];
}

/**
 * Can packages be installed with apt-get here?
 * @param {string} osRelease as for `installation`
 * @param {boolean} root
 */
export const isDebian = (osRelease, root) => root && /^ID="?debian"?$/m.test(osRelease);

/** The text of /etc/os-release, '' if there is none. */
export const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';

/**
 * @param {string} title
 * @param {() => string | { browser: string } | undefined} find
 * @param {(osRelease: string, root: boolean) => string[][]} get command lines to run in turn where it is not found
 * @returns what was found; undefined where it could not be installed either
 */
export async function ensure(title, find, get) {
	const found = find();
	if (found) return found;
	const commands = get(osRelease, process.getuid?.() === 0);
	await alone('packages', () => {
		// Another command may have installed it meanwhile.
		for (const [command, ...args] of find() ? [] : commands) {
			console.error(`No ${title} yet: ${[command, ...args].join(' ')}`);
			// A shell is only needed where npx is a script, npx.cmd.
			spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
		}
	});
	return find();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		for (const engine of /** @type {(keyof typeof engines)[]} */ (Object.keys(engines))) {
			const { title, find } = engines[engine];
			const found = await ensure(title, find, (osRelease, root) => installation(osRelease, root, engine));
			if (found) console.log(`${title}: ${typeof found === 'string' ? found : found.browser}`);
			else console.error(`${title}: not found, and it could not be installed. ${howToGet(engine)}`);
			if (!found && engine === 'chromium') process.exitCode = 1;
		}
		// Without it the tests only take twice as long.
		if (!namedBy(here, chromium.variables))
			await ensure('Chromium without windows', findShell, (osRelease, root) =>
				isDebian(osRelease, root) ? aptGet(headless.packages) : []
			);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
