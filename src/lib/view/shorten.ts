/**
 * Splits a long story into pages. Some cards of each scene are on the story’s page, with a count of the rest; a page of
 * the scene’s own carries them all, and so does the explorer.
 */
import type { Kind } from '../story/model.ts';
import type { Inline } from '../story/prose.ts';
import { isEvent, isStoryRef } from '../story/kinds.ts';
import { countKinds, linksOf, withLinks } from './items.ts';
import type { Block, Item, LocalScene, LocalStory, Ref } from './local.ts';
import { countOutside } from './select.ts';

/** Characters of a card’s HTML: its markup, its words, and its title beside its neighbours. */
const cardLetters = (item: Item, data = JSON.stringify(item).length) => 2400 + data + 4 * item.title.length;

/** The same on the story’s page, which also has it as data, and as a mark in sixteen pictures of different widths. */
function lettersOf(item: Item): number {
	const data = JSON.stringify(item).length;
	return cardLetters(item, data) + data + 16 * (430 + item.title.length);
}

/** Characters available for the cards of one page, in a page of 1.5 MB. */
const room = 1_200_000;

/** The scenes’ words and the rest of the page reduce this, but cards always keep at least so much. */
const leastRoom = 250_000;

/** The number of items of each kind. */
export function totals({ items, whole }: Pick<LocalStory, 'items' | 'whole'>): Record<Kind, number> {
	return whole ?? countKinds(items);
}

/** Items that a scene sets large, which its words depend on. */
const setLarge = ({ prose, lead = [], stage }: LocalScene): Ref[] => [
	...(stage ? [stage] : []),
	...[...prose, ...lead].flatMap((block) => (block.type === 'item' ? [block.ref as Ref] : []))
];

/** Prose whose links lead to the pages with the cards that this page does not carry. */
function relinked(blocks: Block[], kept: ReadonlySet<string>, hrefOf: (ref: Ref) => string): Block[] {
	const inline = (children: Inline[]): Inline[] =>
		children.map((child) => {
			if (child.type === 'text') return child;
			const own = { ...child, children: inline(child.children) };
			const away = own.type === 'link' && own.ref && isStoryRef(own.ref) && !kept.has(own.ref);
			return away ? { type: 'link', href: hrefOf(own.ref as Ref), children: own.children } : own;
		});
	return blocks.map((block) =>
		block.type === 'item'
			? block
			: block.type === 'paragraph'
				? { ...block, children: inline(block.children) }
				: { ...block, items: block.items.map(inline) }
	);
}

/**
 * @returns `carried`, what the story’s page carries, and `whole`: both are the story itself where that is all.
 * Otherwise the page has the opening items, those set large, and of each scene first those its words link to; its own
 * `whole` gives the totals. The returned `whole` has in `elsewhere` the pages of all other cards.
 */
export function shorten(story: LocalStory): { carried: LocalStory; whole: LocalStory } {
	const letters = new Map(story.items.map((item) => [item.ref, lettersOf(item)]));
	const words = 3 * JSON.stringify(story.scenes.map(({ prose, lead, heading }) => [prose, lead, heading])).length;
	let left = Math.max(leastRoom, room - words);
	if ([...letters.values()].reduce((sum, one) => sum + one, 0) <= left) return { carried: story, whole: story };

	const kept = new Set<Ref>();
	const keep = (ref: Ref) => {
		const needed = letters.get(ref) ?? Infinity;
		if (kept.has(ref) || needed > left) return;
		kept.add(ref);
		left -= needed;
	};
	[...story.opening, ...story.scenes.flatMap(setLarge)].forEach(keep);
	// For each scene, first the items that its words link to, which its picture tells.
	const ranked = story.scenes.map(({ cards, lights }) => [...new Set([...lights, ...cards])]);
	const most = Math.max(...ranked.map(({ length }) => length));
	for (let n = 0; n < most; n++) for (const refs of ranked) if (refs[n]) keep(refs[n]);

	const has = (ref: Ref) => kept.has(ref);
	const elsewhere = elsewhereOf(story, kept);
	const relink = (blocks: Block[]) =>
		// Relative to the story’s own address.
		relinked(blocks, kept, (ref) => `${story.slug}/${elsewhere[ref]}#${ref}`);
	const rest = story.items.filter(({ ref }) => !has(ref));
	const items = story.items.filter(({ ref }) => has(ref)).map((item) => withLinks(item, linksOf(item).filter(has)));
	const carried = {
		...story,
		whole: totals(story),
		items,
		opening: story.opening.filter(has),
		scenes: story.scenes.map((scene) => ({
			...scene,
			prose: relink(scene.prose),
			lead: scene.lead && relink(scene.lead),
			cards: scene.cards.filter(has),
			lights: scene.lights.filter(has),
			...(scene.cards.every(has) ? {} : { whole: scene.cards.length }),
			uncarried: countOutside(rest, scene.window ?? story.extent)
		})),
		actors: story.actors.map((actor) => {
			const its = items.filter(({ actors }) => actors.some((id) => actor.family.includes(id)));
			return { ...actor, items: its.length, events: its.filter(isEvent).length };
		})
	};
	return { carried, whole: { ...story, elsewhere } };
}

/** Name of the nth page (from 1) of a scene’s cards. */
export const pageName = (scene: Pick<LocalScene, 'id'>, n: number) => `scene-${scene.id}${n > 1 ? `.${n}` : ''}`;

/** @returns the pages with the cards that the story’s page does not carry */
function elsewhereOf(story: LocalStory, kept: ReadonlySet<string>): Record<Ref, string> {
	return Object.fromEntries(
		story.scenes.flatMap((scene) =>
			pagesOf(scene, story).flatMap((items, n) =>
				items.filter(({ ref }) => !kept.has(ref)).map(({ ref }) => [ref, pageName(scene, n + 1)])
			)
		)
	);
}

/** A story reduced to what the cards of one page need: the cards, what they link to, actors and sources. */
export function storyOfCards(story: LocalStory, cards: readonly Item[]): LocalStory {
	const needed = new Set(cards.flatMap((item) => [item.ref, ...linksOf(item)]));
	const elsewhere = Object.entries(story.elsewhere ?? {}).filter(([ref]) => needed.has(ref as Ref));
	return {
		...story,
		about: [],
		items: story.items.filter(({ ref }) => needed.has(ref)),
		scenes: [],
		elsewhere: Object.fromEntries(elsewhere)
	};
}

/** The cards of a scene, split into pages of at most `room` characters. */
export function pagesOf(scene: LocalScene, story: LocalStory): Item[][] {
	const byRef = new Map(story.items.map((item) => [item.ref, item]));
	const pages: Item[][] = [[]];
	let used = 0;
	for (const ref of scene.cards) {
		const item = byRef.get(ref)!;
		const letters = cardLetters(item);
		if (used && used + letters > room) {
			pages.push([]);
			used = 0;
		}
		pages.at(-1)!.push(item);
		used += letters;
	}
	return pages;
}
