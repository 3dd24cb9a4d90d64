import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { pictureSizes, type PictureSize } from '../../src/lib/export/parts.ts';
import { dark, light } from '../../src/lib/layout/palettes.ts';
import { base, below, expectNoFaults, published, settle, slug, still, story, storyUrl, test } from './support.ts';

test.use(still);

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
	test(`an embed shows the View of its address in its frame, ${width} px`, below, async ({ page }) => {
		await page.setViewportSize({ width, height: 640 });
		await page.goto(`${base()}/zh-Hans/silicon-valley-turns/embed?actors=openai,deepseek&theme=dark#scene-kimi`);
		await expect(page.locator('header')).toContainText('28件事中的4件：OpenAI、深度求索');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		const link = page.getByRole('link', { name: '在故事中阅读' });
		expect(await link.evaluate((a: HTMLAnchorElement) => a.pathname + a.search + a.hash)).toBe(
			storyUrl('zh-Hans', '?actors=openai,deepseek&theme=dark#scene-kimi')
		);
		// In a new tab, not inside the frame.
		const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
		await expect(opened).toHaveURL(/zh-Hans\/silicon-valley-turns\?actors=/);
		const size = await page.evaluate(() => [
			document.documentElement.scrollWidth,
			document.documentElement.scrollHeight
		]);
		expect(size).toEqual([width, 640]);
		await expectNoFaults(page);
	});
}

test(
	'a quotation’s own page is complete without JavaScript, and its link has its image',
	below,
	async ({ browser, request }) => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto(storyUrl('en', '/quote-chesky'));
		await expect(page.locator('blockquote q')).toHaveText('又好又便宜');
		await expect(page.locator('blockquote:has(q)')).toHaveAttribute('lang', 'zh-Hans');
		await expect(page.locator('article')).toContainText('not the speaker’s own words');
		await expect(page.locator('article')).toContainText('paragraph 7');
		const image = await page.locator('meta[property="og:image"]').getAttribute('content');
		expect(image).toBe(`${published()}/images/silicon-valley-turns/en/quote-chesky.card.png`);
		const bytes = await (await request.get(image!)).body();
		expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
		await page.getByRole('link', { name: 'Read it in the story' }).click();
		await expect(page).toHaveURL(/\/en\/silicon-valley-turns#quote-chesky$/);
		await page.close();
	}
);

test('a paraphrase stands in no quotation marks on its page', below, async ({ page }) => {
	await page.goto(storyUrl('en', '/quote-chamath'));
	await expect(page.locator('blockquote[lang="zh-Hans"]')).toContainText('该模型比');
	await expect(page.locator('q')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const)
	test(`a quotation’s page has no accessibility fault, ${theme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: theme });
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto('/zh-Hans/silicon-valley-turns/quote-a16z');
		await expectNoFaults(page);
	});

test('a link to the story shows the story’s image', below, async ({ page, request }) => {
	await page.goto(storyUrl('zh-Hans'));
	const image = await page.locator('meta[property="og:image"]').getAttribute('content');
	expect(image).toBe(`${published()}/images/silicon-valley-turns/zh-Hans/story.card.png`);
	expect((await request.get(image!)).ok()).toBe(true);
});

const ending = (page: Page) => page.locator('section.ending');
const told = (page: Page) => ending(page).getByRole('status');

/** Opens the page at its ending. */
async function toEnding(page: Page, lang: string, search = '') {
	await page.goto(storyUrl(lang, `${search}#scene-line`));
	await settle(page);
	return story(lang).ui.ending;
}

/** Presses a button by keyboard. */
async function press(page: Page, name: string) {
	const button = ending(page).getByRole('button', { name, exact: true });
	await button.focus();
	await page.keyboard.press('Enter');
}

/** The decoded PNG that a press saved. */
async function saved(page: Page, pressed: Promise<void>) {
	const [file] = await Promise.all([page.waitForEvent('download'), pressed]);
	return { name: file.suggestedFilename(), png: PNG.sync.read(readFileSync(await file.path())) };
}

/** Number of pixels with exactly this colour. */
function pixels({ data }: PNG, hex: string): number {
	const wanted = parseInt(hex.slice(1), 16);
	let found = 0;
	for (let at = 0; at < data.length; at += 4) if (data.readUIntBE(at, 3) === wanted) found++;
	return found;
}

const sizeAt2x = (size: PictureSize) => [pictureSizes[size].width * 2, pictureSizes[size].height * 2];

for (const lang of ['en', 'zh-Hans'])
	test(`at the end, the link of the reader’s View is copied in one touch, ${lang}`, async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const words = await toEnding(page, lang, '?actors=openai&order=time');
		await expect(told(page)).toBeEmpty();
		await press(page, words.copy);
		await expect(told(page)).toHaveText(words.copied);
		// The story with the reader’s settings, from its beginning.
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toBe(new URL(storyUrl(lang, '?actors=openai&order=time'), page.url()).href);
		await expect(ending(page).locator('input')).toBeHidden();
	});

test('where the clipboard is refused, the link is shown, selected', async ({ page }) => {
	await page.route(`**${storyUrl('en')}`, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'clipboard-write=()' } });
	});
	const words = await toEnding(page, 'en');
	await press(page, words.copy);
	await expect(told(page)).toHaveText(words.refused);
	const field = ending(page).getByRole('textbox', { name: 'Link' });
	await expect(field).toBeFocused();
	await expect(field).toHaveValue(new URL(storyUrl('en'), page.url()).href);
	expect(await page.evaluate(() => getSelection()!.toString())).toBe(await field.inputValue());
	await expectNoFaults(page, '.ending');
});

