/** The timeline in a frame of another page, from 320 × 320 px up. */
import { expect, test, type Page } from '@playwright/test';
import { settle, story, storyUrl } from './support.ts';

const sizes = [
	[320, 320],
	[400, 300],
	[640, 480],
	[700, 450],
	[1000, 600]
];

/** Everything in the frame is drawn at its own size and lies inside the frame. */
async function measure(page: Page) {
	return page.evaluate(() => {
		const root = document.documentElement;
		const svg = document.querySelector<SVGSVGElement>('.picture svg')!;
		const rate = svg.getScreenCTM()!.a;
		const texts = [...svg.querySelectorAll('text')];
		const outside = [...texts, ...document.querySelectorAll('header *, footer *')]
			.map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
			.filter(
				({ box }) => box.left < -0.5 || box.top < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5
			)
			.map(({ text }) => text);
		return {
			scrolls: root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
			smallest: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * rate)),
			outside,
			picture: svg.getBoundingClientRect().height
		};
	});
}

for (const lang of ['en', 'zh-Hans'])
	for (const [width, height] of sizes)
		test(`an embed has both sides and nothing cut, ${lang} ${width} × ${height}`, async ({ page }) => {
			await page.setViewportSize({ width, height });
			for (const hash of ['', '#scene-cheap', '#scene-kimi', '#scene-satellite']) {
				await page.goto(`${storyUrl(lang)}/embed${hash}`);
				await settle(page);
				const { smallest, picture, ...rest } = await measure(page);
				expect({ hash, ...rest }).toEqual({ hash, scrolls: false, outside: [] });
				expect(smallest).toBeGreaterThanOrEqual(12);
				expect(picture).toBeGreaterThan(height * 0.55);
				for (const colour of ['blue', 'vermilion']) {
					const ink = ['fill', 'stroke', 'stop-color'].map((name) => `[${name}="var(--side-${colour})"]`).join();
					const drawn = page.locator(`.picture svg :is(${ink}):not(text, tspan)`);
					expect(await drawn.count()).toBeGreaterThan(0);
				}
				for (const { name } of story(lang).sides.filter(({ lane }) => lane !== 'middle'))
					await expect(page.locator('.picture')).toContainText(name);
			}
		});

for (const [width, height] of [sizes[0], sizes[2]])
	test(`in a frame a mark and its words open the card there, ${width} × ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto(`${storyUrl('en')}/embed`);
		await settle(page);
		const drawer = page.locator('dialog#evidence');
		const named = page.locator('.picture a.mark:has(text)').first();
		const ref = await named.getAttribute('data-ref');
		for (const part of ['text', '.dot, circle, rect, path']) {
			await named.locator(part).first().click({ force: true });
			await expect(drawer).toBeVisible();
			await expect(drawer.locator(`[data-ref="${ref}"]`).first()).toBeAttached();
			await expect.poll(() => drawer.boundingBox()).toEqual({ x: 0, y: 0, width, height });
			await page.keyboard.press('Escape');
			await expect(drawer).toBeHidden();
		}
		expect(new URL(page.url()).pathname).toBe(`${storyUrl('en')}/embed`);
		const way = page.getByRole('link', { name: story('en').ui.share.readStory });
		const [opened] = await Promise.all([page.waitForEvent('popup'), way.click()]);
		await expect(opened).toHaveURL(storyUrl('en'));
	});
