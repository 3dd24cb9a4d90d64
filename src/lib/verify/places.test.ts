import { expect, it } from 'vitest';
import { placeName, placeOf, places, placeWords } from './places.ts';

const ids = (text: string) => places(text).map(({ id }) => id);

it('knows a country under its names in both languages, and by its people', () => {
	expect(ids('The Japanese, the U.S. and 美国')).toEqual(['JP', 'US', 'US']);
	expect(ids('中美关系')).toEqual(['CN', 'US']);
	expect(placeOf('Dutch')).toBe(placeOf('荷兰'));
});

it('takes no part of a word for a country', () => {
	expect(ids('Chinatown, 中间, 5日')).not.toContain('CN');
	expect(ids('5日两人')).toEqual([]);
	expect(placeOf('Whitcombe')).toBeUndefined();
});

it('names a country for a message by a name that it knows', () => {
	// CLDR adds a second name in brackets: Myanmar (Burma).
	const named = (id: string) => placeOf(placeName(id).replace(/ \(.*/, ''));
	for (const word of placeWords()) expect(named(placeOf(word)!)).toBe(placeOf(word));
});
