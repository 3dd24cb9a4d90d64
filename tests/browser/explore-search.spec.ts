import { expect, type Page } from '@playwright/test';
import { below, explored, frames, story, storyUrl, test } from './support.ts';

async function ready(page: Page) {
	await explored(page);
}
const listed = (page: Page) =>
	page.locator('.list > ol > li').evaluateAll((list) => list.map((line) => line.getAttribute('data-ref')));

for (const [lang, other] of [
	['en', 'zh-Hans'],
	['zh-Hans', 'en']
] as const)
	test(`in ${lang} the words of ${other} are found too: titles, texts, names`, below, async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.goto(storyUrl(lang, '/explore'));
		await ready(page);
		const file = storyUrl(lang, '/words.json');
		expect(asked).not.toContain(file);
		const told = story(other);
		const event = told.items.find((item) => item.kind === 'event')!;
		const actor = told.actors.find(({ events, role }) => events && role) ?? told.actors.find(({ events }) => events)!;
		const text = event.kind === 'event' ? event.summary.slice(0, 12) : '';
		for (const [words, ref] of [
			[event.title, event.ref],
			[text, event.ref],
			[actor.name, told.items.find(({ actors }) => actors.includes(actor.id))!.ref]
		]) {
			await page.locator('input[type=search]').fill(words);
			await expect.poll(() => listed(page)).toContain(ref);
		}
		expect(asked.filter((path) => path === file)).toHaveLength(1);
		await expect(page.getByText(story(lang).ui.explore.oneLanguage)).toHaveCount(0);
	});

test('where the other language’s words do not come, that is said, and they are asked for again', async ({ page }) => {
	await page.goto(storyUrl('en', '/explore'));
	await ready(page);
	await page.route('**/words.json', (route) => route.fulfill({ body: '{"event-chatgpt": 3}' }));
	await page.locator('input[type=search]').fill('kimi');
	await expect(page.getByText(story('en').ui.explore.oneLanguage)).toBeVisible();
	expect((await listed(page)).length).toBeGreaterThan(2);
	await page.unroute('**/words.json');
	const event = story('zh-Hans').items.find((item) => item.kind === 'event')!;
	await page.locator('input[type=search]').fill(event.title);
	await expect.poll(() => listed(page)).toEqual([event.ref]);
	await expect(page.getByText(story('en').ui.explore.oneLanguage)).toHaveCount(0);
});

/** Is the mark of an item within the window? */
const seen = (page: Page, ref: string) =>
	page.evaluate((ref) => {
		const mark = document.querySelector(`.axis a.mark[data-ref="${ref}"]`);
		const box = document.querySelector('.picture')!.getBoundingClientRect();
		const at = mark?.querySelector('circle')!.getBoundingClientRect();
		return !!at && at.top >= box.top - 12 && at.bottom <= box.bottom + 12;
	}, ref);

test('a match out of view is a step away: list, buttons, keys; and its mark has the focus', async ({ page }) => {
	const { ui } = story('en');
	await page.goto(storyUrl('en', '/explore?from=2022-11-25&to=2023-02-01&q=satellite'));
	const status = page.locator('search [role=status]');
	await expect(status).toHaveText(/^\d+ matches, none in view$/);
	const total = Number((await status.textContent())!.match(/\d+/)![0]);
	// Over an empty picture: the button that leads to the nearest.
	await page.locator('.elsewhere button').click();
	await expect(page.locator('.elsewhere')).toHaveCount(0);
	const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-ref') ?? null);
	await expect.poll(focused).not.toBeNull();
	expect(await seen(page, (await focused())!)).toBe(true);
	await expect(status).not.toHaveText(/none/);

	// Enter goes from one match to the next and wraps around, Shift+Enter goes back. The focus stays in the search field.
	const input = page.locator('input[type=search]');
	await input.focus();
	const current = () => page.locator('.hits li[aria-current]').getAttribute('data-hit');
	const said = page.locator('search [aria-live]');
	const gone = new Set<string>();
	for (let n = 0; n < total; n++) {
		const before = await said.textContent();
		await input.press('Enter');
		await expect(said).not.toHaveText(before!);
		const ref = (await current())!;
		gone.add(ref);
		await expect.poll(() => seen(page, ref)).toBe(true);
	}
	expect(gone.size).toBe(total);
	await expect(input).toBeFocused();
	const last = await current();
	await input.press('Enter');
	await frames(page, 2);
	await explored(page);
	await input.press('Shift+Enter');
	await expect.poll(current).toBe(last);

	// All matches are listed with their dates; Show moves the window and the focus to one.
	await expect(page.locator('.hits li')).toHaveCount(total);
	const line = page.locator('.hits li').first();
	const ref = (await line.getAttribute('data-hit'))!;
	await line.getByRole('button', { name: ui.explore.show }).click();
	await expect.poll(focused).toBe(ref);
	expect(await seen(page, ref)).toBe(true);
});

test('rows of a large table are gone to as well', async ({ page }) => {
	await page.goto('/en/web-platform/explore?from=1997-01-01&to=1997-06-01&q=grid');
	const status = page.locator('search [role=status]');
	await expect(status).toHaveText(/^\d+ matches, none in view$/);
	await page.locator('.elsewhere button').click();
	await expect(status).toHaveText(/^\d+ matches, \d+ in view$/);
	for (let n = 0; n < 3; n++) {
		await page.getByRole('button', { name: story('en').ui.explore.next }).click();
		const ref = (await page.locator('.hits li[aria-current]').getAttribute('data-hit'))!;
		await expect.poll(() => seen(page, ref)).toBe(true);
	}
});
