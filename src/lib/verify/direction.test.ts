import { expect, it } from 'vitest';
import { directionOf } from './direction.ts';

it.each([
	['Rents rose in the west', 'up'],
	['and fell by a fifth', 'down'],
	['价格上涨', 'up'],
	['降到9小时', 'down'],
	['It did not rise', null],
	['One rose, the other fell', null],
	['and slipped by 4%', 'down'],
	['It edged up to 5', 'up'],
	['a slip of paper', null],
	['工钱少了一成多', 'down'],
	['人少了很多话', null],
	['The fall was deep', null],
	['没有上升', null]
])('%s: %s', (text, way) => {
	expect(directionOf(text)).toBe(way);
});
