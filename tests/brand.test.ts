/** A site with a brand of its own, built whole: its colours, faces, logo and words are on every page and picture. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dark as plainDark, light as plainLight } from '../src/lib/layout/palettes.ts';
import { headersOf } from '../src/lib/node/headers.ts';
import { folderAnswers, listen, type Listening } from '../src/lib/node/serve.ts';
import { readSite } from '../src/lib/node/siteFile.ts';
import { findHeadless, launchOptions } from './support/browser.mjs';

const command = resolve('bin/throughline.mjs');
const place = mkdtempSync(join(tmpdir(), 'throughline-brand-'));
const build = join(place, 'build');
const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { cwd: place, encoding: 'utf8' });
const page = (path: string) => readFileSync(join(build, path), 'utf8');
const pages = ['index.html', 'en.html', 'zh-Hans.html', '404.html', 'en/hannibal.html', 'it/hannibal.html'];
const inner = ['en/hannibal/explore.html', 'en/hannibal/quote-maharbal.html'];

let browser: Browser;
let served: Listening;
beforeAll(async () => {
	cpSync('tests/fixtures/sites/estuary', place, { recursive: true });
	cpSync('tests/fixtures/stories/hannibal', join(place, 'data', 'hannibal'), { recursive: true });
	const { status, stderr } = run('build');
	expect(status, stderr).toBe(0);
	served = await listen(folderAnswers(build, '/past', headersOf), { port: 0, base: '/past' });
	browser = await chromium.launch(launchOptions(findHeadless()));
});
afterAll(async () => {
	await browser?.close();
	await served?.close();
	rmSync(place, { recursive: true, force: true });
});

const { settings } = readSite('tests/fixtures/sites/estuary');
const { light, dark } = settings.colours as Record<'light' | 'dark', Record<string, string>>;

describe('a site with a brand of its own', () => {
	it('has its colours on every page, light and dark', () => {
		for (const path of [...pages, ...inner, 'en/hannibal/embed.html']) {
			expect(page(path), path).toContain(`:root{color-scheme:light;--paper:${light.paper};`);
			expect(page(path), path).toContain(`:root[data-theme=dark]{color-scheme:dark;--paper:${dark.paper};`);
			expect(page(path), path).not.toContain(plainLight.colours.vermilion);
			expect(page(path), path).not.toContain(plainDark.paper);
		}
	});

	it('has its text, licence and accounts at the foot of every page, in the page’s language', () => {
		for (const path of [...pages, ...inner]) {
			const [, foot] = /<footer class="site-foot[^>]*>([^]*?)<\/footer>/.exec(page(path))!;
			expect(foot, path).toContain('href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license noopener"');
			expect(foot, path).toContain('href="https://social.example/@estuary" rel="me noopener"');
			expect(foot, path).toContain(/^(index|404|zh)/.test(path) ? '我们怎样做' : 'How we work');
			// Nobody shares the page for what is not there.
			if (path !== '404.html') expect(page(path), path).toContain('<meta name="twitter:site" content="@estuary">');
		}
		expect(page('en/hannibal/embed.html')).not.toContain('site-foot');
	});

	it('allows its script, and the host that it sends to, and nothing in a frame', () => {
		const policy = (path: string) => /http-equiv="content-security-policy" content="([^"]*)"/.exec(page(path))![1];
		for (const path of [...pages, ...inner]) {
			expect(policy(path), path).toContain("connect-src 'self' https://stats.estuary.example;");
			expect(policy(path), path).toMatch(/script-src 'self'( 'sha256-[^']+')+;/);
			expect(page(path), path).toMatch(/<script defer src="\/past\/site\/count-[0-9a-f]{12}\.js" data-site="estuary">/);
		}
		expect(policy('en/hannibal/embed.html')).not.toContain('estuary.example');
		expect(page('en/hannibal/embed.html')).not.toContain('/site/count-');
	});

	it('is not kept for reading without a network', () => {
		for (const path of [...pages, ...inner]) expect(page(path), path).not.toContain('throughline-version');
		expect(page('service-worker.js')).toBe(readFileSync('src/lib/offline/noWorker.js', 'utf8'));
	});

	it('offers the languages that it names, in its order', () => {
		expect(page('index.html')).toContain('<html lang="zh-Hans"');
		const offered = (path: string) =>
			[...page(path).matchAll(/<link rel="alternate" hreflang="([^"]*)"/g)].map(([, lang]) => lang);
		expect(offered('en.html')).toEqual(['zh-Hans', 'en', 'x-default']);
		// The Italian edition is built, and leads to a front page in its language.
		expect(page('it.html')).toContain('href="/past/it/hannibal"');
	});

	it('names its files by their contents', () => {
		expect(
			readdirSync(join(build, 'site'))
				.map((name) => name.replace(/[0-9a-f]{12}/, '…'))
				.sort()
		).toEqual([
			'count-….js',
			'gelasio-400-….woff2',
			'gelasio-600-….woff2',
			'icon-….svg',
			'logo-dark-….svg',
			'logo-….svg'
		]);
		expect(page('en.html')).toMatch(/<link rel="icon" href="\/past\/site\/icon-[0-9a-f]{12}\.svg"/);
	});

	it.each([
		['en', 'light'],
		['zh-Hans', 'dark'],
		['en/hannibal', 'dark'],
		['nothing', 'light']
	] as const)(
		'shows its logo and face on /%s in %s, asks no other host, and does what its policy allows',
		async (path, scheme) => {
			const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 390, height: 800 } });
			const shown = await context.newPage();
			const others: string[] = [];
			const refused: string[] = [];
			shown.on('request', (request) => {
				if (new URL(request.url()).host !== new URL(served.url).host) others.push(request.url());
			});
			shown.on('console', (message) => {
				if (/content security policy/i.test(message.text())) refused.push(message.text());
			});
			await shown.goto(`${served.url}/${path}`, { waitUntil: 'networkidle' });
			const logo = shown.getByRole('img', { name: 'Estuary' });
			expect(await logo.count()).toBe(1);
			expect(await logo.getAttribute('src')).toMatch(scheme === 'dark' ? /logo-dark-/ : /logo-[0-9a-f]/);
			expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth > 0)).toBe(true);
			expect(await shown.locator('html').getAttribute('data-counted')).toBe('estuary');
			expect(await shown.evaluate(() => document.fonts.check('1em "Site Text"'))).toBe(true);
			expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
			expect([others, refused]).toEqual([[], []]);
			await context.close();
		}
	);

	it('draws its pictures and slides in its colours', async () => {
		const made = run(
			'export',
			'hannibal',
			'--lang',
			'en',
			'--format',
			'svg,pptx',
			'--theme',
			'light,dark',
			'--out',
			'out'
		);
		expect(made.status, made.stderr).toBe(0);
		const files = made.stdout.trim().split('\n');
		const read = (file: string) => readFileSync(join(place, file), 'utf8');
		const pictures = files.filter((file) => file.endsWith('.svg')).map(read);
		expect(pictures.length).toBe(2);
		expect(pictures.filter((svg) => svg.includes(light.paper) && svg.includes(light.vermilion)).length).toBe(1);
		expect(pictures.filter((svg) => svg.includes(dark.paper) && svg.includes(dark.vermilion)).length).toBe(1);
		for (const svg of pictures) expect(svg).not.toContain(plainLight.colours.vermilion);
		const slides = await JSZip.loadAsync(
			readFileSync(
				join(
					place,
					files.find((file) => file.endsWith('.pptx'))!
				)
			)
		);
		const theme = await slides.file('ppt/theme/theme1.xml')!.async('text');
		expect(theme).toContain(light.vermilion.slice(1).toUpperCase());
		expect(theme).not.toContain(plainLight.colours.vermilion.slice(1).toUpperCase());
	});

	it('may have a picture of one page in the browser too, in the same colours', async () => {
		const shown = await browser.newPage();
		await shown.goto(`${served.url}/en/hannibal`);
		await shown.locator('dialog#evidence[data-ready]').waitFor({ state: 'attached' });
		await shown.locator('[data-open=export]').first().click();
		const ground = shown.locator('.preview svg rect').first();
		expect(await ground.getAttribute('fill')).toBe(light.paper);
		await shown.close();
	});
});
