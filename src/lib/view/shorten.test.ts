import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import { linksOf, withLinks } from './items.ts';
import type { Item, LocalStory, Ref } from './local.ts';
import { select } from './select.ts';
import { pageName, pagesOf, shorten, totals } from './shorten.ts';
import { initialView } from './view.ts';

/** A random story with its items repeated until no page can carry them all, in the given number of scenes. */
const longStory = fc
	.tuple(randomStory(30, 5), fc.integer({ min: 8, max: 60 }), fc.integer({ min: 1, max: 40 }))
	.map(([story, times, scenes]): LocalStory => {
		const items = Array.from({ length: times }, (_, n) =>
			story.items.map((item): Item => {
				const own = { ref: `${item.ref}-${n}` as const, id: `${item.id}-${n}` };
				const renamed = (refs: Ref[]) => refs.map((ref) => `${ref}-${n}` as const);
				return { ...withLinks(item, renamed(linksOf(item))), ...own } as Item;
			})
		).flat();
		const cards = (n: number) => items.filter((_, index) => index % scenes === n).map(({ ref }) => ref);
		return {
			...story,
			items,
			scenes: Array.from({ length: scenes }, (_, n) => ({
				...story.scenes[0],
				id: `s${n}`,
				cards: cards(n),
				lights: cards(n)
			}))
		};
	});

describe('a story that one page cannot carry', () => {
	it('keeps some cards of each scene, counts all, and has a place for the rest', () => {
		fc.assert(
			fc.property(longStory, (story) => {
				const { carried: short, whole } = shorten(story);
				expect(totals(short)).toEqual(totals(story));
				const elsewhere = whole.elsewhere ?? {};
				for (const [n, scene] of short.scenes.entries()) {
					const all = story.scenes[n].cards;
					// In told order, from the first on.
					expect(scene.cards).toEqual(all.filter((ref) => scene.cards.includes(ref)));
					expect(scene.whole ?? scene.cards.length).toBe(all.length);
					const pages = pagesOf(story.scenes[n], story);
					expect(pages.flat().map(({ ref }) => ref)).toEqual(all);
					for (const ref of all)
						if (!scene.cards.includes(ref)) {
							const page = pages.findIndex((items) => items.some((item) => item.ref === ref));
							expect(elsewhere[ref]).toBe(pageName(scene, page + 1));
						}
				}
				const refs = new Set(short.items.map(({ ref }) => ref));
				expect(new Set(short.scenes.flatMap(({ cards }) => cards))).toEqual(refs);
				for (const item of short.items) for (const ref of linksOf(item)) expect(refs).toContain(ref);
			}),
			{ numRuns: 50 }
		);
	});

	it('says of each scene’s picture how many lie before and after it, carried or not', () => {
		fc.assert(
			fc.property(longStory, fc.double({ min: 0, max: 1, noNaN: true }), (story, part) => {
				const [from, to] = story.extent;
				const window: [number, number] = [from + (to - from) * part * 0.5, to - (to - from) * part * 0.4];
				const long = { ...story, scenes: story.scenes.map((scene) => ({ ...scene, window })) };
				const { carried, whole } = shorten(long);
				for (const { id } of story.scenes) {
					const view = { ...initialView(story.lang), scene: id };
					expect(select(carried, view).outside).toEqual(select(whole, view).outside);
				}
			}),
			{ numRuns: 50 }
		);
	});

	it('is never one of a few dozen cards', () => {
		for (const lang of ['en', 'zh-Hans']) {
			const story = readStory('data/silicon-valley-turns', lang);
			expect(shorten(story).carried).toBe(story);
			expect(shorten(story).whole).toBe(story);
		}
	});
});
