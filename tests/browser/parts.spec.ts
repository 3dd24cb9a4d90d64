import { expect, test, type Page } from '@playwright/test';
import { fill } from '../../src/lib/text/fill.ts';
import { fixtures } from '../support/sites.mjs';
import { explored, settle, story, storyUrl } from './support.ts';

const over = '.coming.over';

interface Way {
	part: string;
	/** The part’s name in messages. */
	name: (ui: ReturnType<typeof story>['ui']) => string;
	ask: (page: Page) => Promise<void>;
	/** Selector of the message. */
	place: string;
	/** Selector of what shows that the part has come. */
	here: string;
}

const panel = (part: string, id: string, here: string): Way => ({
	part: `the panel of ${part}`,
	name: (ui) => ui.page.view,
	ask: (page) => page.locator(`[data-open="${part}"]`).click(),
	place: `#${id} .coming`,
	here: `#${id} ${here}`
});

const ofStory: Way[] = [
	panel('filter', 'filter-panel', '.chip'),
	panel('view', 'view-panel', 'fieldset'),
	{
		part: 'the export dialog',
		name: (ui) => ui.export.title,
		ask: (page) => page.locator('[data-open="export"]').click(),
		place: over,
		here: 'dialog[open] .preview svg'
	},
	{
		part: 'the explorer',
		name: (ui) => ui.explore.title,
		ask: (page) => page.locator('#explore a').click(),
		place: over,
		here: 'dialog[open] .explorer .axis a.mark'
	}
];
const ofExplorer: Way[] = [
	panel('filter', 'explore-filter', '.chip'),
	panel('view', 'explore-view', 'fieldset'),
	{
		part: 'the export dialog',
		name: (ui) => ui.export.title,
		ask: (page) => page.locator('[data-open="export"]').click(),
		place: over,
		here: 'dialog[open] .preview svg'
	},
	{
		part: 'a card',
		name: (ui) => ui.card.evidence,
		ask: (page) => page.locator('.list li a').first().click(),
		place: '.list .coming',
		here: '.list .detail .card'
	}
];

const places = [
	{ at: 'story', ways: ofStory, url: '', ready: settle },
	{ at: 'explorer', ways: ofExplorer, url: '/explore', ready: explored }
];

for (const { at, ways, url, ready } of places)
	for (const { part, name, ask, place, here } of ways) {
		const lang = part.includes('filter') ? 'zh-Hans' : 'en';
		const { ui } = story(lang);
		const words = (lack: 'coming' | 'missing' | 'changed') => fill(ui.part[lack], { part: name(ui) });

		test(`${part} of the ${at} without a connection: that is told, and it comes when there is one`, async ({
			page,
			context
		}) => {
			await page.setViewportSize({ width: lang === 'en' ? 1440 : 390, height: 900 });
			await page.goto(storyUrl(lang, url));
			await ready(page);
			const address = new URL(page.url()).pathname;
			await context.setOffline(true);
			await ask(page);
			await expect(page.locator(place)).toContainText(words('missing'));
			await expect(page.locator(place)).toBeInViewport();
			// Asked for again without success, it says so again.
			await page.locator(`${place} [data-again]`).click();
			await expect(page.locator(place)).toContainText(words('missing'));
			expect(new URL(page.url()).pathname).toBe(address);
			await context.setOffline(false);
			await expect(page.locator(here).first()).toBeVisible();
			await expect(page.locator(place)).toHaveCount(0);
		});

		test(`${part} of the ${at} comes when the reader asks again`, async ({ page }) => {
			await page.goto(storyUrl(lang, url));
			await ready(page);
			// The page itself must not load either: otherwise the link to the explorer is followed.
			const cut = (request: URL) => request.origin === new URL(page.url()).origin;
			await page.route(cut, (route) => route.abort());
			await ask(page);
			await expect(page.locator(place)).toContainText(words('missing'));
			await page.unroute(cut);
			await page.locator(`${place} [data-again]`).click();
			await expect(page.locator(here).first()).toBeVisible();
		});

		test(`${part} of the ${at} on its way says so`, async ({ page }) => {
			await page.goto(storyUrl(lang, url));
			await ready(page);
			let go = () => {};
			const asked = new Promise<void>((resolve) => (go = resolve));
			await page.route(/immutable|__data/, (route) => asked.then(() => route.continue()));
			await ask(page);
			await expect(page.locator(place)).toContainText(words('coming'));
			go();
			await expect(page.locator(here).first()).toBeVisible();
		});

		test(`${part} of the ${at}, whose script a new build has taken away, is offered with the page loaded again`, async ({
			page
		}) => {
			await page.goto(storyUrl(lang, url));
			await ready(page);
			await page.route(/immutable/, (route) => route.fulfill({ status: 404, body: 'no' }));
			await ask(page);
			if (part === 'the explorer') {
				// Its link leads to the new page.
				await page.waitForURL('**/explore*');
				return;
			}
			await expect(page.locator(place)).toContainText(words('changed'));
			await page.unroute(/immutable/);
			await page.locator(`${place} [data-reload]`).click();
			await page.waitForLoadState();
			await ready(page);
			await ask(page);
			await expect(page.locator(here).first()).toBeVisible();
		});
	}

