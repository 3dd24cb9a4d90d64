/** The actors of an import and their sides: names → actors and sides of a story. */
import type { Strings } from '../text/strings.ts';
import { Ids } from './ids.ts';
import { shown, type ImportedEvent, type ImportedQuote, type Problems } from './types.ts';

type Item = ImportedEvent | ImportedQuote;
interface Named {
	id: string;
	name: string;
}

export interface Cast {
	sides: Named[];
	actors: (Named & { side: string; anonymous?: true })[];
	/** Ids of actors, at least one; whoever acts or speaks comes first. */
	actorsOf: Map<Item, string[]>;
}

/** More sides than these cannot be told apart by colour. */
const mostSides = 6;

/** Names that differ only in case or Unicode form count as the same. */
const key = (name: string) => name.normalize('NFKC').toLowerCase();

/** @param most maximum number of names; the most frequent are kept */
export function castOf(items: readonly Item[], words: Strings['imported'], problems: Problems, most = Infinity): Cast {
	const sides = sidesOf(items, words, problems);
	const sideOf = sidesOfActors(items);
	const kept = most < Infinity ? oftenest(items, most, problems) : null;
	const ids = new Ids('actor');
	const actors = new Map<string, Cast['actors'][number]>();
	const actor = (name: string, side: string | undefined, anonymous = false) => {
		const mark = anonymous ? ` ${sides.idOf(side)}` : key(name);
		const found = actors.get(mark);
		if (found) return found;
		const made = { id: ids.like(name), name, side: sides.idOf(side), ...(anonymous && { anonymous: true as const }) };
		actors.set(mark, made);
		return made;
	};
	const isNobody = (group: string | undefined) =>
		group === undefined || [words.side, words.others].some((name) => key(name) === key(group));
	const actorsOf = new Map<Item, string[]>();
	for (const item of items) {
		const named = namesIn(item).filter((name) => !kept || kept.has(key(name)));
		const [group] = item.sides;
		// An event with a group but no names gets the group as its actor; one with neither, an unnamed actor.
		const all =
			named.length > 0
				? named.map((name) => actor(name, sideOf.get(key(name))))
				: [isNobody(group) ? actor(words.nobody, group, true) : actor(group, group)];
		actorsOf.set(item, [...new Set(all.map(({ id }) => id))]);
		const shownOn = new Set(all.map(({ side }) => side));
		const lost = item.sides.filter((side) => !shownOn.has(sides.idOf(side)));
		if (lost.length > 0) {
			const where = `${named.map(shown).join(', ') || shown(group)}`;
			problems.changed(
				item,
				`${lost.map(shown).join(', ')} left out here: a side belongs to actors, and ${where} stands elsewhere`,
				'group'
			);
		}
	}
	return { sides: sides.list, actors: [...actors.values()], actorsOf };
}

/** The most frequent names, where a file has more than there is room for. */
function oftenest(items: readonly Item[], most: number, problems: Problems): ReadonlySet<string> | null {
	const counts = new Map<string, number>();
	for (const item of items) for (const name of namesIn(item)) counts.set(key(name), (counts.get(key(name)) ?? 0) + 1);
	if (counts.size <= most) return null;
	const message = `of ${counts.size} names the ${most} that are named most often stand in actors.yaml; the others stay in the table`;
	problems.changed({}, message, 'actors');
	const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
	return new Set(sorted.map(([name]) => name));
}

const namesIn = (item: Item) => ('speaker' in item ? [item.speaker, ...item.actors] : item.actors);

/** The side of each actor: the one that most of its events suggest. */
function sidesOfActors(items: readonly Item[]): Map<string, string> {
	const votes = new Map<string, Map<string, number>>();
	for (const item of items) {
		const names = [...new Set(namesIn(item).map(key))];
		names.forEach((name, index) => {
			const counts = votes.get(name) ?? new Map<string, number>();
			votes.set(name, counts);
			// As many sides as actors probably means one each, in the same order; a single side is certainly theirs.
			const likely = item.sides.length === 1 ? 0 : item.sides.length === names.length ? index : -1;
			item.sides.forEach((side, n) => counts.set(side, (counts.get(side) ?? 0) + (n === likely ? 2 : 1)));
		});
	}
	const best = new Map<string, string>();
	for (const [name, counts] of votes) {
		const [first] = [...counts].sort(([, a], [, b]) => b - a);
		if (first) best.set(name, first[0]);
	}
	return best;
}

/** The sides by frequency, with the rarest combined where there are too many. */
function sidesOf(items: readonly Item[], words: Strings['imported'], problems: Problems) {
	const counts = new Map<string, { name: string; count: number }>();
	let without = 0;
	for (const { sides } of items) {
		if (sides.length === 0) without++;
		for (const name of sides) {
			const side = counts.get(key(name)) ?? { name, count: 0 };
			side.count++;
			counts.set(key(name), side);
		}
	}
	const all = [...counts.values()];
	const room = without > 0 && all.length > 0 ? mostSides - 1 : mostSides;
	const tooMany = all.length > room;
	const kept = tooMany ? [...all].sort((a, b) => b.count - a.count).slice(0, mostSides - 1) : all;
	const ids = new Ids('side');
	const list = all.filter((side) => kept.includes(side)).map(({ name }) => ({ id: ids.like(name), name }));
	const byKey = new Map(list.map((side) => [key(side.name), side.id]));
	let rest = byKey.get(key(words.others));
	if (!rest && (tooMany || without > 0 || list.length === 0)) {
		const isOnly = list.length === 0;
		rest = ids.like(isOnly ? 'all' : 'others');
		list.push({ id: rest, name: isOnly ? words.side : words.others });
	}
	if (tooMany) {
		const moved = all.filter((side) => !kept.includes(side)).map(({ name }) => shown(name));
		const message = `a story has at most ${mostSides} sides: ${moved.join(', ')} put together as ${shown(words.others)}`;
		problems.changed({}, message, 'group');
	}
	const fallback = rest ?? list[0].id;
	return {
		list,
		idOf: (name: string | undefined) => (name === undefined ? fallback : (byKey.get(key(name)) ?? fallback))
	};
}
