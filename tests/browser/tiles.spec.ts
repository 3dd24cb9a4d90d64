import { readFileSync } from 'node:fs';
import { expect, type Page, type Route } from '@playwright/test';
import { fixtures } from '../support/sites.mjs';
import { base, below, explored, test } from './support.ts';

/** The rows of the fixture with a table of eight thousand events, read by the tests themselves. */
const rows = readFileSync('tests/fixtures/stories/port-log/log.csv', 'utf8').trim().split('\n').slice(1);
const told = 2;
const explore = (rest = '', lang = 'en') => `${base() || fixtures}/${lang}/port-log/explore${rest}`;
const tiles = /\/tiles\/port-log\/[0-9a-f]{12}\/\d+\/\d+\.json$/;

/** A window of some months, which needs single tiles. */
const near = '?scale=true&from=1882-08-01&to=1883-02-01';

async function ready(page: Page) {
	await explored(page);
	await page.locator('.axis a.mark').first().waitFor({ state: 'attached' });
}
const number = (text: string | null) => Number((text ?? '').replace(/,/g, '').match(/\d+/)?.[0] ?? 0);

/**
 * Counts every event once: entries in the list, those in its clusters and gaps, and those before and after. Reads all
 * at one moment, as the page may change between two reads.
 */
async function counted(page: Page) {
	const { items, clusters, outside } = await page.evaluate(() => {
		const lines = [...document.querySelectorAll('.list > ol > li')];
		return {
			items: lines.filter((line) => line.querySelector('a')).length,
			clusters: lines.flatMap((line) =>
				[...line.querySelectorAll(':scope > button[aria-label]')].map(({ textContent }) => textContent)
			),
			outside: document.querySelector('.list > .counts')?.textContent ?? ''
		};
	});
	const [before, after] = [/([\d,]+) earlier/, /([\d,]+) later/].map((form) => number(form.exec(outside)?.[1] ?? '0'));
	return items + clusters.reduce((sum, text) => sum + number(text), 0) + before + after;
}

test('without JavaScript a large table is told by its most important events and how many there are when', async ({
	browser
}) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto(explore());
	const periods = await page.locator('.list td').allTextContents();
	expect(periods.map(number).reduce((sum, n) => sum + n, 0)).toBe(rows.length);
	expect(await page.locator('.list li').count()).toBeGreaterThan(50);
	await expect(page.locator('.picture .still svg')).toBeVisible();
	await page.context().close();
});

test('every event is counted once at every nearness, and tiles come as they are wanted', below, async ({ page }) => {
	const asked: string[] = [];
	const come: string[] = [];
	page.on('request', (request) => tiles.test(request.url()) && asked.push(request.url()));
	page.on('requestfinished', (request) => tiles.test(request.url()) && come.push(request.url()));
	await page.goto(explore());
	await ready(page);
	// The whole extent is covered by the root, which came with the page.
	expect(asked).toEqual([]);
	expect(await counted(page)).toBe(rows.length + told);
	await page.locator('.picture').focus();
	for (let n = 0; n < 5; n++) {
		for (let press = 0; press < 4; press++) await page.keyboard.press('+');
		await expect(page.locator('.gap')).toHaveCount(0);
		await explored(page);
		expect(await counted(page)).toBe(rows.length + told);
		expect(await page.locator('.axis a.mark').count()).toBeLessThanOrEqual(400);
	}
	expect(asked.length).toBeGreaterThan(1);
	// A tile that was dropped because the window had left it may be requested again; one that has come is kept.
	expect(new Set(come).size).toBe(come.length);
});

test('the actor filter counts exactly what the table has of them', async ({ page }) => {
	const actor = 'customs';
	const own = rows.filter((row) => row.includes(actor)).length;
	await page.goto(explore(`?actors=${actor}`));
	await ready(page);
	await page.locator('[data-open=filter]').click();
	const chip = page.locator(`[data-actor=${actor}] .n`);
	const events = number(await chip.textContent());
	expect(events).toBeGreaterThanOrEqual(own);
	expect(events).toBeLessThanOrEqual(own + told);
	await page.keyboard.press('Escape');
	expect(await counted(page)).toBe(events);
	await page.locator('.picture').focus();
	for (let press = 0; press < 10; press++) await page.keyboard.press('+');
	await expect(page.locator('.gap')).toHaveCount(0);
	await explored(page);
	expect(await counted(page)).toBe(events);
});

const faults: [string, RegExp, (route: Route) => Promise<void>][] = [
	['is missing', /does not have them/, (route) => route.fulfill({ status: 404, body: 'no' })],
	[
		'is cut off',
		/damaged/,
		async (route) => {
			const body = await (await route.fetch()).text();
			await route.fulfill({ body: body.slice(0, body.length / 2) });
		}
	],
	[
		'is hostile',
		/damaged/,
		async (route) => {
			const tile = await (await route.fetch()).json();
			tile.events.title = tile.events.title.map?.(() => '<img src=x onerror=alert(1)>') ?? tile.events.title;
			tile.count = 3;
			await route.fulfill({ json: tile });
		}
	],
	[
		'counts too many',
		/damaged/,
		async (route) => {
			const tile = await (await route.fetch()).json();
			tile.events.id.push(...tile.events.id);
			await route.fulfill({ json: tile });
		}
	],
	['does not come', /cannot be reached/, (route) => route.abort()]
];
for (const [fault, words, answer] of faults)
	test(`a tile that ${fault} is marked, tried again and never miscounted`, async ({ page }) => {
		let broken = true;
		await page.route(tiles, (route) => (broken ? answer(route) : route.continue()));
		await page.goto(explore(near));
		await page.locator('.gap').first().waitFor();
		await expect(page.locator('.gap').first()).toContainText(words);
		await expect(page.locator('.list li').filter({ hasText: words }).first()).toBeVisible();
		// Unknown counts are not shown: neither before nor after may give a number that leaves them out.
		expect(await counted(page)).toBeLessThanOrEqual(rows.length + told);
		expect(await page.locator('.list img').count()).toBe(0);
		broken = false;
		await page.locator('.list li button', { hasText: 'Try now' }).first().click();
		await expect(page.locator('.gap')).toHaveCount(0);
		await explored(page);
		expect(await counted(page)).toBe(rows.length + told);
	});

