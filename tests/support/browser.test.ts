import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findBrowser, findFirefox, findHeadless, findWebKit, installation, isDebian, osRelease } from './browser.mjs';

const playwright = '/cache/chromium/chrome';
const env = { CHROMIUM_PATH: '/my/chromium', CHROME_PATH: '/my/chrome', PATH: '/a:/b' };
const machine = (
	files: string[],
	variables: Record<string, string | undefined> = { PATH: env.PATH },
	platform = 'linux'
) => ({
	env: variables,
	platform,
	exists: (path: string) => files.includes(path),
	playwright: () => playwright
});

describe('findBrowser', () => {
	// Each row also has all files of the rows after it: the first must win.
	const order = [
		'/my/chromium',
		'/my/chrome',
		playwright,
		'/a/chromium',
		'/b/chromium',
		'/a/chromium-browser',
		'/a/google-chrome',
		'/b/google-chrome-stable',
		'/a/microsoft-edge'
	];
	test.each(order.map((path, n) => [path, n] as const))('%s', (path, n) => {
		const variables = {
			...env,
			CHROMIUM_PATH: n < 1 ? env.CHROMIUM_PATH : '',
			CHROME_PATH: n < 2 ? env.CHROME_PATH : ''
		};
		expect(findBrowser(machine(order.slice(n), variables))).toBe(path);
	});

	test('on macOS', () => {
		const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
		expect(findBrowser(machine([chrome], {}, 'darwin'))).toBe(chrome);
		expect(findBrowser(machine([chrome], {}, 'linux'))).toBeUndefined();
	});

	test('on Windows', () => {
		const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
		expect(findBrowser(machine([edge], { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'win32'))).toBe(edge);
	});

	test('without Playwright', () => {
		expect(findBrowser({ ...machine(['/b/chromium']), playwright: () => undefined })).toBe('/b/chromium');
	});

	test('none', () => expect(findBrowser(machine([]))).toBeUndefined());

	test('a variable that names no file is an error, not passed over', () => {
		expect(() => findBrowser(machine([playwright], { CHROME_PATH: '/gone' }))).toThrow('CHROME_PATH is /gone');
	});
});

describe('findHeadless', () => {
	const order = ['/my/chromium', '/a/chromium-headless-shell', '/b/chrome-headless-shell', playwright, '/a/chromium'];
	test.each(order.map((path, n) => [path, n] as const))('%s', (path, n) => {
		const variables = { PATH: env.PATH, CHROMIUM_PATH: n < 1 ? path : '' };
		expect(findHeadless(machine(order.slice(n), variables))).toBe(path);
	});
});

describe('findFirefox', () => {
	const order = ['/my/firefox', '/a/firefox-esr', '/b/firefox-esr', '/a/firefox'];
	test.each(order.map((path, n) => [path, n] as const))('%s', (path, n) => {
		const variables = { PATH: env.PATH, FIREFOX_PATH: n < 1 ? path : '' };
		expect(findFirefox(machine(order.slice(n), variables))).toBe(path);
	});

	test('on macOS and Windows', () => {
		const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
		expect(findFirefox(machine([mac], {}, 'darwin'))).toBe(mac);
		const windows = 'C:\\Program Files\\Mozilla Firefox\\firefox.exe';
		expect(findFirefox(machine([windows], { PROGRAMFILES: 'C:\\Program Files' }, 'win32'))).toBe(windows);
	});

	test('no Chromium passes for it', () => expect(findFirefox(machine(['/a/chromium', playwright]))).toBeUndefined());

	test('a variable that names no file is an error', () => {
		expect(() => findFirefox(machine(order.slice(1), { FIREFOX_PATH: '/gone' }))).toThrow('FIREFOX_PATH is /gone');
	});
});

describe('findWebKit', () => {
	const [driver, screen] = ['/a/WebKitWebDriver', '/b/Xvfb'];
	const browser = '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

	test('its driver, its browser and a screen', () => {
		expect(findWebKit(machine([driver, screen, browser]))).toEqual({ driver, browser, screen });
	});

	test.each([driver, screen, browser])('none without %s', (path) => {
		expect(findWebKit(machine([driver, screen, browser].filter((other) => other !== path)))).toBeUndefined();
	});

	test('on Linux only', () => {
		expect(findWebKit(machine([driver, screen, browser], { PATH: env.PATH }, 'darwin'))).toBeUndefined();
	});
});

describe('installation', () => {
	const apt = 'apt-get';
	const packages = (engine: 'chromium' | 'firefox' | 'webkit', osRelease: string) =>
		installation(osRelease, true, engine).at(-1)?.slice(4);

	test('the other engines on Debian; elsewhere it is said how', () => {
		expect(packages('firefox', 'ID=debian\n')).toEqual(['firefox-esr']);
		expect(packages('webkit', 'ID=debian\n')).toEqual(['webkit2gtk-driver', 'xvfb']);
		expect(packages('firefox', 'ID=ubuntu\n')).toBeUndefined();
		expect(packages('webkit', '')).toBeUndefined();
	});

	test.each([
		['Debian as root', 'NAME="Debian"\nID=debian\n', true, apt],
		['Debian as a user', 'ID=debian\n', false, 'npx'],
		['Ubuntu as root', 'ID=ubuntu\nID_LIKE=debian\n', true, 'npx'],
		['elsewhere', '', true, 'npx']
	])('%s', (_, osRelease, root, command) => expect(installation(osRelease, root)[0][0]).toBe(command));
});

// On a machine where nothing of it is in a usual place; on others only what is missing is installed.
test.runIf(isDebian(osRelease, process.getuid?.() === 0))('run directly, it installs one after another', () => {
	const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const log = join(folder, 'log');
	// Stands in for the packages: each has its command afterwards.
	writeFileSync(
		join(folder, 'apt-get'),
		`#!/bin/sh
		echo "$@" >>${log}
		for name; do case $name in chromium*|firefox-esr) : >${folder}/$name ;; esac; done`
	);
	chmodSync(join(folder, 'apt-get'), 0o755);
	symlinkSync(process.execPath, join(folder, 'node'));
	const env = { PATH: folder, TMPDIR: folder };
	const { status, stdout } = spawnSync('node', ['tests/support/browser.mjs'], {
		encoding: 'utf8',
		env,
		timeout: 60_000
	});
	expect(status).toBe(0);
	expect(stdout).toContain(`Firefox: ${join(folder, 'firefox-esr')}`);
	const installed = readFileSync(log, 'utf8').match(/(?<=recommends ).*/g);
	expect(installed).toEqual(
		expect.arrayContaining(['firefox-esr', 'webkit2gtk-driver xvfb', 'chromium-headless-shell'])
	);
});
