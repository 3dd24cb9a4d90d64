import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { layoutPicture } from '../../src/lib/export/picture.ts';
import { pictureSizes, pictureSizeNames } from '../../src/lib/export/parts.ts';
import { light } from '../../src/lib/layout/palettes.ts';
import { fixtures } from '../support/sites.mjs';
import { below, settle, still, story, storyUrl, test } from './support.ts';
import { initialView } from '#lib/view/view.ts';

test.use(still);

async function openDialog(page: Page, lang: string, rest = '') {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl(lang, rest));
	await settle(page);
	// A card that the address opens is in the way; its mark stays the current one.
	if (rest.includes('#quote')) await page.locator('dialog#evidence [data-action="show"]').click();
	await page.locator('[data-open="export"]').click();
	await page.locator('dialog[open] .preview svg').waitFor();
}

async function download(page: Page) {
	const [file] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .primary').click()]);
	return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const choose = (page: Page, value: string) => page.locator(`dialog input[value="${value}"]`).check();

/** How many pixels have exactly this colour, and how many differ from the ground. A poster has 35 million. */
function inspect({ data }: PNG, hex: string) {
	const wanted = parseInt(hex.slice(1), 16);
	const ground = data.readUIntBE(0, 3);
	let [same, drawn] = [0, 0];
	for (let at = 0; at < data.length; at += 4) {
		const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
		if (colour === wanted) same++;
		if (colour !== ground) drawn++;
	}
	return { same, drawn };
}

for (const lang of ['en', 'zh-Hans'])
	test(`PNG of every size, ${lang}: as large as it says, not blank, both sides’ colours, text in it`, async ({
		page
	}, info) => {
		await openDialog(page, lang, '#scene-kimi');
		for (const size of pictureSizeNames)
			await test.step(size, async () => {
				await choose(page, size);
				await choose(page, 'whole');
				const { name, bytes } = await download(page);
				expect(name).toBe(`silicon-valley-turns.${lang}.${size}@2x.png`);
				const png = PNG.sync.read(bytes);
				expect([png.width, png.height]).toEqual([pictureSizes[size].width * 2, pictureSizes[size].height * 2]);
				const [blue, vermilion] = [light.colours.blue, light.colours.vermilion].map((hex) => inspect(png, hex));
				expect(blue.same).toBeGreaterThan(500);
				expect(vermilion.same).toBeGreaterThan(500);
				// Ink of title and labels: without text in the embedded fonts there is hardly any.
				expect(blue.drawn / (png.width * png.height)).toBeGreaterThan(0.03);
				await info.attach(name, { body: bytes, contentType: 'image/png' });
			});
	});

test('the filtered actor’s colour is in the image, the other side’s is not, and the picture says so', async ({
	page
}) => {
	await openDialog(page, 'en', '?actors=oppo');
	const drawing = page.locator('dialog .preview svg > g').last();
	await expect(page.locator('dialog .preview svg')).toContainText('1 of 28 events: OPPO');
	expect(await drawing.locator('[data-ref]').count()).toBe(1);
	// Legend and lane names keep both colours; only the marks depend on the filter.
	const colours = await drawing
		.locator('[data-ref] *')
		.evaluateAll((parts) => parts.map((part) => part.getAttribute('fill')));
	expect(colours).toContain(light.colours.vermilion);
	expect(colours).not.toContain(light.colours.blue);

	/** Number of pixels in each side’s colour in the saved file, below legend and lane names. */
	const saved = async (actors: string) => {
		// An axis break has the colour of its lane.
		await openDialog(page, 'en', `?scale=true&actors=${actors}`);
		const top = await page.locator('dialog .preview svg > g').last().getAttribute('transform');
		const png = PNG.sync.read((await download(page)).bytes);
		const from = (Number(/ ([\d.]+)\)/.exec(top!)![1]) + 60) * 2;
		png.data = png.data.subarray(Math.round(from) * png.width * 4);
		return { blue: inspect(png, light.colours.blue).same, red: inspect(png, light.colours.vermilion).same };
	};
	const oppo = await saved('oppo');
	expect(oppo.red).toBeGreaterThan(100);
	expect(oppo.blue).toBe(0);
	// An actor whose events involve no other side: otherwise the other side’s ring would be there too.
	const cursor = await saved('cursor');
	expect(cursor.blue).toBeGreaterThan(100);
	expect(cursor.red).toBe(0);
});