test('a slow host: what is known is shown meanwhile, and moved, and completed', async ({ page }) => {
	let answer = () => {};
	const slow = new Promise<void>((done) => (answer = done));
	await page.route(tiles, async (route) => {
		await slow;
		await route.continue().catch(() => undefined);
	});
	await page.goto(explore(near));
	await page.locator('.gap').first().waitFor();
	await expect(page.locator('.gap').first()).toContainText('on the way');
	// The events that the root names for this time are already there, and move.
	const mark = page.locator('.axis a.mark').first();
	const { y } = (await mark.boundingBox())!;
	await page.locator('.picture').focus();
	await page.keyboard.press('ArrowDown');
	await expect.poll(async () => y - (await mark.boundingBox())!.y).toBeGreaterThan(50);
	answer();
	await expect(page.locator('.gap')).toHaveCount(0);
	await explored(page);
	expect(await counted(page)).toBe(rows.length + told);
});

test('going offline midway keeps what is here, and goes on by itself when the connection is back', async ({ page }) => {
	await page.goto(explore());
	await ready(page);
	await page.context().setOffline(true);
	const before = await page.locator('.axis a.mark').count();
	await page.locator('.picture').focus();
	for (let press = 0; press < 12; press++) await page.keyboard.press('+');
	await expect(page.locator('.gap').first()).toContainText('no connection');
	await page.keyboard.press('0');
	await explored(page);
	expect(await page.locator('.axis a.mark').count()).toBe(before);
	expect(await counted(page)).toBe(rows.length + told);
	for (let press = 0; press < 12; press++) await page.keyboard.press('+');
	await page.locator('.gap').first().waitFor();
	await page.context().setOffline(false);
	await expect(page.locator('.gap')).toHaveCount(0);
	await explored(page);
	expect(await counted(page)).toBe(rows.length + told);
});

test('an event of the table has a card, and a link to it opens it again', async ({ page }) => {
	await page.goto(explore(near));
	await ready(page);
	await expect(page.locator('.gap')).toHaveCount(0);
	const row = page.locator('.list > ol > li[data-ref^=row-]').first();
	const title = (await row.locator('a').textContent())!;
	await row.locator('a').click();
	await expect(page.locator('.detail h3')).toHaveText(title);
	await explored(page);
	await page.reload();
	await ready(page);
	await expect(page.locator('.detail h3')).toHaveText(title);
	// In a wide window, it is found by its date.
	await page.goto(page.url().replace(/from=[^&]*&to=[^&]*&?/, ''));
	await expect(page.locator('.detail h3')).toHaveText(title);
});

test(
	'a search finds words of titles in all of the table, in either language, and says what it does not show',
	below,
	async ({ page }) => {
		const titleHas = (...words: string[]) =>
			rows.filter((row) =>
				words.every((word) =>
					row
						.toLowerCase()
						.split(/[^a-z0-9]+/)
						.includes(word)
				)
			).length;
		await page.goto(explore());
		await ready(page);
		const input = page.locator('input[type=search]');
		const said = page.locator('.list p[role=status]').first();
		await input.fill('grain');
		await expect(said).toContainText(titleHas('grain').toLocaleString('en'));
		await expect(said).toContainText('100 most important');
		expect(await counted(page)).toBe(100);
		await input.fill('grain 1137');
		expect(titleHas('grain', '1137')).toBe(1);
		await expect(page.locator('.list > ol > li')).toHaveCount(1);
		await expect(page.locator('.axis a.mark')).toHaveCount(1);
		// The same event, read in Chinese and searched in English.
		await page.goto(explore('?q=grain%201137', 'zh-Hans'));
		await ready(page);
		await expect(page.locator('.list > ol > li')).toHaveCount(1);
	}
);

test('a search that cannot be made says so and is made again', async ({ page }) => {
	let broken = true;
	await page.route(/\/words\/\d+\.json$/, (route) =>
		broken ? route.fulfill({ json: { counts: { grain: 9e9 }, named: { grain: [] }, events: {} } }) : route.continue()
	);
	await page.goto(explore('?q=grain'));
	const said = page.locator('.list p[role=status]').first();
	await expect(said).toContainText('damaged');
	broken = false;
	await page.locator('.list button', { hasText: 'Try now' }).click();
	await expect(said).toContainText('100 most important');
});

test('a window beyond all of the timeline is told, and all of it is shown', async ({ page }) => {
	await page.goto(explore('?from=2013-01-01&to=2013-03-01'));
	await ready(page);
	await expect(page.locator('.notes li')).toContainText('2013-01-01/2013-03-01');
	expect(await counted(page)).toBe(rows.length + told);
});

test('a story without a table loads nothing of this', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(`${fixtures}/en/hannibal/explore`);
	await ready(page);
	const scripts = await Promise.all(
		asked.filter((url) => url.endsWith('.js')).map(async (url) => (await page.request.get(url)).text())
	);
	expect(scripts.length).toBeGreaterThan(0);
	// Text from the script that fetches tiles.
	expect(scripts.filter((text) => text.includes('is no JSON, or was cut off'))).toEqual([]);
	expect(asked.filter((url) => url.includes('/tiles/'))).toEqual([]);
});
