/** Little room: low and narrow screens, large text, and focus that no bar may cover. */
import { expect, test, type Page } from '@playwright/test';
import { scenes, settle, still, storyUrl } from './support.ts';

test.use(still);

/** Longest vertical stretch of the viewport, in px, in which prose is visible. */
const proseSeen = (page: Page) =>
	page.evaluate(() => {
		let [longest, run] = [0, 0];
		for (let y = 0; y < innerHeight; y++) {
			// Across its whole width, as otherwise it cannot be read.
			const seen = [0.2, 0.5, 0.8].every((part) =>
				document.elementsFromPoint(innerWidth * part, y)[0]?.closest('.telling .prose')
			);
			run = seen ? run + 1 : 0;
			longest = Math.max(longest, run);
		}
		return longest;
	});

for (const lang of ['en', 'zh-Hans'])
	for (const [width, height] of [
		[320, 256],
		[844, 390]
	])
		test(`prose is seen under what sticks: ${lang}, ${width} × ${height}`, async ({ page }) => {
			await page.setViewportSize({ width, height });
			await page.goto(storyUrl(lang));
			await settle(page);
			for (const id of (await scenes(page)).slice(0, -1)) {
				const line = await page.evaluate((id) => {
					const text = document.querySelector<HTMLElement>(`#scene-${id} .prose p`)!;
					// As while reading: prose that is long enough fills the screen.
					scrollTo({ top: text.getBoundingClientRect().top + scrollY - 60, behavior: 'instant' });
					return parseFloat(getComputedStyle(text).lineHeight);
				}, id);
				await settle(page);
				expect(await proseSeen(page), id).toBeGreaterThanOrEqual(line * 3);
			}
		});

for (const lang of ['en', 'zh-Hans'])
	for (const [width, height] of [
		[1280, 800],
		[390, 844],
		[320, 568]
	])
		test(`with text twice as large nothing is beside the screen: ${lang}, ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height });
			await page.goto(storyUrl(lang));
			await settle(page);
			await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
			await settle(page);
			const wide = await page.evaluate(() => {
				const room = document.documentElement.clientWidth;
				/** Clipped, perhaps with an ellipsis, within the screen. */
				const cut = (part: Element | null): boolean =>
					!!part &&
					((getComputedStyle(part).overflowX !== 'visible' && part.getBoundingClientRect().right <= room) ||
						cut(part.parentElement));
				return {
					page: document.documentElement.scrollWidth - room,
					parts: [...document.querySelectorAll('main *')]
						.filter((part) => part.checkVisibility() && !part.closest('svg, .visually-hidden, .skip, .surface'))
						.filter((part) => part.getBoundingClientRect().right > room + 1 && !cut(part))
						.map((part) => `${part.tagName}.${part.className} ${part.textContent?.trim().slice(0, 30)}`)
				};
			});
			expect(wide.parts).toEqual([]);
			expect(wide.page).toBeLessThanOrEqual(0);
			for (const id of (await scenes(page)).slice(0, 3)) {
				const line = await page.evaluate((id) => {
					const text = document.querySelector<HTMLElement>(`#scene-${id} .prose p`)!;
					text.scrollIntoView({ behavior: 'instant' });
					return parseFloat(getComputedStyle(text).lineHeight);
				}, id);
				await settle(page);
				const seen = await page.evaluate(() => {
					let lines = 0;
					const x = document.querySelector('.telling')!.getBoundingClientRect();
					for (let y = 0; y < innerHeight; y++)
						if (document.elementsFromPoint(x.left + x.width / 2, y)[0]?.closest('.telling .prose')) lines++;
					return lines;
				});
				expect(seen, id).toBeGreaterThanOrEqual(line);
			}
		});

for (const [width, height] of [
	[375, 700],
	[820, 1180],
	[1440, 900]
])
	test(`no bar covers what has the focus: ${width} × ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto(storyUrl('en'));
		await settle(page);
		const covered: string[] = [];
		let stops = 0;
		for (const key of ['Tab', 'Shift+Tab'])
			for (let first = true; stops < 900; stops++, first = false) {
				await page.keyboard.press(key);
				const stop = await page.evaluate(() => {
					const focused = document.activeElement;
					if (!focused || focused === document.body) return null;
					const box = focused.getBoundingClientRect();
					const boxes = [...focused.getClientRects()].filter(({ width, height }) => width && height);
					const off = boxes.every(({ top, bottom }) => bottom <= 0 || top >= innerHeight);
					const over = [...document.querySelectorAll<HTMLElement>('.bar, .stand')].filter((bar) => {
						if (bar.contains(focused) || getComputedStyle(bar).position !== 'sticky') return false;
						const { top, bottom, left, right } = bar.getBoundingClientRect();
						return boxes.some((box) => {
							const [from, to] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
							const [start, end] = [Math.max(left, box.left), Math.min(right, box.right)];
							if (to - from < 2 || end - start < 2) return false;
							// What lies over a bar is visible.
							return !focused.contains(document.elementFromPoint((start + end) / 2, (from + to) / 2));
						});
					});
					const name = `${focused.tagName} ${focused.getAttribute('href') ?? ''} ${focused.textContent?.trim().slice(0, 40)}`;
					return { name, at: `${Math.round(box.top)}–${Math.round(box.bottom)}`, covered: over.length > 0 || off };
				});
				if (!stop) {
					if (first) continue;
					break;
				}
				if (stop.covered) covered.push(`${key} ${stop.at} ${stop.name}`);
			}
		console.log(`${width} × ${height}: ${stops} stops, ${covered.length} covered`);
		expect(stops).toBeGreaterThan(150);
		expect(covered).toEqual([]);
	});
