import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { story } from './support.ts';

test('an embed without JavaScript is the whole story’s timeline, with the way to it', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto('/en/silicon-valley-turns/embed');
	// A quotation or a figure stands at its event’s mark.
	for (const { kind, ref } of story('en').items)
		if (kind === 'event') await expect(page.locator(`svg a.mark[data-ref="${ref}"]`)).toHaveCount(1);
	const link = page.getByRole('link', { name: 'Read it in the story' });
	expect(await link.evaluate((a: HTMLAnchorElement) => a.pathname)).toBe('/en/silicon-valley-turns');
	await page.close();
});

for (const width of [390, 1440]) {
	test(`an embed shows the View of its address in its frame, ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 640 });
		await page.goto('/zh-Hans/silicon-valley-turns/embed?actors=openai,deepseek&theme=dark#scene-kimi');
		await expect(page.locator('header')).toContainText('28件事中的4件：OpenAI、深度求索');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		const link = page.getByRole('link', { name: '在故事中阅读' });
		expect(await link.evaluate((a: HTMLAnchorElement) => a.pathname + a.search + a.hash)).toBe(
			'/zh-Hans/silicon-valley-turns?actors=openai,deepseek&theme=dark#scene-kimi'
		);
		// Beside the page that it stands in, not inside the frame.
		const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
		await expect(opened).toHaveURL(/zh-Hans\/silicon-valley-turns\?actors=/);
		const size = await page.evaluate(() => [
			document.documentElement.scrollWidth,
			document.documentElement.scrollHeight
		]);
		expect(size).toEqual([width, 640]);
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});
}

test('a quotation’s own page is complete without JavaScript, and its link has its image', async ({
	browser,
	request
}) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto('/en/silicon-valley-turns/quote-chesky');
	await expect(page.locator('blockquote q')).toHaveText('又好又便宜');
	await expect(page.locator('blockquote:has(q)')).toHaveAttribute('lang', 'zh-Hans');
	await expect(page.locator('article')).toContainText('not the speaker’s own words');
	await expect(page.locator('article')).toContainText('paragraph 7');
	const image = await page.locator('meta[property="og:image"]').getAttribute('content');
	expect(image).toBe('/images/silicon-valley-turns/en/quote-chesky.card.png');
	const bytes = await (await request.get(image!)).body();
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
	await page.getByRole('link', { name: 'Read it in the story' }).click();
	await expect(page).toHaveURL(/\/en\/silicon-valley-turns#quote-chesky$/);
	await page.close();
});

test('a paraphrase stands in no quotation marks on its page', async ({ page }) => {
	await page.goto('/en/silicon-valley-turns/quote-chamath');
	await expect(page.locator('blockquote[lang="zh-Hans"]')).toContainText('该模型比');
	await expect(page.locator('q')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const)
	test(`a quotation’s page has no accessibility fault, ${theme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: theme });
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto('/zh-Hans/silicon-valley-turns/quote-a16z');
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});

test('a link to the story shows the story’s image', async ({ page, request }) => {
	await page.goto('/zh-Hans/silicon-valley-turns');
	const image = await page.locator('meta[property="og:image"]').getAttribute('content');
	expect(image).toBe('/images/silicon-valley-turns/zh-Hans/story.card.png');
	expect((await request.get(image!)).ok()).toBe(true);
});
