import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { toData } from '../../src/lib/export/data/formats.ts';
import { readStory } from '../support/story.ts';
import { initialView } from '#lib/view/view.ts';

const files = 'node_modules/@knight-lab/timelinejs/dist';

for (const [folder, lang] of [
	['data/silicon-valley-turns', 'zh-Hans'],
	['tests/fixtures/stories/hannibal', 'en']
]) {
	test(`TimelineJS itself shows every item of ${folder}, and runs nothing of it`, async ({ page }) => {
		const story = readStory(folder, lang);
		story.items[0].title = '<img src=x onerror="window.ran = true">';
		const view = initialView(lang);
		const { text, losses } = await toData(story, view, 'timelinejs', () => 'https://example.org/');
		expect(losses).toEqual([]);
		const problems: string[] = [];
		page.on('pageerror', ({ message }) => problems.push(message));
		await page.route('http://timeline.test/**', (route) => {
			const { pathname } = new URL(route.request().url());
			const body =
				pathname === '/'
					? '<!doctype html><link rel="stylesheet" href="/css/timeline.css"><div id="t" style="width:1200px;height:700px"></div><script src="/js/timeline.js"></script>'
					: null;
			if (body) return route.fulfill({ contentType: 'text/html', body });
			try {
				return route.fulfill({ path: `${files}${pathname}`, body: readFileSync(`${files}${pathname}`) });
			} catch {
				return route.fulfill({ status: 404, body: '' });
			}
		});
		await page.goto('http://timeline.test/');
		await page.evaluate((json) => {
			const { TL } = window as unknown as { TL: { Timeline: new (id: string, json: unknown) => unknown } };
			new TL.Timeline('t', JSON.parse(json));
		}, text);
		await expect(page.locator('.tl-timemarker')).toHaveCount(story.items.length);
		const shown = await page.locator('.tl-timemarker h2').allTextContents();
		for (const { title } of story.items) expect(shown.map((words) => words.trim())).toContain(title);
		await expect(page.locator('.tl-message-content')).toHaveCount(0);
		expect(await page.evaluate(() => (window as unknown as { ran?: boolean }).ran)).toBeUndefined();
		expect(problems).toEqual([]);
	});
}