test('the SVG holds the View’s labels, its fonts, and nothing from outside', async ({ page }) => {
	await openDialog(page, 'zh-Hans', '?actors=openai,deepseek#scene-deepseek');
	await choose(page, 'svg');
	await choose(page, 'whole');
	const { name, bytes } = await download(page);
	expect(name).toMatch(/^silicon-valley-turns\.zh-Hans\.openai\+deepseek\.slide\.svg$/);
	const text = bytes.toString('utf8');
	expect(text).not.toMatch(/<script|javascript:|foreignObject|var\(|(?:href|src)="?https?:/);
	expect(text).toContain('data:font/woff2;base64,');

	// An independent parser reads it without an error.
	const parsed = await page.evaluate((text) => {
		const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
		return {
			error: svg.querySelector('parsererror')?.textContent ?? null,
			lang: svg.documentElement.getAttribute('lang'),
			title: svg.querySelector('title')?.textContent,
			words: svg.documentElement.textContent ?? '',
			// A quotation may stand at its event’s mark.
			refs: [...svg.querySelectorAll('[data-ref]')]
				.flatMap((mark) => ['ref', 'also'].flatMap((name) => mark.getAttribute(`data-${name}`)?.split(' ') ?? []))
				.sort()
		};
	}, text);
	expect(parsed.error).toBeNull();
	expect(parsed.lang).toBe('zh-Hans');
	expect(parsed.title).toBe(story('zh-Hans').title);
	const { keep } = await import('../../src/lib/view/select.ts');
	expect(parsed.refs).toEqual(
		keep(story('zh-Hans'), ['openai', 'deepseek'])
			.map(({ ref }) => ref)
			.sort()
	);
	expect(parsed.words).toContain('28件事中的');
	expect(parsed.words).toContain('/zh-Hans/silicon-valley-turns?actors=openai,deepseek');
});

test('汉字 are drawn as they are although this machine may have no Chinese font', async ({ page }) => {
	await openDialog(page, 'zh-Hans', '#scene-kimi');
	await choose(page, 'svg');
	const { bytes } = await download(page);
	// The file alone, in a page without our fonts: its characters differ in width; boxes for missing glyphs would not.
	const widths = await page.evaluate(async (text) => {
		const image = new Image();
		image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [image.width, image.height];
		const context = canvas.getContext('2d', { willReadFrequently: true })!;
		context.drawImage(image, 0, 0);
		const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
		const title = [...svg.querySelectorAll('text')].find((node) => Number(node.getAttribute('font-size')) > 25)!;
		const size = Number(title.getAttribute('font-size'));
		const [x, y] = ['x', 'y'].map((name) => Number(title.getAttribute(name)));
		return [0, 1, 2, 3].map((n) => {
			const { data } = context.getImageData(x + n * size, y - size, size, size * 1.2);
			let ink = 0;
			for (let at = 0; at < data.length; at += 4) ink += data[at] < 128 ? 1 : 0;
			return ink;
		});
	}, bytes.toString('utf8'));
	expect(new Set(widths).size).toBeGreaterThan(2);
	for (const ink of widths) expect(ink).toBeGreaterThan(60);
});

test('the alternative text says what the picture shows, and can be copied', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openDialog(page, 'en', '?actors=openai');
	const alt = await page.getByLabel('Alternative text', { exact: true }).inputValue();
	expect(alt).toContain('Silicon Valley');
	expect(alt).toContain('of 28 events: OpenAI');
	expect(alt).toContain('30 November 2022: OpenAI releases ChatGPT');
	await page.getByRole('button', { name: 'Copy: Alternative text' }).click();
	await expect(page.locator('dialog [role="status"]')).toHaveText('Copied');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(alt);
});

test('a font that cannot be had is told, not left out', async ({ page }) => {
	await page.route('**/*.ttf', (route) => route.abort());
	await openDialog(page, 'en');
	await page.locator('dialog .primary').click();
	await expect(page.locator('dialog [role="alert"]')).toContainText(
		/The image could not be made: the font .*\.ttf could not be loaded/
	);
	await page.unroute('**/*.ttf');
	expect((await download(page)).bytes.length).toBeGreaterThan(20_000);
});

/** Share of two images’ pixels that differ visibly. */
function difference(a: PNG, b: PNG): number {
	const { width, height } = a;
	expect([b.width, b.height]).toEqual([width, height]);
	return pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.1 }) / (width * height);
}

