import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { textWidth } from '../layout/textWidth.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import type { LocalStory } from '../view/local.ts';
import { scales } from '../view/view.ts';
import { cameraFor, windowOf, zoomAt } from './camera.ts';
import { wordStretch } from './entries.ts';
import { laneKinds } from './lanes.ts';
import { explore, mostMarks, mostTicks, type LaidChunk } from './scene.ts';
import { sideBars } from './sideBars.ts';
import { heldItems } from './holdings.ts';
import { writeTime } from './url.ts';
import { directions } from './waysAcross.ts';

const year = 365.2425 * 864e5;

/** A story with all its times changed: scaled by a factor, shifted, or split into two distant parts. */
function moved(story: LocalStory, { factor, by, apart }: { factor: number; by: number; apart: number }): LocalStory {
	const middle = (story.extent[0] + story.extent[1]) / 2;
	const move = (time: number) =>
		(time > middle ? time + apart * (story.extent[1] - story.extent[0]) : time) * factor + by;
	const items = story.items.map((item) => {
		const { min, max } = item.date;
		const date = { ...item.date, min: move(min), max: move(max), at: (move(min) + move(max)) / 2 };
		return { ...item, date };
	});
	return { ...story, items, extent: story.extent.map(move) as [number, number] };
}

const story = fc
	.record({
		story: fc.oneof(
			{ weight: 3, arbitrary: randomStory() },
			{ weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }).map((n) => manyEvents(n)) }
		),
		factor: fc.constantFrom(1, 1, 1, 1e-4, 1e4, 1e9),
		by: fc.constantFrom(0, 0, -3e5 * year, -13.8e9 * year, 1e12 * year),
		apart: fc.constantFrom(0, 1, 10, 1000)
	})
	.map(({ story, ...how }) => moved(story, how));
const settings = fc.record({
	scale: fc.constantFrom('folded' as const, ...scales),
	lanes: fc.constantFrom(...laneKinds),
	direction: fc.constantFrom(directions.down, directions.across),
	width: fc.integer({ min: 280, max: 2600 }),
	height: fc.integer({ min: 240, max: 1500 })
});

/** Windows inside breaks, across their ends, beyond both ends of time; from a nanosecond to 10^12 years long. */
const where = fc.record({
	place: fc.constantFrom('break', 'cut', 'anywhere', 'before', 'after'),
	n: fc.nat(),
	share: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.double({ min: -6, max: Math.log10(1e12 * year), noNaN: true }).map((power) => 10 ** power)
});
type Where = typeof where extends fc.Arbitrary<infer T> ? T : never;

function windowAt(base: TimeScale, { place, n, share, length }: Where): [number, number] {
	const [from, to] = base.domain();
	const folds = base.pieces.filter(({ folded }) => folded);
	const fold = folds[n % Math.max(1, folds.length)];
	const anywhere = from + share * (to - from);
	if (place === 'before') return [from - length * 2, from - length];
	if (place === 'after') return [to + length, to + length * 2];
	if (place === 'anywhere' || !fold) return [anywhere - length / 2, anywhere + length / 2];
	const [a, b] = fold.domain;
	if (place === 'cut') return n % 2 ? [a - length, a + share * (b - a)] : [a + share * (b - a), b + length];
	const inside = Math.min(length, (b - a) * 0.999);
	const start = a + share * (b - a - inside);
	return [start, start + inside];
}

function expectFew(chunks: readonly LaidChunk[]) {
	const layouts = chunks.map(({ layout }) => layout);
	expect(layouts.flatMap(({ marks }) => marks).length).toBeLessThanOrEqual(mostMarks);
	const ticks = layouts.flatMap(({ axis }) => axis.ticks);
	expect(ticks.length).toBeLessThanOrEqual(mostTicks);
	expect(ticks.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
	expect(chunks.length).toBeLessThanOrEqual(40);
	for (const { orientation, axis, font } of layouts)
		if (orientation === 'down')
			for (const { x, text } of axis.ticks) expect(x - textWidth(text, font.small) / 2, text).toBeGreaterThanOrEqual(0);
}

describe('any window of the explorer', () => {
	it('has few marks, ticks and chunks, and words for its time and address', () => {
		fc.assert(
			fc.property(story, settings, where, (story, part, at) => {
				const scene = explore({ story, items: story.items, ...part });
				const camera = cameraFor(scene.base, windowAt(scene.base, at));
				expectFew(scene.at(camera));
				const [from, to] = windowOf(scene.base, camera);
				expect(from <= to && (from < to || story.extent[0] === story.extent[1])).toBe(true);
				expect(wordStretch(from, to, story)).not.toMatch(/NaN|Invalid/);
				for (const time of [from, to]) expect(writeTime(time)).toMatch(/^(Y?-?|%2B)\d{4,}/);
			}),
			{ numRuns: 150 }
		);
	});

	it('has them however far a hand zooms in, over a break too', () => {
		fc.assert(
			fc.property(story, settings, where, fc.integer({ min: 1, max: 60 }), (story, part, at, notches) => {
				const scene = explore({ story, items: story.items, ...part });
				const window = windowAt(scene.base, at);
				let camera = cameraFor(scene.base, scene.base.domain());
				const px = Math.min(scene.base.range()[1], Math.max(0, scene.base((window[0] + window[1]) / 2)));
				for (let n = 0; n < notches; n++) camera = zoomAt(scene.base, camera, 1.5, px);
				expectFew(scene.at(camera));
			}),
			{ numRuns: 100 }
		);
	});

	it('is shown around a break that it lies in, with as much time as was asked for', () => {
		fc.assert(
			fc.property(story, settings, where, (story, part, at) => {
				const { base } = explore({ story, items: story.items, ...part, scale: 'folded' });
				const asked = windowAt(base, { ...at, place: 'break' });
				const fold = base.pieces.find(({ folded, domain: [a, b] }) => folded && asked[0] >= a && asked[1] <= b);
				fc.pre(!!fold);
				const [from, to] = windowOf(base, cameraFor(base, asked));
				expect(from <= fold!.domain[0] && to >= fold!.domain[1]).toBe(true);
			}),
			{ numRuns: 100 }
		);
	});

	it('has an overview of few bars', () => {
		fc.assert(
			fc.property(story, settings, (story, part) => {
				const { base } = explore({ story, items: story.items, ...part });
				const bars = sideBars(base, heldItems(story.items).profile(), story.sides, 44);
				const places = new Set(bars.flatMap(({ bars }) => bars.map(({ at }) => at)));
				expect(places.size).toBeLessThanOrEqual(Math.ceil(base.range()[1] / 3));
				expect([...places].every(Number.isFinite)).toBe(true);
			}),
			{ numRuns: 100 }
		);
	});
});
