import { expect, type Page } from '@playwright/test';
import { fixtures } from '../support/sites.mjs';
import { below, expectNoFaults, settle, still, story, storyUrl, test } from './support.ts';

const drawer = (page: Page) => page.locator('dialog#evidence');
const top = (page: Page) => page.evaluate(() => scrollY);
const desk = { width: 1440, height: 900 };
const proseLink = '#scene-cheap .prose a[data-ref="quote-chesky"]';

/** Opens the scene whose prose has the link, at rest, with the link in view. */
async function atCheap(page: Page, lang = 'en', rest = '') {
	await page.goto(storyUrl(lang, `${rest}#scene-cheap`));
	await settle(page);
}

test.describe('a card is opened over the page', () => {
	test.beforeEach(({ page }) => page.setViewportSize(desk));

	test('from a link in the prose; Escape gives the focus back, and the scroll never moves', below, async ({ page }) => {
		await atCheap(page);
		const before = await top(page);
		await page.locator(proseLink).click();
		await expect(drawer(page)).toBeVisible();
		await expect(drawer(page)).toContainText('both good and cheap');
		await expect(page).toHaveURL(/#quote-chesky$/);
		await expect(page.locator(proseLink)).toHaveClass(/opened/);
		expect(await page.evaluate(() => !!document.activeElement?.closest('dialog#evidence'))).toBe(true);
		expect(Math.abs((await top(page)) - before)).toBeLessThanOrEqual(1);
		await page.keyboard.press('Escape');
		await expect(drawer(page)).toBeHidden();
		await expect(page.locator(proseLink)).toBeFocused();
		await expect(page.locator('.opened')).toHaveCount(0);
		await settle(page);
		expect(Math.abs((await top(page)) - before)).toBeLessThanOrEqual(1);
		await expect(page).toHaveURL(/#scene-cheap$/);
	});

	test('from a mark by keyboard, and the mark is shown again from the card', async ({ page }) => {
		await atCheap(page);
		const mark = page.locator('.desk a.mark[data-ref="event-airbnb"]');
		await mark.focus();
		await page.keyboard.press('Enter');
		await expect(drawer(page)).toBeVisible();
		await drawer(page)
			.getByRole('button', { name: story('en').ui.card.show })
			.click();
		await expect(drawer(page)).toBeHidden();
		await expect(mark).toBeFocused();
		await expect(mark.locator('.ring')).toHaveAttribute('opacity', '1');
	});

	test('from its address, over the scene that tells it, and from an address written later', async ({ page }) => {
		await page.goto(storyUrl('en', '#quote-chesky'));
		await expect(drawer(page)).toBeVisible();
		await expect(page.locator('#heading-cheap')).toBeInViewport();
		await settle(page);
		await expect(page).toHaveURL(/#quote-chesky$/);
		await drawer(page).locator('button[data-close]').click();
		await expect(drawer(page)).toBeHidden();
		await expect(page).toHaveURL(/#scene-cheap$/);
		await page.evaluate(() => (location.hash = 'event-kimi'));
		await expect(drawer(page)).toContainText('Moonshot AI releases');
		await expect(
			page.locator(`#heading-${story('en').items.find(({ ref }) => ref === 'event-kimi')!.scene}`)
		).toBeInViewport();
		// Opens another while this one is open.
		await page.evaluate(() => (location.hash = 'event-deepseek'));
		await expect(drawer(page).locator('.card')).toHaveAttribute('data-ref', 'event-deepseek');
	});

	test('Back leaves it at once, however far the reader went in it', async ({ page }) => {
		await atCheap(page);
		const before = await top(page);
		await page.locator(proseLink).click();
		await drawer(page).locator('.rows a[data-ref="event-airbnb"]').click();
		await expect(drawer(page)).toContainText(story('en').items.find(({ ref }) => ref === 'event-airbnb')!.title);
		await expect(page).toHaveURL(/#event-airbnb$/);
		await drawer(page).locator('.steps a').last().click();
		await expect(page).not.toHaveURL(/#event-airbnb$/);
		expect(await page.evaluate(() => !!document.activeElement?.closest('dialog#evidence'))).toBe(true);
		await page.goBack();
		await expect(drawer(page)).toBeHidden();
		await settle(page);
		expect(Math.abs((await top(page)) - before)).toBeLessThanOrEqual(1);
		await expect(page).toHaveURL(/#scene-cheap$/);
		await page.goForward();
		await expect(drawer(page)).toBeVisible();
	});

	test('a click outside closes it; on another link it opens that card in its place', async ({ page }) => {
		await atCheap(page);
		await page.locator(proseLink).click();
		const other = page.locator('#scene-cheap .prose a[data-ref="event-chamath"]');
		// Its first line, as a link may have two.
		const line = await other.evaluate((link) => link.getClientRects()[0].toJSON() as DOMRect);
		await page.mouse.click(line.x + 5, line.y + 5);
		await expect(page).toHaveURL(/#event-chamath$/);
		await expect(drawer(page)).toContainText(story('en').items.find(({ ref }) => ref === 'event-chamath')!.title);
		await page.mouse.click(20, 300);
		await expect(drawer(page)).toBeHidden();
		await expect(page).toHaveURL(/#scene-cheap$/);
		await page.goBack();
		expect(page.url()).not.toContain('event-');
	});

	test('no id is in the document twice, and what refers to one finds it', async ({ page }) => {
		await atCheap(page);
		for (const ref of ['quote-chesky', 'figure-cost', 'event-airbnb']) {
			await page.evaluate((ref) => (location.hash = ref), ref);
			await expect(drawer(page).locator('.card')).toHaveAttribute('data-ref', ref);
			const { twice, lost } = await page.evaluate(() => {
				const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
				const refs = [...document.querySelectorAll('[aria-labelledby], [fill^="url(#"]')].flatMap((element) => [
					element.getAttribute('aria-labelledby') ?? '',
					/^url\(#(.*)\)$/.exec(element.getAttribute('fill') ?? '')?.[1] ?? ''
				]);
				return {
					twice: ids.filter((id, index) => ids.indexOf(id) !== index),
					lost: refs.filter((id) => id && !document.getElementById(id))
				};
			});
			expect({ twice, lost }).toEqual({ twice: [], lost: [] });
			await page.keyboard.press('Escape');
			await expect(drawer(page)).toBeHidden();
			await settle(page);
		}
	});

	test('a modifier leaves a link a link', async ({ page, context }) => {
		await atCheap(page);
		const [tab] = await Promise.all([
			context.waitForEvent('page'),
			page.locator(proseLink).click({ modifiers: ['ControlOrMeta'] })
		]);
		await expect(drawer(page)).toBeHidden();
		await expect(drawer(tab)).toBeVisible();
	});

	test('its source is a place of the page, and the link is copied', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await atCheap(page);
		await page.locator(proseLink).click();
		await drawer(page)
			.getByRole('button', { name: story('en').ui.card.copy })
			.click();
		await expect(drawer(page)).toContainText(story('en').ui.export.copied);
		expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/en\/[a-z-]+#quote-chesky$/);
		await drawer(page).locator('.source a').first().click();
		await expect(drawer(page)).toBeHidden();
		await expect(page.locator('#source-article')).toBeInViewport();
	});
});

test('a phone has it as a sheet that scrolls by itself', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await atCheap(page);
	await page.locator(proseLink).click();
	await expect(drawer(page)).toBeVisible();
	await expect
		.poll(async () => (await drawer(page).boundingBox())!.y + (await drawer(page).boundingBox())!.height)
		.toBe(844);
	const box = (await drawer(page).boundingBox())!;
	expect(box.height).toBeLessThanOrEqual(844 * 0.85 + 1);
	expect([box.x, box.width]).toEqual([0, 390]);
	const before = await top(page);
	const scrolled = () =>
		drawer(page)
			.locator('.content')
			.evaluate((content) => content.scrollTop);
	await page.mouse.move(195, 700);
	await page.mouse.wheel(0, 300);
	await expect.poll(scrolled).toBeGreaterThan(0);
	expect(await top(page)).toBe(before);
	const narrow = await drawer(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth);
	expect(narrow).toBe(true);
});

test.describe('without movement', () => {
	test.use(still);

	for (const lang of ['en', 'zh-Hans'])
		for (const width of [390, 1440])
			test(`axe finds nothing with evidence open: ${lang}, ${width} px`, async ({ page }) => {
				await page.setViewportSize({ width, height: 900 });
				for (const theme of ['light', 'dark']) {
					await page.goto(storyUrl(lang, `?theme=${theme}`));
					await settle(page);
					for (const ref of ['quote-chesky', 'figure-cost', 'event-kimi'])
						await test.step(`${theme}, ${ref}`, async () => {
							await page.evaluate((ref) => (location.hash = ref), ref);
							await expect(drawer(page).locator('.card')).toHaveAttribute('data-ref', ref);
							await expectNoFaults(page, '#evidence', {
								contrast: lang === 'en' && theme === 'light' ? 'all' : 'kinds',
								rules: theme === 'light' ? 'all' : 'colour'
							});
						});
				}
			});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a link in the prose leads to the whole card', async ({ page }) => {
		await page.goto(storyUrl('en'));
		await page.locator(proseLink).click();
		const card = page.locator('article#quote-chesky');
		await expect(card).toBeInViewport();
		for (const part of ['.words', '.rows', '.source', '.date-line'])
			await expect(card.locator(part).first()).toBeVisible();
		await expect(card.getByRole('button')).toHaveCount(0);
	});
});

test('with it, the section of all cards is a list of titles that open them', async ({ page }) => {
	await page.setViewportSize(desk);
	await page.goto(storyUrl('en', '?actors=openai#all-evidence'));
	await settle(page);
	const cards = page.locator('#all-evidence .card:visible');
	const kept = await cards.count();
	expect(kept).toBeGreaterThan(0);
	expect(kept).toBeLessThan(story('en').items.length);
	await expect(cards.first().locator('.rows')).toBeHidden();
	const before = await top(page);
	await cards.first().getByRole('link').click();
	await expect(drawer(page).locator('.rows')).toBeVisible();
	expect(await top(page)).toBe(before);
});

test('an embed shows the card in its frame, and the story beside it', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 420 });
	await page.goto(`${storyUrl('en')}/embed`);
	// The quotation stands at its event’s mark.
	const mark = page.locator('a.mark[data-ref="event-airbnb"]');
	await mark.focus();
	await page.keyboard.press('Enter');
	await expect(drawer(page)).toContainText('Airbnb');
	await drawer(page).locator('.rows a[data-ref="quote-chesky"]').click();
	await expect(drawer(page)).toContainText('both good and cheap');
	await expect.poll(() => drawer(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 420 });
	await expect(page).toHaveURL(/\/embed$/);
	await drawer(page).locator('.rows a[data-ref="event-airbnb"]').click();
	await expect(drawer(page)).toContainText('Airbnb');
	await expectNoFaults(page);
	const [source] = await Promise.all([page.waitForEvent('popup'), drawer(page).locator('.source a').first().click()]);
	await expect(source).toHaveURL(/\/en\/silicon-valley-turns#source-article$/);
	await page.keyboard.press('Escape');
	await expect(drawer(page)).toBeHidden();
	await expect(mark).toBeFocused();
});

test('sources that disagree, and corrections, stand on the card', async ({ page }) => {
	await page.goto(`${fixtures}/en/hannibal#event-alps`);
	await expect(drawer(page)).toContainText('2 sources, sources disagree');
	await expect(drawer(page)).toContainText('Hannibal came by another pass.');
	await expect(drawer(page)).toContainText(/Corrected 24 November 2026: .*misread/);
});
