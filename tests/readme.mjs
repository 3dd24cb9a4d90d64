/**
 * Takes the pictures of README.md and docs/export.md from the built site, into docs/pictures: a scene of the first
 * story, its poster, and the explorer with a large table. Fails if they exceed 1.5 MB together.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from './support/browser.mjs';
import { endOnSignals, openSite } from './support/site.mjs';
import { portOf } from './support/sites.mjs';

const folder = 'docs/pictures';
const most = 1.5e6;
mkdirSync(folder, { recursive: true });

const poster = ['export', 'silicon-valley-turns', '--lang', 'en', '--size', 'poster', '--resolution', '1', '--quiet'];
execFileSync('node', ['bin/throughline.mjs', ...poster, '--out', folder], { stdio: 'inherit' });
renameSync(`${folder}/silicon-valley-turns.en.poster.png`, `${folder}/poster.png`);

endOnSignals();
const { url: host, stop } = await openSite({ name: 'measured', port: portOf(2) });

const browser = await chromium.launch(launchOptions());
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
	await page.goto(`${host}/en/silicon-valley-turns#scene-ban`);
	await page.locator('#scene-ban').waitFor();
	await page.evaluate(() => document.fonts.ready);
	await page.waitForFunction(() => !document.querySelector('[data-moving], main[data-writing]'));
	await page.screenshot({ path: `${folder}/page.png` });
	await page.goto(`${host}/en/web-platform/explore?axis=across`);
	await page.locator('[data-ref]').first().waitFor();
	await page.locator('.explorer[data-rest]').waitFor();
	await page.waitForFunction(() => !document.querySelector('.gap'));
	await page.screenshot({ path: `${folder}/explorer.png` });
} finally {
	await browser.close();
	stop();
}

const sizes = readdirSync(folder).map((name) => ({ name, bytes: statSync(`${folder}/${name}`).size }));
for (const { name, bytes } of sizes) console.log(`${folder}/${name}: ${Math.round(bytes / 1000)} KB`);
const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
if (sum > most) throw new Error(`${Math.round(sum / 1000)} KB are too many for a README; ${most / 1000} are allowed`);