test('the share sheet is offered where there is one, and to leave it is no error', async ({ page }) => {
	let words = await toEnding(page, 'en');
	const button = ending(page).locator('[data-take="share"]');
	expect(await page.evaluate(() => 'share' in navigator)).toBe(false);
	await expect(button).toBeHidden();

	await page.addInitScript(() => {
		const state = { asked: [] as ShareData[], end: '' };
		const share = async (what: ShareData) => {
			state.asked.push(what);
			if (state.end) throw new DOMException('', state.end);
		};
		Object.assign(globalThis, { sheet: state });
		Object.defineProperty(navigator, 'share', { value: share });
	});
	await page.reload();
	words = await toEnding(page, 'zh-Hans', '?actors=deepseek');
	const ask = async (end: string) => {
		await page.evaluate((end) => Object.assign((globalThis as unknown as { sheet: object }).sheet, { end }), end);
		await press(page, words.share);
	};
	const asked = () => page.evaluate(() => (globalThis as unknown as { sheet: { asked: ShareData[] } }).sheet.asked);
	const { title, ui } = story('zh-Hans');
	await ask('');
	await expect.poll(asked).toEqual([{ title, url: new URL(storyUrl('zh-Hans', '?actors=deepseek'), page.url()).href }]);
	await ask('NotAllowedError');
	await expect(told(page)).toHaveText(ui.export.shareFailed);
	await ask('AbortError');
	await expect(told(page)).toBeEmpty();
	expect(await asked()).toHaveLength(3);
});

for (const [lang, width] of [
	['en', 1440],
	['zh-Hans', 390]
] as const)
	test(`at the end, its line is saved as an image in one touch, ${lang}, ${width} px`, async ({ page }, info) => {
		await page.setViewportSize({ width, height: 844 });
		const words = await toEnding(page, lang);
		const { name, png } = await saved(page, press(page, words.picture));
		expect(name).toBe(`${slug}.${lang}.line.true.card@2x.png`);
		await expect(told(page)).toContainText(name);
		await expect(page.locator('dialog[open]')).toHaveCount(0);
		expect([png.width, png.height]).toEqual(sizeAt2x('card'));
		for (const side of ['blue', 'vermilion'] as const) expect(pixels(png, light.colours[side])).toBeGreaterThan(500);
		await info.attach(name, { body: PNG.sync.write(png), contentType: 'image/png' });
	});

for (const [lang, width, size, theme] of [
	['en', 1440, 'slide', 'light'],
	['en', 820, 'slide', 'dark'],
	['zh-Hans', 390, 'phone', 'light']
] as const)
	test(`a scene is saved as an image in one touch, ${lang}, ${width} px, ${theme}`, async ({ page }, info) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(storyUrl(lang, theme === 'dark' ? '?theme=dark' : ''));
		await settle(page);
		const { ui, scenes } = story(lang);
		// Each scene has its own button, named after its heading.
		for (const { id, heading, ending } of scenes)
			if (!ending)
				await expect(
					page.locator(`#scene-${id}`).getByRole('button', { name: `${ui.ending.scene}${ui.list.colon}${heading}` })
				).toHaveCount(1);
		const scene = page.locator('#scene-kimi');
		const button = scene.locator('[data-take]');
		const box = await button.boundingBox();
		await expect(button).toHaveAttribute('title', ui.ending.scene);
		expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
		await button.focus();
		const { name, png } = await saved(page, page.keyboard.press('Enter'));
		expect(name).toBe(`${slug}.${lang}.kimi.${size}${theme === 'dark' ? '.dark' : ''}@2x.png`);
		await expect(scene.getByRole('status')).toContainText(name);
		await expect(button).toBeFocused();
		expect([png.width, png.height]).toEqual(sizeAt2x(size));
		const colours = theme === 'dark' ? dark : light;
		expect(pixels(png, colours.colours.vermilion)).toBeGreaterThan(500);
		expect([...png.data.subarray(0, 3)]).toEqual([1, 3, 5].map((at) => parseInt(colours.paper.slice(at, at + 2), 16)));
		await info.attach(name, { body: PNG.sync.write(png), contentType: 'image/png' });
	});

test('an image that cannot be made says why, where it was asked for', async ({ page }) => {
	const words = await toEnding(page, 'en');
	const saved: string[] = [];
	page.on('download', (file) => saved.push(file.suggestedFilename()));
	await page.route('**/fonts/**', (route) => route.abort());
	await press(page, words.picture);
	await expect(told(page)).toContainText('could not be loaded');
	expect(saved).toEqual([]);
});

test('at the end, the page is printed, and every size and format is one touch away', async ({ page }) => {
	await page.addInitScript(() => {
		globalThis.print = () => void (document.documentElement.dataset.printed = 'once');
	});
	const words = await toEnding(page, 'en');
	await press(page, words.print);
	await expect(page.locator('html[data-printed="once"]')).toHaveCount(1);
	await press(page, words.more);
	await expect(page.locator('dialog[open] #export-title')).toBeVisible();
});

test('what scripts and paper have no use for is not there', async ({ browser, page }) => {
	const plain = await browser.newPage({ javaScriptEnabled: false });
	await plain.goto(storyUrl('en'));
	const offered = plain.locator('[data-take]');
	expect(await offered.count()).toBe(story('en').scenes.length + 4);
	for (const button of await offered.all()) await expect(button).toBeHidden();
	await plain.close();
	await toEnding(page, 'en');
	await page.emulateMedia({ media: 'print' });
	for (const button of await page.locator('[data-take]').all()) await expect(button).toBeHidden();
});
