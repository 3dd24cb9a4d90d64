/**
 * Measures the built story page in Chromium against an empty page in the same run: what it loads, layout shift, long
 * tasks and frames while scrolling, a filter until painted, an image from its click; then how reading and checking
 * scale. It builds the site itself. The figures depend on the machine, so this prints them and judges nothing.
 */
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { launchOptions } from './support/browser.mjs';
import { measureGrowth } from './support/growth.mjs';
import { endOnSignals, openSite } from './support/site.mjs';
import { portOf } from './support/sites.mjs';

endOnSignals();
const { url: host, stop } = await openSite({ name: 'measured', port: portOf(2) });

const browser = await chromium.launch(launchOptions());
const quantile = (/** @type {number[]} */ list, /** @type {number} */ q) => {
	const sorted = [...list].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
};

/** @param {string} url @param {number} width @param {number} slow */
async function visit(url, width, slow) {
	const page = await browser.newPage({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
	/** @type {Record<string, number>} */
	const bytes = {};
	page.on('response', async (response) => {
		const body = await response.body().catch(() => Buffer.alloc(0));
		const kind = /\.(js|css|woff2)$/.exec(new URL(response.url()).pathname)?.[1] ?? 'html';
		bytes[kind] = (bytes[kind] ?? 0) + (kind === 'woff2' ? body.length : brotliCompressSync(body).length);
	});
	await page.addInitScript(() => {
		const seen = { shift: 0, long: /** @type {number[]} */ ([]) };
		Object.assign(globalThis, { seen });
		new PerformanceObserver((list) => {
			for (const entry of /** @type {any[]} */ (list.getEntries()))
				if (!entry.hadRecentInput) seen.shift += entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.long.push(duration);
		}).observe({ type: 'longtask', buffered: true });
	});
	await page.goto(url);
	await page.waitForTimeout(1200);
	const shift = await page.evaluate(() => /** @type {any} */ (globalThis).seen.shift);
	const client = await page.context().newCDPSession(page);
	await client.send('Emulation.setCPUThrottlingRate', { rate: slow });
	const frames = await page.evaluate(async () => {
		/** @type {any} */ (globalThis).seen.long.length = 0;
		const frames = [];
		let last = performance.now();
		for (let y = 0; y < document.documentElement.scrollHeight; y += 40) {
			scrollTo({ top: y, behavior: 'instant' });
			const now = await new Promise((done) => requestAnimationFrame(done));
			frames.push(now - last);
			last = now;
		}
		return frames;
	});
	const long = await page.evaluate(() => /** @type {any} */ (globalThis).seen.long);
	return { page, bytes, shift, frames, long };
}

const empty = `data:text/html,<body style="height:30000px">`;
for (const [lang, width] of /** @type {[string, number][]} */ ([
	['en', 1440],
	['en', 390],
	['zh-Hans', 1440],
	['zh-Hans', 390]
])) {
	const url = `${host}/${lang}/silicon-valley-turns`;
	const kb = (/** @type {number} */ n = 0) => `${(n / 1024).toFixed(1)} KB`;
	const base = await visit(empty, width, 1);
	const story = await visit(url, width, 1);
	const slow = await visit(url, width, 4);
	const { bytes } = story;
	console.log(`${lang}, ${width} px`);
	console.log(
		`  loads: HTML ${kb(bytes.html)}, JavaScript ${kb(bytes.js)}, CSS ${kb(bytes.css)} (brotli), fonts ${kb(bytes.woff2)}`
	);
	console.log(`  layout shift ${Math.max(story.shift, slow.shift).toFixed(4)}`);
	const p95 = quantile(story.frames, 0.95);
	const emptyP95 = quantile(base.frames, 0.95);
	console.log(
		`  scrolled: ${story.frames.length} frames, p95 ${p95.toFixed(1)} ms, empty page ${emptyP95.toFixed(1)} ms (${(p95 / emptyP95).toFixed(2)}×)`
	);
	console.log(
		`  scrolled on a CPU slowed 4×: ${slow.long.length} long tasks, longest ${Math.max(0, ...slow.long).toFixed(0)} ms`
	);
	for (const { page } of [base, slow]) await page.close();

	const { page } = story;
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await page.locator('[data-open="filter"]').click();
	await page.locator('[data-actor="openai"]').waitFor();
	const filter = [];
	for (let n = 0; n < 10; n++)
		filter.push(
			await page.evaluate(async () => {
				const start = performance.now();
				/** @type {HTMLElement} */ (document.querySelector('[data-actor="openai"]')).click();
				await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
				return performance.now() - start;
			})
		);
	console.log(
		`  filter to painted: median ${quantile(filter, 0.5).toFixed(0)} ms, longest ${Math.max(...filter).toFixed(0)} ms`
	);
	await page.keyboard.press('Escape');
	await page.locator('[data-open="export"]').click();
	await page.locator('dialog .primary').waitFor();
	const image = [];
	for (let n = 0; n < 5; n++) {
		const start = Date.now();
		await Promise.all([page.waitForEvent('download'), page.locator('dialog .primary').click()]);
		image.push(Date.now() - start);
	}
	console.log(`  PNG 2400 × 1350 from click: median ${quantile(image, 0.5)} ms, longest ${Math.max(...image)} ms`);
	await page.close();
}
await browser.close();
stop();
await measureGrowth();
