import { expect, type Page } from '@playwright/test';
import { orderScenes } from '../../src/lib/view/select.ts';
import {
	actorsOf,
	below,
	currentLink,
	marks,
	scenes,
	scrollByKey,
	scrollToScene,
	settle,
	still,
	story,
	storyUrl,
	test
} from './support.ts';

// What is seen on the way: stage.spec.ts.
test.describe('at rest', () => {
	test.use(still);

	for (const lang of ['en', 'zh-Hans']) {
		for (const order of ['told', 'time'] as const) {
			test(`every scene is reached by scrolling, ${order} order, ${lang}: link and scroll give the same picture`, async ({
				page
			}) => {
				await page.setViewportSize({ width: 1440, height: 900 });
				await page.goto(storyUrl(lang, order === 'time' ? '?order=time' : ''));
				await settle(page);
				const list = await scenes(page);
				expect(list).toEqual(orderScenes(story(lang), order).map(({ id }) => id));

				const seen: Record<string, string> = {};
				for (const id of list.slice(0, -1)) {
					await scrollToScene(page, id);
					await settle(page);
					await expect(page.locator(currentLink)).toHaveAttribute('href', `#scene-${id}`);
					seen[id] = await marks(page);
				}
				// A scene reached backwards, or by its link, looks as it did before.
				for (const id of [list[3], list[6]]) {
					await page.goto(storyUrl(lang, `${order === 'time' ? '?order=time' : ''}#scene-${id}`));
					await settle(page);
					expect(await marks(page)).toBe(seen[id]);
				}
			});
		}
	}
});

test('a quote leads to its mark and the mark back to its card', below, async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('en', '#quote-chesky'));
	await settle(page);
	const card = page.locator('dialog#evidence');
	await card.getByRole('button', { name: 'Show on the timeline' }).click();
	// It stands at its event’s mark.
	const mark = page.locator('.desk a.mark[data-ref="event-airbnb"]');
	await expect(mark).toBeFocused();
	await expect(mark.locator('.ring')).toHaveAttribute('opacity', '1');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#event-airbnb$/);
	await expect(card).toBeVisible();
});

test('pointing at a link in the prose rings its mark, pointing at the mark shows the link', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('en', '#scene-cheap'));
	await settle(page);
	const link = page.locator('#scene-cheap .prose a[data-ref="event-chamath"]');
	const mark = page.locator('.desk a.mark[data-ref="event-chamath"]');
	await link.hover();
	await expect(mark.locator('.ring')).toHaveAttribute('opacity', '1');
	await page.mouse.move(5, 5);
	await expect(link).not.toHaveClass(/active/);
	// Over its text: between text and symbol there is nothing to point at.
	await mark.locator('text').last().hover();
	await expect(link).toHaveClass(/active/);
});

test('arrow keys go from mark to mark, and only there', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('en', '#scene-cheap'));
	await settle(page);
	await page.locator('.desk a.mark:not([tabindex="-1"])').first().focus();
	const before = await page.evaluate(() => document.activeElement?.getAttribute('data-ref'));
	await page.keyboard.press('ArrowDown');
	const after = await page.evaluate(() => document.activeElement?.getAttribute('data-ref'));
	expect(after).toMatch(/^(event|quote|figure)-/);
	expect(after).not.toBe(before);
	// Outside the picture the same key scrolls, as everywhere.
	await page.locator('#scene-cheap').focus();
	const y = await page.evaluate(() => scrollY);
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(y);
});

test.describe('keys for scenes', () => {
	const current = (page: Page) => page.locator(currentLink).getAttribute('href');

	test('J goes on and K back', async ({ page }) => {
		await page.goto(storyUrl('en', '#scene-cheap'));
		await settle(page);
		await scrollByKey(page, 'j');
		expect(await current(page)).toBe('#scene-downloads');
		await scrollByKey(page, 'k');
		expect(await current(page)).toBe('#scene-cheap');
	});

	test('are left alone with a modifier, in a form, and when turned off', async ({ page }) => {
		await page.goto(storyUrl('en', '#scene-cheap'));
		await settle(page);
		await page.keyboard.press('Control+j');
		await settle(page);
		expect(await current(page)).toBe('#scene-cheap');
		await page.locator('[data-open="view"]').click();
		const box = page.getByRole('checkbox');
		await box.focus();
		await page.keyboard.press('j');
		await settle(page);
		expect(await current(page)).toBe('#scene-cheap');
		await box.uncheck();
		await page.keyboard.press('Escape');
		await page.locator('#scene-cheap').focus();
		await page.keyboard.press('j');
		await settle(page);
		expect(await current(page)).toBe('#scene-cheap');
	});
});

