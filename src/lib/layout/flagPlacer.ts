/** One way to place flags, with a given number of levels for each; levels.ts compares several. */
import { fairWords, flagGap, headStart, leastWords, mostWords, samePole, type Flag, type PlacedFlag } from './flags.ts';

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

/** A place that a flag could have. */
interface Priced {
	at: PlacedFlag;
	/** How many poles and words cross there. */
	crossed: number;
	cost: number;
}

export interface FlagPlaces {
	/** One entry per flag; null: no room. */
	placed: (PlacedFlag | null)[];
	/** The number of flags with words. */
	named: number;
	crossed: number;
	/** Sum of the shares of words that were cut. */
	lost: number;
}

export class FlagPlacer implements FlagPlaces {
	readonly placed: (PlacedFlag | null)[];
	named = 0;
	crossed = 0;
	lost = 0;
	/** By level. */
	private readonly held: Held[][];
	private readonly poles = new Map<number, Pole>();
	/** Indices of the flags, the most important first. */
	private readonly order: readonly number[];
	/** Preferred width of each flag’s words, px. */
	private readonly wanted: readonly number[];
	/** Preferred side of each pole: near the end of the line words lie before it. */
	private readonly sides: readonly (1 | -1)[];

	/** As for `placeFlags`. @param levelsOf how many levels a flag’s words take */
	constructor(
		private readonly flags: readonly Flag[],
		private readonly length: number,
		private readonly count: number,
		private readonly topFirst: boolean,
		private readonly levelsOf: (flag: Flag) => 1 | 2
	) {
		this.placed = flags.map(() => null);
		this.held = Array.from({ length: count }, () => []);
		this.order = flags
			.map((_, index) => index)
			.sort(
				(a, b) =>
					Number(flags[b].first) - Number(flags[a].first) ||
					flags[b].importance - flags[a].importance ||
					flags[a].x - flags[b].x ||
					a - b
			);
		this.wanted = flags.map((flag) => {
			const { words, second } = flag;
			return Math.max(1, Math.min(levelsOf(flag) === 2 ? Math.max(words, second) : words, mostWords));
		});
		this.sides = flags.map(({ x, head }, index): 1 | -1 =>
			x + head + this.wanted[index] > length && x - head - this.wanted[index] >= 0 ? -1 : 1
		);
	}

	place(): FlagPlaces {
		const { flags, order, placed, sides, topFirst } = this;
		const chosen = this.choose();
		// At the same time, those told first are read first, from the top.
		const inTurn = (side: 1 | -1) =>
			chosen
				.filter((index) => sides[index] === side)
				.sort((a, b) => side * (flags[b].x - flags[a].x) || (topFirst ? b - a : a - b));
		// From later to earlier, each pole is known before the words that it could cross; mirrored for words before it.
		for (const index of [...inTurn(-1), ...inTurn(1)]) this.placeWorded(index, true);
		for (const index of order) if (!placed[index]) this.placeWorded(index, false);
		for (const index of order) if (placed[index]?.levels === 1) this.grow(index);
		for (const index of order) if (!placed[index]) this.placeMark(index);
		return this;
	}

	/** The most important flags that have room for a fair part of their words, if there were no others. */
	private choose(): number[] {
		const taken: [number, number][][] = Array.from({ length: this.count }, () => []);
		return this.order.filter((index) => {
			const { x, head } = this.flags[index];
			const levels = this.levelsOf(this.flags[index]);
			const reach = head + Math.min(this.wanted[index], fairWords) + flagGap;
			const [from, to] = this.sides[index] > 0 ? [x - headStart, x + reach] : [x - reach, x + headStart];
			const free = (level: number) => taken[level].every(([a, b]) => b <= from || a >= to);
			for (let level = 0; level + levels <= this.count; level++)
				if (free(level) && (levels === 1 || free(level + 1))) {
					for (let n = 0; n < levels; n++) taken[level + n].push([from, to]);
					return true;
				}
			return false;
		});
	}

	/** Free px from the pole in a level, to one side; negative where not even the marks fit. */
	private freeIn(level: number, own: number, side: 1 | -1): number {
		const { x, head } = this.flags[own];
		let free = (side > 0 ? this.length - x : x) - 4;
		for (const { index, from, to } of this.held[level]) {
			if (index === own) continue;
			const [near, far] = side > 0 ? [from - x, to - x] : [x - to, x - from];
			if (far <= -headStart) continue;
			if (near < head) return -1;
			free = Math.min(free, near - flagGap);
		}
		return free;
	}

	/** What a pole up to `level` would cross: words, and marks that it would pass beside rather than through. */
	private crossedBy(x: number, level: number): number {
		let crossed = 0;
		for (let n = 0; n < level; n++)
			for (const { from, to, words } of this.held[n]) {
				if (x < from || x > to) continue;
				if (x > words[0] - 2 && x < words[1] + 2) crossed++;
				else if (Math.abs(x - from - headStart) > samePole && Math.abs(to - headStart - x) > samePole) crossed++;
			}
		return crossed;
	}

