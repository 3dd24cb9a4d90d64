/** Every link in a built site leads to one of its files and to a place in it, also if the site is below a path. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfflineList } from '../src/lib/offline/sets.ts';

const base = '/timelines';
const folder = mkdtempSync(join(tmpdir(), 'throughline-links-'));
const site = join(folder, 'site');

beforeAll(() => {
	const built = spawnSync(
		process.execPath,
		['bin/throughline.mjs', 'build', '--data', 'tests/fixtures/stories', '--out', site].concat([
			'--address',
			`https://example.org${base}`
		]),
		{ encoding: 'utf8' }
	);
	expect(built.status, built.stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
const pages = () => readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
const read = new Map<string, string>();
const textOf = (path: string) => {
	if (!read.has(path)) read.set(path, readFileSync(join(site, path), 'utf8'));
	return read.get(path)!;
};

/** Addresses in a page’s elements and styles. */
function links(html: string): string[] {
	const inElements = [...html.matchAll(/<[a-z][^<>]*?\s(?:href|src|content)="([^"]*)"/g)].map(([, url]) => url);
	const inStyles = [...html.matchAll(/url\(([^)'"]+)\)/g)].map(([, url]) => url);
	return [...inElements, ...inStyles].map(unescaped);
}

/** The file that a host would serve; '' for another site. */
function fileOf(url: URL): string {
	if (url.origin !== 'https://example.org') return '';
	const path = decodeURIComponent(url.pathname);
	if (path !== base && !path.startsWith(`${base}/`)) return `outside ${base}: ${path}`;
	const rest = path.slice(base.length + 1);
	return (
		[rest, `${rest}.html`, join(rest, 'index.html')].find(
			(one) => one && existsSync(join(site, one)) && !readIsFolder(one)
		) ?? `missing: ${path}`
	);
}
const readIsFolder = (path: string) => existsSync(join(site, path, '.')) && !/\.[a-z0-9]+$/.test(path);

describe(`a site below ${base}`, () => {
	it('has all that its pages refer to', () => {
		const wrong = new Set<string>();
		let followed = 0;
		for (const page of pages()) {
			const here = new URL(`https://example.org${base}/${page.replace(/(^|\/)index\.html$|\.html$/, '')}`);
			for (const link of links(textOf(page))) {
				if (!/^(\/|\.|#|https:\/\/example\.org)/.test(link)) continue;
				const url = new URL(link, here);
				const file = fileOf(url);
				if (!file) continue;
				followed++;
				if (/^(missing|outside)/.test(file)) wrong.add(`${page}: ${link} is ${file}`);
				else if (url.hash.length > 1 && file.endsWith('.html')) {
					const id = decodeURIComponent(url.hash.slice(1));
					if (!textOf(file).includes(` id="${id}"`)) wrong.add(`${page}: ${link} leads to no place in ${file}`);
				}
			}
		}
		expect([...wrong].slice(0, 20)).toEqual([]);
		expect(followed).toBeGreaterThan(500);
	});

	it('has the script for pages of other sites at its base, and no address in it', () => {
		const code = textOf('embed.js');
		expect(code).toContain('customElements.define');
		expect(code).not.toMatch(/example\.org|timelines\//);
	});

	it('lists what a story needs without a network: its page first, and only what is there', () => {
		const lists = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
			path.endsWith('offline.json')
		);
		for (const path of lists) {
			const home = `${base}/${dirname(path)}`;
			const { files, version }: OfflineList = JSON.parse(textOf(path));
			expect(files[0]).toBe(home);
			expect(files).toContain(`${home}/explore`);
			expect(textOf(`${dirname(path)}.html`)).toContain(`<meta name="throughline-version" content="${version}">`);
			expect(files.filter((file) => file.endsWith('.woff2')).length).toBeGreaterThan(1);
			const missing = files.filter((file) => /^(missing|outside)/.test(fileOf(new URL(file, 'https://example.org'))));
			expect(missing).toEqual([]);
		}
		expect(lists.length).toBe(pages().filter((path) => path.endsWith('embed.html')).length);
	});

	it('says its own address whole to those that show a link to it', () => {
		expect(textOf('en/hannibal.html')).toContain(
			'<meta property="og:image" content="https://example.org/timelines/images/hannibal/en/story.card.png">'
		);
	});
});
