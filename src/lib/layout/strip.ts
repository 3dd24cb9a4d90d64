/** The slim strip of a narrow page: time runs across, and marks are piled on it, one side above and one below. */
import type { Item } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { count } from '../text/fill.ts';
import type { Frame } from './frames.ts';
import { axisOf, twoTimes, colours, facing, gapLines, markTitle, inWindow, type LayoutStory } from './lanes.ts';
import type { AxisTick, Fold, Join, Mark, Note, TimelineLayout } from './parts.ts';
import { lineHeight, toneOf } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { axisTicks, type TickWords } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';

/** Space at both ends of the line, and from the words to the lower edge, px. */
const side = 14;
const foot = 5;
const tickSpacing = 64;
/** Distance of two marks of a pile, px. */
const step = 10;

export const layoutStrip = (story: LayoutStory, selection: Selection, frame: Frame): TimelineLayout =>
	new StripLayout(story, selection, frame).layout();

class StripLayout {
	private readonly range: [number, number];
	private readonly scale: TimeScale;
	private readonly words: TickWords;
	private readonly colourOf: ReturnType<typeof colours>;
	private readonly pair: ReturnType<typeof facing>;
	/** Height that marks have, and y of the line: they pile up from it, and down too where two sides face each other. */
	private readonly room: number;
	private readonly line: number;

	constructor(
		private readonly story: LayoutStory,
		private readonly selection: Selection,
		private readonly frame: Frame
	) {
		const { width, height, font } = frame;
		this.range = [side, width - side];
		const { scale, words } = axisOf(story, selection, this.range);
		this.scale = scale;
		this.words = words;
		this.colourOf = colours(story);
		this.pair = facing(story.sides);
		// Words stand at the bottom.
		const textRow = font.small * lineHeight;
		this.room = height - textRow * 2 - 4;
		this.line = textRow + (this.pair ? this.room / 2 : this.room);
	}

	layout(): TimelineLayout {
		const { story, selection, line } = this;
		const { width, height, font } = this.frame;
		const { outside } = selection;
		const folds = this.folds();
		return {
			orientation: 'across',
			width,
			height,
			font,
			axis: {
				lines: this.scale.pieces
					.filter(({ folded }) => !folded)
					.map(({ range: [x1, x2] }) => ({ x1, x2, y1: line, y2: line })),
				ticks: this.ticks(folds),
				folds,
				before: this.note(outside.before, story.ui.time.before, side / 2, 'start'),
				after: this.note(outside.after, story.ui.time.after, width - side / 2, 'end')
			},
			lanes: [],
			spans: [],
			bridges: [],
			links: [],
			joins: this.joins(),
			marks: this.piles(inWindow(selection.items, selection.window)),
			labels: []
		};
	}

	private x(time: number): number {
		return Math.min(this.range[1], Math.max(this.range[0], this.scale(time)));
	}

	private folds(): Fold[] {
		const { height, font } = this.frame;
		return this.scale.pieces
			.filter(({ folded }) => folded)
			.map(({ range, gap }): Fold => {
				const middle = (range[0] + range[1]) / 2;
				const text = gapLines(gap!, this.story)[0];
				const wide = textWidth(text, font.small);
				const y = height - foot;
				return {
					x: middle,
					y: this.line,
					lines: [{ text, y }],
					box: { x: middle - wide / 2, y: y - font.small, width: wide, height: font.small * lineHeight },
					cuts: range.map((x) => ({ x, y: this.line }))
				};
			});
	}

	/** The major ones first, as far as there is room beside the words of breaks. */
	private ticks(folds: readonly Fold[]): AxisTick[] {
		const { width, height, font } = this.frame;
		const taken = folds.map(({ box }) => [box.x, box.x + box.width]);
		return axisTicks(this.scale, tickSpacing, this.words)
			.sort((a, b) => Number(b.major) - Number(a.major))
			.filter(({ at, label }) => {
				const half = textWidth(label, font.small) / 2;
				const [from, to] = [at - half, at + half];
				const free = from >= 0 && to <= width && taken.every(([a, b]) => to + 6 < a || from - 6 > b);
				if (free) taken.push([from, to]);
				return free;
			})
			.map(({ at, label, major }) => ({
				x: at,
				y: height - foot - font.small * 0.35,
				text: label,
				major,
				stubs: [{ x1: at, x2: at, y1: this.line - 3, y2: this.line + 3 }]
			}));
	}

	private note(n: number, forms: { one?: string; other: string }, x: number, anchor: 'start' | 'end'): Note | null {
		return n ? { x, y: this.frame.font.small, anchor, text: count(this.story.lang, forms, n) } : null;
	}

	private joins(): Join[] {
		const two = twoTimes(this.selection);
		if (!two) return [];
		const { line, room } = this;
		const [x1, x2] = [this.x(two.from), this.x(two.to)];
		const bow = { cx: (x1 + x2) / 2, cy: line - room / 2 };
		return [{ ref: two.item.ref, x1, y1: line, x2, y2: line, ...bow, colour: this.colourOf(two.item) }];
	}

	/** Marks of nearly the same time, stacked away from the line. */
	private piles(items: readonly Item[]): Mark[] {
		const piles = new Map<string, { dir: 1 | -1; items: Item[] }>();
		for (const item of items) {
			const dir = this.pair !== null && item.sides[0] === this.pair[1] ? 1 : -1;
			const key = `${dir} ${Math.round(this.x(item.date.at) / (step * 2))}`;
			const pile = piles.get(key) ?? { dir, items: [] };
			pile.items.push(item);
			piles.set(key, pile);
		}
		return [...piles.values()].flatMap(({ dir, items }) => this.pile(items, dir));
	}

	/** What does not fit in one stack stands beside it. */
	private pile(items: readonly Item[], dir: 1 | -1): Mark[] {
		const { pair, room, selection } = this;
		const { width } = this.frame;
		const most = Math.max(1, Math.floor(((pair ? room / 2 : room) - 4) / step));
		const columns = Math.ceil(items.length / most);
		// Dozens of marks are drawn closer together, so that the pile is not wider than its time.
		const beside = Math.min(step, (step * 4) / columns);
		const middle = this.x(items[0].date.at);
		const left = Math.min(
			Math.max(middle - ((columns - 1) * beside) / 2, side / 2),
			width - side / 2 - (columns - 1) * beside
		);
		return items.map((item, place): Mark => ({
			ref: item.ref,
			kind: item.kind,
			title: markTitle(item, this.story),
			x: left + (place % columns) * beside,
			y: this.line + dir * (8 + Math.floor(place / columns) * step),
			size: 4,
			colour: this.colourOf(item),
			tone: toneOf(selection.lit, selection.lit.has(item.ref))
		}));
	}
}
