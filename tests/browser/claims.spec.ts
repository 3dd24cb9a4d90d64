import { expect, test } from '@playwright/test';
import { fixtures } from '../support/ports.mjs';
import { settle, story, storyUrl } from './support.ts';

for (const lang of ['en', 'zh-Hans']) {
	test.describe(`claims, ${lang}`, () => {
		const { items, ui, sources } = story(lang);

		test('each card says stated or inferred, on whose word, and opens its citation', async ({ page }) => {
			await page.goto(storyUrl(lang));
			await settle(page);
			for (const item of items) {
				const card = page.locator(`#${item.ref}`);
				await expect(card.locator('.basis')).toHaveText(ui.card[item.date.basis]);
				await expect(card.locator('.claim summary')).toContainText(ui.claim.accordingTo.article);
			}
			const card = page.locator('#event-kimi');
			const excerpt = items.find(({ ref }) => ref === 'event-kimi')!.sources[0].excerpt!;
			await expect(card.getByText(excerpt)).toBeHidden();
			await card.locator('summary').click();
			await expect(card.getByText(excerpt)).toBeVisible();
			await expect(card.locator('.claim q')).toHaveAttribute('lang', 'zh-Hans');
			for (const words of [sources[0].outlet!, '荣智慧', '2025'])
				await expect(card.locator('.claim a')).toContainText(words);
			await expect(card.locator('.claim')).toContainText('2026');
		});

		test('the end lists every claim with its source, and leads to its card', async ({ page }) => {
			await page.goto(`${storyUrl(lang)}#sources`);
			await settle(page);
			await page.locator('#sources summary', { hasText: ui.claim.all }).click();
			const entries = page.locator('#sources .claims li');
			await expect(entries).toHaveCount(items.length);
			for (const [index, item] of items.entries()) {
				await expect(entries.nth(index)).toContainText(item.sources[0].place);
				await expect(entries.nth(index)).toContainText(ui.card[item.date.basis]);
			}
			await entries.last().getByRole('link').click();
			await expect(page).toHaveURL(new RegExp(`#${items.at(-1)!.ref}$`));
			await expect(page.locator(`#${items.at(-1)!.ref}`)).toBeInViewport();
		});
	});

	test(`claims are all there without scripts, ${lang}`, async ({ browser }) => {
		const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
		await page.goto(storyUrl(lang));
		const { items } = story(lang);
		await expect(page.locator('.claim')).toHaveCount(items.length);
		await expect(page.locator('#sources .claims li')).toHaveCount(items.length);
		await page.close();
	});
}

test('they stay when the page is filtered and put into time order', async ({ page }) => {
	await page.goto(`${storyUrl('en')}?actors=openai&order=time`);
	await settle(page);
	await expect(page.locator('.claim summary')).toHaveCount(story('en').items.length);
});

test('sources that disagree and corrections stand on the card', async ({ page }) => {
	await page.goto(`${fixtures}/en/hannibal`);
	const card = page.locator('#event-alps');
	await expect(card.locator('.claim summary')).toContainText('2 sources, sources disagree');
	await expect(card.getByText('Hannibal came by another pass.')).toBeVisible();
	await expect(card.getByText(/Corrected 24 November 2026: .*misread/)).toBeVisible();
});

test('a quotation with two times is joined while its card is open, and stands at either', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`${fixtures}/en/hannibal#quote-hannibal-zama`);
	await expect(page.locator('#quote-hannibal-zama')).toContainText('Speaks of');
	const join = page.locator('.desk path[stroke-dasharray="5 3"]');
	await expect(join).toHaveCount(1);
	const before = await page.locator('.desk a.mark[data-ref="quote-hannibal-zama"]').boundingBox();
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
	await expect(page.locator('#event-kimi .claim summary')).toBeVisible();
});
