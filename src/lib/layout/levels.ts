/**
 * Places flags on a line that runs across: a mark on a pole over its time, its words beside it, in levels away from the
 * line. A pole may pass behind words, at a cost like losing some of the words; words never overlap.
 */

/** A flag to place. */
export interface Flag {
	/** px along the line */
	x: number;
	/** px from the pole to where the words begin: room for the marks. */
	head: number;
	/** Width of all its words on one line, px. */
	words: number;
	/** Width of what may fill a second line where the words need only one (its date), px; 0: nothing. */
	second: number;
	/** 1–6 */
	importance: number;
	/** Placed before all that are not. */
	first: boolean;
}

export interface Flown {
	/** Its level, from 0 nearest to the line; the lower one where it takes two. */
	level: number;
	levels: 1 | 2;
	/** The side of the pole that the words lie on: 1 later, -1 earlier. */
	side: 1 | -1;
	/** Width that the words may take, px; 0: the mark alone. */
	room: number;
}

/** Maximum width of words, and the minimum that they are cut to, px. */
export const mostWords = 220;
export const leastWords = 60;
/** A flag chosen to be named gets at least this much where it needs it, px. */
const fairWords = 110;
/** Half a mark, plus its distance from others, px. */
export const headStart = 8;
const gap = 8;
/** Poles closer than this count as one, px. */
const same = 1.5;

// Costs of a place; one level farther away costs 0.1 to 0.2.
const crossing = 0.8;
const lostWords = 5;
/** Cost of words on the other side of their pole than preferred. */
const otherSide = 2.4;

interface Held {
	/** Index of the flag. */
	index: number;
	from: number;
	to: number;
	/** Start and end of the words; the rest is marks. */
	words: [number, number];
}

interface Pole {
	x: number;
	/** The pole passes the levels below this one. */
	top: number;
}

interface Try {
	flown: (Flown | null)[];
	named: number;
	crossed: number;
	/** Sum of the shares of words that were cut. */
	lost: number;
}

/**
 * @param length px; nothing leaves [0, length]
 * @param count number of levels
 * @param topFirst with two levels, the first line and the mark are farther from the line (labels above it)
 * @returns one entry per flag; null: no room
 */
export function placeFlags(flags: readonly Flag[], length: number, count: number, topFirst: boolean): (Flown | null)[] {
	if (count < 1) return flags.map(() => null);
	const low = attempt(flags, length, count, topFirst, () => 1);
	if (count < 2) return low.flown;
	// Two lines for all flags, or else only for those too long for one, where no other flag loses words by it.
	const tooLong = ({ words }: Flag) => words > mostWords;
	for (const two of [(flag: Flag) => flag.second > 0 || tooLong(flag), tooLong]) {
		const demand = flags.reduce((sum, flag) => sum + widthOf(flag) * (two(flag) ? 2 : 1), 0);
		if (demand > count * length) continue;
		const tall = attempt(flags, length, count, topFirst, (flag) => (two(flag) ? 2 : 1));
		if (tall.named >= low.named && tall.crossed <= low.crossed && tall.lost <= low.lost) return tall.flown;
	}
	return low.flown;
}

const widthOf = ({ head, words }: Flag) => head + Math.min(words, mostWords) + gap;

