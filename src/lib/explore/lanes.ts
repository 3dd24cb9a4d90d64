/** Lanes by side, or by actor: for a layout, an actor’s lane is a side of its own. */
import type { LayoutStory } from '../layout/lanes.ts';
import type { Lane } from '../layout/parts.ts';
import type { Item, LocalStory } from '../view/local.ts';

export const laneKinds = ['side', 'actor'] as const;
export type LaneKind = (typeof laneKinds)[number];

/** The lane of all that no other lane takes; there where anything may be in it. */
export const othersLane = 'others';

/** What the names of lanes take over a picture in which time runs down, px. */
export const namesHeight = (lanes: readonly Lane[]) => Math.max(...lanes.map(({ y }) => y)) + 6;

/** Who acts, and on which sides: of an item, or of what is counted together. */
export type Party = Pick<Item, 'actors' | 'sides'>;

/**
 * @param most lanes, the one of the others included
 * @returns the story as it is, or with the actors of the most events for sides; and the sides of a party in it: the
 * lanes of those of its actors that have one, where members stand in the lane of what they belong to
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
