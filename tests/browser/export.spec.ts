import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { pictureSizes, type PictureSize } from '../../src/lib/export/picture.ts';
import { light } from '../../src/lib/layout/palettes.ts';
import { settle, story, storyUrl } from './support.ts';

async function openDialog(page: Page, lang: string, rest = '') {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(storyUrl(lang, rest));
	await settle(page);
	await page.locator('[data-open="export"]').click();
	await page.locator('dialog[open] .preview svg').waitFor();
}

async function download(page: Page) {
	const [file] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .primary').click()]);
	return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const choose = (page: Page, value: string) => page.locator(`dialog input[value="${value}"]`).check();

/** How many pixels have just this colour, and how many anything but the ground. */
function inspect(png: PNG, hex: string) {
	const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
	const ground = [...png.data.subarray(0, 3)].join();
	let [same, drawn] = [0, 0];
	for (let at = 0; at < png.data.length; at += 4) {
		const [x, y, z] = png.data.subarray(at, at + 3);
		if (x === r && y === g && z === b) same++;
		if (`${x},${y},${z}` !== ground) drawn++;
	}
	return { same, drawn };
}

for (const size of Object.keys(pictureSizes) as PictureSize[]) {
	for (const lang of ['en', 'zh-Hans']) {
		test(`PNG, ${size}, ${lang}: its size, not blank, both sides’ colours, text in it`, async ({ page }, info) => {
			await openDialog(page, lang, '#scene-kimi');
			await choose(page, size);
			await choose(page, 'whole');
			const { name, bytes } = await download(page);
			expect(name).toBe(`silicon-valley-turns.${lang}.${size}@2x.png`);
			const png = PNG.sync.read(bytes);
			expect([png.width, png.height]).toEqual([pictureSizes[size].width * 2, pictureSizes[size].height * 2]);
			expect(inspect(png, light.colours.blue).same).toBeGreaterThan(500);
			expect(inspect(png, light.colours.vermilion).same).toBeGreaterThan(500);
			// Ink of the title and labels: without the embedded fonts’ text there is hardly any.
			expect(inspect(png, light.colours.blue).drawn / (png.width * png.height)).toBeGreaterThan(0.03);
			await info.attach(name, { body: bytes, contentType: 'image/png' });
		});
	}
}

test('the filtered actor’s colour is in the image, the other side’s is not, and the picture says so', async ({
	page
}) => {
	await openDialog(page, 'en', '?actors=oppo');
	const drawing = page.locator('dialog .preview svg > g').last();
	await expect(page.locator('dialog .preview svg')).toContainText('1 of 28 events: OPPO');
	expect(await drawing.locator('[data-ref]').count()).toBe(1);
	// Legend and lane names keep both colours; the marks are what the filter governs.
	const colours = await drawing
		.locator('[data-ref] *')
		.evaluateAll((parts) => parts.map((part) => part.getAttribute('fill')));
	expect(colours).toContain(light.colours.vermilion);
	expect(colours).not.toContain(light.colours.blue);

	/** Pixels of both sides’ colours in the saved file, below legend and lane names. */
	const saved = async (actors: string) => {
		await openDialog(page, 'en', `?actors=${actors}`);
		const top = await page.locator('dialog .preview svg > g').last().getAttribute('transform');
		const png = PNG.sync.read((await download(page)).bytes);
		const from = (Number(/ ([\d.]+)\)/.exec(top!)![1]) + 60) * 2;
		png.data = png.data.subarray(Math.round(from) * png.width * 4);
		return { blue: inspect(png, light.colours.blue).same, red: inspect(png, light.colours.vermilion).same };
	};
	const oppo = await saved('oppo');
	expect(oppo.red).toBeGreaterThan(100);
	expect(oppo.blue).toBe(0);
	const a16z = await saved('a16z');
	expect(a16z.blue).toBeGreaterThan(100);
	expect(a16z.red).toBe(0);
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

	// A parser of its own reads it, without an error.
	const parsed = await page.evaluate((text) => {
		const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
		return {
			error: svg.querySelector('parsererror')?.textContent ?? null,
			lang: svg.documentElement.getAttribute('lang'),
			title: svg.querySelector('title')?.textContent,
			words: svg.documentElement.textContent ?? '',
			refs: [...svg.querySelectorAll('[data-ref]')].map((mark) => mark.getAttribute('data-ref')!).sort()
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
	// The file alone, in a page without any of our fonts: its characters differ from each other, boxes would not.
	const widths = await page.evaluate(async (text) => {
		const image = new Image();
		image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
		await image.decode();
		await new Promise((resolve) => setTimeout(resolve, 400));
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [image.width, image.height];
		const context = canvas.getContext('2d', { willReadFrequently: true })!;
		context.drawImage(image, 0, 0);
		await new Promise((resolve) => setTimeout(resolve, 200));
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

test('a PNG of 2400 × 1350 is there within a second of the click', async ({ page }) => {
	await openDialog(page, 'en');
	await expect(page.locator('dialog .pixels')).toHaveText('2400 × 1350 pixels');
	// The first one also fetches the fonts; a reader’s time counts from there as well.
	for (let round = 0; round < 3; round++) {
		const start = Date.now();
		await download(page);
		expect(Date.now() - start).toBeLessThan(1000);
	}
});

test('the alternative text says what the picture shows, and can be copied', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openDialog(page, 'en', '?actors=openai');
	const alt = await page.locator('dialog textarea').inputValue();
	expect(alt).toContain('Silicon Valley');
	expect(alt).toContain('of 28 events: OpenAI');
	expect(alt).toContain('30 November 2022: OpenAI releases ChatGPT');
	await page.getByRole('button', { name: 'Copy' }).click();
	await expect(page.locator('dialog [role="status"]')).toHaveText('Copied');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(alt);
});

test('a font that cannot be had is told, not left out', async ({ page }) => {
	await openDialog(page, 'en');
	await page.route('**/*.woff2', (route) => route.abort());
	await page.locator('dialog .primary').click();
	await expect(page.locator('dialog [role="alert"]')).toContainText(
		/The image could not be made: the font .*\.woff2 could not be loaded/
	);
	await page.unroute('**/*.woff2');
	expect((await download(page)).bytes.length).toBeGreaterThan(20_000);
});

test('the dialog is left with Escape, and focus goes back to its button', async ({ page }) => {
	await openDialog(page, 'en');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog')).toHaveCount(0);
	await expect(page.locator('[data-open="export"]')).toBeFocused();
});
