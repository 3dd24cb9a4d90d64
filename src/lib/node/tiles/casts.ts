/** Groups a table’s sets of actors into casts, few enough for every bucket to have a count by cast. */
import type { Story } from '../../story/model.ts';
import type { Cast } from '../../tiles/format.ts';

export const mostCasts = 128;

/** Number of events with the same actors in the same order. */
export interface Together {
	actors: string[];
	count: number;
}

export interface Casting {
	casts: Cast[];
	/** Ids of actors that no cast names although they act, in the order of actors.yaml. */
	unnamed: string[];
	/** @returns index in `casts` */
	castOf(actors: readonly string[]): number;
}

/**
 * An actor is named by every cast that it acts in, or by none, so counts of any union of named actors are exact. Where
 * all names would make too many casts, the actors with the fewest events are left unnamed.
 */
export function castFor(together: readonly Together[], story: Pick<Story, 'actors' | 'sides'>): Casting {
	if (story.sides.length > mostCasts)
		throw new Error(`the story has ${story.sides.length} sides; a table can be counted by ${mostCasts} or fewer`);
	const sideOf = new Map(story.actors.map(({ id, side }) => [id, side]));
	const order = new Map([...story.sides, ...story.actors].map(({ id }, n) => [id, n]));
	const inOrder = (ids: Iterable<string>) => [...ids].sort((a, b) => order.get(a)! - order.get(b)!);
	const events = new Map<string, number>();
	for (const { actors, count } of together) for (const id of actors) events.set(id, (events.get(id) ?? 0) + count);
	const byCount = inOrder(events.keys()).sort((a, b) => events.get(b)! - events.get(a)!);

	/** The first side gives colour and lane; the order of the others means nothing. */
	const sidesOf = (actors: readonly string[]) => {
		const [first, ...others] = new Set(actors.map((id) => sideOf.get(id)!));
		return [first, ...inOrder(others)];
	};
	let wholeSides: Set<string> | undefined;
	const told = (actors: readonly string[]) => {
		const sides = sidesOf(actors);
		return !wholeSides || wholeSides.has(sides.join()) ? sides : sides.slice(0, 1);
	};
	const keyFor = (named: ReadonlySet<string>) => (actors: readonly string[]) =>
		`${told(actors).join()} ${inOrder(actors.filter((id) => named.has(id))).join()}`;
	const castsOf = (n: number) => {
		const key = keyFor(new Set(byCount.slice(0, n)));
		return new Set(together.map(({ actors }) => key(actors))).size;
	};

	// More names make more casts: finds the most names that fit.
	let [fits, over] = [0, byCount.length + 1];
	while (over - fits > 1) {
		const n = (fits + over) >> 1;
		if (castsOf(n) <= mostCasts) fits = n;
		else over = n;
	}
	if (fits === 0 && castsOf(0) > mostCasts) {
		// Too many sets of sides: the rarest are counted by their first side alone.
		const sets = new Map<string, number>();
		for (const { actors, count } of together) {
			const key = sidesOf(actors).join();
			sets.set(key, (sets.get(key) ?? 0) + count);
		}
		const common = [...sets].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
		wholeSides = new Set(common.slice(0, mostCasts - story.sides.length).map(([key]) => key));
	}
	const named = new Set(byCount.slice(0, fits));
	const key = keyFor(named);

	const found = new Map<string, Cast & { firsts: Map<string, number> }>();
	for (const { actors, count } of together) {
		const names = inOrder(actors.filter((id) => named.has(id)));
		const cast = found.get(key(actors)) ?? { sides: told(actors), actors: names, count: 0, firsts: new Map() };
		found.set(key(actors), cast);
		cast.count += count;
		cast.firsts.set(actors[0], (cast.firsts.get(actors[0]) ?? 0) + count);
	}
	const sorted = [...found].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
	const index = new Map(sorted.map(([key], n) => [key, n]));
	return {
		casts: sorted.map(([, { sides, actors, count, firsts }]) => {
			// The actor who is first in most of the cast’s events comes first.
			const first = [...actors].sort((a, b) => (firsts.get(b) ?? 0) - (firsts.get(a) ?? 0))[0];
			return { sides, actors: [...new Set([...(first ? [first] : []), ...actors])], count };
		}),
		unnamed: inOrder(byCount.slice(fits)),
		castOf: (actors) => index.get(key(actors))!
	};
}
