import { compareTold } from '../../src/lib/view/items.ts';
import { expect, test, type Page } from '@playwright/test';
import { expectNoFaults, explored, frames, story, storyUrl } from './support.ts';

const exploreUrl = (lang: string, rest = '') => storyUrl(lang, `/explore${rest}`);
async function ready(page: Page) {
	await explored(page);
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-ref') ?? null);
const params = (page: Page) => new URL(page.url()).searchParams;

for (const axis of ['down', 'across'] as const)
	test(`arrow keys go from mark to mark along time, beyond the window too; one of them is a tab stop: ${axis}`, async ({
		page
	}) => {
		await page.goto(exploreUrl('en', `?axis=${axis}&from=2024-12-01&to=2025-03-01`));
		await ready(page);
		expect(await page.locator('.axis a.mark:not([tabindex="-1"])').count()).toBe(1);
		await page.locator('.picture').focus();
		await page.keyboard.press('Tab');
		const first = await focused(page);
		expect(first).not.toBeNull();
		const key = axis === 'down' ? 'ArrowDown' : 'ArrowRight';
		const gone: (string | null)[] = [first];
		for (let n = 0; n < 60; n++) {
			await page.keyboard.press(key);
			await frames(page, 2);
			const ref = await focused(page);
			if (ref === gone.at(-1)) break;
			gone.push(ref);
		}
		// Each mark once, focused while the reader was there, up to the last of the story.
		expect(gone).not.toContain(null);
		expect(new Set(gone).size).toBe(gone.length);
		expect(gone.length).toBeGreaterThan(10);
		const seen = await page.evaluate(() => {
			const box = document.querySelector('.picture')!.getBoundingClientRect();
			const mark = document.activeElement!.querySelector('circle')!.getBoundingClientRect();
			return mark.top >= box.top - 12 && mark.bottom <= box.bottom + 12 && mark.left >= box.left - 12;
		});
		expect(seen).toBe(true);
		await page.keyboard.press('Enter');
		const last = gone.at(-1)!;
		if (!last.startsWith('cluster-')) await expect(page.locator('.detail .card')).toHaveAttribute('data-ref', last);
	});

test('time runs across where the reader wants it: picture, keys, drag and the whole of time follow', async ({
	page
}) => {
	await page.goto(exploreUrl('en', '?scale=true'));
	await ready(page);
	await page.locator('[data-open="view"]').click();
	await page.locator('#explore-view').getByLabel('Across').check();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/axis=across/);
	const at = () =>
		page.locator('.axis').evaluate((axis) => {
			const [x, y = 0] = getComputedStyle(axis).translate.split(' ').map(parseFloat);
			return { x, y };
		});
	const strip = (await page.locator('.overview').boundingBox())!;
	const picture = (await page.locator('.picture').boundingBox())!;
	expect(strip.width).toBeGreaterThan(4 * strip.height);
	expect(strip.y).toBeGreaterThanOrEqual(picture.y + picture.height);
	await page.locator('.picture').focus();
	for (const key of ['+', '+', '+']) await page.keyboard.press(key);
	await expect(page).toHaveURL(/from=/);
	const before = Date.parse(params(page).get('from')!);
	await page.mouse.move(picture.x + 300, picture.y + 20);
	await page.mouse.down();
	await page.mouse.move(picture.x + 420, picture.y + 20, { steps: 5 });
	await page.mouse.up();
	await explored(page);
	expect(Date.parse(params(page).get('from')!)).toBeLessThan(before);
	expect((await at()).y).toBe(0);
	// The end handle of the brush, by keyboard and by pointer.
	const end = page.getByRole('slider').nth(1);
	await end.focus();
	await page.keyboard.press('ArrowLeft');
	await explored(page);
	const to = Date.parse(params(page).get('to')!);
	const edge = (await end.boundingBox())!;
	await page.mouse.move(edge.x + edge.width / 2, edge.y + 20);
	await page.mouse.down();
	await page.mouse.move(edge.x + edge.width / 2 - 60, edge.y + 20, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => Date.parse(params(page).get('to')!)).toBeLessThan(to);
	await page.reload();
	await ready(page);
	expect(params(page).get('axis')).toBe('across');
});

test('the list is by time, or as told', async ({ page }) => {
	const asTold = [...story('en').items].sort(compareTold).map(({ ref }) => ref as string);
	const listed = () =>
		page.locator('.list > ol > li').evaluateAll((list) => list.map((line) => line.getAttribute('data-ref')));
	await page.setViewportSize({ width: 1440, height: 1400 });
	await page.goto(exploreUrl('en'));
	await ready(page);
	const places = new Map(story('en').items.map(({ ref, date }) => [ref as string, date.at]));
	const times = (await listed()).map((ref) => places.get(ref!)!);
	expect(times.length).toBe(places.size);
	expect(times).toEqual([...times].sort((a, b) => a - b));
	await page.locator('[data-open="view"]').click();
	await page.locator('#explore-view').getByLabel('As told').check();
	await expect(page).toHaveURL(/order=told/);
	expect(await listed()).toEqual(asTold);
});

for (const [lang, width, theme] of [
	['en', 1440, 'dark'],
	['zh-Hans', 390, 'light']
] as const)
	test(`across, axe finds nothing and nothing is out of reach: ${lang}, ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 844 });
		await page.goto(exploreUrl(lang, `?theme=${theme}&axis=across`));
		await ready(page);
		await expectNoFaults(page, undefined, { contrast: lang === 'en' ? 'all' : 'kinds' });
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
		const small = await page.evaluate(() =>
			[...document.querySelectorAll('.explorer :is(button, a, input, [role=slider])')]
				.filter((target) => !target.closest('.axis'))
				.map((target) => ({ target, box: target.getBoundingClientRect() }))
				.filter(({ box }) => box.width && (box.width < 24 || box.height < 24))
				.map(({ target }) => target.outerHTML.slice(0, 80))
		);
		expect(small).toEqual([]);
	});
