/**
 * Everything that check accepts can be built and opened in every page: stories as wild as the schema allows, a long one
 * and a broken one, in one real build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf } from '../src/lib/node/headers.ts';
import { folderAnswers, listen } from '../src/lib/node/serve.ts';
import { parseStory } from '../src/lib/story/parse.ts';
import { findHeadless, launchOptions } from './support/browser.mjs';
import { longFolder } from './support/longFolder.ts';
import type { StoryFile } from './support/smallStory.ts';
import { wildFolder } from './support/wildFolder.ts';

const seed = Number(process.env.THROUGHLINE_SEED ?? Date.now() % 2 ** 31);
const folder = mkdtempSync(join(tmpdir(), 'throughline-wild-'));
const build = join(folder, '..', `throughline-built-${process.pid}`);

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

let built: ReturnType<typeof spawnSync>;
let close: (() => Promise<void>) | undefined;
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
	built = spawnSync(process.execPath, ['bin/throughline.mjs', 'build', '--data', folder, '--out', build], {
		encoding: 'utf8'
	});
	({ url: origin, close } = await listen(folderAnswers(build, '', headersOf), { port: 0, base: '' }));
	browser = await chromium.launch(launchOptions(findHeadless()));
}, 900_000);

afterAll(async () => {
	await browser?.close();
	await close?.();
	for (const one of [folder, build]) rmSync(one, { recursive: true, force: true });
});

describe(`a build of wild stories, THROUGHLINE_SEED=${seed}`, () => {
	it('leaves the broken story out, says so, and ends with 1; all others are there', () => {
		const said = String(built.stderr);
		expect(said, said.slice(-3000)).toContain('left out of the site until then: broken');
		expect(said).toContain('put text with commas in quotation marks: en: "a, b"');
		expect(built.status).toBe(1);
		for (const page of pages) expect(existsSync(join(build, `${page}.html`)), page).toBe(true);
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
			const ready = path.endsWith('/explore')
				? '.explorer[data-rest]'
				: path.endsWith('/embed')
					? '.picture svg'
					: 'dialog#evidence[data-ready]';
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
