import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStory, wildStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import { count } from '../text/fill.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import { scales } from '../view/view.ts';
import { facing } from './lanes.ts';
import { layoutLine, lineSigns, type LineFrame } from './line.ts';
import {
	endingFrame,
	endingLine,
	miniFrame,
	miniLine,
	mostImportant,
	openers,
	openingFrame,
	openingLine,
	stripFrame,
	stripLine
} from './lines.ts';
import { countType, type Box, type Mark, type TimelineLayout } from './parts.ts';
import { makeRows } from './rows.ts';
import { textWidth } from './textWidth.ts';

const frames: Record<string, LineFrame> = {
	'1312 × 260': openingFrame(1312, 260),
	'1312 × 260, whole': endingFrame(1312, 260),
	'680 × 40': miniFrame(),
	'350 × 110': openingFrame(350, 110),
	'350 × 100, strip': stripFrame(350),
	'350 × 260': endingFrame(350, 260)
};

const cases = (story: LocalStory, frame: LineFrame): TimelineLayout[] => {
	const { items, extent: window } = story;
	const named = mostImportant(story, items, 5);
	const lit = new Set(items.filter((_, index) => index % 7 === 0).map(({ ref }) => ref));
	const led = frame.gutter && frame.spine === undefined ? named.slice(0, 2) : [];
	return [
		{ items, window, named: frame.gutter && frame.spine === undefined ? named : [] },
		{ items, window, led, named: named.slice(2) },
		{ items, window, lit, scale: 'folded' as const }
	].map((input) => layoutLine(story, frame.spine === undefined ? input : { ...input, named: [] }, frame));
};

/** Every text with its box. */
function texts({ labels, axis, lanes, counts, font }: TimelineLayout): (Box & { text: string })[] {
	const box = (text: string, size: number, x: number, y: number, anchor: string) => {
		const width = textWidth(text, size);
		const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
		return { text, x: left, y: y - size * 0.72, width, height: size * 0.9 };
	};
	return [
		...labels.flatMap(({ x, anchor, lines }) => lines.map(({ text, size, y }) => box(text, size, x, y, anchor))),
		...axis.ticks.map(({ text, x, y }) => box(text, font.small, x, y + font.small * 0.35, 'middle')),
		...axis.folds.flatMap(({ lines, x }) => lines.map(({ text, y }) => box(text, font.small, x, y, 'middle'))),
		...lanes.map(({ name, x, y, anchor }) => box(name, font.small, x, y, anchor)),
		...(counts ?? []).map(({ text, x, y, anchor }) => box(text, countType(font), x, y, anchor))
	];
}

const overlap = (a: Box, b: Box) =>
	a.x + 0.5 < b.x + b.width && b.x + 0.5 < a.x + a.width && a.y + 0.5 < b.y + b.height && b.y + 0.5 < a.y + a.height;

/** Leaders and bridges as thin boxes. */
function strokes({ links, bridges }: TimelineLayout): Box[] {
	const box = (x1: number, y1: number, x2: number, y2: number) => ({
		x: Math.min(x1, x2) - 0.5,
		y: Math.min(y1, y2) - 0.5,
		width: Math.abs(x1 - x2) + 1,
		height: Math.abs(y1 - y2) + 1
	});
	return [
		...links.flatMap(({ x1, y1, x2, y2 }) => [box(x1, y1, x1, y2), box(x1, y2, x2, y2)]),
		...bridges.map(({ x1, y1, x2, y2 }) => box(x1, y1, x2, y2))
	];
}

const first = <T>(all: T[], holds: (a: T, b: T) => boolean) => {
	for (let a = 0; a < all.length; a++)
		for (let b = a + 1; b < all.length; b++) if (holds(all[a], all[b])) return [all[a], all[b]];
};

/** The box of a small mark. */
const boxOf = ({ x, y, size }: Mark): Box => ({ x: x - size, y: y - size, width: 2 * size, height: 2 * size });

