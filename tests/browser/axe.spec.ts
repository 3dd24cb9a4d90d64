import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { fixtures } from '../support/ports.mjs';
import { settle, storyUrl } from './support.ts';

/** Every rule that axe has switched on, the best practices too. @param within of the page only this */
async function clean(page: Page, within?: string) {
	const axe = new AxeBuilder({ page });
	const { violations } = await (within ? axe.include(within) : axe).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
		[]
	);
}

for (const lang of ['en', 'zh-Hans'])
	for (const theme of ['light', 'dark'])
		for (const width of [390, 1440])
			test(`axe finds nothing: ${lang}, ${theme}, ${width} px, also with the panels and the export dialog open`, async ({
				page
			}) => {
				test.setTimeout(150_000);
				await page.setViewportSize({ width, height: 900 });
				await page.goto(storyUrl(lang, `?theme=${theme}#scene-kimi`));
				await settle(page);
				await clean(page);
				// What opens over the page leaves it as it was.
				for (const name of ['filter', 'view']) {
					await page.locator(`[data-open="${name}"]`).click();
					await clean(page, '.panel:popover-open');
					await page.keyboard.press('Escape');
				}
				await page.locator('[data-open="export"]').click();
				await page.locator('dialog[open] svg').first().waitFor();
				await clean(page, 'dialog[open]');
			});

for (const path of ['/en', '/zh-Hans', `${fixtures}/it`])
	for (const theme of ['light', 'dark'])
		test(`axe finds nothing on the front page: ${path.replace(/.*\//, '')}, ${theme}`, async ({ page }) => {
			for (const width of [390, 1440]) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(`${path}?theme=${theme}`);
				await clean(page);
			}
		});
