/** The list of stories, in the reader’s language, each with a small picture. */
import { brotliCompressSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { layoutMiniature } from '../../src/lib/layout/miniature.ts';
import { dark, light } from '../../src/lib/layout/palettes.ts';
import { strings } from '../../src/lib/text/strings.ts';
import { fixtures, stories } from '../support/sites.mjs';
import { readStory } from '../support/story.ts';
import { base, below, slug, story, storyUrl, test } from './support.ts';

const local = stories;
const articles = (page: Page) => page.locator('article');
const home = (lang: string) => strings(lang).ui.home;

test.describe('the reader’s language', () => {
	for (const [locale, lang] of [
		['zh-CN', 'zh-Hans'],
		['zh-SG', 'zh-Hans'],
		['en-US', 'en'],
		['fr-FR', 'en']
	])
		test.describe(locale, () => {
			test.use({ locale });

			test(`is ${lang}, and the theme of the link holds`, below, async ({ page }) => {
				await page.goto(`${base()}/?theme=dark`);
				await expect(page.locator('html')).toHaveAttribute('lang', lang);
				await expect(page.locator('h1')).toContainText(home(lang).title);
				await expect(page).toHaveURL(lang === 'en' ? /\/\?theme=dark$/ : /\/zh-Hans\?theme=dark$/);
				await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
			});
		});

	test('chosen by hand it holds, also where a story leads back', below, async ({ page }) => {
		await page.goto(`${base()}/`);
		await page.getByRole('link', { name: '简体中文', exact: true }).click();
		await expect(page).toHaveURL(/\/zh-Hans$/);
		await page.goto(`${base()}/`);
		await expect(page).toHaveURL(/\/zh-Hans$/);
		await page.getByRole('link', { name: 'English', exact: true }).click();
		await expect(page).toHaveURL(/\/en$/);
		await page.goto(`${base()}/`);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await page.goto(storyUrl('zh-Hans'));
		await page.locator('.bar .home').click();
		await expect(page).toHaveURL(/\/zh-Hans$/);
	});

	test.describe('without storage', () => {
		test.use({ locale: 'zh-CN' });

		test('the switch still switches', async ({ page }) => {
			await page.addInitScript(() =>
				Object.defineProperty(window, 'localStorage', {
					get() {
						throw new DOMException('no storage', 'SecurityError');
					}
				})
			);
			await page.goto('/');
			await expect(page).toHaveURL(/\/zh-Hans$/);
			await page.getByRole('link', { name: 'English', exact: true }).click();
			await expect(page).toHaveURL(/\/en$/);
			await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		});
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, locale: 'zh-CN' });

	test('all is there, and links lead to every language and story', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.locator('svg[role="img"]:visible')).toHaveCount(2);
		await page.getByRole('link', { name: '简体中文', exact: true }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
		await page
			.getByRole('heading', { level: 2 })
			.getByRole('link', { name: story('zh-Hans').title })
			.click();
		await expect(page).toHaveURL(`${local}/zh-Hans/${slug}`);
	});
});

