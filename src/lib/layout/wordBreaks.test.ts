import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance } from './rows.ts';
import { textWidth, wrapText } from './textWidth.ts';
import { partBreak } from './wordBreaks.ts';

const parts = (word: string) => {
	const characters = [...word];
	return characters.map((character, at) => (partBreak(characters, at) ? `|${character}` : character)).join('');
};

describe('a name out of code', () => {
	test.each([
		'SVG|Circle|Element',
		'text-|decoration-|line',
		'Intl.|Date|Time|Format',
		'max_|touch_|points',
		'Web|GL2|Rendering|Context',
		'document.|create|Element',
		// No line is a single letter; ordinary words have no parts.
		'iPhone',
		'Donaudampfschiff',
		'NASA',
		'a b'
	])('comes apart at its parts: %s', (apart) => expect(parts(apart.replaceAll('|', ''))).toBe(apart));
});

describe('a label', () => {
	test.each<[string, string, number, string[]]>([
		['breaks a long name between its parts', 'SVGCircleElement', 15.5, ['SVGCircle', 'Element']],
		['leaves one whole that fits', 'An OpenAI model', 12, ['An OpenAI', 'model']],
		['cuts a word that has none, and says so', 'Donaudampfschiff fährt', 14, ['Donauda…']]
	])('%s', (_, text, size, lines) => expect(balance(text, size, 78, 3)).toEqual(lines));

	test('never breaks a word between two letters of one part', () => {
		const part = fc.stringMatching(/^[A-Z][a-z]{2,9}$/);
		const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
		fc.assert(
			fc.property(
				fc.array(name, { minLength: 1, maxLength: 3 }),
				fc.integer({ min: 20, max: 160 }),
				fc.constantFrom(1, 2, 3),
				(names, width, most) => {
					const text = names.join(' ');
					const lines = balance(text, 14, width, most);
					for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
					// Each line, except a cut last one, ends at the end of a part, and the next begins with one.
					for (const line of lines.slice(1)) expect(line).toMatch(/^([A-Z]|…$)/);
					const whole = lines.every((line) => !line.endsWith('…'));
					if (whole) expect(lines.join('').replaceAll(' ', '')).toBe(names.join(''));
				}
			)
		);
	});

	test('only what is no label breaks anywhere, so that nothing is lost', () => {
		expect(wrapText('Donaudampfschiff', 16, 64, 9).join('')).toBe('Donaudampfschiff');
		expect(wrapText('Donaudampfschiff', 16, 64, 9, false, 'parts')).toHaveLength(1);
	});
});
