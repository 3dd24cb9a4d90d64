import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textBlocks } from './blocks.ts';

it('keeps paragraphs, lines and lists', () => {
	expect(textBlocks('First.\n\nSecond.\nThird line.\n– one\n– two\nafter')).toEqual([
		{ lines: ['First.'] },
		{ lines: ['Second.', 'Third line.'] },
		{ items: ['one', 'two'] },
		{ lines: ['after'] }
	]);
	expect(textBlocks('')).toEqual([]);
});

it('keeps every word, in order', () => {
	const line = fc.constantFrom('', 'a b', '– c', '- d', '* e f', 'x – y', '-z', '  g');
	fc.assert(
		fc.property(fc.array(line), (lines) => {
			const kept = textBlocks(lines.join('\n')).flatMap((one) => ('items' in one ? one.items : one.lines));
			const wanted = lines.map((one) => one.replace(/^[–*-] /, '').trim()).filter(Boolean);
			expect(kept).toEqual(wanted);
		})
	);
});
