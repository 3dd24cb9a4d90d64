import { describe, expect, test } from 'vitest';
import { findBrowser, installation } from './browser.mjs';

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
	// Each row has all files of the rows after it too: the first must win.
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

describe('installation', () => {
	const apt = 'apt-get';
	test.each([
		['Debian as root', 'NAME="Debian"\nID=debian\n', true, apt],
		['Debian as a user', 'ID=debian\n', false, 'npx'],
		['Ubuntu as root', 'ID=ubuntu\nID_LIKE=debian\n', true, 'npx'],
		['elsewhere', '', true, 'npx']
	])('%s', (_, osRelease, root, command) => expect(installation(osRelease, root)[0][0]).toBe(command));
});
