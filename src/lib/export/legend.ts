/** Explains the colours and shapes of a picture, in rows. */
import { signs as allSigns, type Sign, type TimelineLayout } from '../layout/parts.ts';
import { sceneSigns, wordSign } from '../layout/sceneKey.ts';
import { textWidth, truncate } from '../layout/textWidth.ts';
import type { Kind, LocalStory } from '../view/local.ts';
import type { LegendItem } from './parts.ts';

/** Marks smaller than this are drawn as dots for lack of room: their shape does not show a kind. */
export const dotSize = 4;

/** The kinds of legend entries that a timeline needs. */
export function signsOf(layout: TimelineLayout): Set<LegendItem['sign']['type']> {
	const { marks, bridges, spans } = layout;
	// A scene’s marks are discs and bars: the signs are those of its key.
	if (layout.brackets) return new Set(sceneSigns(layout));
	const kinds = marks.flatMap(({ size, kind, shape }) =>
		size >= dotSize && kind !== 'cluster' && !shape ? [kind] : []
	);
	return new Set([
		...kinds,
		...(bridges.length ? ['bridge' as const] : []),
		...(spans.some(({ softStart, softEnd }) => softStart || softEnd) ? ['soft' as const] : [])
	]);
}

/** The colours in a timeline that no lane’s name explains. */
export function unnamedColours({ marks, bridges, lanes }: TimelineLayout): Set<string> {
	const drawn = [...marks.map(({ colour }) => colour), ...bridges.flatMap(({ colours }) => colours)];
	const named = new Set(lanes.map(({ colour }) => colour));
	return new Set(drawn.filter((colour) => !named.has(colour)));
}

export interface LegendEntry {
	sign: LegendItem['sign'];
	words: string;
}

/**
 * Entries in order: sides, kinds of mark, other signs, the signs of a scene.
 * @param dots number of items drawn as dots
 */
export function legendEntries({ sides, ui }: LocalStory, dots = 0): LegendEntry[] {
	const kinds: Kind[] = ['event', 'quote', 'figure'];
	return [
		...sides.map(({ name, colour }) => ({ sign: { type: 'side' as const, colour }, words: name })),
		...kinds.map((type) => ({ sign: { type }, words: ui.kind[type] })),
		{ sign: { type: 'bridge' as const }, words: ui.export.legendCross },
		{ sign: { type: 'soft' as const }, words: ui.export.legendSoft },
		...allSigns.map((type: Sign) => ({ sign: { type }, words: wordSign(type, { ui }, dots) }))
	];
}

/**
 * Sets the entries in rows, each as full as possible.
 * @param size the size of type, px
 */
export function layoutLegend(entries: LegendEntry[], box: { x: number; y: number; width: number }, size: number) {
	const items: LegendItem[] = [];
	let [x, y] = [box.x, box.y + size * 0.64];
	for (const { sign, words } of entries) {
		const own = 20 + textWidth(words, size);
		if (x > box.x && x + own > box.x + box.width) {
			x = box.x;
			y += size * 1.6;
		}
		items.push({
			x: x + 7,
			y,
			sign,
			text: {
				x: x + 20,
				y: y + size * 0.35,
				text: truncate(words, size, box.width - 20),
				size,
				face: 'sans',
				anchor: 'start',
				weight: 400,
				tone: 'ink2'
			}
		});
		x += own + 18;
	}
	return { items, bottom: items.length ? y + size * 0.64 : box.y - size };
}
