/** Ticks of a time axis, for any span from minutes to millennia and beyond, also before the common era. */
import { tickStep } from 'd3';
import {
	calendarDay,
	dayLength,
	hourLength,
	monthStarts,
	startOfDay,
	yearLength as year,
	yearOf
} from '../story/calendar.ts';
import { yearDigits, yearNumber, yearsAgo } from '../story/yearWords.ts';
import { clock, formatter } from '../text/dateForms.ts';
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
	/** A new year, or a whole year: set in bold, and dropped last. */
	major: boolean;
}

/** The end of the range of Date, ms. */
const calendarEnd = 864e13;

/** Maximum number of ticks on one axis. */
export const mostTicks = 200;

/**
 * @param least minimum distance between two ticks, px; more where the axis would have more than `mostTicks`
 * @returns ticks in order, at least that far apart
 */
export function axisTicks(scale: TimeScale, least: number, words: TickWords): Tick[] {
	const [start, end] = scale.range();
	const spacing = Math.max(least, (end - start) / (mostTicks - 1));
	const pieces =
		scale.kind === 'even' ? [joined(scale)] : (scale.stretches ?? scale.pieces.filter(({ folded }) => !folded));
	const all = pieces.flatMap((piece) => pieceTicks(piece, spacing, words));
	all.sort((a, b) => Number(b.major) - Number(a.major));
	// Cells are one spacing wide, so each holds at most one kept tick.
	const kept = new Map<number, Tick>();
	for (const one of all) {
		const tick = { ...one, at: scale(one.time) };
		const cell = Math.floor(tick.at / spacing);
		const free = (near: number) => Math.abs((kept.get(cell + near)?.at ?? Infinity) - tick.at) >= spacing;
		if ([-1, 0, 1].every(free)) kept.set(cell, tick);
	}
	return [...kept.values()].sort((a, b) => a.at - b.at);
}

/** With even steps the axis has no constant rate, so its ticks are those of the whole stretch. */
function joined(scale: TimeScale): Piece {
	return { domain: scale.domain(), range: scale.range(), folded: false };
}

type Plain = Omit<Tick, 'at'>;

function pieceTicks({ domain, range }: Piece, spacing: number, words: TickWords): Plain[] {
	const most = Math.max(1, Math.floor((range[1] - range[0]) / spacing));
	const length = domain[1] - domain[0];
	if (!(length > 0)) return [];
	const beyond = Math.max(Math.abs(domain[0]), Math.abs(domain[1])) > calendarEnd;
	if (beyond || length / year / most > 0.6) return yearTicks(domain, most, words);
	if (length < 3 * dayLength && length / most < dayLength * 0.6) return clockTicks(domain, length / most, words);

	const months = length / (year / 12) / most;
	const step = [1, 2, 3, 6].find((step) => step >= months * 0.75) ?? 6;
	const daily = months < 0.3;
	const times = daily
		? steps(domain, dayLength, Math.ceil(length / dayLength / most) * dayLength)
		: monthStarts(domain, step);
	const say = calendar(daily ? { month: 'short', day: 'numeric' } : { month: 'short' }, words);
	return times.map((time, index) => {
		const date = calendarDay(time);
		const newYear = date.month === 1 && date.day === 1;
		// The first tick of a stretch and of a year has to name the year.
		const first = !index || date.year !== yearOf(times[index - 1]);
		const label = newYear ? yearLabel(date.year, words) : say(time, first);
		return { time, label, major: newYear || first };
	});
}

/** Dates in words, with or without their year. */
function calendar(parts: Intl.DateTimeFormatOptions, words: TickWords): (time: number, year: boolean) => string {
	const plain = formatter(words.lang, parts);
	const withYear = formatter(words.lang, { ...parts, year: 'numeric' });
	return (time, year) => {
		const at = calendarDay(time);
		// Intl formats no years beyond ±271,821; month and day are formatted in a year that it knows.
		const day = startOfDay(2000, at.month, at.day);
		if (!year) return plain.format(day);
		return at.year > 0 && at.year < 10_000
			? withYear.format(time)
			: `${plain.format(day)} ${yearLabel(at.year, words)}`;
	};
}

