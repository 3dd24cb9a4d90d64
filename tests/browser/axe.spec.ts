import { test, type Page } from '@playwright/test';
import { fixtures } from '../support/sites.mjs';
import { expectNoFaults, settle, still, storyUrl } from './support.ts';

test.use(still);

/** The page, then what opens over it and leaves it unchanged: the panels, then the export dialog, which it leaves open. */
async function expectNoFaultsIn(page: Page, how: Parameters<typeof expectNoFaults>[2]) {
	await expectNoFaults(page, undefined, how);
	for (const name of ['filter', 'view']) {
		await page.locator(`[data-open="${name}"]`).click();
		await expectNoFaults(page, '.panel:popover-open', how);
		await page.keyboard.press('Escape');
	}
	await page.locator('[data-open="export"]').click();
	await page.locator('dialog[open] svg').first().waitFor();
	await expectNoFaults(page, 'dialog[open]', how);
}

for (const lang of ['en', 'zh-Hans'])
	for (const width of [390, 1440])
		test(`axe finds nothing: ${lang}, ${width} px, also with the panels and the export dialog open`, async ({
			page
		}) => {
			await page.setViewportSize({ width, height: 900 });
			for (const theme of ['light', 'dark'])
				await test.step(theme, async () => {
					await page.goto(storyUrl(lang, `?theme=${theme}#scene-kimi`));
					await settle(page);
					await expectNoFaultsIn(page, {
						contrast: lang === 'en' && theme === 'light' ? 'all' : 'kinds',
						rules: theme === 'light' ? 'all' : 'colour'
					});
				});
		});

for (const path of ['/en', '/zh-Hans', `${fixtures}/it`])
	test(`axe finds nothing on the front page: ${path.replace(/.*\//, '')}`, async ({ page }) => {
		for (const theme of ['light', 'dark'])
			for (const width of [390, 1440])
				await test.step(`${theme}, ${width} px`, async () => {
					await page.setViewportSize({ width, height: 900 });
					await page.goto(`${path}?theme=${theme}`);
					await expectNoFaults(page, undefined, { rules: theme === 'light' ? 'all' : 'colour' });
				});
	});
