/** Unbroken words of 2,000 letters wherever text from data stands: no page gets wider than the screen. */
import { expect, test, type Page } from '@playwright/test';
import { fixtures } from '../support/sites.mjs';
import { explored, settle } from './support.ts';

const slug = 'long-words';
const widths = [320, 390, 1440];

/** What extends beyond an edge of the screen without being clipped: the page could be scrolled to it. */
const beside = (page: Page) =>
	page.evaluate(() => {
		const root = document.documentElement;
		const cut = (part: Element | null): boolean =>
			!!part &&
			part !== document.body &&
			part !== root &&
			(getComputedStyle(part).overflowX !== 'visible' || cut(part.parentElement));
		const boxes = [...document.querySelectorAll('body *')]
			.filter(
				(part) =>
					!('ownerSVGElement' in part && part.ownerSVGElement) && !cut(part.parentElement) && part.checkVisibility()
			)
			.map((part) => ({ part, box: part.getBoundingClientRect() }))
			.filter(({ box }) => box.width && (box.left < -1 || box.right > root.clientWidth + 1));
		return {
			wider: root.scrollWidth - root.clientWidth,
			parts: boxes.map(
				({ part, box }) =>
					`${part.tagName}.${part.getAttribute('class')} ${Math.round(box.left)}–${Math.round(box.right)}`
			)
		};
	});

const pages: { name: string; path: string; live: (page: Page) => Promise<unknown> }[] = [
	{ name: 'story', path: `/${slug}`, live: settle },
	{ name: 'explorer', path: `/${slug}/explore`, live: explored },
	{ name: 'front page', path: '', live: async () => {} },
	{ name: 'page of a quotation', path: `/${slug}/quote-q`, live: async () => {} },
	{ name: 'frame', path: `/${slug}/embed`, live: (page) => page.locator('.picture svg').first().waitFor() }
];

for (const { name, path, live } of pages)
	test(`no word widens the ${name}`, async ({ page }) => {
		for (const width of widths)
			for (const dir of ['ltr', 'rtl']) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(`${fixtures}/en${path}`);
				await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
				await live(page);
				expect(await beside(page), `${width} px, ${dir}`).toEqual({ wider: 0, parts: [] });
			}
	});

for (const width of widths)
	test(`no word widens what opens over a page: ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(`${fixtures}/en/${slug}`);
		await settle(page);
		/** Also inside a part that scrolls by itself. */
		const inside = (selector: string) =>
			page
				.locator(selector)
				.first()
				.evaluate((box) =>
					[box, ...box.querySelectorAll('*')]
						.filter(({ clientWidth, scrollWidth }) => clientWidth && scrollWidth > clientWidth + 1)
						.filter(
							(part) => /auto|scroll/.test(getComputedStyle(part).overflowX) && !part.matches('input, textarea, select')
						)
						.map((part) => `${part.tagName}.${part.getAttribute('class')}`)
				);
		await page.locator('.prose a[data-ref="event-e0"]').first().click();
		await page.locator('dialog#evidence .card').waitFor();
		expect(await inside('dialog#evidence')).toEqual([]);
		await page.keyboard.press('Escape');
		await page.locator('[data-open="filter"]').click();
		await page.locator('#filter-panel .chip').first().waitFor();
		expect(await inside('#filter-panel')).toEqual([]);
		await page.keyboard.press('Escape');
		await page.locator('[data-open="export"]').click();
		await page.locator('dialog[open] .preview svg').waitFor();
		expect(await inside('dialog[open]:not(#evidence)')).toEqual([]);
		expect((await beside(page)).wider).toBe(0);
	});
