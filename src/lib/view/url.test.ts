import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStory } from '../../../tests/support/randomStory.ts';
import type { LocalStory } from './local.ts';
import { readUrl, writeUrl } from './url.ts';
import { initialView, orders, quotePlaces, scales, themes, type View } from './view.ts';

/** A View that is valid for the story: chosen actors have items, and a focus lies in its own scene. */
const viewOf = (story: LocalStory): fc.Arbitrary<View> => {
	const actors = story.actors.filter(({ items }) => items > 0).map(({ id }) => id);
	return fc
		.record({
			lang: fc.constant(story.lang),
			actors: fc.subarray(actors),
			order: fc.constantFrom(...orders),
			scale: fc.constantFrom(...scales),
			quotes: fc.constantFrom(...quotePlaces),
			theme: fc.constantFrom(...themes),
			place: fc.oneof(
				fc.constant({ scene: null, focus: null }),
				fc.constantFrom(...story.scenes).map(({ id }) => ({ scene: id, focus: null })),
				fc.constantFrom(...story.items).map(({ ref, scene = null }) => ({ scene, focus: ref }))
			)
		})
		.map(({ place, ...rest }) => ({ ...rest, ...place }));
};

const parts = (url: string) => new URL(url, 'https://example.org/en/story');

describe('a View in a link', () => {
	it('comes back as it was, without a note', () => {
		fc.assert(
			fc.property(
				randomStory(12).chain((story) => fc.tuple(fc.constant(story), viewOf(story))),
				([story, view]) => {
					expect(readUrl(parts(writeUrl(view)), story)).toEqual({ view, notes: [] });
				}
			)
		);
	});

	it('is nothing at all for the initial View', () => {
		expect(writeUrl(initialView('en'))).toBe('');
	});

	it('gives a View that the story has, whatever the link says, and never throws', () => {
		fc.assert(
			fc.property(randomStory(5), fc.string(), fc.string(), fc.webQueryParameters(), (story, search, hash, query) => {
				for (const url of [
					{ search: `?actors=${search}&order=${hash}`, hash: `#${hash}` },
					{ search: `?${query}`, hash }
				]) {
					const { view } = readUrl(url, story);
					expect(orders).toContain(view.order);
					expect(view.actors.every((id) => story.actors.some((actor) => actor.id === id))).toBe(true);
					expect(view.scene === null || story.scenes.some(({ id }) => id === view.scene)).toBe(true);
				}
			})
		);
	});
});

describe('what a link asks for and the story does not have', () => {
	const story = fc.sample(randomStory(5), { seed: 1, numRuns: 1 })[0];

	it('is left out and noted, and the rest is taken', () => {
		const { view, notes } = readUrl(
			parts('?actors=nobody&order=backwards&scale=even&theme=%3Cscript%3E#scene-none'),
			story
		);
		expect(view).toMatchObject({ actors: [], order: 'told', scale: 'even', theme: 'auto', scene: null });
		expect(notes).toEqual([
			{ name: 'actors', value: 'nobody' },
			{ name: 'order', value: 'backwards' },
			{ name: 'theme', value: '<script>' },
			{ name: 'hash', value: 'scene-none' }
		]);
	});

	it('is cut short in the note', () => {
		expect(readUrl(parts(`?order=${'x'.repeat(5000)}`), story).notes[0].value).toHaveLength(40);
	});

	it('is not noted where it is no part of the View: another parameter, the page’s own anchors, broken escapes', () => {
		expect(readUrl({ search: '?utm_source=letter', hash: '#sources' }, story).notes).toEqual([]);
		expect(readUrl({ search: '', hash: '#%E0%A4%A' }, story).notes).toEqual([{ name: 'hash', value: '%E0%A4%A' }]);
	});
});
