import { expect, type Page } from '@playwright/test';
import { actorsOf, below, expectNoFaults, explored, settle, story, storyUrl, test } from './support.ts';

const exploreUrl = (lang: string, rest = '') => storyUrl(lang, `/explore${rest}`);

/** Waits until the page is live and what it shows has reached the list and the address. */
async function ready(page: Page) {
	await explored(page);
	await page.locator('.axis a.mark').first().waitFor();
}
const listed = (page: Page) =>
	page.locator('.list li[data-ref]').evaluateAll((list) => list.map((entry) => entry.getAttribute('data-ref')!).sort());
const window = (page: Page) =>
	page.evaluate(() => ['from', 'to'].map((name) => Date.parse(new URLSearchParams(location.search).get(name) ?? '')));

test('without JavaScript the explorer is the whole timeline and a list of every entry, with ways into the story', async ({
	browser
}) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto(exploreUrl('en'));
	const refs = story('en').items.map(({ ref }) => ref as string);
	expect(await listed(page)).toEqual([...refs].sort());
	// A quotation or a figure stands at its event’s mark.
	const marked = await page
		.locator('.picture a.mark')
		.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-ref')));
	for (const ref of refs) if (ref.startsWith('event-')) expect(marked).toContain(ref);
	await page.locator('.list li a').first().click();
	expect(new URL(page.url()).pathname).toBe(storyUrl('en'));
	await page.context().close();
});

test('the story’s end hands over to the explorer', async ({ page }) => {
	await page.goto(storyUrl('zh-Hans'));
	await page.locator('#explore a').click();
	await ready(page);
	expect(new URL(page.url()).pathname).toBe(exploreUrl('zh-Hans'));
});

test('keys move and zoom; the address holds the window and opens it again', below, async ({ page }) => {
	await page.goto(exploreUrl('en', '?scale=true'));
	await ready(page);
	await page.locator('.picture').focus();
	for (const key of ['End', '+', '+', '+', 'ArrowUp']) await page.keyboard.press(key);
	await explored(page);
	const [from, to] = await window(page);
	const [start, end] = story('en').extent;
	expect((to - from) / (end - start)).toBeCloseTo(1 / 1.5 ** 3, 2);
	expect(to).toBeLessThan(end);
	const before = await listed(page);
	await page.reload();
	await ready(page);
	expect(await listed(page)).toEqual(before);
	await page.locator('.picture').focus();
	await page.keyboard.press('0');
	await explored(page);
	expect(new URL(page.url()).search).toBe('?scale=true');
	expect((await listed(page)).length).toBe(story('en').items.length);
});

test('a wheel scrolls the page and says how it zooms, until the picture was clicked or Ctrl is held', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	// Timers that would hide something are held until the test has looked at it, however long that takes.
	await page.addInitScript(() => {
		const held: (() => void)[] = [];
		const own = setTimeout;
		Object.assign(globalThis, {
			letGo: () => held.forEach((work) => work()),
			setTimeout: (work: () => void, ms = 0) => (ms > 2000 ? held.push(work) : own(work, ms))
		});
	});
	await page.goto(exploreUrl('en'));
	await ready(page);
	const offset = () => page.locator('.axis').evaluate((axis) => getComputedStyle(axis).translate);
	const still = await offset();
	const hint = page.getByText(story('en').ui.explore.wheel);
	await page.mouse.move(150, 400);
	await page.mouse.wheel(0, 200);
	await expect(hint).toBeVisible();
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
	expect(await offset()).toBe(still);
	// It covers no words, and disappears by itself for good.
	const covered = await hint.evaluate((box) => {
		const a = box.getBoundingClientRect();
		return [...document.querySelectorAll('.axis text')]
			.map((text) => ({ words: text.textContent, b: text.getBoundingClientRect() }))
			.filter(({ b }) => a.left < b.right && a.right > b.left && a.top < b.bottom - 2 && a.bottom > b.top + 2)
			.map(({ words }) => words);
	});
	expect(covered).toEqual([]);
	await page.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
	await expect(hint).toHaveCount(0);
	const before = await page.evaluate(() => scrollY);
	await page.mouse.wheel(0, -60);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(before);
	await expect(hint).toHaveCount(0);
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -300);
	await page.keyboard.up('Control');
	await expect.poll(offset).not.toBe(still);
	await page.locator('.picture').focus();
	await explored(page);
	const span = async () => (await window(page)).reduce((from, to) => to - from);
	const zoomed = await span();
	const scrolled = await page.evaluate(() => scrollY);
	await page.mouse.wheel(0, -200);
	await expect.poll(span).toBeLessThan(zoomed * 0.9);
	// Not further down: zooming changes the list below, which may move the end of the page up.
	expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(scrolled);
});

