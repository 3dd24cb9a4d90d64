import { expect, test } from '@playwright/test';
import { fixtures } from '../support/sites.mjs';
import { settle, still, story, storyUrl } from './support.ts';

test.use(still);

for (const lang of ['en', 'zh-Hans']) {
	test.describe(`claims, ${lang}`, () => {
		const { items, ui, sources } = story(lang);

		test('each card says stated or inferred, on whose word, with its citation', async ({ page }) => {
			await page.goto(storyUrl(lang));
			await settle(page);
			for (const item of items) {
				const card = page.locator(`#${item.ref}`);
				await expect(card.locator('.basis')).toContainText(ui.card[item.date.basis]);
				await expect(card.locator('.source')).toContainText(item.sources[0].place);
			}
			const excerpt = items.find(({ ref }) => ref === 'event-kimi')!.sources[0].excerpt!;
			await page.locator('#event-kimi a').first().click();
			const card = page.locator('dialog#evidence');
			await expect(card.getByText(excerpt)).toBeVisible();
			await expect(card.locator('.source q')).toHaveAttribute('lang', 'zh-Hans');
			for (const words of [sources[0].outlet!, '荣智慧', '2025'])
				await expect(card.locator('.source')).toContainText(words);
			await expect(card).toContainText('2026');
		});

		test('the end lists every claim by its title and date, and leads to its card', async ({ page }) => {
			await page.goto(`${storyUrl(lang)}#all-evidence`);
			await settle(page);
			const entries = page.locator('#all-evidence .card');
			await expect(entries).toHaveCount(items.length);
			for (const item of items) {
				await expect(page.locator(`#${item.ref} .title`)).toBeVisible();
				await expect(page.locator(`#${item.ref} .when`)).toHaveText(item.date.label);
			}
			const last = (await entries.last().getAttribute('data-ref'))!;
			await entries.last().getByRole('link').first().click();
			await expect(page).toHaveURL(new RegExp(`#${last}$`));
			await expect(page.locator('dialog#evidence .card')).toHaveAttribute('data-ref', last);
		});
	});

	test(`claims are all there without scripts, ${lang}`, async ({ browser }) => {
		const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
		await page.goto(storyUrl(lang));
		const { items } = story(lang);
		await expect(page.locator('#all-evidence .card .source')).toHaveCount(items.length);
		for (const { ref } of items) await expect(page.locator(`#${ref} .source`)).toBeVisible();
		await page.close();
	});
}

test('they stay when the page is filtered and put into time order', async ({ page }) => {
	await page.goto(`${storyUrl('en')}?actors=openai&order=time`);
	await settle(page);
	await expect(page.locator('#all-evidence .source')).toHaveCount(story('en').items.length);
});

test('a quotation with two times is joined while its card is open, and stands at either', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`${fixtures}/en/hannibal#quote-hannibal-zama`);
	const card = page.locator('dialog#evidence');
	await expect(card).toContainText('Speaks of');
	const join = page.locator('.desk path[stroke-dasharray="5 3"]');
	await expect(join).toHaveCount(1);
	await card.getByRole('button', { name: 'Show on the timeline' }).click();
	await expect(join).toHaveCount(1);
	// Placed by when it was said, it stands at its event’s mark.
	const before = await page.locator('.desk a.mark[data-ref="event-zama"]').boundingBox();
	await page.locator('[data-open="view"]').click();
	await page.getByRole('radio', { name: 'What they speak of' }).check();
	await expect(page).toHaveURL(/quotes=about/);
	await expect(join).toHaveCount(1);
	const after = await page.locator('.desk a.mark[data-ref="quote-hannibal-zama"]').boundingBox();
	expect(after!.y).toBeLessThan(before!.y);
});

test('they are there for who comes from the list of stories', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: story('en').title }).click();
	await settle(page);
	await expect(page.locator('#event-kimi .title')).toBeVisible();
});
