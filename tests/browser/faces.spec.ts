/**
 * The fonts are seen: on a first visit over a slow line, all visible text ends up in a font of the story’s own, and the
 * swap from the device’s fonts moves nothing.
 */
import { expect, type CDPSession, type Page } from '@playwright/test';
import { base, below, frames, slug, test } from './support.ts';

/** 400 kbit/s, 150 ms. */
const slow = { offline: false, latency: 150, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const limits = { shift: 0.02 };

const pages = [
	['front page', '/en'],
	['front page, zh-Hans', '/zh-Hans'],
	...['en', 'zh-Hans'].flatMap((lang) =>
		[
			['story', ''],
			['explorer', '/explore'],
			['quotation', '/quote-chesky'],
			['embed', '/embed']
		].map(([kind, rest]) => [`${kind}, ${lang}`, `/${lang}/${slug}${rest}`])
	)
];

type Measured = { shift: number; moved: string[]; swapped: boolean };
const measured = (page: Page) => page.evaluate(() => (globalThis as unknown as { measured: Measured }).measured);

/** The fonts that draw visible text, by the names in their files, with the number of glyphs that each draws. */
async function drawnIn(client: CDPSession): Promise<Map<string, { own: boolean; glyphs: number }>> {
	await client.send('DOM.getDocument');
	await client.send('CSS.enable');
	const { result } = await client.send('Runtime.evaluate', {
		expression: `[...document.querySelectorAll('body *')].filter((part) => {
			const box = part.getBoundingClientRect();
			return box.width && box.height && box.bottom > 0 && box.top < innerHeight &&
				part.checkVisibility({ visibilityProperty: true }) &&
				[...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
		})`
	});
	const list = await client.send('Runtime.getProperties', { objectId: result.objectId!, ownProperties: true });
	const fonts = new Map<string, { own: boolean; glyphs: number }>();
	for (const { name, value } of list.result) {
		if (!/^\d+$/.test(name) || !value?.objectId) continue;
		const { nodeId } = await client.send('DOM.requestNode', { objectId: value.objectId });
		const { fonts: used } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
		for (const { familyName, isCustomFont, glyphCount } of used)
			fonts.set(familyName, { own: isCustomFont, glyphs: (fonts.get(familyName)?.glyphs ?? 0) + glyphCount });
	}
	return fonts;
}

for (const [kind, path] of pages)
	for (const width of [390, 1440])
		test(
			`seen on a slow first visit, and nothing moves: ${kind}, ${width} px`,
			kind === 'story, en' ? below : {},
			async ({ page }) => {
				const client = await page.context().newCDPSession(page);
				await client.send('Network.enable');
				await client.send('Network.emulateNetworkConditions', slow);
				await page.addInitScript(() => {
					const measured: Measured = { shift: 0, moved: [], swapped: false };
					Object.assign(globalThis, { measured });
					type Shift = PerformanceEntry & { value: number; sources: { node: Element | Text | null }[] };
					new PerformanceObserver((list) => {
						for (const { value, sources } of list.getEntries() as Shift[]) {
							measured.shift += value;
							measured.moved.push(
								...sources.map(
									({ node }) => `${value.toFixed(4)} ${node?.nodeName} ${(node?.textContent ?? '').slice(0, 40)}`
								)
							);
						}
					}).observe({ type: 'layout-shift', buffered: true });
					new PerformanceObserver(() => {
						// Painted before the fonts are there, so that they are swapped in later.
						if (
							[...document.fonts].some(({ status, family }) => status === 'loading' && family.includes('Throughline'))
						)
							measured.swapped = true;
					}).observe({ type: 'paint', buffered: true });
				});
				await page.setViewportSize({ width, height: 900 });
				await page.goto(base() + path, { waitUntil: 'load' });
				await page.waitForLoadState('networkidle');
				await page.evaluate(() => document.fonts.ready);
				await frames(page, 30);

				const { shift, moved, swapped } = await measured(page);
				const fonts = await drawnIn(client);
				const said = [...fonts].map(([name, { own, glyphs }]) => `${name}${own ? '' : ' (the device’s)'} ${glyphs}`);
				console.log(
					`${kind}, ${width} px: ${said.join(', ')}; ${swapped ? 'swapped' : 'there before the first paint'}; layout shift ${shift.toFixed(4)}`
				);
				expect([...fonts.values()].filter(({ own }) => own).length).toBeGreaterThan(0);
				expect([...fonts].filter(([, { own }]) => !own)).toEqual([]);
				const failed = await page.evaluate(() =>
					[...document.fonts]
						.filter(({ status, family }) => status === 'error' && family.includes('Throughline'))
						.map(({ family }) => family)
				);
				expect(failed).toEqual([]);
				expect(shift, moved.join('\n')).toBeLessThanOrEqual(limits.shift);
			}
		);