for (const { lang, size, rest, options } of [
	{ lang: 'en', size: 'slide', rest: '', options: [] },
	{ lang: 'zh-Hans', size: 'poster', rest: '?actors=openai,deepseek', options: ['--actors', 'openai,deepseek'] },
	{ lang: 'en', size: 'phone', rest: '?scale=even#scene-kimi', options: ['--scale', 'even', '--scene', 'kimi'] },
	{ lang: 'zh-Hans', size: 'card', rest: '', options: [] }
]) {
	test(`the page and the command line make the same image: ${size}, ${lang}${rest}`, async ({ page, baseURL }) => {
		await openDialog(page, lang, rest);
		await choose(page, size);
		const own = await download(page);
		const out = mkdtempSync(join(tmpdir(), 'throughline-'));
		const address = ['--address', baseURL!, '--lang', lang, '--size', size, '--out', out];
		execFileSync('node', ['bin/throughline.mjs', 'export', 'silicon-valley-turns', ...address, ...options]);
		const [name] = readdirSync(out);
		expect(name).toBe(own.name);
		expect(difference(PNG.sync.read(own.bytes), PNG.sync.read(readFileSync(join(out, name))))).toBeLessThan(0.01);
	});
}

for (const lang of ['en', 'zh-Hans']) {
	test(`an SVG looks the same here and in a program without fonts, ${lang}`, async ({ page }) => {
		await openDialog(page, lang);
		await choose(page, 'svg');
		const { bytes } = await download(page);
		const drawn = new Resvg(bytes, { font: { loadSystemFonts: false } }).render();
		await page.setViewportSize({ width: 1200, height: 675 });
		const url = `data:image/svg+xml;base64,${bytes.toString('base64')}`;
		await page.route('**/picture', (route) =>
			route.fulfill({ contentType: 'text/html', body: `<body style="margin:0"><img src="${url}">` })
		);
		await page.goto('/picture');
		await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
		const seen = PNG.sync.read(await page.screenshot());
		expect(difference(seen, PNG.sync.read(Buffer.from(drawn.asPng())))).toBeLessThan(0.01);
	});

	test(`a PDF holds every label as text, ${lang}`, async ({ page }) => {
		await openDialog(page, lang);
		await choose(page, 'pdf');
		await choose(page, 'poster');
		await expect(page.locator('dialog .pixels')).toContainText('297 × 420');
		const { name, bytes } = await download(page);
		expect(name).toBe(`silicon-valley-turns.${lang}.poster.pdf`);
		const file = join(mkdtempSync(join(tmpdir(), 'throughline-')), name);
		writeFileSync(file, bytes);
		const flat = (text: string) => text.replace(/\s/g, '');
		const found = flat(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
		const view = initialView(lang);
		const { texts, timelines } = layoutPicture(story(lang), view, { size: 'poster', link: page.url() });
		const labels = timelines.flatMap(({ layout }) => layout.labels.flatMap(({ lines }) => lines));
		for (const { text } of [...labels, ...texts]) expect(found).toContain(flat(text));
		expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged: +yes[^]*\(A3\)/);
	});
}

test('8K is 7,680 px long', async ({ page }) => {
	await openDialog(page, 'en');
	await choose(page, '8k');
	await expect(page.locator('dialog .pixels')).toHaveText('7680 × 4320 pixels');
	const { bytes, name } = await download(page);
	expect(name).toBe('silicon-valley-turns.en.slide@8k.png');
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([7680, 4320]);
});

