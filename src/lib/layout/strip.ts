/** The slim strip of a narrow page: time runs across, and marks are piled on it, one side above and one below. */
import type { Item } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { count } from '../text/fill.ts';
import type { Frame } from './frames.ts';
import { axisOf, twoTimes, colours, facing, gapLines, markTitle, within, type LayoutStory } from './lanes.ts';
import type { Join, Mark, TimelineLayout } from './parts.ts';
import { lineHeight, toneOf } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { axisTicks } from './ticks.ts';

const side = 14;

export function layoutStrip(story: LayoutStory, selection: Selection, { width, height, font }: Frame): TimelineLayout {
	const range: [number, number] = [side, width - side];
	const { scale, words } = axisOf(story, selection, range);
	const textRow = font.small * lineHeight;
	const pair = facing(story.sides);
	// Marks pile up from the line (and down, where two sides face each other); words stand at the bottom.
	const room = height - textRow * 2 - 4;
	const line = textRow + (pair ? room / 2 : room);
	const x = (time: number) => Math.min(range[1], Math.max(range[0], scale(time)));
	const items = within(selection.items, selection.window);
	const colourOf = colours(story);

	const folds = scale.pieces
		.filter(({ folded }) => folded)
		.map((piece) => {
			const middle = (piece.range[0] + piece.range[1]) / 2;
			const text = gapLines(piece.gap!, story)[0];
			const wide = textWidth(text, font.small);
			const y = height - 5;
			return {
				x: middle,
				y: line,
				lines: [{ text, y }],
				box: { x: middle - wide / 2, y: y - font.small, width: wide, height: font.small * lineHeight },
				cuts: piece.range.map((x) => ({ x, y: line }))
			};
		});
	const taken = folds.map(({ box }) => [box.x, box.x + box.width]);
	const ticks = axisTicks(scale, 64, words)
		.sort((a, b) => Number(b.major) - Number(a.major))
		.filter(({ at, label }) => {
			const half = textWidth(label, font.small) / 2;
			const [from, to] = [at - half, at + half];
			const free = from >= 0 && to <= width && taken.every(([a, b]) => to + 6 < a || from - 6 > b);
			if (free) taken.push([from, to]);
			return free;
		});

	const { outside } = selection;
	const note = (n: number, forms: { one?: string; other: string }, x: number, anchor: 'start' | 'end') =>
		n ? { x, y: font.small, anchor, text: count(story.lang, forms, n) } : null;
	return {
		orientation: 'across',
		width,
		height,
		font,
		axis: {
			lines: scale.pieces
				.filter(({ folded }) => !folded)
				.map(({ range: [x1, x2] }) => ({ x1, x2, y1: line, y2: line })),
			ticks: ticks.map(({ at, label, major }) => ({
				x: at,
				y: height - 5 - font.small * 0.35,
				text: label,
				major,
				stubs: [{ x1: at, x2: at, y1: line - 3, y2: line + 3 }]
			})),
			folds,
			before: note(outside.before, story.ui.time.before, side / 2, 'start'),
			after: note(outside.after, story.ui.time.after, width - side / 2, 'end')
		},
		lanes: [],
		spans: [],
		bridges: [],
		links: [],
		joins: joins(),
		marks: pile(items),
		labels: []
	};

	function joins(): Join[] {
		const two = twoTimes(selection);
		if (!two) return [];
		const [x1, x2] = [x(two.from), x(two.to)];
		return [
			{
				ref: two.item.ref,
				x1,
				y1: line,
				x2,
				y2: line,
				cx: (x1 + x2) / 2,
				cy: line - room / 2,
				colour: colourOf(two.item)
			}
		];
	}

	/** Stacks marks of nearly the same time away from the line; what does not fit in one stack stands beside it. */
	function pile(items: Item[]): Mark[] {
		const gap = 10;
		const most = Math.max(1, Math.floor(((pair ? room / 2 : room) - 4) / gap));
		const bucket = gap * 2;
		const piles = new Map<string, Item[]>();
		for (const item of items) {
			const below = pair !== null && item.sides[0] === pair[1];
			const key = `${below ? 1 : -1} ${Math.round(x(item.date.at) / bucket)}`;
			piles.set(key, [...(piles.get(key) ?? []), item]);
		}
		return [...piles].flatMap(([key, pile]) => {
			const dir = Number(key.split(' ')[0]);
			const columns = Math.ceil(pile.length / most);
			// Dozens of marks are drawn closer together, so that the pile is not wider than its time.
			const beside = Math.min(gap, (bucket * 2) / columns);
			const middle = x(pile[0].date.at);
			const left = Math.min(
				Math.max(middle - ((columns - 1) * beside) / 2, side / 2),
				width - side / 2 - (columns - 1) * beside
			);
			return pile.map((item, place): Mark => ({
				ref: item.ref,
				kind: item.kind,
				title: markTitle(item, story),
				x: left + (place % columns) * beside,
				y: line + dir * (8 + Math.floor(place / columns) * gap),
				size: 4,
				colour: colourOf(item),
				tone: toneOf(selection.lit, selection.lit.has(item.ref))
			}));
		});
	}
}
