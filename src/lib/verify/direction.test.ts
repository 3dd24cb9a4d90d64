import { expect, it } from 'vitest';
import { directionOf } from './direction.ts';

it.each([
	['Rents rose in the west', 'up'],
	['and fell by a fifth', 'down'],
	['价格上涨', 'up'],
	['降到9小时', 'down'],
	['It did not rise', null],
	['One rose, the other fell', null],
	['The fall was deep', null],
	['没有上升', null]
])('%s: %s', (text, way) => {
	expect(directionOf(text)).toBe(way);
});
