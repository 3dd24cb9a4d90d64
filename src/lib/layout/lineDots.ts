/** Unnamed items on the horizontal timeline: small marks in rows, towers for a crowded year, counts. */
import { meets, tierStep, clamp, type LineEntry, type LineFrame, type LaneBox } from './lineTypes.ts';
import { textWidth } from './textWidth.ts';

export interface Dot {
	entry: LineEntry;
	x: number;
	/** Distance from the spine, px. */
	y: number;
	radius: number;
}

export interface Count {
	/** The number of marks that it stands for. */
	n: number;
	text: string;
	place: LaneBox;
}

export interface DotRoom {
	frame: LineFrame;
	/** Boxes and leaders that marks must not touch. */
	taken: readonly LaneBox[];
	/** “6 more” */
	more: (n: number) => string;
	/** Marks may overlap, so nothing is counted. */
	dense?: boolean;
}

const rowsOf = ({ dot }: LineFrame): number => dot.rows ?? 2;

/** How far the marks beside a spine reach, px, with `tiers` of told ones beside it. */
export const nearDepth = (frame: LineFrame, tiers: number): number => {
	const { dot, spine } = frame;
	// Where the height is given, every px counts.
	return dot.base + tiers * tierStep + (rowsOf(frame) - 1) * dot.step + dot.radius + (spine === undefined ? 3 : 1);
};

/** The outermost tier of told entries over a stretch of the line. */
const tierOver = (lit: readonly LineEntry[], from: number, to: number): number =>
	lit.reduce((most, { from: a, to: b, tier }) => (a < to && b > from ? Math.max(most, tier) : most), 0);

/**
 * Places every entry near its time: in the nearest column with room, or counted beside it.
 * @param lit told entries of the same lane
 */
