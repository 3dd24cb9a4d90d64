import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import { stripLine } from '../layout/lines.ts';
import type { Box, Mark, Span, TimelineLayout } from '../layout/parts.ts';
import { textWidth } from '../layout/textWidth.ts';
import type { LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { captionLines, captionOf, steps } from './strip.ts';
import { framed } from './stripFrame.ts';

/** Boxes of all words in the strip, and of the axis labels that have a tick. */
function words({ axis, lanes, counts = [], font }: TimelineLayout): (Box & { text: string })[] {
	const box = (text: string, x: number, y: number, width = textWidth(text, font.small)) => ({
		text,
		x,
		y: y - font.small * 0.74,
		width,
		height: font.small * 0.76
	});
	const middle = (text: string, x: number, y: number) => box(text, x - textWidth(text, font.small) / 2, y);
	return [
		...axis.ticks.flatMap(({ text, x, y }) => (text ? [middle(text, x, y + font.small * 0.35)] : [])),
		...axis.folds.flatMap(({ lines, x }) => lines.map(({ text, y }) => middle(text, x, y))),
		...lanes.map(({ name, x, y }) => box(name, x, y)),
		...counts.map(({ text, x, y }) => box(text, x, y))
	];
}

const overlap = (a: Box, b: Box) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The faults in the strips of all scenes, with each of their marks framed in turn. */
function faults(story: LocalStory, width: number) {
	const view = initialView(story.lang);
	return story.scenes.flatMap(({ id }) => {
		const selection = select(story, { ...view, scene: id });
		const layout = stripLine(story, selection, width);
		const told = steps(layout, selection.lit, story.items);
		return layout.marks.flatMap((mark: Mark) => {
			const { layout: drawn, frame, stem } = framed(layout, mark);
			const strokes = [
				{ x: frame.x - 0.75, y: frame.y - 0.75, width: frame.width + 1.5, height: frame.height + 1.5 },
				{ x: stem.x - 0.5, y: stem.from, width: 1, height: stem.to - stem.from }
			];
			const all = words(drawn);
			const crossed = all.filter((word) => strokes.some((stroke) => overlap(stroke, word)));
			const onEachOther = all.filter((a, n) => all.some((b, m) => m > n && overlap(a, b)));
			const out = [...all, ...strokes].filter(({ x, width: wide }) => x < -0.5 || x + wide > width + 0.5);
			// A tick whose label was removed keeps its stroke.
			const strokesOf = (one: TimelineLayout) => one.axis.ticks.flatMap(({ stubs }) => stubs).length;
			const lost = strokesOf(layout) - strokesOf(drawn);
			const stemEnds = stem.to !== layout.height || stem.x < frame.x || stem.x > frame.x + frame.width;
			const own = told.some(({ ref }) => ref === mark.ref) || mark.tone !== 'lit';
			return crossed.length || onEachOther.length || out.length || lost || stemEnds || !own
				? [{ scene: id, mark: mark.ref, crossed, onEachOther, out, lost, stemEnds, own }]
				: [];
		});
	});
}

/** Bars covered by one drawn after them. */
const hidden = (spans: readonly Span[]) =>
	spans.filter((under, index) =>
		spans
			.slice(index + 1)
			.some(
				(over) =>
					over.x <= under.x + 0.01 &&
					over.x + over.length >= under.x + under.length - 0.01 &&
					Math.abs(over.y - under.y) < 1 &&
					over.thickness >= under.thickness
			)
	);

/** Overlapping bars of the same colour without a visible boundary. */
const merged = (spans: readonly Span[]) =>
	spans.filter((span, index) =>
		spans
			.slice(0, index)
			.some(
				(under) =>
					!span.over &&
					Math.abs(span.y - under.y) < (span.thickness + under.thickness) / 2 - 1 &&
					span.x < under.x + under.length - 1 &&
					under.x < span.x + span.length - 1
			)
	);

const shipped = ['data/silicon-valley-turns', 'data/web-platform', 'tests/fixtures/stories/hannibal'].flatMap(
	(folder) => (folder.startsWith('data') ? ['en', 'zh-Hans'] : ['en']).map((lang) => [folder, lang] as const)
);
const layouts = (story: LocalStory, width: number) =>
	story.scenes.map(({ id }) => stripLine(story, select(story, { ...initialView(story.lang), scene: id }), width));

describe.each(shipped)('the strip of %s in %s', (folder, lang) => {
	const story = readStory(folder, lang);

	it.each([288, 328, 358])('frames what it names, and its stem goes down, clear of words: %i px', (width) => {
		expect(faults(story, width)).toEqual([]);
	});

	it('hides no bar under another', () => {
		for (const layout of layouts(story, 358)) {
			expect(hidden(layout.spans)).toEqual([]);
			expect(merged(layout.spans)).toEqual([]);
		}
	});

	it.each([288, 328, 358])('names every item whole in its caption: %i px', (width) => {
		const room = width - 88;
		for (const item of story.items) {
			const { title, date } = captionOf(item, story.items, story, room);
			expect(captionLines(title, room), title).toBeLessThanOrEqual(2);
			expect(textWidth(date, 13), date).toBeLessThanOrEqual(room);
		}
	});
});

it('a strip’s frame and stem are clear of words in any story', () => {
	fc.assert(
		fc.property(randomStory(30), fc.constantFrom(288, 358), (story, width) => {
			expect(faults(story, width)).toEqual([]);
			for (const layout of layouts(story, width)) expect(hidden(layout.spans)).toEqual([]);
		}),
		{ numRuns: 100 }
	);
});
