import { afterEach, expect, it } from 'vitest';
import { oembed } from './oembed.ts';
import { useSite } from './site.ts';

afterEach(() => useSite({}));

it('is what oEmbed 1.0 asks of a rich response, with a frame that no title breaks out of', () => {
	useSite({ name: 'Ours', origin: 'https://example.org', base: '/timelines' });
	const title = '"><script>alert(1)</script>';
	const answer = oembed({ slug: 'a-story', lang: 'en', title });
	expect(answer).toMatchObject({
		version: '1.0',
		type: 'rich',
		title,
		provider_name: 'Ours',
		provider_url: 'https://example.org/timelines/',
		thumbnail_url: 'https://example.org/timelines/images/a-story/en/story.card.png'
	});
	for (const px of [answer.width, answer.height, answer.thumbnail_width, answer.thumbnail_height])
		expect(Number.isInteger(px) && px > 0).toBe(true);
	expect(answer.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
	expect(answer.html).toContain('src="https://example.org/timelines/en/a-story/embed"');
});
