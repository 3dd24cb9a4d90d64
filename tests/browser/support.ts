/** What the browser tests share: where the story is, when the page has settled, and what its picture shows. */
import type { Page } from '@playwright/test';
import { keep } from '../../src/lib/view/select.ts';
import { readStory } from '../support/story.ts';

export const slug = 'silicon-valley-turns';
export const storyUrl = (lang: string, rest = '') => `/${lang}/${slug}${rest}`;
export const story = (lang: string) => readStory(`data/${slug}`, lang);

/** Refs that a filter keeps, read from the data and not from the page. */
export const actorsOf = (lang: string, actors: string[]) =>
	keep(story(lang), actors)
		.map(({ ref }) => ref as string)
		.sort();

export const scenes = (page: Page) =>
	page.locator('[data-scene]').evaluateAll((list) => list.map((scene) => (scene as HTMLElement).dataset.scene!));

/** Hydrated (only then is there a drawer for cards), fonts there, the scroll read, the address written. */
export async function settle(page: Page) {
	await page.waitForFunction(() => document.querySelector('dialog#evidence[data-ready]'));
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((resolve) => setTimeout(resolve, 300));
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	});
}

/** The picture as text: every mark’s place, tone and label. */
export const marks = (page: Page) =>
	page
		.locator('.picture svg')
		.first()
		.evaluate((svg) =>
			[...svg.querySelectorAll('g, text, circle:not(.ring), path, rect')]
				.map((part) => {
					const place = ['transform', 'x', 'y', 'cx', 'cy', 'd', 'opacity', 'font-weight', 'fill'].map(
						(name) => part.getAttribute(name) ?? ''
					);
					const round = place.map((value) => value.replace(/-?\d+(\.\d+)?/g, (n) => Number(n).toFixed(1)));
					return [part.tagName, ...round, part.textContent].join(' ');
				})
				.join('\n')
		);
