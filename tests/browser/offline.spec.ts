/** Stories that were read, without their host: tests/engines/offline.spec.ts has the main one in other engines too. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { offlinePath } from '../../src/lib/offline/notKept.ts';
import { strings } from '../../src/lib/text/strings.ts';
import { openHost } from '../support/ownHost.ts';
import { fixturesFolder, storiesFolder } from '../support/sites.mjs';
import { expectNoFaults, explored, settle, slug, story, storyUrl } from './support.ts';

const test = base.extend<{ hostOf: (folder: string) => ReturnType<typeof openHost>; place: string }>({
	// eslint-disable-next-line no-empty-pattern
	hostOf: async ({}, use) => {
		const open: Awaited<ReturnType<typeof openHost>>[] = [];
		await use(async (folder) => {
			open.push(await openHost(folder));
			return open.at(-1)!;
		});
		for (const host of open) await host.stop();
	},
	// eslint-disable-next-line no-empty-pattern
	place: async ({}, use) => {
		const place = mkdtempSync(join(tmpdir(), 'throughline-offline-'));
		await use(place);
		rmSync(place, { recursive: true });
	}
});
test.use({ serviceWorkers: 'allow' });

const small = '/en/hannibal';
const { ui } = story('en');

/** @returns versions of a story that are kept whole */
const keptVersions = (page: Page, home: string) =>
	page.evaluate(async (home) => {
		const versions: string[] = [];
		for (const cacheName of await caches.keys()) {
			const list = await caches.match(`${home}/offline.json`, { cacheName });
			if (list) versions.push((await list.json()).version);
		}
		return versions;
	}, home);

const expectKept = (page: Page, home: string, versions: string[]) =>
	expect.poll(async () => (await keptVersions(page, home)).sort()).toEqual([...versions].sort());

const versionIn = (folder: string, home = small): string =>
	JSON.parse(readFileSync(join(folder, home, 'offline.json'), 'utf8')).version;

/** Copies a built site without its tiles, and changes a story as another build would. */
function changedBuild(place: string): string {
	const folder = join(place, 'changed');
	cpSync(fixturesFolder, folder, { recursive: true, filter: (path) => !/[\\/](tiles|images)$/.test(path) });
	const [old, version] = [versionIn(folder), 'f00d'.repeat(4)];
	for (const name of ['.html', '/explore.html', '/offline.json']) {
		const text = readFileSync(join(folder, small + name), 'utf8');
		writeFileSync(
			join(folder, small + name),
			text.replaceAll(old, version).replaceAll('The war of Hannibal', 'The war of Rome')
		);
	}
	return folder;
}

const registrations = (page: Page) =>
	page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length));

const heading = (page: Page) => page.locator('h1').first();
const line = (page: Page) => page.locator('[role="status"] .newer');

