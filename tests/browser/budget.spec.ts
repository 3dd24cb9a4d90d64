import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { frames, storyUrl } from './support.ts';

/** What a browser really loads before anything is clicked, counted as it arrives. KB are 1,024 bytes. */
const limits = { js: 52, css: 14, fonts: { en: 120, 'zh-Hans': 300 }, shift: 0.02 };

for (const lang of ['en', 'zh-Hans'] as const)
	for (const width of [390, 1440])
		test(`bytes, requests and layout shift: ${lang}, ${width} px`, async ({ page, baseURL }, info) => {
			const kb: Record<string, number> = { js: 0, css: 0, woff2: 0 };
			const foreign: string[] = [];
			const counted: Promise<void>[] = [];
			page.on('response', (response) => {
				const url = new URL(response.url());
				if (url.origin !== baseURL) foreign.push(response.url());
				const kind = /\.(js|css|woff2)$/.exec(url.pathname)?.[1];
				if (!kind) return;
				counted.push(
					response.body().then((body) => {
						// WOFF2 is compressed already; a static host sends the rest with brotli.
						kb[kind] += (kind === 'woff2' ? body : brotliCompressSync(body)).length / 1024;
					})
				);
			});
			await page.addInitScript(() => {
				Object.assign(globalThis, { shift: 0 });
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
						(globalThis as unknown as { shift: number }).shift += entry.value;
				}).observe({ type: 'layout-shift', buffered: true });
			});
			await page.setViewportSize({ width, height: 900 });
			await page.goto(storyUrl(lang));
			await page.waitForLoadState('networkidle');
			await frames(page, 30);
			await Promise.all(counted);
			// Styles are inlined in the page.
			const styles = await page.locator('style').evaluateAll((list) => list.map(({ textContent }) => textContent));
			kb.css += brotliCompressSync(styles.join('')).length / 1024;
			const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);

			info.annotations.push({ type: 'measured', description: JSON.stringify({ ...kb, shift }) });
			console.log(
				`${lang} ${width} px: JavaScript ${kb.js.toFixed(1)} KB, CSS ${kb.css.toFixed(1)} KB, ` +
					`fonts ${kb.woff2.toFixed(1)} KB, layout shift ${shift.toFixed(4)}`
			);
			expect(kb.js).toBeGreaterThan(10);
			expect(kb.js).toBeLessThanOrEqual(limits.js);
			expect(kb.css).toBeGreaterThan(1);
			expect(kb.css).toBeLessThanOrEqual(limits.css);
			expect(kb.woff2).toBeGreaterThan(10);
			expect(kb.woff2).toBeLessThanOrEqual(limits.fonts[lang]);
			expect(shift).toBeLessThanOrEqual(limits.shift);
			expect(foreign).toEqual([]);
		});

test('a pointer at rest loads nothing; one that moves loads the timeline', async ({ page }) => {
	const scripts: string[] = [];
	page.on('response', (response) => void scripts.push(new URL(response.url()).pathname));
	const worker = () => scripts.filter((path) => path.includes('/workers/')).length;
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('en'));
	await page.waitForFunction(() => document.querySelector('dialog#evidence[data-ready]'));
	// Chromium sends it by itself to a pointer under which the page is drawn, sooner or later.
	await page.evaluate(() => dispatchEvent(new PointerEvent('pointermove', { clientX: 300, clientY: 300 })));
	await page.waitForLoadState('networkidle');
	await frames(page, 10);
	expect(worker()).toBe(0);
	await page.mouse.move(400, 300);
	await expect.poll(worker).toBeGreaterThan(0);
});
