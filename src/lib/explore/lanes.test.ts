import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { laneStory, othersLane } from './lanes.ts';

const told = manyEvents(60);
const lanesOf = (most: number, story = told) => {
	const { own, sidesOf } = laneStory(story, 'actor', most);
	return { ids: own.sides.map(({ id }) => id), used: new Set(story.items.flatMap(sidesOf)) };
};
const heads = told.actors.filter(({ memberOf, items }) => !memberOf && items).length;

describe('lanes by actor', () => {
	it('have one for the others only where something is in it', () => {
		for (let most = 2; most < heads + 3; most++) {
			const { ids, used } = lanesOf(most);
			expect(ids.length).toBeLessThanOrEqual(most);
			expect(new Set(ids)).toEqual(used);
			expect(ids.includes(othersLane)).toBe(most < heads);
		}
	});

	it('have one where what is told, or what a table has, is of nobody with a lane', () => {
		const stranger = { ...told.items[0], actors: [] };
		expect(lanesOf(20, { ...told, items: [...told.items, stranger] }).ids).toContain(othersLane);
		const [first, ...rest] = told.actors;
		const actors = [{ ...first, events: 0, items: 0, uncounted: true as const }, ...rest];
		expect(lanesOf(20, { ...told, actors }).ids).toContain(othersLane);
	});
});
