/** The context in which the dates of a text are read. */
import { startOfDay } from '../../story/calendar.ts';
import type { DateSpan } from '../../story/date.ts';
import { endOf, isDay, monthAt, startOf, weekdayOf, type Calendar } from './points.ts';
import type { Term } from './term.ts';

/** How far before a date to look for words that show that it is in the future. */
const hintReach = 80;
const toCome =
	/\b(?:will|would|shall|going to|expect(?:s|ed)?|plan(?:s|ned)?|schedule[ds]?|slated|set for|to be held|due|upcoming|set to|aims? to)\b|'ll |将|拟|计划|预计|即将/i;

export class Reading {
	/** Was a year or month supplied that the text does not give? */
	guessed = false;
	private text = '';
	private start = 0;

	constructor(
		/** When the text was published. */
		readonly reference: DateSpan | null,
		/** The last date named, in this text or before it. */
		public last: DateSpan | null,
		/** Whether it was named in this text: only then does a bare month take its year. */
		public own: boolean,
		/** Reads words that are exactly one date, such as the “2025” in “early 2025”; null if they are not. */
		readonly one: (words: string) => Term | null
	) {}

	/** Moves to the next date, which starts here. */
	at(text: string, start: number): void {
		this.text = text;
		this.start = start;
		this.guessed = false;
	}

	/** Do the words before show that it is in the future? */
	get ahead(): boolean {
		return toCome.test(this.text.slice(Math.max(0, this.start - hintReach), this.start));
	}

	/** The article’s year, month and, if known, day. */
	get now(): { year: number; month: number; day?: number } | null {
		const point = this.reference?.first ?? this.reference?.last;
		return point ? { year: point.year, month: point.month ?? 12, day: point.day } : null;
	}

	/** The start of the article’s day, ms; null if the day is not known. */
	get today(): number | null {
		const { now } = this;
		return now?.day ? startOfDay(now.year, now.month, now.day) : null;
	}

	/** The end of the last date named; its year is known. */
	get named(): (Calendar & { year: number }) | null {
		const { year, month, day } = this.last ? endOf(this.last) : {};
		return year === undefined ? null : { year, month, day };
	}

	/** The first year of a season such as 2023/24, if one was named last: a day without a year may be in either year. */
	get season(): number | null {
		const { kind, first, last } = this.last ?? {};
		const isSeason = this.own && kind === 'interval' && first?.precision === 'year' && last?.year === first.year + 1;
		return isSeason ? first.year : null;
	}

	/**
	 * The year of a month or day without one: that of the date before in the text, else the last one before the article.
	 * @param weekday 1–7 from Monday, if given: it decides between neighbouring years
	 */
	yearOf({ month = 1, day }: Calendar, weekday?: number): number | null {
		this.guessed = true;
		const fits = (year: number) =>
			isDay({ year, month, day }) && (!weekday || !day || weekdayOf(startOfDay(year, month, day)) === weekday);
		const nearest = (year: number) => [year, year - 1, year + 1].find(fits) ?? year;
		if (this.season !== null) return nearest(this.season + (month < 7 ? 1 : 0));
		if (this.own && this.named) return nearest(this.named.year);
		if (!this.now) return null;
		const { year, month: current } = this.now;
		const likely = this.ahead ? (month < current ? year + 1 : year) : month <= current ? year : year - 1;
		// 29 February needs a leap year, which may be eight years ago.
		for (let back = 0; back <= 8; back++) if (isDay({ year: likely - back, month, day })) return nearest(likely - back);
		return likely;
	}

	/** The month of a day without one: that of the date before, else the last that had this day and weekday. */
	monthOf(day: number, weekday?: number): { year: number; month: number } | null {
		this.guessed = true;
		const fits = (at: { year: number; month: number }) =>
			isDay({ ...at, day }) && (!weekday || weekdayOf(startOfDay(at.year, at.month, day)) === weekday);
		const { year, month } = this.last ? startOf(this.last) : {};
		if (year !== undefined && month !== undefined && fits({ year, month })) return { year, month };
		if (!this.now || this.own) return null;
		const { now } = this;
		const latest = day > (now.day ?? 31) && !this.ahead ? 1 : 0;
		// With a weekday the nearest month either way; without one the last, or the current month if in the future.
		const steps = weekday
			? Array.from({ length: 24 }, (_, n) => (n % 2 ? -(n + 1) / 2 : n / 2))
			: [0, 1, 2, 3].map((n) => -latest - n);
		for (const step of steps) {
			const found = monthAt(now.year, now.month + step);
			if (fits(found)) return found;
		}
		return null;
	}
}