/** What is wrong with a layout, by rule; undefined where nothing is. */
function faults(layout: TimelineLayout, story: LocalStory, frame: LineFrame) {
	const words = texts(layout);
	const out = ({ x, y, width, height }: Box) =>
		x < -0.5 || y < -1 || x + width > frame.width + 0.5 || y + height > layout.height + 1;
	const dim = layout.marks.filter(({ tone }) => tone === 'dim');
	const pair = facing(story.sides);
	const laneOf = new Map(story.sides.map(({ id }) => [id, pair ? pair.indexOf(id) : 0]));
	for (const [id, lane] of laneOf) if (lane < 0) laneOf.delete(id);
	const free = story.sides.filter(({ id }) => !laneOf.has(id)).map(({ id }) => [id, 'free'] as const);
	const rows = makeRows(story.items, new Set(), new Map<string, number | 'free'>([...laneOf, ...free]), 99);
	const counted = (layout.counts ?? []).reduce((sum, { text }) => {
		const n = Number(/\d+/.exec(text));
		return text === count(story.lang, story.ui.line.more, n) ? sum + n : sum;
	}, 0);
	const ys = layout.axis.lines.map(({ y1 }) => y1);
	const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
	const placed = [...layout.marks.map(({ y }) => y), ...(layout.counts ?? []).map(({ y }) => y)];
	const absent = (lane: number) =>
		rows.some((row) => row.lane === lane) && !placed.some((y) => (lane ? y > middle : y < middle));
	return {
		outside: [...words.filter(out), ...layout.marks.filter((mark) => out(boxOf(mark)))][0],
		tooHigh: layout.height > frame.height || undefined,
		wordsOverWords: first(words, overlap),
		lineThroughWords: strokes(layout).find((stroke) => words.some((word) => overlap(word, stroke))),
		markUnderWords: dim.find((mark) => words.some((word) => overlap(word, boxOf(mark)))),
		barUnderWords: layout.spans.find(({ x, y, length, thickness }) =>
			words.some((word) => overlap(word, { x, y: y - thickness / 2, width: length, height: thickness }))
		),
		leftOut: layout.marks.length + counted === rows.length ? undefined : [layout.marks.length, counted, rows.length],
		sideMissing: pair && frame.gutter ? [0, 1].find(absent) : undefined,
		sideUnnamed: pair && frame.gutter ? pair.find((id) => !layout.lanes.some((lane) => lane.id === id)) : undefined
	};
}

const none = {};

describe('the line', () => {
	it.each(Object.entries(frames))('holds for any story at %s', (_, frame) =>
		fc.assert(
			fc.property(randomStory(), (story) => {
				for (const layout of cases(story, frame)) expect(faults(layout, story, frame)).toEqual(none);
			}),
			{ numRuns: 300 }
		)
	);

	it.each(['data/silicon-valley-turns', 'data/web-platform', 'tests/fixtures/stories/hannibal'])(
		'holds for %s',
		(folder) => {
			const story = readStory(folder, 'en');
			for (const frame of Object.values(frames))
				for (const layout of cases(story, frame)) expect(faults(layout, story, frame)).toEqual(none);
		}
	);
});

describe('the first story', () => {
	const story = readStory('data/silicon-valley-turns', 'en');
	const ending = endingLine(story, story.items, 1312);

	it('ends with its whole line: five names, its gaps and its crowded year in words', () => {
		expect(ending.labels.filter(({ ref }) => !ref.startsWith('cluster-'))).toHaveLength(5);
		expect(ending.counts?.map(({ text }) => text)).toEqual(['26 years without an event', '44 years without an event']);
		expect(ending.labels.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain(
			'19 of the 28 events are of 2025'
		);
	});

	it('opens between its two quotations, each told by the mark of its event', () => {
		const opened: LocalStory = { ...story, opening: ['quote-chesky', 'quote-altman-camps'] };
		const line = openingLine(opened, story.items, 1312);
		expect(openers(opened).map(({ ref }) => ref)).toEqual(['quote-altman-camps', 'quote-chesky']);
		for (const [ref, host] of [
			['quote-altman-camps', 'event-altman-letter'],
			['quote-chesky', 'event-airbnb']
		]) {
			expect(line.marks.find(({ also }) => also?.includes(ref as Ref))?.ref).toBe(host);
			expect(line.links.filter(({ ref, y2 }) => ref === host && y2 === 0)).toHaveLength(1);
		}
		expect(lineSigns(line)).toEqual(['about', 'known', 'other', 'dots']);
	});

	it('draws a choice of days as a hatch beside its spine', () => {
		const lit = new Set<Ref>(['event-dorsey', 'event-huang-may']);
		const strip = stripLine(story, { items: story.items, window: story.extent, scale: 'folded', lit }, 358);
		const spine = Math.min(...strip.axis.lines.map(({ y1 }) => y1));
		expect(strip.spans.find(({ ref }) => ref === 'event-dorsey')).toMatchObject({ hatch: true, thickness: 7 });
		expect(strip.spans.find(({ ref }) => ref === 'event-dorsey')!.y).toBeLessThan(spine - 8);
		expect(strip.axis.folds.length).toBeGreaterThan(0);
	});

	it('has on its small line every item as a mark, and no words', () => {
		const mini = miniLine(story, story.items);
		expect(new Set(mini.marks.flatMap(({ ref, also = [] }) => [ref, ...also])).size).toBe(story.items.length);
		expect([mini.labels, mini.counts, mini.axis.ticks, mini.lanes]).toEqual([[], [], [], []]);
	});
});

it('has a place for every date, open at an end too, in every window and scale', () => {
	fc.assert(
		fc.property(wildStory(40), fc.constantFrom(...scales), (story, scale) => {
			for (const window of [story.extent, ...story.scenes.flatMap(({ window }) => (window ? [window] : []))]) {
				const lit = new Set(story.items.map(({ ref }) => ref));
				const { marks, spans } = stripLine(story, { items: story.items, window, scale, lit }, 358);
				for (const { x } of [...marks, ...spans]) {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x).toBeLessThanOrEqual(358);
				}
			}
		})
	);
});
