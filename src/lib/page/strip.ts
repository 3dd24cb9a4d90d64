/** What the strip’s caption names: pure, so that it can be told without a screen. */
import type { Mark, TimelineLayout } from '../layout/parts.ts';
import { titleOf } from '../layout/sceneBlocks.ts';
import { textWidth } from '../layout/textWidth.ts';
import { fill } from '../text/fill.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';

/** The mark that tells an item: its own, or that of its event. */
export const markOf = ({ marks }: Pick<TimelineLayout, 'marks'>, ref: Ref): Mark | undefined =>
	marks.find((mark) => mark.ref === ref) ?? marks.find(({ also }) => also?.includes(ref));

/** What is told and has a mark, in the order of time; what one mark tells is one step. */
export function steps(layout: Pick<TimelineLayout, 'marks'>, lit: ReadonlySet<Ref>, items: readonly Item[]): Item[] {
	const seen = new Set<string>();
	return items.filter(({ ref }) => {
		const mark = lit.has(ref) ? markOf(layout, ref) : undefined;
		return mark && !seen.has(mark.ref) && seen.add(mark.ref);
	});
}

/** A lit mark at most this far away comes before any other, px. */
const litReach = 24;

/** @returns the item of the nearest mark to a place in the layout, px: across its bar where it has one */
export function markAt(
	{ marks, spans }: Pick<TimelineLayout, 'marks' | 'spans'>,
	x: number,
	y: number
): Ref | undefined {
	const away = (mark: Mark): number => {
		const span = spans.find(({ ref }) => ref === mark.ref);
		const [from, to] = span ? [span.x, span.x + span.length] : [mark.x, mark.x];
		return Math.hypot(Math.max(from - x, 0, x - to), mark.y - y);
	};
	const all = marks.map((mark) => ({ mark, at: away(mark), middle: Math.abs(mark.x - x) }));
	all.sort((a, b) => a.at - b.at || a.middle - b.middle);
	const lit = all.find(({ mark, at }) => mark.tone === 'lit' && at <= litReach);
	return (lit ?? all[0])?.mark.ref as Ref | undefined;
}

/** “About November 2025, 1 of 3” where several of what is told share the date. */
export function captionOf(
	item: Item,
	told: readonly Item[],
	ui: LocalStory['ui'],
	lang: string
): { date: string; title: string } {
	const alike = told.filter(({ date }) => date.label === item.date.label);
	const n = alike.findIndex(({ ref }) => ref === item.ref) + 1;
	const date = item.date.label.charAt(0).toLocaleUpperCase(lang) + item.date.label.slice(1);
	return {
		title: titleOf(item, { ui, lang }),
		date: n && alike.length > 1 ? fill(ui.line.oneOf, { date, n, total: alike.length }) : date
	};
}

/**
 * The stem from what is named down to the caption: where it crosses no words, else broken at them.
 * @param frame round the mark, px
 * @returns its pieces: x, from, to
 */
export function stemOf(
	{ axis, bridges, lanes, font, height }: TimelineLayout,
	frame: { x: number; y: number; width: number; height: number }
): { x: number; from: number; to: number }[] {
	const top = frame.y + frame.height;
	const words = [
		...axis.ticks.map(({ text, x, y }) => ({ x, y, half: textWidth(text, font.small) / 2 })),
		...axis.folds.flatMap(({ lines, x, y }) =>
			lines.map(({ text }) => ({ x, y, half: textWidth(text, font.small) / 2 }))
		),
		...bridges.map(({ x2, y2 }) => ({ x: x2, y: y2, half: 4 })),
		...lanes.map(({ name, x, y }) => {
			const half = (textWidth(name, font.small) * 1.1) / 2;
			return { x: x + half, y: y - font.small * 0.35, half };
		})
	].filter(({ y }) => y > top);
	const crossed = (at: number) => words.filter(({ x, half }) => Math.abs(at - x) < half + 4);
	const middle = frame.x + frame.width / 2;
	const places = [0, 0.15, -0.15, 0.3, -0.3, 0.42, -0.42].map((part) => middle + part * frame.width);
	const x = places.find((at) => !crossed(at).length) ?? middle;
	const pieces = [];
	let from = top;
	for (const { y } of crossed(x).sort((a, b) => a.y - b.y)) {
		if (y - font.small * 0.6 > from) pieces.push({ x, from, to: y - font.small * 0.6 });
		from = y + font.small * 0.6;
	}
	if (from < height) pieces.push({ x, from, to: height });
	return pieces;
}