test(
	'the actor filter governs cards, marks, counts and address, and is undone in one step',
	below,
	async ({ page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(storyUrl('en'));
		await settle(page);
		const expected = actorsOf('en', ['openai', 'deepseek']);
		const all = actorsOf('en', []);

		await page.locator('[data-open="filter"]').click();
		await page.locator('[data-actor="openai"]').click();
		await page.locator('[data-actor="deepseek"]').click();
		await page.keyboard.press('Escape');
		await settle(page);

		const events = expected.filter((ref) => ref.startsWith('event-'));
		await expect(page.locator('.desk .filtered')).toContainText(`${events.length} of 28 events: OpenAI, DeepSeek`);
		expect(
			(await page.locator('article.card:not([hidden])').evaluateAll((cards) => cards.map(({ id }) => id))).sort()
		).toEqual(expected);
		for (const place of ['.opening', '.desk', '.ending']) {
			const drawn = await page
				.locator(`${place} a.mark`)
				.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-ref')!));
			expect(drawn.length, place).toBeGreaterThan(0);
			for (const ref of drawn) expect(expected, place).toContain(ref);
		}
		await expect(page).toHaveURL(/\?actors=openai,deepseek/);

		await page.reload();
		await settle(page);
		expect(await page.locator('article.card:not([hidden])').count()).toBe(expected.length);

		await page.locator('.desk .filtered').getByRole('button', { name: 'Show all' }).click();
		await settle(page);
		expect(await page.locator('article.card:not([hidden])').count()).toBe(all.length);
		await expect(page).not.toHaveURL(/actors/);
	}
);

test('a filter keeps what is being read in its place', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('en', '#scene-moments'));
	await settle(page);
	const top = () => page.locator('#scene-moments').evaluate((scene) => scene.getBoundingClientRect().top);
	const before = await top();
	await page.locator('[data-open="filter"]').click();
	await page.locator('[data-actor="deepseek"]').click();
	await settle(page);
	expect(Math.abs((await top()) - before)).toBeLessThan(2);
	await expect(page.locator(currentLink)).toHaveAttribute('href', '#scene-moments');
});

test('the whole View comes back from its address', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('zh-Hans', '?actors=openai&order=time&scale=true&theme=dark#scene-moments'));
	await settle(page);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
	await expect(page.locator(currentLink)).toHaveAttribute('href', '#scene-moments');
	await page.locator('[data-open="view"]').click();
	for (const value of ['time', 'true', 'dark']) await expect(page.locator(`input[value="${value}"]`)).toBeChecked();
	await page.keyboard.press('Escape');
	// Switching the language keeps it.
	await page.locator('.languages a').click();
	await expect(page).toHaveURL(/\/en\/.*\?actors=openai&order=time&scale=true&theme=dark#scene-moments$/);
	await settle(page);
	await expect(page.locator(currentLink)).toHaveAttribute('href', '#scene-moments');
});

test('an unknown or hostile link is noted politely and harms nothing', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('dialog', () => errors.push('a dialog opened'));
	await page.goto(
		storyUrl('en', '?actors=nobody,openai&scale=%3Cimg%20src=x%20onerror=alert(1)%3E#scene-%22%3E%3Cscript%3E')
	);
	await settle(page);
	const note = page.locator('.notes');
	await expect(note).toContainText('No actor “nobody” in this story.');
	await expect(note).toContainText('<img src=x onerror=alert(1)>');
	expect(await note.locator('img, script').count()).toBe(0);
	await expect(page.locator('.desk .filtered')).toContainText('OpenAI');
	await note.getByRole('button').click();
	await expect(note).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('the scale changes from folded to true in one control, and the break goes', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('en'));
	await settle(page);
	const line = page.locator('.stage .scale');
	const before = await line.innerText();
	await page.locator('[data-open="view"]').click();
	await page.locator('input[value="true"]').check();
	await settle(page);
	await expect(line).toContainText(story('en').ui.scale.isTrue);
	expect(before).not.toContain(story('en').ui.scale.isTrue);
	await expect(page).toHaveURL(/scale=true/);
});

test('the strip of a phone stays in view and follows', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(storyUrl('en'));
	await settle(page);
	const first = await marks(page);
	await page.evaluate(() => (location.hash = 'scene-satellite'));
	await settle(page);
	await expect(page.locator('.strip .surface svg')).toBeInViewport({ ratio: 1 });
	await expect(page.locator('#heading-satellite')).toBeInViewport({ ratio: 1 });
	const [strip, heading] = await Promise.all([
		page.locator('.stand').boundingBox(),
		page.locator('#heading-satellite').boundingBox()
	]);
	expect(heading!.y).toBeGreaterThanOrEqual(strip!.y + strip!.height);
	expect(await marks(page)).not.toBe(first);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a finger on the strip names what is under it, and the caption leads to its card', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(storyUrl('en', '#scene-kimi'));
	await settle(page);
	const caption = page.locator('.strip .foot a');
	const named = new Set([await caption.getAttribute('data-ref')]);
	const box = (await page.locator('.strip .surface').boundingBox())!;
	await page.mouse.move(box.x + 5, box.y + box.height / 2);
	await page.mouse.down();
	for (let part = 0; part <= 10; part++) {
		await page.mouse.move(box.x + 5 + ((box.width - 10) * part) / 10, box.y + box.height / 2);
		named.add(await caption.getAttribute('data-ref'));
	}
	await page.mouse.up();
	// Items of the scene take precedence over those beside it.
	expect(named.size).toBeGreaterThan(1);
	const last = await caption.getAttribute('data-ref');
	await caption.click();
	await expect(page.locator('dialog#evidence .card')).toHaveAttribute('data-ref', last!);
});

test('a phone begins with the opening, its two quotations and the whole line', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(storyUrl('en'));
	await settle(page);
	await expect(page.locator('h1')).toBeInViewport({ ratio: 1 });
	for (const index of [0, 1]) await expect(page.locator('.opening blockquote').nth(index)).toBeInViewport({ ratio: 1 });
	await expect(page.locator('.opening .line svg:visible')).toBeInViewport();
	await expect(page.locator('.stand')).not.toBeInViewport({ ratio: 0.5 });
});