	/** Distances of the poles that pass a level, on one side of a flag, nearest first. */
	private polesIn(level: number, { x, head }: Flag, side: 1 | -1): { inHead: number; beyond: number[] } {
		let inHead = 0;
		const beyond: number[] = [];
		for (const pole of this.poles.values()) {
			if (pole.top <= level) continue;
			const away = (pole.x - x) * side;
			if (away > head - 3) beyond.push(away - head);
			else if (away > -headStart && Math.abs(away) > samePole) inHead++;
		}
		return { inHead, beyond: beyond.sort((a, b) => a - b) };
	}

	private placeWorded(index: number, mayCross: boolean): void {
		const best = this.bestPlace(index, mayCross);
		if (!best) return;
		this.put(index, best.at);
		this.named++;
		this.crossed += best.crossed;
		this.lost += 1 - best.at.room / this.wanted[index];
	}

	/** The place of least cost with at least some of the words; null where there is none. */
	private bestPlace(index: number, mayCross: boolean): Priced | null {
		const levels = this.levelsOf(this.flags[index]);
		const places: Priced[] = [];
		for (const side of [this.sides[index], -this.sides[index] as 1 | -1])
			for (let level = 0; level + levels <= this.count; level++)
				places.push(...this.placesAt(index, { level, levels, side }, mayCross));
		let best: Priced | null = null;
		for (const place of places) if (!best || place.cost < best.cost - 1e-9) best = place;
		return best;
	}

	/** The places that a flag has in a level and on a side of its pole: its words may end before the next pole, or go past. */
	private placesAt(index: number, at: Omit<PlacedFlag, 'room'>, mayCross: boolean): Priced[] {
		const { level, levels, side } = at;
		const flag = this.flags[index];
		const want = this.wanted[index];
		const least = Math.min(flag.words, leastWords);
		let free = this.freeIn(level, index, side);
		if (levels === 2) free = Math.min(free, this.freeIn(level + 1, index, side));
		const most = Math.min(want, free - flag.head);
		if (most < least) return [];
		const own = this.crossedBy(flag.x, this.markOf(level, levels));
		const { inHead, beyond } = this.polesIn(level, flag, side);
		const weight = 0.6 + flag.importance / 5;
		const base =
			level * (0.08 + 0.02 * flag.importance) +
			(own + inHead) * crossing +
			(side === this.sides[index] ? 0 : otherSide);
		const places: Priced[] = [];
		for (let passed = 0; passed <= beyond.length; passed++) {
			const room = Math.min(most, passed < beyond.length ? beyond[passed] - 4 : Infinity);
			const crossed = own + inHead + passed;
			if (room >= least && (mayCross || !crossed)) {
				const cost = base + passed * crossing + (1 - room / want) * lostWords * weight;
				places.push({ at: { ...at, room }, crossed, cost });
			}
			if (room >= most) break;
		}
		return places;
	}

	/** Adds a second level for words that were cut, or for a date, where it is free. */
	private grow(index: number): void {
		const flag = this.flags[index];
		const now = this.placed[index];
		const whole = now !== null && now.room >= flag.words;
		if (!now || (whole && !flag.second)) return;
		const { side } = now;
		const room = whole ? Math.max(now.room, flag.second) : now.room;
		const free = (level: number, from: number) =>
			this.freeIn(level, index, side) >= flag.head + room &&
			this.polesIn(level, flag, side).beyond.every((away) => away < from || away >= room + 4);
		if (!free(now.level, now.room)) return;
		for (const other of [now.level + 1, now.level - 1]) {
			if (other < 0 || other >= this.count || !free(other, -Infinity) || this.polesIn(other, flag, side).inHead)
				continue;
			this.held[now.level] = this.held[now.level].filter((one) => one.index !== index);
			this.put(index, { level: Math.min(other, now.level), levels: 2, side, room });
			return;
		}
	}

	/** Places a mark without words where no pole is in its way. */
	private placeMark(index: number): void {
		const flag = this.flags[index];
		for (let level = 0; level < this.count; level++)
			for (const side of [1, -1] as const) {
				if (this.freeIn(level, index, side) < flag.head) continue;
				if (this.crossedBy(flag.x, level) || this.polesIn(level, flag, side).inHead) continue;
				this.put(index, { level, levels: 1, side, room: 0 });
				return;
			}
	}

	private markOf(level: number, levels: 1 | 2): number {
		return this.topFirst ? level + levels - 1 : level;
	}

	private put(index: number, at: PlacedFlag): void {
		this.placed[index] = at;
		for (let n = 0; n < at.levels; n++) this.hold(index, at.level + n, at.side, at.room);
		this.poles.set(index, { x: this.flags[index].x, top: this.markOf(at.level, at.levels) });
	}

	private hold(index: number, level: number, side: 1 | -1, room: number): void {
		const { x, head } = this.flags[index];
		const [start, end] = [x + side * head, x + side * (head + room)];
		this.held[level].push({
			index,
			from: Math.min(x - headStart, end),
			to: Math.max(x + headStart, end),
			words: side > 0 ? [start, end] : [end, start]
		});
	}
}
