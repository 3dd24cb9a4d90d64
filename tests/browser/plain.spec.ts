import { compareTold } from '../../src/lib/view/items.ts';
import { expect, test } from '@playwright/test';
import { fixtures } from '../support/sites.mjs';
import { settle, story, storyUrl } from './support.ts';

for (const lang of ['en', 'zh-Hans']) {
	test.describe(`without JavaScript, ${lang}`, () => {
		test.use({ javaScriptEnabled: false });

		test('the story is complete and in order', async ({ page }) => {
			const { items, scenes, title, ui } = story(lang);
			await page.goto(storyUrl(lang));
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
			expect(await page.locator('h2').allTextContents()).toEqual([
				...scenes.map(({ heading }) => heading),
				ui.explore.open,
				ui.card.evidence,
				ui.sources.title
			]);
			const told = [...items].sort(compareTold).map(({ ref }) => ref);
			expect(await page.locator('article.card').evaluateAll((cards) => cards.map(({ id }) => id))).toEqual(told);
			for (const item of items) {
				const card = page.locator(`#${item.ref}`);
				await expect(card).toContainText(item.date.label);
				if (item.kind === 'quote')
					await expect(card.locator(`blockquote[lang="${item.language}"]`)).toContainText(item.words[0]);
				if (item.kind === 'figure')
					expect(await card.locator('tbody tr').count()).toBeGreaterThanOrEqual(item.rows.length);
			}
		});

		test('what a story has none of is not counted at its end', async ({ page }) => {
			await page.goto(`/${lang}/web-platform`);
			const { ui } = story(lang);
			const end = page.locator('.ending .evidence');
			await expect(end).toContainText(ui.page.events.other.replace('{n}', '12'));
			await expect(end).not.toContainText(ui.page.quotes.other.replace('{n}', ''));
		});

		test('the timeline is there whole, and every mark is a link to its card', async ({ page }) => {
			await page.setViewportSize({ width: 1440, height: 900 });
			await page.goto(storyUrl(lang));
			const links = await page
				.locator('.desk a.mark')
				.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('href')!));
			// A quotation or a figure stands at its event’s mark.
			for (const { kind, ref } of story(lang).items) if (kind === 'event') expect(links).toContain(`#${ref}`);
			for (const link of links) await expect(page.locator(link)).toHaveCount(1);
		});

		test('what only scripts can do is not offered', async ({ page }) => {
			await page.goto(storyUrl(lang));
			for (const name of ['filter', 'view', 'export']) await expect(page.locator(`[data-open="${name}"]`)).toBeHidden();
		});
	});

	test(`a reported quote and a translation never stand in quotation marks, ${lang}`, async ({ page }) => {
		await page.goto(storyUrl(lang));
		for (const item of story(lang).items) {
			if (item.kind !== 'quote') continue;
			const card = page.locator(`#${item.ref}`);
			expect(await card.locator('blockquote q').count()).toBe(item.quoteKind === 'reported' ? 0 : item.words.length);
			expect(await card.locator(`blockquote[lang="${item.language}"] q`).count()).toBe(
				item.quoteKind === 'reported' ? 0 : item.words.length
			);
			expect(await card.locator('.translation q').count()).toBe(0);
			for (const text of await card.locator('.translation').allTextContents()) expect(text).not.toMatch(/[“”"「」]/);
		}
	});
}

test('printed, the page has no instruments and the whole timeline', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl('en', '#scene-kimi'));
	await settle(page);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.bar')).toBeHidden();
	await expect(page.locator('nav.mini')).toBeHidden();
	await expect(page.locator('.desk')).toBeVisible();
	await expect(page.locator('.desk')).toContainText('44 years');
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.length).toBeGreaterThan(20_000);
});

test('nothing is asked of another host', async ({ page, baseURL }) => {
	const foreign: string[] = [];
	page.on('request', (request) => {
		if (![`${baseURL}/`, 'data:', 'blob:'].some((own) => request.url().startsWith(own))) foreign.push(request.url());
	});
	await page.goto(storyUrl('zh-Hans'));
	await page.locator('[data-open="export"]').click();
	await page.locator('dialog svg').first().waitFor();
	expect(foreign).toEqual([]);
});

test('another story, of other sides, languages and centuries, needs no change in code', async ({ page }) => {
	await page.goto(`${fixtures}/it/hannibal`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'it');
	await expect(page.locator('.desk')).toContainText('a.C.');
	await page.goto(`${fixtures}/en/hannibal`);
	await expect(page.locator('.desk')).toContainText('BCE');
	const lanes = page.locator('.desk .timeline svg > text');
	expect((await lanes.allTextContents()).slice(0, 3)).toEqual(['Rome', 'Carthage', 'Numidia']);
	expect(await page.locator('article.card').count()).toBeGreaterThanOrEqual(10);
});
