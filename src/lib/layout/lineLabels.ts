/** Labels of the horizontal timeline: each at its date, none over another or over a leader. */
import { balance } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { meets, type LineEntry, type LaneBox } from './lineTypes.ts';

/** The content of one label: a date, and under it all titles of that date. */
export interface Wanted {
	entries: readonly LineEntry[];
	titles: readonly string[];
	date: string;
}

export interface PlacedLabel {
	wanted: Wanted;
	/** Box of the whole label. */
	place: LaneBox;
	/** Lines of each title, and where they begin, px from the edge nearest to the spine. */
	titles: { lines: string[]; from: number }[];
	anchor: 'start' | 'end';
	/** Position where its leader leaves the line, px along. */
	lead: number;
	/** The leader runs along the date row, from beside the words. */
	beside: boolean;
}

export interface LabelRoom {
	width: number;
	/** Range for words, px away from the spine. */
	from: number;
	to: number;
	font: { label: number; small: number };
	/** Boxes that words keep clear of. */
	taken: readonly LaneBox[];
	/** Leaders that run all the way to the edge, px along. */
	leads: readonly number[];
}

export const dateRow = ({ small }: LabelRoom['font']): number => Math.round(small * 1.38);
export const titleRow = ({ label }: LabelRoom['font']): number => Math.round(label * 1.32);
const between = 7;
/** px from a leader to words beside it; words start that much before their own leader. */
const aside = 12;
const overhang = 2;

interface Variant {
	titles: PlacedLabel['titles'];
	width: number;
	height: number;
	cost: number;
}

/**
 * Places labels in order of `wanted`; one that does not fit without overlap is left out.
 * @param wanted most wanted first
 */
export function placeLabels(wanted: readonly Wanted[], room: LabelRoom): PlacedLabel[] {
	const asWanted = placeInTurn(wanted, room);
	if (asWanted.length === wanted.length) return asWanted;
	// A label placed early may block several others, so other orders are tried too.
	const along = [...wanted].sort((a, b) => a.entries[0].x - b.entries[0].x);
	const tries = [along, [...along].reverse(), [...wanted].reverse()].map((order) => placeInTurn(order, room));
	const worth = (placed: readonly PlacedLabel[]) =>
		placed.reduce((sum, { wanted: one }) => sum + 1 + (wanted.length - wanted.indexOf(one)) / 100, 0);
	return tries.reduce((best, one) => (worth(one) > worth(best) ? one : best), asWanted);
}

function placeInTurn(wanted: readonly Wanted[], room: LabelRoom): PlacedLabel[] {
	const placed: PlacedLabel[] = [];
	const boxes = [...room.taken];
	const leads: LaneBox[] = room.leads.map((x) => ({ x: x - 0.5, y: 0, width: 1, height: room.to }));
	for (const one of wanted) {
		const heads = wanted.filter((other) => other !== one).map(({ entries: [first] }) => first.x);
		const best = bestPlace(one, room, boxes, leads, heads);
		if (!best) continue;
		placed.push(best);
		boxes.push(reach(best));
		leads.push(stem(best.lead, best.place.y));
	}
	return placed;
}

/** A label’s box with the part of its leader that runs along the date row. */
function reach({ place, lead }: PlacedLabel): LaneBox {
	const x = Math.min(place.x, lead);
	return { ...place, x, width: Math.max(place.x + place.width, lead) - x };
}

const stem = (x: number, height: number): LaneBox => ({ x: x - 0.5, y: 0, width: 1, height });

function bestPlace(
	wanted: Wanted,
	room: LabelRoom,
	boxes: readonly LaneBox[],
	leads: readonly LaneBox[],
	heads: readonly number[]
): PlacedLabel | null {
	let best: { cost: number; label: PlacedLabel } | null = null;
	for (const variant of variantsOf(wanted, room.font))
		for (let y = room.from; y + variant.height <= room.to; y += 5)
			for (const lead of leadsOf(wanted.entries[0]))
				for (const side of sides(lead, variant.width)) {
					// Words over another wanted mark would block its leader.
					const covered = heads.filter((x) => x > side.x - 4 && x < side.x + variant.width + 4).length;
					const off = Math.abs(lead - wanted.entries[0].x) * 0.1;
					const cost = variant.cost + (y - room.from) * 0.8 + side.cost + off + covered * 25;
					if (best && cost >= best.cost) continue;
					const place = { x: side.x, y, width: variant.width, height: variant.height };
					const { anchor, beside } = side;
					const label = { wanted, place, titles: variant.titles, anchor, lead, beside };
					if (isFree(label, room, boxes, leads)) best = { cost, label };
				}
	return best?.label ?? null;
}

function isFree(label: PlacedLabel, room: LabelRoom, boxes: readonly LaneBox[], leads: readonly LaneBox[]): boolean {
	const whole = reach(label);
	if (whole.x < 0 || whole.x + whole.width > room.width) return false;
	const line = stem(label.lead, label.place.y);
	return (
		boxes.every((box) => !meets(whole, box, 14, 5) && !meets(line, box, 4, 0)) &&
		leads.every((lead) => !meets(whole, lead, 5, 0) && !meets(line, lead, 4, 0))
	);
}

/** Where the words can stand relative to a leader. */
const sides = (lead: number, width: number) =>
	[
		{ x: lead - overhang, anchor: 'start', beside: false, cost: 0 },
		{ x: lead + overhang - width, anchor: 'end', beside: false, cost: 6 },
		{ x: lead - width / 2, anchor: 'start', beside: false, cost: 8 },
		{ x: lead - width / 4, anchor: 'start', beside: false, cost: 9 },
		{ x: lead - aside - width, anchor: 'end', beside: true, cost: 14 },
		{ x: lead + aside, anchor: 'start', beside: true, cost: 14 }
	] as const;

/** The middle of a mark; other points along it as well where it is long. */
function leadsOf({ x, from, to, sign }: LineEntry): number[] {
	if (sign === 'dot' || to - from < 24) return [x];
	return [0, 0.15, -0.15, 0.3, -0.3].map((part) => (from + to) / 2 + part * (to - from));
}

/** Ways to set the titles: fewer lines cost less, and titles are cut only beyond three lines. */
function variantsOf({ titles, date }: Wanted, font: LabelRoom['font']): Variant[] {
	const dateWidth = textWidth(date, font.small);
	return [240, 180, 130, 100].flatMap((most): Variant[] => {
		const wide = Math.max(most, dateWidth);
		const broken = titles.map((title) => balance(title, font.label, wide, 3));
		const lines = broken.flat();
		if (!lines.length) return [];
		const cut = broken.filter((own) => own.at(-1)?.endsWith('…')).length;
		let from = dateRow(font);
		const placed = broken.map((own) => {
			const title = { lines: own, from };
			from += own.length * titleRow(font) + between;
			return title;
		});
		const width = Math.ceil(Math.max(dateWidth, ...lines.map((line) => textWidth(line, font.label)))) + 1;
		return [{ titles: placed, width, height: from - between, cost: lines.length * 6 + cut * 60 }];
	});
}
