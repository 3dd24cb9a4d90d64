import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choices, frameAddress } from './address.ts';

const site = new URL('https://example.org/timelines/');
const address = (attributes: Record<string, string>) => frameAddress(site, (name) => attributes[name] ?? null);
const whole = (attributes: Record<string, string>) => String(address(attributes));

describe('the address of a frame', () => {
	it('is of the story’s embed, however the story is written', () => {
		const plain = 'https://example.org/timelines/en/my-story/embed?height=auto';
		for (const story of [
			'en/my-story',
			'en/my-story/',
			'en/my-story/embed',
			'en/my-story.html',
			'/timelines/en/my-story',
			'https://example.org/timelines/en/my-story'
		])
			expect(whole({ story })).toBe(plain);
		expect(whole({ story: 'zh-Hans/my-story?actors=a,b#scene-one' })).toBe(
			'https://example.org/timelines/zh-Hans/my-story/embed?actors=a%2Cb&height=auto#scene-one'
		);
	});

	it('has what the attributes choose, over what the story’s address says', () => {
		const found = address({ story: 'en/my-story?actors=c&scale=true', actors: 'a, b', range: '2024/2025' }) as URL;
		expect(Object.fromEntries(found.searchParams)).toEqual({
			actors: 'a,b',
			scale: 'true',
			range: '2024/2025',
			height: 'auto'
		});
	});

	it('is refused, with what to write, where it is elsewhere or no story', () => {
		for (const story of [
			'',
			'en',
			'en/my-story/quote-one',
			'../../en/my-story',
			'//evil.example/en/my-story',
			'https://evil.example/timelines/en/my-story',
			'https://example.org.evil.example/timelines/en/my-story',
			'https://user@example.org/timelines/en/my-story',
			'javascript:alert(1)//en/my-story',
			'data:text/html,en/my-story',
			'http://['
		])
			expect(whole({ story })).toMatch(/^throughline-timeline: .* write language\/story/);
	});

	it('stays within the site and holds no more than was chosen, whatever the values are', () => {
		const value = fc.string({ unit: 'binary' });
		const attributes = fc.record(Object.fromEntries(choices.map((name) => [name, value])), { requiredKeys: [] });
		const story = fc.oneof(
			value,
			value.map((text) => `en/my-story${text}`),
			value.map((text) => `en/${text}`)
		);
		fc.assert(
			fc.property(story, attributes, (story, chosen) => {
				const found = address({ ...chosen, story });
				if (typeof found === 'string') return;
				expect(found.href.startsWith(site.href)).toBe(true);
				expect(found.pathname).toMatch(/^\/timelines\/[^/]+\/[^/]+\/embed$/);
				for (const name of choices)
					if (chosen[name]?.trim())
						expect(found.searchParams.get(name)).toBe(chosen[name].replace(/\s/g, '').toWellFormed());
			}),
			{ numRuns: 2000 }
		);
	});
});
