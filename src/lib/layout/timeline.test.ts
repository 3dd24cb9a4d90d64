import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { select } from '../view/select.ts';
import { initialView, scales, type View } from '../view/view.ts';
import { frames, type Frame } from './frames.ts';
import type { Box, TimelineLayout } from './parts.ts';
import { textWidth } from './textWidth.ts';
import { layoutTimeline } from './timeline.ts';

const frame = fc.record({ width: fc.integer({ min: 340, max: 1300 }), height: fc.integer({ min: 320, max: 1200 }) });
const view = fc.record({
	scale: fc.constantFrom(...scales),
	scene: fc.constantFrom(null, 's0', 's1'),
	actors: fc.constantFrom<string[]>([], ['actor0'])
});
const runs = { numRuns: 300 };

const layout = (story: Parameters<typeof select>[0], part: Partial<View>, size: Partial<Frame>, base: Frame) => {
	const selection = select(story, { ...initialView(story.lang), ...part });
	return { selection, parts: layoutTimeline(story, selection, { ...base, ...size }) };
};

/** Text boxes as drawn, computed independently of the layout’s own boxes. */
function textBoxes(parts: TimelineLayout): Box[] {
	const box = (x: number, baseline: number, size: number, anchor: string, text: string): Box => {
		const width = textWidth(text, size);
		const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
		return { x: left, y: baseline - size * 0.8, width, height: size };
	};
	return [
		...parts.labels.flatMap(({ x, anchor, lines }) =>
			lines.map((line) => box(x, line.y, line.size, anchor, line.text))
		),
		...parts.axis.ticks.map(({ x, y, text }) => box(x, y + parts.font.small * 0.35, parts.font.small, 'middle', text)),
		...parts.axis.folds.flatMap(({ x, lines }) =>
			lines.map(({ text, y }) => box(x, y, parts.font.small, 'middle', text))
		),
		...[parts.axis.before, parts.axis.after].flatMap((note) =>
			note ? [box(note.x, note.y, parts.font.small, note.anchor, note.text)] : []
		)
	];
}

const overlap = (a: Box, b: Box) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

describe('the strip', () => {
	const sizeFor = ({ width }: { width: number }) => ({ width });
	const base = frames.strip;

	it('never lets two texts overlap', () => {
		fc.assert(
			fc.property(randomStory(), view, frame, (story, part, size) => {
				const boxes = textBoxes(layout(story, part, sizeFor(size), base).parts);
				for (let i = 0; i < boxes.length; i++)
					for (let j = 0; j < i; j++) if (overlap(boxes[i], boxes[j])) return false;
				return true;
			}),
			runs
		);
	});

	it('keeps every text and every mark inside the frame', () => {
		fc.assert(
			fc.property(randomStory(), view, frame, (story, part, size) => {
				const { parts } = layout(story, part, sizeFor(size), base);
				const inside = ({ x, y, width, height }: Box) =>
					x >= -0.5 && y >= -0.5 && x + width <= parts.width + 0.5 && y + height <= parts.height + 0.5;
				const marks = parts.marks.map(({ x, y, size }) => ({
					x: x - size,
					y: y - size,
					width: 2 * size,
					height: 2 * size
				}));
				return [...textBoxes(parts), ...marks].every(inside);
			}),
			runs
		);
	});

	it('draws one mark for every item kept within the window, and none for another', () => {
		fc.assert(
			fc.property(randomStory(), view, frame, (story, part, size) => {
				const { selection, parts } = layout(story, part, sizeFor(size), base);
				const [from, to] = selection.window;
				const expected = selection.items.filter(({ date }) => date.max > from && date.min < to).map(({ ref }) => ref);
				return (
					parts.marks
						.map(({ ref }) => ref)
						.sort()
						.join() === expected.sort().join()
				);
			}),
			runs
		);
	});

	it('is the same for the same input', () => {
		fc.assert(
			fc.property(randomStory(), view, (story, part) => {
				expect(layout(story, part, {}, base).parts).toEqual(layout(story, part, {}, base).parts);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('a quotation that speaks of another time', () => {
	const story = readStory('tests/fixtures/stories/hannibal', 'en');
	const quote = story.items.find(({ ref }) => ref === 'quote-hannibal-zama')!;
	const at = (part: Partial<View>, base: Frame) => layout(story, { scale: 'true', ...part }, {}, base).parts;

	it.each([frames.desk, frames.strip])('is joined with it while its card is open, and only then', (frame) => {
		expect(at({}, frame).joins).toEqual([]);
		expect(at({ focus: 'event-zama' }, frame).joins).toEqual([]);
		const [said] = at({ focus: quote.ref }, frame).joins;
		const [about] = at({ focus: quote.ref, quotes: 'about' }, frame).joins;
		// The same two times, from the other end.
		const ends = ({ x1, x2, y1, y2 }: typeof said) => (frame.orientation === 'across' ? [x1, x2] : [y1, y2]);
		expect(ends(said)).toEqual(ends(about).reverse());
		const along = ends(said)[0] - ends(said)[1];
		expect(along).toBeGreaterThan(10);
	});

	it('stands at either, and the axis stays as it is', () => {
		const [said, about] = (['said', 'about'] as const).map((quotes) => at({ quotes }, frames.strip));
		const x = (parts: TimelineLayout) => parts.marks.find(({ ref }) => ref === quote.ref)!.x;
		expect(x(about)).toBeLessThan(x(said) - 10);
		expect(about.axis).toEqual(said.axis);
		expect(about.marks).toHaveLength(said.marks.length);
	});
});
