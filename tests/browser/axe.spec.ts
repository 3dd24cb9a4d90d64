import { test } from '@playwright/test';
import { fixtures } from '../support/sites.mjs';
import { expectNoFaults, settle, storyUrl } from './support.ts';

for (const lang of ['en', 'zh-Hans'])
	for (const theme of ['light', 'dark'])
		for (const width of [390, 1440])
			test(`axe finds nothing: ${lang}, ${theme}, ${width} px, also with the panels and the export dialog open`, async ({
				page
			}) => {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(storyUrl(lang, `?theme=${theme}#scene-kimi`));
				await settle(page);
				await expectNoFaults(page);
				// Panels that open over the page leave it unchanged.
				for (const name of ['filter', 'view']) {
					await page.locator(`[data-open="${name}"]`).click();
					await expectNoFaults(page, '.panel:popover-open');
					await page.keyboard.press('Escape');
				}
				await page.locator('[data-open="export"]').click();
				await page.locator('dialog[open] svg').first().waitFor();
				await expectNoFaults(page, 'dialog[open]');
			});

for (const path of ['/en', '/zh-Hans', `${fixtures}/it`])
	for (const theme of ['light', 'dark'])
		test(`axe finds nothing on the front page: ${path.replace(/.*\//, '')}, ${theme}`, async ({ page }) => {
			for (const width of [390, 1440]) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(`${path}?theme=${theme}`);
				await expectNoFaults(page);
			}
		});
