import { expect, it } from 'vitest';
import { isEvent, isStoryRef, kindOf, kinds, storyKinds, type ItemKind } from './kinds.ts';

it('a ref says its kind, whatever its id begins with', () => {
	const all = Object.keys(kinds) as ItemKind[];
	for (const kind of all)
		for (const other of all) {
			expect(kindOf(`${kind}-${other}-7`)).toBe(kind);
			expect(isStoryRef(`${kind}-${other}-7`)).toBe((storyKinds as ItemKind[]).includes(kind));
		}
	for (const anchor of ['scene-event-7', 'source-row', 'rows-7', 'event', '']) {
		expect(kindOf(anchor)).toBeUndefined();
		expect(isStoryRef(anchor)).toBe(false);
	}
});

it('what a folder has no list of is written as a kind that it has one of', () => {
	for (const { as } of Object.values(kinds)) expect(storyKinds).toContain(as);
	expect((Object.keys(kinds) as ItemKind[]).filter((kind) => isEvent({ kind }))).toEqual(['event', 'row']);
});
