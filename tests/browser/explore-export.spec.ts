import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { expectNoFaults, explored, settle, story, storyUrl } from './support.ts';

async function openExport(page: Page) {
	await explored(page);
	await page.locator('.explorer [data-open="export"]').click();
	await page.locator('.preview svg').waitFor();
}
async function download(page: Page, format: string) {
	await page.getByRole('radio', { name: format, exact: true }).check();
	const [file] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .primary').click()]);
	return { name: file.suggestedFilename(), text: await readFile((await file.path())!, 'utf8') };
}
const previewed = (page: Page) =>
	page
		.locator('.preview svg [data-ref]')
		.evaluateAll((list) => [...new Set(list.map((mark) => mark.getAttribute('data-ref')!))].sort());

test('what is shown is exported: window, filter, search and scale, as an image and as data', async ({ page }) => {
	const [from, to] = [Date.parse('2024-01-01'), Date.parse('2025-10-20')];
	await page.goto(storyUrl('en', '/explore?actors=alibaba,nvidia&scale=true&from=2024-01-01&to=2025-10-20&q=qwen'));
	await openExport(page);
	const told = story('en').items;
	const kept = await page
		.locator('.list > ol > li')
		.evaluateAll((list) => list.map((line) => line.getAttribute('data-ref')!).sort());
	expect(kept.length).toBeGreaterThan(0);
	expect(kept.length).toBeLessThan(told.length / 2);
	const refs = await previewed(page);
	for (const ref of kept) expect(refs).toContain(ref);
	const svg = await download(page, 'SVG');
	expect(svg.name).toMatch(/^silicon-valley-turns\.en\..*2024-01-01_2025-10-20\.qwen\.slide\.svg$/);
	expect(svg.text).toContain('from=2024-01-01');
	expect(svg.text).toContain('1 Jan 2024');

	const csv = await download(page, 'CSV');
	expect(csv.name).toMatch(/2024-01-01_2025-10-20\.qwen\.csv$/);
	const { data } = Papa.parse<Record<string, string>>(csv.text.replace(/^\ufeff/, ''), { header: true });
	const rows = data.filter(({ kind }) => kind).map(({ kind, id }) => `${kind}-${id}`);
	for (const ref of kept) expect(rows).toContain(ref);
	for (const ref of rows) {
		const { date } = told.find((item) => item.ref === ref)!;
		expect(date.max > from && date.min < to).toBe(true);
	}
	const link = page.getByRole('dialog').getByLabel('Link', { exact: true });
	await expect(link).toHaveValue(/\/en\/silicon-valley-turns\/explore\?actors=alibaba.*&q=qwen/);
});

test('a quotation is exported with the address of its own page', async ({ page }) => {
	await page.goto(storyUrl('en', '/explore'));
	await openExport(page);
	await page.getByRole('radio', { name: 'A quotation' }).check();
	await expect(page.getByRole('dialog').getByLabel('Link', { exact: true })).toHaveValue(
		/\/en\/silicon-valley-turns\/quote-[a-z0-9-]+$/
	);
});

test('over the story the export opens and closes by itself; axe finds nothing', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(storyUrl('zh-Hans'));
	await settle(page);
	await page.locator('#explore a').click();
	await openExport(page);
	await expectNoFaults(page);
	await page.keyboard.press('Escape');
	await expect(page.locator('.preview')).toHaveCount(0);
	await expect(page.locator('dialog .axis a.mark').first()).toBeVisible();
	expect(new URL(page.url()).pathname).toBe(storyUrl('zh-Hans', '/explore'));
});

test('time runs across in the image as in the picture; where a size cannot, it says so', async ({ page }) => {
	await page.goto(storyUrl('en', '/explore?axis=across'));
	await openExport(page);
	/** How far the marks spread across the image and down it, in px of its view box. */
	const spread = () =>
		page.locator('.preview svg [data-ref] > g:first-child').evaluateAll((list) => {
			const places = list.map((mark) =>
				mark
					.getAttribute('transform')!
					.match(/[\d.-]+/g)!
					.map(Number)
			);
			return [0, 1].map((axis) => new Set(places.map((place) => Math.round(place[axis]))).size);
		});
	const [across, down] = await spread();
	expect(across).toBeGreaterThan(down);
	const svg = await download(page, 'SVG');
	expect(svg.name).toBe('silicon-valley-turns.en.across.slide.svg');
	expect(svg.text).toContain('explore?axis=across');
});

test('a crowd is gathered: every event of a table is named or counted in the image', async ({ page }) => {
	await page.goto('/en/web-platform/explore');
	const meta = await page.request.get('/tiles/web-platform/meta.json');
	const total = ((await meta.json()) as { count: number }).count;
	await openExport(page);
	/** The text of each mark. */
	const labels = () =>
		page.locator('.preview svg [data-ref]').evaluateAll((list) =>
			list.map((mark) => ({
				ref: mark.getAttribute('data-ref')!,
				words: [...mark.querySelectorAll('text')].map((text) => text.textContent).join(' ')
			}))
		);
	await expect(page.locator('.preview svg .density')).toHaveCount(4);
	for (const size of ['Slide 16:9', 'Page', 'Phone', 'Square']) {
		await page.getByRole('radio', { name: size }).check();
		const marks = await labels();
		const clusters = marks.filter(({ ref }) => ref.startsWith('cluster-'));
		expect(clusters.length).toBeGreaterThan(2);
		const counted = clusters.reduce(
			(sum, { words }) => sum + Number(words.match(/^[\d,]+/)![0].replaceAll(',', '')),
			0
		);
		const named = marks.filter(({ ref }) => /^(event|row)-/.test(ref)).length;
		// Besides those in the table, the story tells a few events of its own.
		expect(counted + named).toBeGreaterThanOrEqual(total);
		expect(counted + named).toBeLessThan(total + 40);
	}
	await page.getByRole('radio', { name: 'Phone' }).check();
	await expect(page.getByRole('radio', { name: 'Link preview' })).toBeDisabled();
	await expect(page.getByText('A link preview has no room')).toBeVisible();
	await page.getByRole('radio', { name: 'CSV' }).check();
	await Promise.all([page.waitForEvent('download'), page.locator('dialog .primary').click()]);
	await expect(page.getByText(/^\d+ of [\d,]{7} events, the most important$/)).toBeVisible();
});
