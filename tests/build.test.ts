/**
 * What check accepts is built, and opens in every page: stories as wild as the schema allows, a long one and a broken one,
 * in one real build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStory } from '../src/lib/story/parse.ts';
import { findHeadless, launchOptions } from './support/browser.mjs';
import { longFolder } from './support/longFolder.ts';
import type { StoryFile } from './support/smallStory.ts';
import { wildFolder } from './support/wildFolder.ts';

const seed = Number(process.env.THROUGHLINE_SEED ?? Date.now() % 2 ** 31);
const folder = mkdtempSync(join(tmpdir(), 'throughline-wild-'));
const build = `build-wild-${process.pid}`;

const accepted = fc
	.sample(wildFolder(), { seed, numRuns: 24 })
	.flatMap((files) => {
		const { story } = parseStory('wild', files);
		return story ? [{ files, languages: story.languages }] : [];
	})
	.slice(0, 8);
const stories = new Map<string, { files: StoryFile[]; languages: string[] }>([
	...accepted.map((one, n) => [`wild-${n}`, one] as const),
	['long', { files: longFolder(1200, 12), languages: ['en'] }]
]);
const pages = [...stories].flatMap(([slug, { languages }]) =>
	languages.flatMap((lang) => ['', '/explore', '/embed'].map((rest) => `/${lang}/${slug}${rest}`))
);

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
	'.png': 'image/png'
};

let built: ReturnType<typeof spawnSync>;
let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
	for (const [slug, { files }] of stories) {
		mkdirSync(join(folder, slug));
		for (const { name, text } of files) writeFileSync(join(folder, slug, name), text);
	}
	for (const name of ['.vscode', 'empty', 'broken']) mkdirSync(join(folder, name));
	writeFileSync(join(folder, '.vscode', 'settings.json'), '{}');
	writeFileSync(join(folder, 'broken', 'story.yaml'), 'title: { en: a, b }\n');
	built = spawnSync('npx', ['vite', 'build', '--logLevel', 'error'], {
		encoding: 'utf8',
		shell: process.platform === 'win32',
		env: { ...process.env, NODE_ENV: 'production', THROUGHLINE_STORIES: folder, THROUGHLINE_BUILD: build }
	});
	server = createServer((request, response) => {
		const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
		const file = ['', '.html', '/index.html'].map((end) => join(build, path) + end).find((one) => existsSync(one) && statSync(one).isFile());
		response.writeHead(file ? 200 : 404, { 'content-type': types[extname(file ?? '')] ?? 'application/octet-stream' });
		response.end(file && readFileSync(file));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	browser = await chromium.launch(launchOptions(findHeadless()));
}, 900_000);

afterAll(async () => {
	await browser?.close();
	server?.close();
	for (const one of [folder, build, `.svelte-kit-${build}`]) rmSync(one, { recursive: true, force: true });
});

describe(`a build of wild stories, THROUGHLINE_SEED=${seed}`, () => {
	it('leaves the broken story out, says so, and ends with 1; all others are there', () => {
		const said = String(built.stderr);
		expect(said, said.slice(-3000)).toContain('left out of the site until then: broken');
		expect(said).toContain('put text with commas in quotation marks: en: "a, b"');
		expect(built.status).toBe(1);
		for (const page of pages) expect(existsSync(`${build}${page}.html`), page).toBe(true);
		for (const lang of ['en', 'zh-Hans']) expect(existsSync(join(build, lang, 'broken.html'))).toBe(false);
	});

	it('makes no page of more than 1.5 MB', () => {
		const all = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
		expect(all.length).toBeGreaterThan(pages.length);
		for (const path of all) expect(statSync(join(build, path)).size, path).toBeLessThan(1_500_000);
	});

	it('makes pages without a fault, none wider than a phone', async () => {
		for (const path of pages) {
			const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
			const faults: string[] = [];
			page.on('pageerror', (error) => faults.push(String(error)));
			page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
			await page.goto(origin + path, { waitUntil: 'load' });
			const ready = path.endsWith('/explore') ? '.explorer[data-rest]' : path.endsWith('/embed') ? '.picture svg' : 'dialog#evidence[data-ready]';
			await page.locator(ready).first().waitFor({ state: 'attached' });
			const { wider, barb } = await page.evaluate(() => ({
				wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
				barb: 'barb' in globalThis
			}));
			expect({ path, faults, wider, barb }).toEqual({ path, faults: [], wider: 0, barb: false });
			await page.close();
		}
	}, 900_000);

	it('leads from a link to a card that the page does not carry to the explorer, and from the list to its page', async () => {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		await page.goto(`${origin}/en/long#event-e1199`);
		await page.waitForURL(/\/en\/long\/explore/);
		await page.locator('[id="detail-event-e1199"]').waitFor();
		await page.goto(`${origin}/en/long`);
		const rest = page.locator('.all-evidence .rest a').first();
		expect(await rest.textContent()).toContain('100');
		await page.goto(new URL((await rest.getAttribute('href'))!, origin).href);
		await expect(page.locator('article.card').count()).resolves.toBe(100);
		await page.close();
	});
});
