import { expect, it } from 'vitest';
import { embedCode } from './share.ts';

it('embed code is one element, whatever the title says', () => {
	const code = embedCode({ address: 'https://example.org/e?a=1&b="2"', title: '"><script>', height: 640 });
	expect(code).toBe(
		'<iframe src="https://example.org/e?a=1&amp;b=&quot;2&quot;" title="&quot;&gt;&lt;script&gt;" width="100%" height="640" loading="lazy" style="border:0"></iframe>'
	);
});
