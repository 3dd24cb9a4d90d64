import { expect, test, type Page } from '@playwright/test';
import { explored, storyUrl } from './support.ts';

const elements = (page: Page) => page.locator('.picture *').count();

test('a window inside a break shows the break and what stands around it, and is as light as any', async ({ page }) => {
	await page.goto(storyUrl('en', '/explore?from=1990&to=1995'));
	await explored(page);
	expect(await elements(page)).toBeLessThan(3000);
	await expect(page.locator('.axis').getByText(/44 years/)).toBeInViewport();
});

test('a hand that zooms into a break comes to its ends, and no further', async ({ page }) => {
	await page.goto(storyUrl('en', '/explore'));
	await explored(page);
	const box = (await page
		.locator('.axis')
		.getByText(/44 years/)
		.boundingBox())!;
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.keyboard.down('Control');
	for (let notch = 0; notch < 12; notch++) await page.mouse.wheel(0, -240);
	await page.keyboard.up('Control');
	await explored(page);
	expect(new URL(page.url()).searchParams.has('from')).toBe(true);
	expect(await elements(page)).toBeLessThan(3000);
});

test('a search that is cut where a character of two begins is shown and written', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	await page.goto(storyUrl('en', `/explore?q=${'a'.repeat(99)}${encodeURIComponent('🚀')}`));
	await explored(page);
	await page.locator('input[type=search]').evaluate((input: HTMLInputElement) => {
		input.value = 'ki\ud83d';
		input.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await expect(page).toHaveURL(/q=ki(?!\w)/);
	expect(errors).toEqual([]);
});

test('with the reader’s own colours the overview has its handles', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto(storyUrl('en', '/explore?from=2023-01-01&to=2025-01-01'));
	await explored(page);
	for (const edge of await page.locator('.overview .edge').all()) {
		const [ink, ground] = await edge.evaluate((element) => {
			const probe = (colour: string) => {
				document.body.style.outlineColor = colour;
				return getComputedStyle(document.body).outlineColor;
			};
			return [
				getComputedStyle(element).backgroundImage.includes(probe('CanvasText')),
				probe('Canvas') !== probe('CanvasText')
			];
		});
		expect([ink, ground]).toEqual([true, true]);
	}
});
