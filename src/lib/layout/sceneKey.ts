/** Explains the signs of a scene’s picture, in the emptier lane where there is room. */
import type { LocalStory } from '../view/local.ts';
import { fill } from '../text/fill.ts';
import type { Bridge, KeyEntry, Label, Sign, TimelineLayout } from './parts.ts';
import type { SceneLanes } from './sceneLanes.ts';
import { textWidth } from './textWidth.ts';

const rowHeight = 29;
/** Distance from the sign to its words, px. */
const beside = 36;

/** The signs in a picture that not every reader knows. */
export function sceneSigns({ spans, bridges, marks, axis }: TimelineLayout): Sign[] {
	const found: [Sign, boolean][] = [
		['known', spans.some(({ softStart, softEnd, hatch }) => !softStart && !softEnd && !hatch)],
		['within', spans.some(({ hatch }) => hatch)],
		['about', spans.some(({ softStart, softEnd, hatch }) => !hatch && (softStart || softEnd))],
		['other', bridges.length > 0],
		['dots', marks.some(({ tone }) => tone === 'dim')],
		['fold', axis.folds.length > 0]
	];
	return found.flatMap(([sign, is]) => (is ? [sign] : []));
}

interface Room {
	story: Pick<LocalStory, 'ui'>;
	places: SceneLanes;
	range: [number, number];
	labels: readonly Label[];
	/** Those that run through the lanes’ words. */
	bridges: readonly Bridge[];
	font: { small: number };
	width: number;
	/** The number of dots. */
	rest: number;
}

export const wordSign = (sign: Sign, { ui }: Pick<LocalStory, 'ui'>, rest: number) => fill(ui.key[sign], { n: rest });

/** @returns the rows of the key; undefined where no lane has room */
export function keyOf(
	signs: readonly Sign[],
	{ story, places, range, labels, bridges, font, width, rest }: Room
): KeyEntry[] | undefined {
	if (!signs.length || places.kind === 'single') return undefined;
	const texts = signs.map((sign) => wordSign(sign, story, rest));
	const tall = signs.length * rowHeight;
	const wide = beside + Math.max(...texts.map((text) => textWidth(text, font.small)));
	const spots = places.rails.flatMap(({ text, room }) => {
		if (wide > room || text + wide > width) return [];
		const own = labels.filter(({ box }) => box.x < text + wide && box.x + box.width > text);
		const edges = [
			{ from: -Infinity, to: range[0] },
			...[
				...own.map(({ box }) => ({ from: box.y, to: box.y + box.height })),
				...bridges
					.filter(({ x1, x2 }) => Math.min(x1, x2) < text + wide && Math.max(x1, x2) > text)
					.map(({ y1 }) => ({ from: y1 - 8, to: y1 + 8 }))
			].sort((a, b) => a.from - b.from),
			{ from: range[1], to: Infinity }
		];
		let end = edges[0].to;
		return edges.slice(1).flatMap(({ from, to }) => {
			const gap = { x: text, from: end, to: from };
			end = Math.max(end, to);
			return [gap];
		});
	});
	const best = spots.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a), { x: 0, from: 0, to: 0 });
	if (best.to - best.from < tall + 48) return undefined;
	// At the lower end of the gap, away from the labels above it.
	const top = best.to - tall - 14;
	return signs.map((sign, index) => ({
		sign,
		x: best.x + 12,
		y: top + (index + 0.5) * rowHeight,
		text: texts[index],
		textX: best.x + beside
	}));
}
