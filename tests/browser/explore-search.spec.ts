import { expect, test, type Page } from '@playwright/test';
import { story, storyUrl } from './support.ts';

async function ready(page: Page) {
	await page.locator('.axis a.mark').first().waitFor();
	await page.waitForTimeout(500);
}
const listed = (page: Page) =>
	page.locator('.list > ol > li').evaluateAll((list) => list.map((line) => line.getAttribute('data-ref')));

for (const [lang, other] of [
	['en', 'zh-Hans'],
	['zh-Hans', 'en']
] as const)
	test(`in ${lang} the words of ${other} are found too: titles, texts, names`, async ({ page }) => {
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