test('dragging moves the timeline and is no click; a mark opens its card', async ({ page }) => {
	await page.goto(exploreUrl('en', '?from=2024-06-01&to=2025-12-01'));
	await ready(page);
	const [from] = await window(page);
	const seen = await page.locator('.axis a.mark').evaluateAll((list) => {
		const { top } = document.querySelector('.picture')!.getBoundingClientRect();
		return list.findIndex((mark) => mark.querySelector('circle')!.getBoundingClientRect().top > top + 20);
	});
	const mark = page.locator('.axis a.mark').nth(seen);
	const box = (await mark.locator('circle').first().boundingBox())!;
	await page.mouse.move(box.x + 12, box.y + 12);
	await page.mouse.down();
	await page.mouse.move(box.x + 12, box.y + 112, { steps: 5 });
	await page.mouse.up();
	await explored(page);
	expect((await window(page))[0]).toBeLessThan(from);
	await expect(page.locator('.detail')).toHaveCount(0);
	const ref = await mark.getAttribute('data-ref');
	await mark.locator('circle').first().click();
	await expect(page.locator('.detail .card')).toHaveAttribute('data-ref', ref!);
	expect(new URL(page.url()).search).toContain('from=');
});

test('picture and list show what filter and search keep, and say how many', async ({ page }) => {
	await page.goto(exploreUrl('en', '?actors=deepseek'));
	await ready(page);
	expect(await listed(page)).toEqual(actorsOf('en', ['deepseek']));
	await page.goto(exploreUrl('en'));
	await ready(page);
	await page.locator('input[type=search]').fill('kimi');
	await explored(page);
	const found = await listed(page);
	expect(found.length).toBeGreaterThan(2);
	expect(found.length).toBeLessThan(story('en').items.length);
	await expect(page.locator('search [role=status]')).toHaveText(`${found.length} matches, all in view`);
	const marks = await page
		.locator('.axis a.mark')
		.evaluateAll((list) => list.map((mark) => mark.getAttribute('data-ref')).sort());
	expect(marks).toEqual(found);
	expect(page.url()).toContain('q=kimi');
});

test('a hostile or wrong address is told and shown as text', async ({ page }) => {
	await page.goto(exploreUrl('en', '?from=%3Cimg%20src=x%20onerror=alert(1)%3E&to=2025-01-01&lanes=no'));
	await ready(page);
	await expect(page.locator('.notes li')).toHaveCount(2);
	expect(await page.locator('.notes img').count()).toBe(0);
});

test('marks that come back after a filter is undone are seen again', async ({ page }) => {
	await page.goto(storyUrl('en', '?actors=oppo'));
	await settle(page);
	const marks = page.locator('.stand .picture a.mark');
	const before = await marks.count();
	await page.locator('.filtered button').click();
	await expect.poll(() => marks.count()).toBeGreaterThan(before);
	expect(await marks.evaluateAll((links) => links.every((link) => link instanceof SVGElement))).toBe(true);
});

for (const [lang, width, theme] of [
	['en', 1440, 'light'],
	['zh-Hans', 390, 'dark']
] as const)
	test(`axe finds nothing in the explorer: ${lang}, ${width} px, ${theme}`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(exploreUrl(lang, `?theme=${theme}`));
		await ready(page);
		await expectNoFaults(page, undefined, { contrast: lang === 'en' ? 'all' : 'kinds' });
	});