export function placeDots(entries: readonly LineEntry[], lit: readonly LineEntry[], room: DotRoom) {
	const { frame, taken, dense } = room;
	const { step, base, radius } = frame.dot;
	const columns = Math.max(1, Math.floor((frame.width - 2 * radius - 2) / step) + 1);
	const xOf = (column: number) => radius + 1 + column * step;
	const offset = (column: number) => base + tierStep * tierOver(lit, xOf(column) - step / 2, xOf(column) + step / 2);
	const boxOf = (column: number, row: number): LaneBox => {
		const y = offset(column) + row * step;
		return { x: xOf(column) - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
	};
	/** At most two per column, one where there are hundreds. */
	const most = entries.length > 150 ? 1 : rowsOf(frame);
	const held = Array.from({ length: columns }, (_, column): { free: number; own: LineEntry[] } => {
		let free = 0;
		while (free < most && taken.every((box) => !meets(boxOf(column, free), box, 2, 1))) free++;
		return { free, own: [] };
	});
	const place = (entry: LineEntry, reach: number): boolean => {
		const ideal = clamp(Math.round((entry.x - radius - 1) / step), 0, columns - 1);
		const column = nearest(ideal, reach, (at) => held[at] !== undefined && held[at].own.length < held[at].free);
		if (column !== null) held[column].own.push(entry);
		return column !== null;
	};
	const crowded = [...entries].sort((a, b) => a.x - b.x).filter((entry) => !place(entry, 3));
	// A few are placed farther off rather than counted.
	const left = crowded.length > 3 ? crowded : crowded.filter((entry) => !place(entry, 9));
	const { counts, over } = dense ? { counts: [], over: left } : countLeft(left, held, { ...room, xOf });
	const dots = held.flatMap(({ own }, column) =>
		own.map((entry, row): Dot => ({ entry, x: xOf(column), y: offset(column) + row * step, radius }))
	);
	// Where a count does not fit either, marks overlap.
	for (const entry of over) {
		const column = clamp(Math.round((entry.x - radius - 1) / step), 0, columns - 1);
		const free = nearest(column, columns, (at) => (held[at]?.free ?? 0) > 0) ?? column;
		dots.push({ entry, x: xOf(free), y: offset(free), radius });
	}
	return { dots, counts };
}

/** The place nearest to `ideal`, at most `reach` away, for which `holds` is true. */
function nearest(ideal: number, reach: number, holds: (at: number) => boolean): number | null {
	for (let away = 0; away <= reach; away++)
		for (const at of away ? [ideal - away, ideal + away] : [ideal]) if (holds(at)) return at;
	return null;
}

type Held = { free: number; own: LineEntry[] };

/** Writes how many are left over, near their place; marks that the number displaces are counted with them. */
function countLeft(left: readonly LineEntry[], held: Held[], room: DotRoom & { xOf: (column: number) => number }) {
	const { frame, more, xOf, taken } = room;
	const { step, base, radius } = frame.dot;
	const counts: Count[] = [];
	const over: LineEntry[] = [];
	const size = Math.min(12.5, frame.font.small);
	for (const bunch of bunches(left, 80)) {
		const width = textWidth(more(bunch.length + 99), size) + 4;
		const need = Math.ceil((width + radius) / step);
		const place = (column: number): LaneBox => ({
			x: xOf(column) - radius,
			y: base - radius - 2,
			width,
			height: size * 1.2
		});
		const fits = (column: number) =>
			column >= 0 &&
			column + need <= held.length &&
			xOf(column) - radius + width <= frame.width &&
			held.slice(column, column + need).every(({ free }) => free > 0) &&
			taken.every((box) => !meets(place(column), box, 4, 1)) &&
			counts.every((other) => !meets(place(column), other.place, 6, 1));
		const middle = bunch[bunch.length >> 1].x;
		const at = nearest(Math.round(middle / step), 14, fits);
		if (at === null) {
			over.push(...bunch);
			continue;
		}
		const evicted = held.slice(at, at + need).reduce((sum, { own }) => sum + own.length, 0);
		for (let column = at; column < at + need; column++) held[column] = { free: 0, own: [] };
		const n = bunch.length + evicted;
		counts.push({ n, text: more(n), place: place(at) });
	}
	return { counts, over };
}

/** Groups entries, in order along the line, while they are less than `apart` px from the first of their group. */
function bunches(entries: readonly LineEntry[], apart: number): LineEntry[][] {
	const all: LineEntry[][] = [];
	for (const entry of entries) {
		const last = all.at(-1);
		if (last && entry.x - last[0].x < apart) last.push(entry);
		else all.push([entry]);
	}
	return all;
}

/** Dots of one year stacked away from the spine. */
export interface Tower {
	year: number;
	dots: Dot[];
	place: LaneBox;
	/** Entries that do not fit in it. */
	left: LineEntry[];
}

const towerDot = ({ width }: LineFrame) => (width < 500 ? { radius: 3.2, step: 8 } : { radius: 4.6, step: 11 });

/**
 * Stacks the years that have more entries than fit in their length on the line.
 * @param yearPx length of a year, px
 * @param leads positions that a tower must keep clear of, px along the line
 * @param depth how far from the spine it may reach, px
 */
export function placeTowers(
	entries: readonly LineEntry[],
	yearOf: (entry: LineEntry) => number,
	{ yearPx, leads, depth, frame }: { yearPx: number; leads: readonly number[]; depth: number; frame: LineFrame }
): Tower[] {
	const { radius, step } = towerDot(frame);
	const years = new Map<number, LineEntry[]>();
	for (const entry of entries) years.set(yearOf(entry), [...(years.get(yearOf(entry)) ?? []), entry]);
	const most = Math.floor((depth - 12) / step);
	const towers: Tower[] = [];
	for (const [year, own] of [...years].sort((a, b) => b[1].length - a[1].length)) {
		if (own.length < 4 || (own.length / 2) * frame.dot.step <= yearPx || most < 2) continue;
		const columns = Math.min(6, Math.max(2, Math.ceil(own.length / most)));
		const width = columns * step;
		const middle = own.reduce((sum, { x }) => sum + x, 0) / own.length;
		const free = (x: number) =>
			x >= 0 &&
			x + width <= frame.width &&
			leads.every((lead) => lead < x - 4 || lead > x + width + 4) &&
			towers.every(({ place }) => x > place.x + place.width + 4 || x + width < place.x - 4);
		const shift = nearest(0, 8, (at) => free(middle - width / 2 + at * 2));
		if (shift === null) continue;
		const x = middle - width / 2 + shift * 2;
		const shown = own.slice(0, columns * most);
		const dots = shown.map((entry, index): Dot => {
			const [column, row] = [index % columns, Math.floor(index / columns)];
			return { entry, x: x + step / 2 + column * step, y: 12 + row * step, radius };
		});
		const height = 12 + Math.ceil(shown.length / columns) * step - step / 2;
		towers.push({ year, dots, place: { x, y: 0, width, height }, left: own.slice(columns * most) });
	}
	return towers;
}
