import { expect, it } from 'vitest';
import { isAround, sideOf } from './sides.ts';

const at = (text: string): [string, number, number] => [text, text.indexOf('1850'), text.indexOf('1850') + 4];

it.each([
	['since 1850', 'since'],
	['from 1850 on.', 'since'],
	['1850 onwards', 'since'],
	['by 1850', 'until'],
	['no later than 1850', 'until'],
	['after 1850', 'after'],
	['prior to 1850', 'before'],
	['in 1850', 'exact'],
	['自1850以来', 'since'],
	['截至1850', 'until'],
	['1850之前', 'before'],
	['1850之后', 'after']
])('%s: %s', (text, side) => expect(sideOf(...at(text))).toBe(side));

it('is near a date that rough words stand before, and of no work about it', () => {
	const rough = [
		'circa 1850',
		'c. 1850',
		'ca.1850',
		'c1850',
		'around 1850',
		'built about 1850',
		'about the year 1850',
		'约1850年',
		'大约在1850年'
	];
	const none = ['in 1850', 'a film about 1850', 'BC 1850', 'music 1850', '条约1850年', '纽约1850年'];
	expect(rough.filter((text) => !isAround(...(at(text).slice(0, 2) as [string, number])))).toEqual([]);
	expect(none.filter((text) => isAround(...(at(text).slice(0, 2) as [string, number])))).toEqual([]);
});
