import { expect, type Page } from '@playwright/test';
import { below, expectNoFaults, explored, settle, story, storyUrl, test } from './support.ts';

const path = (page: Page) => new URL(page.url()).pathname;

/** Opens the end of the story, with its link to the explorer in view. */
async function atEnd(page: Page, rest = '', lang = 'en') {
	await page.goto(storyUrl(lang, rest));
	await settle(page);
	await page.locator('#explore a').scrollIntoViewIfNeeded();
	await settle(page);
	await page.evaluate(() => Object.assign(globalThis, { same: true }));
}
const opened = (page: Page) => page.locator('dialog .axis a.mark').first().waitFor();
const same = (page: Page) => page.evaluate(() => 'same' in globalThis);

test(
	'the explorer opens over the story with its View, and Back is where the story was left',
	below,
	async ({ page }) => {
		await atEnd(page, '?actors=openai&scale=true&theme=dark');
		const top = await page.evaluate(() => scrollY);
		const last = story('en').scenes.at(-1)!;
		await page.locator('#explore a').click();
		await opened(page);
		expect(await same(page)).toBe(true);
		expect(path(page)).toBe(storyUrl('en', '/explore'));
		const params = new URL(page.url()).searchParams;
		expect(Object.fromEntries(['actors', 'scale', 'theme'].map((name) => [name, params.get(name)]))).toEqual({
			actors: 'openai',
			scale: 'true',
			theme: 'dark'
		});
		expect(params.has('from')).toBe(last.window !== null);
		expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
		await expect(page.locator('dialog .badge')).toHaveText(/\d+\/\d+/);

		await page.goBack();
		await expect(page.locator('dialog:not(#evidence)')).toHaveCount(0);
		expect(path(page)).toBe(storyUrl('en'));
		expect(await same(page)).toBe(true);
		expect(await page.evaluate(() => scrollY)).toBe(top);
		await expect(page.locator('#explore a')).toBeFocused();

		await page.goForward();
		await opened(page);
		expect(path(page)).toBe(storyUrl('en', '/explore'));
		await page.goBack();
		await expect(page.locator('dialog:not(#evidence)')).toHaveCount(0);
		expect(await page.evaluate(() => scrollY)).toBe(top);
	}
);

test('Escape closes the card, then the explorer; its link to the story closes it too', async ({ page }) => {
	await atEnd(page);
	const top = await page.evaluate(() => scrollY);
	await page.locator('#explore a').press('Enter');
	await opened(page);
	await page.locator('dialog .list li a').first().click();
	await expect(page.locator('dialog .detail')).toBeVisible();
	await page.locator('dialog .picture').focus();
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog .detail')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog:not(#evidence)')).toHaveCount(0);
	expect(path(page)).toBe(storyUrl('en'));
	expect(await page.evaluate(() => scrollY)).toBe(top);
	await expect(page.locator('#explore a')).toBeFocused();

	await page.locator('#explore a').click();
	await opened(page);
	await page.locator('dialog .home').click();
	await expect(page.locator('dialog:not(#evidence)')).toHaveCount(0);
	expect(await same(page)).toBe(true);
	expect(path(page)).toBe(storyUrl('en'));
});

test('from a card in the explorer the reader goes to where the story tells it', async ({ page }) => {
	await atEnd(page);
	await page.locator('#explore a').click();
	await opened(page);
	const entry = page.locator('dialog .list li:has(a)').first();
	const ref = await entry.getAttribute('data-ref');
	await entry.locator('a').click();
	await page.locator('dialog .after a').click();
	await expect(page.locator('dialog:not(#evidence)')).toHaveCount(0);
	await expect(page).toHaveURL(new RegExp(`${storyUrl('en')}#${ref}$`));
	await expect(page.locator('dialog#evidence .card')).toHaveAttribute('data-ref', ref!);
	expect(await same(page)).toBe(true);
});

test('a reload shows the explorer at its own address, and Back from there the story, whole', async ({ page }) => {
	await atEnd(page);
	await page.locator('#explore a').click();
	await opened(page);
	const params = new URL(page.url()).search;
	await page.reload();
	await page.locator('main .axis a.mark, [role=main] .axis a.mark').first().waitFor();
	await expect(page.locator('dialog:not(#evidence)')).toHaveCount(0);
	await explored(page);
	expect(new URL(page.url()).search).toBe(params);
	await page.goBack();
	await settle(page);
	expect(path(page)).toBe(storyUrl('en'));
	await expect(page.locator('#explore a')).toHaveCount(1);
	await expect(page.locator('#all-evidence .card').first()).toHaveCount(1);
});

test('with a modifier, or where its data cannot be had, the link is a link', async ({ page, context }) => {
	await atEnd(page);
	const [other] = await Promise.all([
		context.waitForEvent('page'),
		page.locator('#explore a').click({ modifiers: ['ControlOrMeta'] })
	]);
	await other.waitForURL(`**${storyUrl('en', '/explore')}*`);
	expect(path(page)).toBe(storyUrl('en'));
	await other.close();
	// A story with a table, which the explorer fetches.
	await page.goto('/en/web-platform');
	await settle(page);
	await page.evaluate(() => Object.assign(globalThis, { same: true }));
	await page.route('**/table.json*', (route) => route.abort());
	await page.locator('#explore a').click();
	await page.locator('[role=main] .axis a.mark').first().waitFor();
	expect(await same(page)).toBe(false);
});

for (const [lang, width] of [
	['en', 1440],
	['zh-Hans', 390]
] as const)
	test(`axe finds nothing while the explorer stands over the story: ${lang}, ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await atEnd(page, '', lang);
		await page.locator('#explore a').click();
		await opened(page);
		await explored(page);
		await expectNoFaults(page, undefined, { contrast: lang === 'en' ? 'all' : 'kinds' });
	});