function attempt(
	flags: readonly Flag[],
	length: number,
	count: number,
	topFirst: boolean,
	levelsOf: (flag: Flag) => 1 | 2
): Try {
	const flown: (Flown | null)[] = flags.map(() => null);
	const held: Held[][] = Array.from({ length: count }, () => []);
	const poles = new Map<number, Pole>();
	const result: Try = { flown, named: 0, crossed: 0, lost: 0 };
	const order = flags
		.map((_, index) => index)
		.sort(
			(a, b) =>
				Number(flags[b].first) - Number(flags[a].first) ||
				flags[b].importance - flags[a].importance ||
				flags[a].x - flags[b].x ||
				a - b
		);
	const wanted = flags.map((flag) => {
		const { words, second } = flag;
		return Math.max(1, Math.min(levelsOf(flag) === 2 ? Math.max(words, second) : words, mostWords));
	});
	// Near the end of the line words lie before the pole.
	const sides = flags.map(({ x, head }, index): 1 | -1 =>
		x + head + wanted[index] > length && x - head - wanted[index] >= 0 ? -1 : 1
	);
	const chosen = choose();
	// At the same time, those told first are read first, from the top.
	const inTurn = (side: 1 | -1) =>
		chosen
			.filter((index) => sides[index] === side)
			.sort((a, b) => side * (flags[b].x - flags[a].x) || (topFirst ? b - a : a - b));
	// From later to earlier, each pole is known before the words that it could cross; mirrored for words before it.
	for (const index of [...inTurn(-1), ...inTurn(1)]) fly(index, true);
	for (const index of order) if (!flown[index]) fly(index, false);
	for (const index of order) if (flown[index]?.levels === 1) grow(index);
	for (const index of order) if (!flown[index]) flyMark(index);
	return result;

	/** The most important flags that have room for a fair part of their words, if there were no others. */
	function choose(): number[] {
		const taken: [number, number][][] = Array.from({ length: count }, () => []);
		return order.filter((index) => {
			const { x, head } = flags[index];
			const levels = levelsOf(flags[index]);
			const reach = head + Math.min(wanted[index], fairWords) + gap;
			const [from, to] = sides[index] > 0 ? [x - headStart, x + reach] : [x - reach, x + headStart];
			const free = (level: number) => taken[level].every(([a, b]) => b <= from || a >= to);
			for (let level = 0; level + levels <= count; level++)
				if (free(level) && (levels === 1 || free(level + 1))) {
					for (let n = 0; n < levels; n++) taken[level + n].push([from, to]);
					return true;
				}
			return false;
		});
	}

	/** Free px from the pole in a level, to one side; negative where not even the marks fit. */
	function freeIn(level: number, own: number, side: 1 | -1): number {
		const { x, head } = flags[own];
		let free = (side > 0 ? length - x : x) - 4;
		for (const { index, from, to } of held[level]) {
			if (index === own) continue;
			const [near, far] = side > 0 ? [from - x, to - x] : [x - to, x - from];
			if (far <= -headStart) continue;
			if (near < head) return -1;
			free = Math.min(free, near - gap);
		}
		return free;
	}

	/** What a pole up to `level` would cross: words, and marks that it would pass beside rather than through. */
	function crossedBy(x: number, level: number): number {
		let crossed = 0;
		for (let n = 0; n < level; n++)
			for (const { from, to, words } of held[n]) {
				if (x < from || x > to) continue;
				if (x > words[0] - 2 && x < words[1] + 2) crossed++;
				else if (Math.abs(x - from - headStart) > same && Math.abs(to - headStart - x) > same) crossed++;
			}
		return crossed;
	}

	/** Distances of the poles that pass a level, on one side of a flag, nearest first. */
	function polesIn(level: number, { x, head }: Flag, side: 1 | -1): { inHead: number; beyond: number[] } {
		let inHead = 0;
		const beyond: number[] = [];
		for (const pole of poles.values()) {
			if (pole.top <= level) continue;
			const away = (pole.x - x) * side;
			if (away > head - 3) beyond.push(away - head);
			else if (away > -headStart && Math.abs(away) > same) inHead++;
		}
		return { inHead, beyond: beyond.sort((a, b) => a - b) };
	}

	function fly(index: number, mayCross: boolean): void {
		const flag = flags[index];
		const levels = levelsOf(flag);
		const want = wanted[index];
		const least = Math.min(flag.words, leastWords);
		const weight = 0.6 + flag.importance / 5;
		let best: { cost: number; at: Flown; crossed: number } | null = null;
		for (const side of [sides[index], -sides[index] as 1 | -1])
			for (let level = 0; level + levels <= count; level++) {
				let free = freeIn(level, index, side);
				if (levels === 2) free = Math.min(free, freeIn(level + 1, index, side));
				const most = Math.min(want, free - flag.head);
				if (most < least) continue;
				const own = crossedBy(flag.x, markOf(level, levels));
				const { inHead, beyond } = polesIn(level, flag, side);
				const base =
					level * (0.08 + 0.02 * flag.importance) + (own + inHead) * crossing + (side === sides[index] ? 0 : otherSide);
				// Words may end before the next pole, or go past it.
				for (let passed = 0; passed <= beyond.length; passed++) {
					const room = Math.min(most, passed < beyond.length ? beyond[passed] - 4 : Infinity);
					const crossed = own + inHead + passed;
					if (room >= least && (mayCross || !crossed)) {
						const cost = base + passed * crossing + (1 - room / want) * lostWords * weight;
						if (!best || cost < best.cost - 1e-9) best = { cost, at: { level, levels, side, room }, crossed };
					}
					if (room >= most) break;
				}
			}
		if (!best) return;
		put(index, best.at);
		result.named++;
		result.crossed += best.crossed;
		result.lost += 1 - best.at.room / want;
	}

	/** Adds a second level for words that were cut, or for a date, where it is free. */
	function grow(index: number): void {
		const flag = flags[index];
		const now = flown[index];
		const whole = now !== null && now.room >= flag.words;
		if (!now || (whole && !flag.second)) return;
		const { side } = now;
		const room = whole ? Math.max(now.room, flag.second) : now.room;
		const free = (level: number, from: number) =>
			freeIn(level, index, side) >= flag.head + room &&
			polesIn(level, flag, side).beyond.every((away) => away < from || away >= room + 4);
		if (!free(now.level, now.room)) return;
		for (const other of [now.level + 1, now.level - 1]) {
			if (other < 0 || other >= count || !free(other, -Infinity) || polesIn(other, flag, side).inHead) continue;
			held[now.level] = held[now.level].filter((one) => one.index !== index);
			put(index, { level: Math.min(other, now.level), levels: 2, side, room });
			return;
		}
	}

	function flyMark(index: number): void {
		const flag = flags[index];
		for (let level = 0; level < count; level++)
			for (const side of [1, -1] as const) {
				if (freeIn(level, index, side) < flag.head) continue;
				if (crossedBy(flag.x, level) || polesIn(level, flag, side).inHead) continue;
				put(index, { level, levels: 1, side, room: 0 });
				return;
			}
	}

	function markOf(level: number, levels: 1 | 2): number {
		return topFirst ? level + levels - 1 : level;
	}

	function put(index: number, at: Flown): void {
		flown[index] = at;
		for (let n = 0; n < at.levels; n++) hold(index, at.level + n, at.side, at.room);
		poles.set(index, { x: flags[index].x, top: markOf(at.level, at.levels) });
	}

	function hold(index: number, level: number, side: 1 | -1, room: number): void {
		const { x, head } = flags[index];
		const [start, end] = [x + side * head, x + side * (head + room)];
		held[level].push({
			index,
			from: Math.min(x - headStart, end),
			to: Math.max(x + headStart, end),
			words: side > 0 ? [start, end] : [end, start]
		});
	}
}