/** Steps of a clock axis, hours. */
const clockSteps = [1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 3, 6, 12];

/** Hours and minutes (UTC); the day where a day begins, and the first tick with the year too. */
function clockTicks(domain: [number, number], least: number, words: TickWords): Plain[] {
	const step = (clockSteps.find((step) => step * hourLength >= least) ?? 12) * hourLength;
	const hours = formatter(words.lang, clock);
	const say = calendar({ month: 'short', day: 'numeric' }, words);
	return steps(domain, step, step).map((time, n) => {
		const major = n === 0 || time % dayLength === 0;
		return { time, label: major ? say(time, n === 0) : hours.format(time), major };
	});
}

/** Times from the first whole unit on, ms. d3-time would take a sixteenth of all the script that a page may load. */
function steps([from, to]: [number, number], unit: number, step: number): number[] {
	const first = Math.ceil(from / unit) * unit;
	return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, n) => first + n * step);
}

/**
 * Whole years at round numbers; before the common era round in its own count (200 BCE, not 201 BCE). There are few
 * enough to fit them all on an even scale: dropping some for lack of room would leave uneven steps.
 */
function yearTicks(domain: [number, number], most: number, words: TickWords): Plain[] {
	const [from, to] = domain.map((time) => 1970 + time / year);
	const step = Math.max(1, leastStep(from, to, most));
	const ticks: Plain[] = [];
	for (const n of steps([Math.floor(from / step) * step, to + 1], step, step)) {
		const astronomical = n <= 0 && step > 1 ? n + 1 : n;
		const time = startOfDay(astronomical);
		if (time >= domain[0] && time <= domain[1])
			// Where every year has a tick, every fifth stands out.
			ticks.push({
				time,
				label: yearLabel(astronomical, words),
				major: step > 1 || yearNumber(astronomical) % 5 === 0
			});
	}
	return ticks;
}

/** The smallest round step with at most `most` steps between two years. */
function leastStep(from: number, to: number, most: number): number {
	for (let n = most; ; n /= 1.2) {
		const step = tickStep(from, to, n);
		// A year without a leap day is slightly shorter than the mean year.
		if (!((to - from) / step > most * 0.997)) return step;
	}
}

/** The widest month of a year, as a tick shows it at the start of a stretch. */
export const monthLabel = (time: number, words: TickWords) => widest(time, 1, { month: 'short' }, words);

/** The widest day with its year, as the first tick of a short stretch shows it. */
export const dayLabel = (time: number, words: TickWords) => widest(time, 28, { month: 'short', day: 'numeric' }, words);

function widest(time: number, day: number, parts: Intl.DateTimeFormatOptions, words: TickWords): string {
	const say = calendar(parts, words);
	const all = Array.from({ length: 12 }, (_, month) => say(startOfDay(yearOf(time), month + 1, day), true));
	return all.reduce((wide, text) => (textWidth(text, 1) > textWidth(wide, 1) ? text : wide));
}

/**
 * Texts as wide as any tick of any window of the extent: its last days, the years at its ends, and for each number of
 * digits a year.
 */
export function longestTicks(extent: readonly [number, number], words: TickWords): string[] {
	const ends = extent.map(yearOf);
	const years = ends.flatMap((year) => {
		const sizes = Math.ceil(Math.log10(Math.max(10, Math.abs(year))));
		return [year, ...Array.from({ length: sizes }, (_, n) => Math.round(Math.sign(year) * 8.888 * 10 ** n))];
	});
	const inCalendar = (time: number) => Math.min(calendarEnd, Math.max(-calendarEnd, time));
	return [...years.map((year) => yearLabel(year, words)), ...extent.map((time) => dayLabel(inCalendar(time), words))];
}

/** @param astronomical year, where 0 is 1 BCE */
export function yearLabel(astronomical: number, { lang, bce }: TickWords): string {
	const digits = yearDigits(astronomical, lang);
	return yearsAgo(astronomical, lang) ?? (astronomical > 0 ? digits : bce.replace('{n}', digits));
}
