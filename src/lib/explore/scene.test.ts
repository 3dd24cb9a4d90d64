import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { scales } from '../view/view.ts';
import type { LocalStory } from '../view/local.ts';
import { cameraFor, clampCamera, totalLength, windowLength, windowOf, zoomAt, magnify } from './camera.ts';
import { explore, mostMarks, type Explored } from './scene.ts';
import { directions } from './waysAcross.ts';
import { laneKinds } from './lanes.ts';

const settings = fc.record({
	scale: fc.constantFrom(...scales),
	lanes: fc.constantFrom(...laneKinds),
	direction: fc.constantFrom(directions.down, directions.down, directions.across),
	width: fc.integer({ min: 340, max: 1300 }),
	height: fc.integer({ min: 320, max: 1100 })
});
const story = fc.oneof(
	{ weight: 2, arbitrary: randomStory() },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }).map((n) => manyEvents(n)) }
);
/** Magnification (a power of two), and position as a share of the axis. */
const place = fc.record({
	zoom: fc.double({ min: 0, max: 9, noNaN: true }),
	at: fc.double({ min: 0, max: 1, noNaN: true })
});
const camera = ({ base }: Explored, { zoom, at }: { zoom: number; at: number }) => {
	const { k } = clampCamera(base, { k: 2 ** zoom, offset: 0 });
	return clampCamera(base, { k, offset: at * (totalLength(base, k) - windowLength(base)) });
};
const runs = { numRuns: 150 };
const explored = (story: LocalStory, part: Omit<Parameters<typeof explore>[0], 'story' | 'items'>) =>
	explore({ story, items: story.items, ...part });

/** Everything drawn, by its place on the magnified axis. */
const drawn = (seen: ReturnType<Explored['at']>) =>
	new Map<string, unknown>(
		seen.flatMap(({ chunk, layout }) => [
			...layout.marks.map((mark) => [`mark ${mark.ref}`, { x: mark.x, y: chunk.start + mark.y }] as const),
			...layout.labels.map(
				({ ref, x, lines }) =>
					[`label ${ref}`, { x, lines: lines.map(({ text, y }) => [text, chunk.start + y]) }] as const
			)
		])
	);

describe('the explorer’s picture', () => {
	it('never has more than the most marks, whatever the number of events', () => {
		fc.assert(
			fc.property(story, settings, place, (story, part, where) => {
				const scene = explored(story, part);
				const marks = scene.at(camera(scene, where)).flatMap(({ layout }) => layout.marks);
				return marks.length <= mostMarks;
			}),
			runs
		);
	});

	it('counts every event once: by its own mark or in a cluster', () => {
		fc.assert(
			fc.property(story, settings, place, (story, part, where) => {
				const scene = explored(story, part);
				for (const { chunk, layout, clusters } of scene.at(camera(scene, where))) {
					const named = layout.marks.filter(({ kind }) => kind !== 'cluster').map(({ ref }) => ref as string);
					const counted = [...clusters.values()].flatMap(({ items }) => items.map(({ ref }) => ref as string));
					const inside = story.items
						.filter(({ date }) => date.at >= chunk.owns[0] && date.at < chunk.owns[1])
						.map(({ ref }) => ref as string);
					expect([...named, ...counted].sort()).toEqual(inside.sort());
					for (const { count, items } of clusters.values()) expect(count).toBe(items.length);
				}
			}),
			runs
		);
	});

	it('stays as it is while the window moves: no mark and no label jumps, comes or goes', () => {
		fc.assert(
			fc.property(story, settings, place, fc.double({ min: -1, max: 1, noNaN: true }), (story, part, where, by) => {
				const scene = explored(story, part);
				const before = camera(scene, where);
				const after = clampCamera(scene.base, { ...before, offset: before.offset + by * windowLength(scene.base) });
				// Laid out afresh, as for a reader who went there directly.
				const there = explored(story, part).at(after);
				const here = scene.at(before);
				const both = new Set(
					here.map(({ chunk }) => chunk.key).filter((key) => there.some(({ chunk }) => chunk.key === key))
				);
				const pick = (seen: typeof here) => drawn(seen.filter(({ chunk }) => both.has(chunk.key)));
				expect(pick(there)).toEqual(pick(here));
			}),
			runs
		);
	});

	it('never lets two labels of a lane overlap, also where chunks meet', () => {
		fc.assert(
			fc.property(story, settings, place, (story, part, where) => {
				const scene = explored(story, part);
				const boxes = scene
					.at(camera(scene, where))
					.flatMap(({ chunk, layout }) =>
						layout.labels.map(({ box }) =>
							part.direction.orientation === 'down'
								? { ...box, y: box.y + chunk.start }
								: { ...box, x: box.x + chunk.start }
						)
					);
				for (let i = 0; i < boxes.length; i++)
					for (let j = 0; j < i; j++) {
						const [a, b] = [boxes[i], boxes[j]];
						const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
						const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
						if (across > 0.5 && down > 0.5) return false;
					}
				return true;
			}),
			runs
		);
	});
});

describe('a camera', () => {
	it('shows the window that it is asked for, where that is not too short', () => {
		fc.assert(
			fc.property(story, settings, place, (story, part, where) => {
				const { base } = explored(story, part);
				const at = clampCamera(base, camera({ base } as Explored, where));
				const back = cameraFor(base, windowOf(base, at));
				// A window inside a break does not determine the magnification.
				const inBreak = base.pieces.some(
					({ folded, domain }) => folded && domain[0] <= windowOf(base, at)[0] && domain[1] >= windowOf(base, at)[1]
				);
				if (inBreak) return true;
				return Math.abs(back.k / at.k - 1) < 1e-3 && Math.abs(back.offset - at.offset) < 1 + at.offset * 1e-3;
			}),
			runs
		);
	});

	it('keeps the time under the pointer where it is, but at the ends', () => {
		fc.assert(
			fc.property(
				story,
				settings,
				place,
				fc.double({ min: 0.5, max: 2, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(story, part, where, factor, at) => {
					const { base } = explored(story, part);
					const before = camera({ base } as Explored, where);
					const px = at * windowLength(base);
					const after = zoomAt(base, before, factor, px);
					const end = totalLength(base, after.k) - windowLength(base);
					if (after.offset <= 0 || after.offset >= end - 1e-6) return true;
					const time = magnify(base, before.k).invert(before.offset + px);
					return Math.abs(magnify(base, after.k)(time) - after.offset - px) < 0.5;
				}
			),
			runs
		);
	});
});
