import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotted, inParts } from './keep.ts';

test('keeps names with · whole, the longest first', () => {
	const names = dotted(['OpenAI', '安德森·霍洛维茨', '马克·安德森', '马克·安德森·二世']);
	expect(names).toEqual(['马克·安德森·二世', '安德森·霍洛维茨', '马克·安德森']);
	expect(inParts('据马克·安德森·二世说，安德森·霍洛维茨', names)).toEqual([
		{ text: '据', whole: false },
		{ text: '马克·安德森·二世', whole: true },
		{ text: '说，', whole: false },
		{ text: '安德森·霍洛维茨', whole: true }
	]);
});

test('the parts are the text, and every name in it is in one of them', () => {
	const name = fc.constantFrom('甲·乙', '乙·丙', '丙', '甲');
	fc.assert(
		fc.property(
			fc.array(name).map((parts) => parts.join('')),
			fc.uniqueArray(name),
			(text, keep) => {
				const parts = inParts(text, keep);
				expect(parts.map(({ text }) => text).join('')).toBe(text);
				for (const { text, whole } of parts) {
					if (whole) expect(keep).toContain(text);
					else for (const one of keep) expect(text).not.toContain(one);
				}
			}
		)
	);
});