test('without what draws the timeline the server’s drawing stands, and it is drawn when it can be', async ({
	page,
	context
}) => {
	const { ui } = story('en');
	await page.goto(storyUrl('en'));
	await page.waitForFunction(() => document.querySelector('dialog#evidence[data-ready]'));
	await context.setOffline(true);
	await page.evaluate(() => dispatchEvent(new PointerEvent('pointermove', { movementX: 1 })));
	await expect(page.locator(over)).toContainText(fill(ui.part.missing, { part: ui.page.timeline }));
	await expect(page.locator('.stand .desk svg').first()).toBeVisible();
	await context.setOffline(false);
	await settle(page);
	await expect(page.locator('.stand .desk svg').first()).toBeVisible();
	await expect(page.locator(over)).toHaveCount(0);
});

test('a picture that cannot be made yet is made when it can be; in the dialog too', async ({ page, context }) => {
	const { ui } = story('en');
	await page.goto(storyUrl('en'));
	await settle(page);
	await context.setOffline(true);
	const ending = page.locator('.ending [data-take="picture"]');
	await ending.click();
	await expect(page.locator('.ending [role="status"]')).toContainText(ui.export.partFailed);
	let saved = page.waitForEvent('download');
	await context.setOffline(false);
	expect((await saved).suggestedFilename()).toMatch(/card@2x\.png$/);
	await page.reload();
	await settle(page);
	const fonts = /\.ttf/;
	await page.route(fonts, (route) => route.abort());
	await page.locator('[data-open="export"]').click();
	await page.locator('dialog[open] .primary').click();
	await expect(page.locator('dialog[open] [role="alert"]')).toContainText('could not be loaded');
	await page.unroute(fonts);
	saved = page.waitForEvent('download');
	await page.locator('dialog[open] [data-again]').click();
	expect((await saved).suggestedFilename()).toMatch(/\.png$/);
	await expect(page.locator('dialog[open] [role="alert"]')).toHaveCount(0);
});

test('what lays time out across comes later where it did not come; until then time runs down', async ({
	page,
	context
}) => {
	await page.goto(storyUrl('en', '/explore'));
	await explored(page);
	await page.locator('[data-open="view"]').click();
	await page.locator('#explore-view fieldset').first().waitFor();
	await context.setOffline(true);
	await page.locator('#explore-view input[value="across"]').click();
	await expect(page.locator(over)).toContainText(story('en').ui.page.timeline);
	await expect(page.locator('.axis a.mark').first()).toBeVisible();
	await context.setOffline(false);
	await expect(page.locator('.parts.across')).toBeVisible();
	await expect(page.locator('.axis a.mark').first()).toBeVisible();
});

test('a large table whose script does not come is told, and drawn when it does', async ({ page }) => {
	const { ui } = story('en');
	let broken = true;
	await page.route(/immutable\/chunks/, async (route) => {
		// The script that fetches tiles.
		const answer = await route.fetch();
		if (broken && (await answer.text()).includes('is no JSON, or was cut off')) return route.abort();
		return route.fulfill({ response: answer });
	});
	await page.goto(`${fixtures}/en/port-log/explore`);
	await expect(page.locator(over)).toContainText(fill(ui.part.changed, { part: ui.page.timeline }));
	await expect(page.locator('.picture .still svg')).toBeVisible();
	broken = false;
	await page.locator(`${over} [data-again]`).click();
	await expect(page.locator('.axis a.mark').first()).toBeVisible();
});

test('a search of the other language’s words is made again when the connection is back', async ({ page, context }) => {
	const { ui } = story('en');
	const event = story('zh-Hans').items.find((item) => item.kind === 'event')!;
	await page.goto(storyUrl('en', '/explore'));
	await explored(page);
	await context.setOffline(true);
	await page.locator('input[type=search]').fill(event.title);
	await expect(page.getByText(ui.explore.oneLanguage)).toBeVisible();
	await context.setOffline(false);
	await expect(page.locator(`.list li[data-ref="${event.ref}"]`).first()).toBeVisible();
	await expect(page.getByText(ui.explore.oneLanguage)).toHaveCount(0);
});
