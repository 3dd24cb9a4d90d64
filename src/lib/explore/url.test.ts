import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { axes, readExploreUrl, writeExploreUrl, writeTime } from './url.ts';
import { laneKinds } from './lanes.ts';
import { explore } from './scene.ts';
import { cameraFor } from './camera.ts';
import { startOfDay } from '../story/calendar.ts';

const names = ['from', 'to', 'q', 'at', 'lanes', 'axis', 'order', 'scale', 'quotes', 'theme', 'actors', 'other'];
/** Any text, including lone surrogates and control characters; dates that are valid and that are not. */
const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 150 }),
	fc
		.array(fc.constantFrom('a', '\ud83d', '\ude80', '🚀', '%', '&', '#', '=', '+', '\0', '月', ' '), { maxLength: 130 })
		.map((list) => list.join('')),
	fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
	fc.integer({ min: -300000, max: 300000 }).map(String),
	fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).map((n) => `Y${n}`),
	fc.constantFrom('', '0000', '-000001', '1990', '9999-99-99', '275760-09-13', '+275760', 'Y', 'NaN', 'Infinity', '1e9')
);
const address = fc.record({
	params: fc.array(fc.tuple(fc.constantFrom(...names), text, fc.boolean()), { maxLength: 8 }),
	hash: text
});

describe('any link to the explorer', () => {
	it('gives a View that can be shown and written, and comes back the same', () => {
		fc.assert(
			fc.property(randomStory(12), address, fc.boolean(), (story, { params, hash }, table) => {
				const search = params.map(
					([name, value, raw]) => `${name}=${raw ? value : new URLSearchParams({ value }).toString().slice(6)}`
				);
				const { view, notes } = readExploreUrl({ search: `?${search.join('&')}`, hash: `#${hash}` }, story, table);
				for (const note of notes) expect(note.value.isWellFormed()).toBe(true);
				expect(laneKinds).toContain(view.lanes);
				expect(axes).toContain(view.axis);
				const url = new URL(writeExploreUrl(view), 'https://example.org/en/story/explore');
				const again = readExploreUrl(url, story, table).view;
				expect({ ...again, window: null, scene: null }).toEqual({ ...view, window: null, scene: null });
				const { base } = explore({
					story,
					items: story.items,
					scale: view.scale,
					lanes: view.lanes,
					width: 600,
					height: 600
				});
				if (view.window) expect(cameraFor(base, view.window).k).toBeGreaterThanOrEqual(1);
			}),
			{ numRuns: 1000 }
		);
	});

	it('cuts no character of a search in the middle, wherever it ends', () => {
		fc.assert(
			fc.property(randomStory(1), fc.integer({ min: 90, max: 110 }), (story, before) => {
				const params = new URLSearchParams({ q: 'a'.repeat(before) + '🚀'.repeat(10) });
				const { view } = readExploreUrl({ search: `?${params}`, hash: '' }, story);
				expect(view.search.isWellFormed()).toBe(true);
				expect(view.search.length).toBeGreaterThanOrEqual(99);
				expect(() => writeExploreUrl({ ...view, search: params.get('q')!.slice(0, 91) })).not.toThrow();
			})
		);
	});

	it('holds a time to the minute, or to the year where no calendar reaches', () => {
		fc.assert(
			fc.property(
				randomStory(1),
				fc.integer({ min: -200000, max: 12 }),
				fc.integer({ min: 0, max: 5e5 }),
				(story, n, minutes) => {
					const year = n > 0 ? 10 ** n * 0 + 3e5 * n : n;
					const from = startOfDay(year) + (n > 0 ? 0 : minutes * 6e4);
					const to = startOfDay(year + 5);
					const here = { ...story, extent: [from - 1, to + 1] as [number, number] };
					const search = `?from=${writeTime(from)}&to=${writeTime(to)}`;
					expect(readExploreUrl({ search, hash: '' }, here).view.window).toEqual([from, to]);
				}
			)
		);
	});
});