test('the image is copied to the clipboard', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openDialog(page, 'en');
	await page.getByRole('button', { name: 'Copy image' }).click();
	await expect(page.locator('dialog [role="status"]')).toHaveText('Copied');
	const size = await page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const image = await createImageBitmap(await item.getType('image/png'));
		return [image.width, image.height];
	});
	expect(size).toEqual([2400, 1350]);
});

test('a quotation that the reader went to is what is offered first, as a card of its own', below, async ({ page }) => {
	await openDialog(page, 'en', '#quote-chesky');
	await expect(page.locator('dialog .preview svg')).toContainText('又好又便宜');
	await expect(page.locator('dialog input[value="poster"]')).toHaveCount(0);
	const { name, bytes } = await download(page);
	expect(name).toBe('silicon-valley-turns.en.quote-chesky.card@2x.png');
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2400, 1260]);
	await page.locator('dialog select').selectOption('quote-dorsey');
	await expect(page.locator('dialog .preview svg')).toContainText('点赞');
	// Its link leads to a page that contains the quoted words.
	const link = await page.getByRole('dialog').getByLabel('Link', { exact: true }).inputValue();
	await page.goto(link);
	await expect(page.locator('blockquote[lang="zh-Hans"]')).toContainText('点赞');
});

test('data is saved as filtered, and what a format cannot hold is said', async ({ page }) => {
	await openDialog(page, 'en', '?actors=openai');
	await choose(page, 'csv');
	const { name, bytes } = await download(page);
	expect(name).toBe('silicon-valley-turns.en.openai.csv');
	const text = bytes.toString('utf8');
	expect(text).toContain('OpenAI releases ChatGPT');
	expect(text).not.toContain('OPPO');
	await page.goto(`${fixtures}/en/hannibal`);
	await settle(page);
	await page.locator('[data-open="export"]').click();
	await choose(page, 'ics');
	await download(page);
	await expect(page.locator('dialog [role="note"] li').first()).toBeVisible();
});

test('citation, link and embed code are of the view, and can be copied', below, async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openDialog(page, 'en', '?actors=openai');
	const field = (label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });
	expect(await field('Link').inputValue()).toMatch(/\/en\/silicon-valley-turns\?actors=openai$/);
	expect(await field('Citation').inputValue()).toContain('/en/silicon-valley-turns?actors=openai');
	const [csl] = JSON.parse(await field('Citation as CSL-JSON').inputValue());
	expect(csl).toMatchObject({ type: 'webpage', title: story('en').title });
	expect(csl.URL).toContain('?actors=openai');
	expect(await field('Embed code without a script').inputValue()).toMatch(
		/^<iframe [^]*\/en\/silicon-valley-turns\/embed\?actors=openai/
	);
	const embed = await field('Embed code').inputValue();
	expect(embed).toMatch(/^<script [^]*\/embed\.js"[^]* story="en\/silicon-valley-turns\?actors=openai"/);
	await page.getByRole('button', { name: 'Copy: Embed code', exact: true }).click();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(embed);
});

test('the platform’s share sheet is offered where there is one', async ({ page }) => {
	await openDialog(page, 'en');
	await expect(page.locator('dialog[open]').getByRole('button', { name: 'Share' })).toHaveCount(0);
	// This browser cannot share, so the test looks at what it would be given.
	await page.addInitScript(() => {
		Object.assign(navigator, {
			canShare: () => true,
			share: async (what: ShareData) => void Object.assign(window, { shared: what })
		});
	});
	await openDialog(page, 'en', '?actors=openai');
	await page.locator('dialog[open]').getByRole('button', { name: 'Share' }).click();
	const shared = await page.evaluate(() => (window as unknown as { shared: ShareData }).shared);
	expect(shared.title).toBe(story('en').title);
	expect(shared.url).toContain('?actors=openai');
});

test('the dialog is left with Escape, and focus goes back to its button', async ({ page }) => {
	await openDialog(page, 'en');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog[open]')).toHaveCount(0);
	await expect(page.locator('[data-open="export"]')).toBeFocused();
});