for (const [lang, width] of [
	['en', 1440],
	['zh-Hans', 390]
] as const)
	test(`a story that was read opens whole without its host: ${lang}, ${width} px`, async ({ page, hostOf }) => {
		const host = await hostOf(storiesFolder);
		const own = story(lang);
		const home = storyUrl(lang);
		await page.setViewportSize({ width, height: 900 });
		await page.goto(host.url + home);
		await expectKept(page, home, [versionIn(storiesFolder, home)]);
		await host.stop();

		const lost: string[] = [];
		page.on('requestfailed', (request) => lost.push(new URL(request.url()).pathname));
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(String(error)));
		expect((await page.reload())!.status()).toBe(200);
		await settle(page);
		await expect(page).toHaveTitle(own.title);
		const faces = await page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family}: ${status}`));
		expect(faces).toContain('Throughline Serif: loaded');
		expect(faces).toContain('Throughline Sans: loaded');

		await page.locator('[data-open="filter"]').click();
		await page.locator('#filter-panel .chip').first().click();
		await page.keyboard.press('Escape');
		await expect(page.locator('.badge').first()).toBeVisible();
		await page.locator('[data-open="view"]').click();
		await expect(page.locator('#view-panel fieldset').first()).toBeVisible();
		await page.keyboard.press('Escape');
		await page.locator('section[data-scene]:not([hidden]) a[data-ref]').first().click();
		await expect(page.locator('dialog#evidence[open] article')).toBeVisible();
		await page.keyboard.press('Escape');
		expect(lost).toEqual([]);
		// The dialog asks for what makes files of pictures, which is not kept, and goes without.
		await page.locator('[data-open="export"]').click();
		await expect(page.locator('dialog[open] .preview svg')).toBeVisible();
		await page.keyboard.press('Escape');
		await page.locator('#explore a').click();
		await expect(page.locator('dialog[open] .explorer .axis a.mark').first()).toBeVisible();

		await page.goto(`${host.url}${home}/explore?scale=true`);
		await explored(page);
		await page.locator('.list li a').first().click();
		await expect(page.locator('.list .detail .card').first()).toBeVisible();
		expect(errors).toEqual([]);
	});

test('without its host a page that is not kept says so, and which stories are, in the language of its address', async ({
	page,
	hostOf
}) => {
	const host = await hostOf(storiesFolder);
	const home = storyUrl('en');
	// While there is a host, the page is one like others.
	await page.goto(host.url + offlinePath('en'));
	await expectNoFaults(page);
	await page.goto(host.url + home);
	await expectKept(page, home, [versionIn(storiesFolder, home)]);
	await host.stop();
	for (const [path, lang] of [
		['/en/web-platform', 'en'],
		[`${home}/quote-a16z`, 'en'],
		['/', 'en'],
		[storyUrl('zh-Hans'), 'zh-Hans']
	]) {
		expect((await page.goto(host.url + path))!.status()).toBe(503);
		const words = strings(lang).ui.home.offline;
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(heading(page)).toHaveText(words.title);
		await expect(page.locator('li a')).toHaveText([story('en').title]);
		await expectNoFaults(page);
	}
	await page.locator('li a').click();
	await settle(page);
	await expect(page).toHaveTitle(story('en').title);

	await page.goto(`${host.url}/en/web-platform`);
	await host.start();
	await page.getByText(strings('en').ui.home.offline.again).click();
	await expect(page).toHaveURL(`${host.url}/en/web-platform`);
	await expect(heading(page)).not.toHaveText(strings('en').ui.home.offline.title);
});

test('a new build is shown at once where the host answers, and what is kept follows', async ({
	page,
	hostOf,
	place
}) => {
	const host = await hostOf(fixturesFolder);
	const changed = changedBuild(place);
	await page.goto(host.url + small);
	await expectKept(page, small, [versionIn(fixturesFolder)]);
	await host.stop();
	await host.start(changed);
	await page.reload();
	await expect(heading(page)).toContainText('The war of Rome');
	await expectKept(page, small, [versionIn(changed)]);
	await expect(line(page)).toHaveCount(0);
	await host.stop();
	await page.reload();
	await expect(heading(page)).toContainText('The war of Rome');
	await page.goto(`${host.url}${small}/explore`);
	await expect(page.locator('meta[name=throughline-version]')).toHaveAttribute('content', versionIn(changed));
});

test('where the host is slow the kept page is shown, and a newer one is offered', async ({ page, hostOf, place }) => {
	const host = await hostOf(fixturesFolder);
	const changed = changedBuild(place);
	await page.goto(host.url + small);
	await expectKept(page, small, [versionIn(fixturesFolder)]);
	await host.stop();
	await host.start(changed);
	host.hold();
	await page.reload();
	await settle(page);
	await expect(heading(page)).toContainText('The war of Hannibal');
	await expect(line(page)).toHaveCount(0);
	host.release();
	await expect(line(page)).toContainText(ui.newer.told);
	await expectNoFaults(page, '[role="status"]:has(.newer)');
	// Nothing was loaded anew but at the reader’s word, and the older page’s files are still there.
	await expect(heading(page)).toContainText('The war of Hannibal');
	expect(await keptVersions(page, small)).toHaveLength(2);
	await page.getByRole('button', { name: ui.newer.show }).click();
	await expect(heading(page)).toContainText('The war of Rome');
	await expect(line(page)).toHaveCount(0);
	await expectKept(page, small, [versionIn(changed)]);
});

test('a page shown without its host offers the newer one when the network is back, and the offer can be declined', async ({
	page,
	hostOf,
	place
}) => {
	const host = await hostOf(fixturesFolder);
	await page.goto(host.url + small);
	await expectKept(page, small, [versionIn(fixturesFolder)]);
	await host.stop();
	await page.reload();
	await settle(page);
	await host.start(changedBuild(place));
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(line(page)).toBeVisible();
	await line(page).getByRole('button', { name: ui.card.close }).click();
	await expect(line(page)).toHaveCount(0);
	await expect(heading(page)).toContainText('The war of Hannibal');
});

test('an open page gets its scripts after the host has them no more', async ({ page, hostOf, place }) => {
	const host = await hostOf(fixturesFolder);
	const changed = changedBuild(place);
	renameSync(join(changed, '_app'), join(changed, 'gone'));
	await page.goto(host.url + small);
	await settle(page);
	await expectKept(page, small, [versionIn(fixturesFolder)]);
	await host.stop();
	await host.start(changed);
	await page.locator('[data-open="filter"]').click();
	await expect(page.locator('#filter-panel .chip').first()).toBeVisible();
});

test('an older version is kept while a page of it is open', async ({ page, context, hostOf, place }) => {
	const host = await hostOf(fixturesFolder);
	const changed = changedBuild(place);
	const [old, now] = [versionIn(fixturesFolder), versionIn(changed)];
	await page.goto(host.url + small);
	await expectKept(page, small, [old]);
	await host.stop();
	await host.start(changed);
	const second = await context.newPage();
	await second.goto(host.url + small);
	await expectKept(second, small, [old, now]);
	await page.close();
	await second.reload();
	await expectKept(second, small, [now]);
});

test('a story that is taken away is not kept', async ({ page, hostOf, place }) => {
	const host = await hostOf(fixturesFolder);
	const changed = changedBuild(place);
	rmSync(join(changed, `${small}.html`));
	await page.goto(host.url + small);
	await expectKept(page, small, [versionIn(fixturesFolder)]);
	await host.stop();
	await host.start(changed);
	expect((await page.reload())!.status()).toBe(404);
	await expectKept(page, small, []);
});

test('tiles are kept as they are asked for', async ({ page, hostOf }) => {
	const host = await hostOf(fixturesFolder);
	const home = '/en/port-log';
	await page.goto(`${host.url}${home}/explore`);
	await explored(page);
	await expectKept(page, home, [versionIn(fixturesFolder, home)]);
	await page.waitForFunction(() => navigator.serviceWorker.controller);
	const asked: string[] = [];
	page.on('request', (request) => request.url().includes('/tiles/') && asked.push(request.url()));
	await page.locator('.picture').focus();
	for (let n = 0; n < 6; n++) await page.keyboard.press('+');
	await expect.poll(() => asked.length).toBeGreaterThan(0);
	await explored(page);
	await host.stop();
	const read = (url: string) =>
		page.evaluate(
			(url) =>
				fetch(url).then(
					async (answer) => JSON.stringify(await answer.json()).length > 10,
					() => false
				),
			url
		);
	expect(await read(asked[0])).toBe(true);
	expect(await read(asked[0].replace(/[^/]+$/, 'other.json'))).toBe(false);
});

test('a timeline in a frame keeps nothing', async ({ page, hostOf }) => {
	const host = await hostOf(fixturesFolder);
	await page.goto(`${host.url}${small}/embed`);
	await page.locator('.picture svg').first().waitFor();
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 100))));
	expect(await registrations(page)).toBe(0);
});

test('dev removes what a built site left at the same address', async ({ page, place, hostOf }) => {
	const host = await hostOf(fixturesFolder);
	await page.goto(host.url + small);
	await expectKept(page, small, [versionIn(fixturesFolder)]);
	await host.stop();
	cpSync('tests/fixtures/stories/hannibal', join(place, 'data', 'hannibal'), { recursive: true });
	const port = new URL(host.url).port;
	const dev = spawn(process.execPath, [resolve('bin/throughline.mjs'), 'dev', '--port', port], {
		cwd: place,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	try {
		await once(dev.stdout, 'data');
		await page.goto(host.url + small);
		// It loads the page once more, maybe while it is being asked.
		await expect(async () => expect(await registrations(page)).toBe(0)).toPass();
		await page.goto(host.url + small);
		await expect(page.locator('meta[name=throughline-version]')).toHaveCount(0);
	} finally {
		dev.kill();
		await once(dev, 'exit');
		await host.start();
	}
});

test('a site that is not to be kept any more is removed on the next visit', async ({ page, place, hostOf }) => {
	const host = await hostOf(fixturesFolder);
	await page.goto(host.url + small);
	await expectKept(page, small, [versionIn(fixturesFolder)]);
	await host.stop();
	const changed = changedBuild(place);
	// As `offline: false` builds it, see tests/brand.test.ts.
	const html = readFileSync(join(changed, `${small}.html`), 'utf8');
	writeFileSync(join(changed, `${small}.html`), html.replace(/<meta name="throughline-version"[^>]*>/, ''));
	cpSync('src/lib/offline/noWorker.js', join(changed, 'service-worker.js'));
	await host.start(changed);
	await page.goto(host.url + small);
	await expect(async () => expect(await registrations(page)).toBe(0)).toPass();
	await expect(heading(page)).toContainText('The war of Rome');
	expect(await page.evaluate(() => caches.keys())).toEqual([]);
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 100))));
	expect(await registrations(page)).toBe(0);
});

test('only built pages of stories register a worker, for their site alone', async ({ page, hostOf }) => {
	const host = await hostOf(storiesFolder);
	await page.goto(`${host.url}/en`);
	expect(await registrations(page)).toBe(0);
	await page.goto(`${host.url}/en/${slug}`);
	const scope = await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
	expect(scope).toBe(`${host.url}/`);
});
