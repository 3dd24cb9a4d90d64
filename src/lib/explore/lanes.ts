/** Lanes by side or by actor; for a layout, an actor’s lane is a side of its own. */
import type { LayoutStory } from '../layout/lanes.ts';
import type { Lane } from '../layout/parts.ts';
import type { Item, LocalStory } from '../view/local.ts';

export const laneKinds = ['side', 'actor'] as const;
export type LaneKind = (typeof laneKinds)[number];

/** The lane for everything that no other lane takes; it exists only where it can contain something. */
export const othersLane = 'others';

/** Height that the lanes’ names take above a picture with time running down, px. */
export const namesHeight = (lanes: readonly Lane[]) => Math.max(...lanes.map(({ y }) => y)) + 6;

/** The actors and sides of an item, or of what is counted together. */
export type Party = Pick<Item, 'actors' | 'sides'>;

/**
 * @param most maximum number of lanes, including that of the others
 * @returns `own`: the story unchanged, or with the actors of the most events as its sides; `sidesOf`: the sides of a
 * party in it, which are the lanes of its actors, where members share the lane of the actor they belong to
 */
export function laneStory(
	story: LocalStory,
	kind: LaneKind,
	most: number
): { own: LayoutStory; sidesOf: (party: Party) => string[] } {
	if (kind === 'side') return { own: story, sidesOf: ({ sides }) => sides };
	const colour = new Map(story.sides.map(({ id, colour }) => [id, colour]));
	const all = story.actors
		.filter(({ memberOf, items }) => !memberOf && items)
		.sort((a, b) => b.events - a.events || b.items - a.items || (a.id < b.id ? -1 : 1));
	const acting = new Set(all.flatMap(({ family }) => family));
	const others =
		all.length > most ||
		story.actors.some(({ uncounted }) => uncounted) ||
		story.items.some(({ actors }) => !actors.some((id) => acting.has(id)));
	const heads = all.slice(0, others ? most - 1 : most);
	const laneOf = new Map(heads.flatMap(({ id, family }) => family.map((member) => [member, id])));
	const sides = [
		...heads.map(({ id, name, side }) => ({ id, name, colour: colour.get(side) ?? 'ink' })),
		...(others ? [{ id: othersLane, name: story.ui.explore.others, colour: 'ink' }] : [])
	];
	return {
		own: { ...story, sides },
		sidesOf: ({ actors }) => {
			const lanes = [...new Set(actors.flatMap((id) => laneOf.get(id) ?? []))];
			return lanes.length ? lanes : [othersLane];
		}
	};
}
