/** Ticks of a time axis, for any span from days to millennia, before the common era too. */
import { tickStep } from 'd3';
import { textWidth } from './textWidth.ts';
import type { Piece, TimeScale } from './timeScale.ts';

export interface TickWords {
	/** BCP 47 */
	lang: string;
	/** “{n} BCE” */
	bce: string;
}

export interface Tick {
	time: number;
	/** px along the axis */
	at: number;
	label: string;
	/** A new year, or a whole year: set stronger, gives way last. */
	major: boolean;
}

const hour = 36e5;
const day = 24 * hour;
const year = 365.2425 * day;

/**
 * @param spacing the least distance of two ticks, px
 * @returns ticks in order, at least `spacing` apart
 */
export function axisTicks(scale: TimeScale, spacing: number, words: TickWords): Tick[] {
	const pieces =
		scale.kind === 'even' ? [joined(scale)] : (scale.stretches ?? scale.pieces.filter(({ folded }) => !folded));
	const all = pieces.flatMap((piece) => pieceTicks(piece, spacing, words));
	all.sort((a, b) => Number(b.major) - Number(a.major));
	// No two that are kept lie in one of these cells.
	const kept = new Map<number, Tick>();
	for (const one of all) {
		const tick = { ...one, at: scale(one.time) };
		const cell = Math.floor(tick.at / spacing);
		const free = (near: number) => Math.abs((kept.get(cell + near)?.at ?? Infinity) - tick.at) >= spacing;
		if ([-1, 0, 1].every(free)) kept.set(cell, tick);
	}
	return [...kept.values()].sort((a, b) => a.at - b.at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made once a language and form: making one costs as much as a layout. */
export function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = lang + Object.keys(options).join();
	let known = formatters.get(key);
	if (!known) formatters.set(key, (known = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' })));
	return known;
}

/** In even steps the axis has no rate of its own; its ticks are those of the whole stretch. */
function joined(scale: TimeScale): Piece {
	return { domain: scale.domain(), range: scale.range(), folded: false };
}

type Plain = Omit<Tick, 'at'>;

function pieceTicks({ domain, range }: Piece, spacing: number, words: TickWords): Plain[] {
	const most = Math.max(1, Math.floor((range[1] - range[0]) / spacing));
	const length = domain[1] - domain[0];
	if (length / year / most > 0.6) return yearTicks(domain, most, words);
	if (length < 3 * day && length / most < day * 0.6) return clockTicks(domain, length / most, words);

	const months = length / (year / 12) / most;
	const step = [1, 2, 3, 6].find((step) => step >= months * 0.75) ?? 6;
	const daily = months < 0.3;
	const times = daily
		? steps(domain, day, Math.ceil(length / day / most) * day).map((time) => new Date(time))
		: monthStarts(domain, step);
	const say = calendar(daily ? { month: 'short', day: 'numeric' } : { month: 'short' }, words);
	return times.map((date, index) => {
		const newYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
		// The first tick of a stretch, and of a year, has to say which year it is.
		const first = !index || date.getUTCFullYear() !== times[index - 1].getUTCFullYear();
		return {
			time: +date,
			label: newYear ? yearLabel(date.getUTCFullYear(), words) : say(date, first),
			major: newYear || first
		};
	});
}

/** Dates in words, with or without their year. */
function calendar(parts: Intl.DateTimeFormatOptions, words: TickWords): (date: Date, year: boolean) => string {
	const plain = formatter(words.lang, parts);
	const withYear = formatter(words.lang, { ...parts, year: 'numeric' });
	return (date, year) =>
		!year
			? plain.format(date)
			: date.getUTCFullYear() > 0
				? withYear.format(date)
				: `${plain.format(date)} ${yearLabel(date.getUTCFullYear(), words)}`;
}

/** Steps that a clock has, hours. */
const clockSteps = [1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 3, 6, 12];

/** Hours and minutes (UTC); where a day begins the day, and at the first one its year too. */
function clockTicks(domain: [number, number], least: number, words: TickWords): Plain[] {
	const step = (clockSteps.find((step) => step * hour >= least) ?? 12) * hour;
	const clock = formatter(words.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const say = calendar({ month: 'short', day: 'numeric' }, words);
	return steps(domain, step, step).map((time, n) => {
		const major = n === 0 || time % day === 0;
		return { time, label: major ? say(new Date(time), n === 0) : clock.format(time), major };
	});
}

/** From the first whole unit on, ms. d3-time does this and more, at a sixteenth of all the script that a page may load. */
function steps([from, to]: [number, number], unit: number, step: number): number[] {
	const times: number[] = [];
	for (let time = Math.ceil(from / unit) * unit; time <= to; time += step) times.push(time);
	return times;
}

function monthStarts([from, to]: [number, number], step: number): Date[] {
	const found: Date[] = [];
	const date = new Date(from);
	const start = new Date(0);
	start.setUTCFullYear(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / step) * step, 1);
	for (; +start < to; start.setUTCMonth(start.getUTCMonth() + step)) if (+start >= from) found.push(new Date(start));
	return found;
}

/**
 * Whole years at round numbers; before the common era round in its own count (200 BCE, not 201 BCE). So few that an even
 * scale has room for each: of every second one that has none, the years left would not be even.
 */
function yearTicks(domain: [number, number], most: number, words: TickWords): Plain[] {
	const [from, to] = domain.map((time) => 1970 + time / year);
	const step = Math.max(1, leastStep(from, to, most));
	const ticks: Plain[] = [];
	for (let n = Math.floor(from / step) * step; n <= to + 1; n += step) {
		const astronomical = n <= 0 && step > 1 ? n + 1 : n;
		const time = startOfYear(astronomical);
		if (time >= domain[0] && time <= domain[1])
			// Of every year every fifth stands out.
			ticks.push({ time, label: yearLabel(astronomical, words), major: step > 1 || worded(astronomical) % 5 === 0 });
	}
	return ticks;
}

/** The least round step of which no more than `most` lie between two years. */
function leastStep(from: number, to: number, most: number): number {
	for (let n = most; ; n /= 1.2) {
		const step = tickStep(from, to, n);
		// A year without a leap day is a little shorter than the mean one.
		if ((to - from) / step <= most * 0.997) return step;
	}
}

/** The number by which an astronomical year is called: 0 is 1 BCE. */
const worded = (astronomical: number) => (astronomical > 0 ? astronomical : 1 - astronomical);

/** ms of 1 January of an astronomical year; beyond the reach of Date by the mean Gregorian year. */
export function startOfYear(astronomical: number): number {
	const date = new Date(0);
	const time = date.setUTCFullYear(astronomical, 0, 1);
	return Number.isNaN(time) ? (astronomical - 1970) * year : time;
}

/** The astronomical year of a time, ms. */
export const yearOf = (time: number) => {
	const known = new Date(time).getUTCFullYear();
	return Number.isNaN(known) ? Math.floor(1970 + time / year) : known;
};

/** The widest month of a year, as a tick says it where a stretch begins. */
export function monthLabel(time: number, lang: string): string {
	if (Number.isNaN(+new Date(time))) return '';
	const say = formatter(lang, { month: 'short', year: 'numeric' });
	const all = Array.from({ length: 12 }, (_, month) => say.format(new Date(time).setUTCMonth(month, 1)));
	return all.reduce((wide, text) => (textWidth(text, 1) > textWidth(wide, 1) ? text : wide));
}

/** A day with its year, as the first tick of a short stretch says it. */
export function dayLabel(time: number, words: TickWords): string {
	if (Number.isNaN(+new Date(time))) return '';
	const say = calendar({ month: 'short', day: 'numeric' }, words);
	const all = Array.from({ length: 12 }, (_, month) => say(new Date(new Date(time).setUTCMonth(month, 28)), true));
	return all.reduce((wide, text) => (textWidth(text, 1) > textWidth(wide, 1) ? text : wide));
}

/** @param astronomical 0 is 1 BCE */
export function yearLabel(astronomical: number, { bce }: TickWords): string {
	return astronomical > 0 ? String(astronomical) : bce.replace('{n}', String(worded(astronomical)));
}
