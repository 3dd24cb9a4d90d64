/** The report that an editor works with: read beside its source, ticked, and exported as YAML that verify accepts. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { expectNoFaults } from './support.ts';

const source = 'tests/fixtures/sources/silicon-valley-turns.txt';
let root: string;
let folder: string;
let file: string;

const verify = (...args: string[]) =>
	spawnSync(process.execPath, ['bin/throughline.mjs', 'verify', folder, '--source', source, ...args], {
		encoding: 'utf8',
		maxBuffer: 1e8
	});

// One report for all: in one worker.
test.describe.configure({ mode: 'default' });

test.beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'throughline-desk-'));
	folder = join(root, 'copy');
	file = join(root, 'report.html');
	cpSync('data/silicon-valley-turns', folder, { recursive: true });
	const events = join(folder, 'events.yaml');
	// One name too many, which a person may be able to justify.
	const changed = readFileSync(events, 'utf8').replace(/(id: kimi\n(?:.*\n)*? {2}actors: \[)/, '$1richard-nixon, ');
	writeFileSync(events, changed);
	writeFileSync(file, verify('--format', 'html').stdout);
});
test.afterAll(() => rmSync(root, { recursive: true, force: true }));

const open = async (page: Page, width = 1440) => {
	await page.setViewportSize({ width, height: 900 });
	await page.goto(pathToFileURL(file).href);
};

test('what was ticked comes out as reviews that verify accepts', async ({ page }) => {
	await open(page);
	const claim = page.locator('[data-verdict=missing]', { has: page.locator('fieldset[data-claim=name]') });
	await expect(claim).toHaveCount(1);
	const button = page.getByRole('button', { name: 'as YAML' });
	await button.click();
	await expect(page.getByRole('status')).toHaveText('Nothing is ticked yet.');
	await claim.getByRole('checkbox').check();
	await button.click();
	await expect(page.getByRole('status')).toHaveText('Write your name first.');
	await page.keyboard.type('A. "Reader"');
	await button.click();
	await page.keyboard.type('He said so: on air.');
	await button.click();
	await page.keyboard.type('他在节目里说过。');
	await page.reload();
	// Everything is kept when the page is loaded again.
	await button.click();
	const yaml = await page.getByRole('textbox', { name: 'Reviews to paste' }).inputValue();
	expect(yaml).toContain('# events.yaml, event-kimi');

	const events = join(folder, 'events.yaml');
	const review = yaml.slice(yaml.indexOf('\n') + 1);
	writeFileSync(events, readFileSync(events, 'utf8').replace(/(id: kimi\n)/, `$1${review}`));
	const { status, stdout } = verify('--quiet', '--format', 'json');
	expect(JSON.parse(stdout).findings).toEqual([]);
	expect(JSON.parse(stdout).counts.reviewed).toBeGreaterThan(2);
	// The text is a stand-in for the one that was verified: this is all that is still reported.
	expect(status).toBe(1);
});

for (const width of [390, 1440])
	test(`claims and source stand side by side and lead to one another, ${width} px`, async ({ page }) => {
		await open(page, width);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		const mark = page.locator('.source a.mark').nth(20);
		const id = (await mark.getAttribute('href'))!;
		await mark.click();
		await expect(page.locator(id)).toBeInViewport();
		const back = page.locator(id).getByRole('link').first();
		const target = (await back.getAttribute('href'))!;
		await back.click();
		await expect(page.locator(`[id="${target.slice(1)}"]`)).toBeInViewport();
		await page.getByLabel('Only what is open').check();
		await expect(page.locator('[data-verdict=found]').first()).toBeHidden();
		await expect(page.locator('[data-verdict=missing]').first()).toBeVisible();
	});

test('axe finds nothing in it, light and dark', async ({ page }) => {
	await open(page);
	await expectNoFaults(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectNoFaults(page, undefined, { contrast: 'kinds', rules: 'colour' });
});

test('needs nothing beside it, and no script to be read', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(pathToFileURL(file).href);
	expect(asked).toEqual([pathToFileURL(file).href]);
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Claims');
	await expect(page.getByRole('button')).toHaveCount(0);
	await page.close();
});
