import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import type { LocalStory } from '../view/local.ts';
import Ending from './Ending.svelte';
import { miniLine } from '../layout/lines.ts';
import MiniLine from './MiniLine.svelte';
import Opening from './Opening.svelte';

const opened = (lang: string): LocalStory => ({
	...readStory('data/silicon-valley-turns', lang),
	opening: ['quote-chesky', 'quote-altman-camps']
});
const count = (text: string, what: string | RegExp) => text.split(what).length - 1;
const page = (story: LocalStory) => render(Opening, { props: { story } }).body;

describe('the opening', () => {
	it('sets a translation without quotation marks and says once what it is', () => {
		const html = page(opened('en'));
		expect(count(html, '<blockquote')).toBe(2);
		expect(count(html, '<q')).toBe(0);
		expect(html).not.toMatch(/[“”](both good|democratic)/);
		expect(count(html, 'Translated from the article’s Chinese')).toBe(1);
	});

	it('sets the words that the source prints in their marks', () => {
		const html = page(opened('zh-Hans'));
		expect(count(html, '<q')).toBe(3);
		expect(html).not.toContain('译自');
	});

	it('links both to their evidence, the earlier first', () => {
		const html = page(opened('en'));
		const links = [...html.matchAll(/<a href="(#quote-[a-z-]+)" data-ref="([a-z-]+)"/g)].map(([, href, ref]) => [
			href,
			ref
		]);
		expect(links).toEqual([
			['#quote-altman-camps', 'quote-altman-camps'],
			['#quote-chesky', 'quote-chesky']
		]);
		expect(html).toContain('href="#all-evidence"');
	});

	it('shows the whole line where no items are named for it', () => {
		const html = page({ ...opened('en'), opening: [] });
		expect(count(html, '<blockquote')).toBe(0);
		expect(html).toContain('data-ref="event-satellite-1972" data-tone="lit"');
	});
});

it('the ending leads on to the explorer and the evidence without JavaScript', () => {
	const story = opened('en');
	const html = render(Ending, { props: { story, explore: '/x/explore' } }).body;
	expect(html).toMatch(/href="\/x\/explore"[^>]*>Explore all 28 events</);
	expect(html).toContain('28 events, 19 quotations, 8 figures');
	// Each button, or the paragraph around it, is shown by scripts only.
	const rest = html.replace(/<p class="[^"]*needs-js[^]*?<\/p>/g, '');
	expect(rest).toContain('<button');
	for (const [button] of rest.matchAll(/<button[^>]*>/g)) expect(button).toMatch(/class="[^"]*needs-js/);
});

it('the mini line is a link a scene, in their order, the current one marked', () => {
	const story = opened('en');
	const html = render(MiniLine, {
		props: { story, scenes: story.scenes, current: story.scenes[1].id, layout: miniLine(story, story.items) }
	}).body;
	const hrefs = [...html.matchAll(/<a href="#scene-([a-z0-9-]+)"/g)].map(([, id]) => id);
	expect(hrefs).toEqual(story.scenes.map(({ id }) => id));
	expect(count(html, 'aria-current="step"')).toBe(1);
});