for (const lang of ['en', 'zh-Hans'])
	for (const width of [320, 390, 820, 1440])
		test(`each story has a picture that names its moments and sides: ${lang}, ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(`/${lang}`);
			await expect(articles(page)).toHaveCount(2);
			for (const name of [slug, 'web-platform']) {
				const told = readStory(`data/${name}`, lang);
				const article = articles(page).filter({ has: page.getByRole('link', { name: told.title }) });
				const picture = article.locator('svg:visible');
				await expect(picture).toHaveCount(1);
				const drawn = Number((await picture.getAttribute('viewBox'))!.split(' ')[2]);
				const { named, layout } = layoutMiniature(told, drawn, ({ title }) => ({ words: [title], lang }));
				expect(named.length).toBeGreaterThanOrEqual(2);
				const said = (await picture.textContent())!.replace(/\s+/g, '');
				for (const { name } of layout.lanes) expect(said).toContain(name.replace(/\s+/g, ''));
				for (const ref of named) {
					const item = told.items.find((one) => one.ref === ref)!;
					// For a quotation, who says it; its words are on its card.
					expect(said).toContain((item.kind === 'quote' ? item.speaker.name : item.title).replace(/\s+/g, ''));
				}
				expect(said).toMatch(/\d{4}/);
				// Shown at least as large as it was laid out for, or a little larger.
				const box = (await picture.boundingBox())!;
				expect(box.width / drawn).toBeGreaterThanOrEqual(0.999);
				expect(box.width / drawn).toBeLessThan(1.5);
			}
		});

test('a story says how much it tells, and where it has a table, the way to explore it', async ({ page }) => {
	await page.goto('/en');
	const article = (title: string) => articles(page).filter({ has: page.getByRole('link', { name: title }) });
	const events = story('en').items.filter(({ kind }) => kind === 'event').length;
	const first = article(story('en').title);
	await expect(first).toContainText(`${events} events`);
	// Its quotations are translated.
	await expect(first).toContainText('from one article in Chinese');
	await expect(first.locator('a[href$="/explore"]')).toHaveCount(0);
	await expect(first.getByRole('link', { name: '用简体中文阅读' })).toHaveAttribute('lang', 'zh-Hans');
	const second = article(readStory('data/web-platform', 'en').title);
	await second.locator('a[href$="/explore"]').click();
	await expect(page).toHaveURL(/\/en\/web-platform\/explore$/);
});

test('the picture leads to its story', async ({ page }) => {
	await page.goto('/en');
	await articles(page).first().locator('svg:visible').click({ force: true });
	await expect(page).toHaveURL(`${local}/en/${slug}`);
});

test.describe('a story in a language of its own', () => {
	const italian = readStory('tests/fixtures/stories/hannibal', 'it');
	const other = readStory('tests/fixtures/stories/hannibal', 'en');

	test('has its own words, and the interface’s are marked as what they are', async ({ page }) => {
		await page.goto(`${fixtures}/it`);
		await expect(page.locator('html')).toHaveAttribute('lang', 'it');
		await expect(page.locator('h1')).toHaveAttribute('lang', 'en');
		const article = page.locator('article[lang="it"]');
		await expect(article.getByRole('heading')).toHaveText(italian.title);
		// “Read in English” leads to the English edition and nowhere else.
		await expect(article.getByRole('link', { name: 'Read', exact: true })).toHaveAttribute('href', /\/it\/hannibal$/);
		await expect(article.getByRole('link', { name: 'Read', exact: true })).toHaveAttribute('lang', 'en');
		for (const link of await article.getByRole('link', { name: 'Read in English' }).all())
			await expect(link).toHaveAttribute('href', /\/en\/hannibal$/);
		await expect(article.locator('.counts')).toHaveAttribute('lang', 'en');
	});

	test('is shown in that where it has no edition in the page’s, with words of its own about it', async ({ page }) => {
		await page.goto(`${fixtures}/zh-Hans`);
		const article = page.locator('article[lang="en"]').filter({ hasText: other.title });
		await expect(article.getByRole('heading')).toHaveText(other.title);
		await expect(article.getByRole('link', { name: 'Read', exact: true })).toBeVisible();
		await expect(article.locator('.counts')).toContainText(/\d events/);
		// The interface has no Italian, so the link is the language’s own name.
		await expect(article.getByRole('link', { name: 'italiano' })).toHaveAttribute('href', /\/it\/hannibal$/);
		await expect(page.locator('article:lang(zh) .counts')).toContainText('件事');
	});
});

for (const theme of ['light', 'dark'] as const)
	test(`it has the colours of the theme: ${theme}`, async ({ page }) => {
		const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
		const colours = () =>
			page.evaluate(() => {
				const words = [...document.querySelectorAll('svg')].find((svg) => svg.checkVisibility())!;
				return {
					paper: getComputedStyle(document.documentElement).backgroundColor,
					ink: getComputedStyle(document.querySelector('h1')!).color,
					first: getComputedStyle([...words.querySelectorAll('text')].find((text) => text.textContent === 'ban')!).fill
				};
			});
		const palette = { light, dark }[theme];
		const expected = { paper: rgb(palette.paper), ink: rgb(palette.ink), first: rgb(palette.colours.blue) };
		await page.emulateMedia({ colorScheme: theme });
		await page.goto('/en');
		expect(await colours()).toEqual(expected);
		// The theme in the link overrides the device’s.
		await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
		await page.goto(`/en?theme=${theme}`);
		expect(await colours()).toEqual(expected);
	});

for (const [site, lang] of [
	['', 'en'],
	['', 'zh-Hans'],
	[fixtures, 'it']
])
	for (const size of [100, 200])
		test(`nothing is beside the screen: ${lang}, text at ${size}%`, async ({ page }) => {
			for (const width of [320, 390, 820, 1440]) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(`${site}/${lang}`);
				if (size > 100) await page.addStyleTag({ content: `html { font-size: ${size}% !important }` });
				const beyond = await page.evaluate(() => {
					const room = document.documentElement.clientWidth;
					const parts = [...document.querySelectorAll('body *, svg text')].filter((part) => part.checkVisibility());
					return {
						page: document.documentElement.scrollWidth - room,
						parts: parts
							.filter((part) => {
								const { left, right, height } = part.getBoundingClientRect();
								// A Chinese quotation mark hangs out by the empty half of its square.
								const hangs = part.tagName === 'text' && part.textContent?.startsWith('“') ? height / 2 : 0;
								return right > room + 1 || left + hangs < -1;
							})
							.map((part) => `${part.tagName} ${part.textContent?.trim().slice(0, 30)}`)
					};
				});
				expect(beyond, `${width} px`).toEqual({ page: 0, parts: [] });
			}
		});

test('every link is reached by Tab, in order, and seen to be', async ({ page }) => {
	await page.goto('/en');
	const links = await page.locator('a:visible').count();
	const reached: string[] = [];
	for (let n = 0; n < links; n++) {
		await page.keyboard.press('Tab');
		const { text, outline } = await page.evaluate(() => ({
			text: document.activeElement?.textContent?.trim() ?? '',
			outline: getComputedStyle(document.activeElement!).outlineStyle
		}));
		expect(outline).toBe('solid');
		reached.push(text);
	}
	expect(reached).toEqual((await page.locator('a:visible').allTextContents()).map((text) => text.trim()));
});

test('what shows a link to it is told what it is', async ({ page }) => {
	for (const lang of ['en', 'zh-Hans']) {
		await page.goto(`/${lang}`);
		await expect(page).toHaveTitle(/^Throughline · /);
		const content = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
		expect(await content('og:description')).toBe(home(lang).lead);
		const image = await page.request.get((await content('og:image'))!);
		expect(image.headers()['content-type']).toBe('image/png');
		const alternates = page.locator('link[rel="alternate"]');
		expect(await alternates.evaluateAll((list) => list.map((link) => (link as HTMLLinkElement).hreflang))).toEqual([
			'en',
			'zh-Hans',
			'x-default'
		]);
		for (const link of await alternates.all())
			expect((await page.request.get((await link.getAttribute('href'))!)).status()).toBe(200);
	}
});

test('the commands are those that the command line knows', async ({ page }) => {
	for (const lang of ['en', 'zh-Hans']) {
		await page.goto(`/${lang}`);
		expect(await page.locator('code').allInnerTexts()).toEqual([
			`npx throughline new your-story --lang ${lang}`,
			'npx throughline dev'
		]);
	}
});

for (const lang of ['en', 'zh-Hans'])
	test(`all of it is at most 60 KB, from this host, without a framework: ${lang}`, async ({ page }) => {
		const kb: Record<string, number> = {};
		const faces: string[] = [];
		const counted: Promise<void>[] = [];
		page.on('response', (response) => {
			const { origin, pathname } = new URL(response.url());
			expect(origin).toBe(local);
			const kind = /\.(woff2|js|css|svg|json)$/.exec(pathname)?.[1] ?? 'html';
			counted.push(
				response.body().then((body) => {
					kb[kind] = (kb[kind] ?? 0) + (kind === 'woff2' ? body : brotliCompressSync(body)).length / 1024;
					if (kind === 'woff2') faces.push(pathname);
				})
			);
		});
		await page.goto(`/${lang}`);
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => document.fonts.ready);
		await Promise.all(counted);
		console.log(`${lang}: ${Object.entries(kb).map(([kind, size]) => `${kind} ${size.toFixed(1)} KB`)}`);
		expect(kb.js ?? 0).toBe(0);
		expect(faces.length).toBeGreaterThanOrEqual(3);
		for (const face of faces) expect(face).toMatch(new RegExp(`/fonts/${lang}/[a-z-]+\\.woff2$`));
		expect(Object.values(kb).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60);
	});

test('printed it is whole, without the bar’s switch', async ({ page }) => {
	await page.goto('/en');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('nav')).toBeHidden();
	await expect(page.locator('svg[role="img"]:visible')).toHaveCount(2);
	for (const { title } of [story('en'), readStory('data/web-platform', 'en')])
		await expect(page.getByRole('heading', { name: title })).toBeVisible();
});
