import { expect, it } from 'vitest';
import { frameAddress } from '../../embed/address.ts';
import { embedCode, frameCode } from './share.ts';

const address = 'https://example.org/timelines/en/story?a=1&b="2"#scene-one';
const title = '"><script>';

it('the code of a frame is one element, whatever the title says', () => {
	expect(frameCode({ address, title, height: 640 })).toBe(
		'<iframe src="https://example.org/timelines/en/story/embed?a=1&amp;b=&quot;2&quot;#scene-one" title="&quot;&gt;&lt;script&gt;" width="100%" height="640" loading="lazy" style="border:0"></iframe>'
	);
});

it('the code of an element has the script of the site and the View, as the script understands it', () => {
	const code = embedCode({ address, path: 'en/story', title });
	expect(code.split('\n')).toEqual([
		'<script defer src="https://example.org/timelines/embed.js"></script>',
		'<throughline-timeline story="en/story?a=1&amp;b=&quot;2&quot;#scene-one">',
		'<a href="https://example.org/timelines/en/story?a=1&amp;b=&quot;2&quot;#scene-one">&quot;&gt;&lt;script&gt;</a></throughline-timeline>'
	]);
	const read = frameAddress(new URL('https://example.org/timelines/'), (name) =>
		name === 'story' ? 'en/story?a=1&b="2"#scene-one' : null
	);
	expect(String(read)).toBe('https://example.org/timelines/en/story/embed?a=1&b=%222%22&height=auto#scene-one');
});

it('the site of an element is found where its base, or its View, looks like the story', () => {
	for (const [base, rest] of [
		['/en/story', ''],
		['/timelines', '?actors=/en/story'],
		['', '#/en/story']
	])
		expect(embedCode({ address: `https://example.org${base}/en/story${rest}`, path: 'en/story', title })).toContain(
			`src="https://example.org${base}/embed.js"></script>\n<throughline-timeline story="en/story${rest}"`
		);
});
