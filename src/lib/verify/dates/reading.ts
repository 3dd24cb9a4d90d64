/** What is known while the dates of a text are read. */
import { startOfDay } from '../../story/calendar.ts';
import type { DateSpan } from '../../story/date.ts';
import { endOf, isDay, monthAt, startOf, weekdayOf, type Calendar } from './points.ts';
import type { Term } from './rule.ts';

/** How far before a date the words stand that say whether it is to come. */
const hintReach = 80;
const toCome =
	/\b(?:will|would|shall|going to|expect(?:s|ed)?|plan(?:s|ned)?|schedule[ds]?|slated|set for|to be held|due|upcoming|set to|aims? to)\b|'ll |将|拟|计划|预计|即将/i;

export class Reading {
	/** Was a year or month supplied that the text does not say? */
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
		/** Reads the date that some words are, the “2025” of “early 2025”; null where they are more or less than one. */
		readonly one: (words: string) => Term | null
	) {}

	/** The next date stands here. */
	at(text: string, start: number): void {
		this.text = text;
		this.start = start;
		this.guessed = false;
	}

	/** Do the words before say that it is to come? */
	get ahead(): boolean {
		return toCome.test(this.text.slice(Math.max(0, this.start - hintReach), this.start));
	}

	/** Year, month and perhaps day of the article. */
	get now(): { year: number; month: number; day?: number } | null {
		const point = this.reference?.first ?? this.reference?.last;
		return point ? { year: point.year, month: point.month ?? 12, day: point.day } : null;
	}

	/** The article’s day, ms of its first instant; null where it is known less exactly. */
	get today(): number | null {
		const { now } = this;
		return now?.day ? startOfDay(now.year, now.month, now.day) : null;
	}

	/** Where the last date named ends; its year is known. */
	get named(): (Calendar & { year: number }) | null {
		const { year, month, day } = this.last ? endOf(this.last) : {};
		return year === undefined ? null : { year, month, day };
	}

	/** The first year of a season over two, 2023/24, where one was named last: a day without a year is of either. */
	get season(): number | null {
		const { kind, first, last } = this.last ?? {};
		const isSeason = this.own && kind === 'interval' && first?.precision === 'year' && last?.year === first.year + 1;
		return isSeason ? first.year : null;
	}

	/**
	 * The year of a month or day without one: that of the date before in the text, else the last one before the article.
	 * @param weekday 1–7 from Monday, where it is said too: it tells between years beside each other
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
		// 29 February is of a leap year, which may be eight years ago.
		for (let back = 0; back <= 8; back++) if (isDay({ year: likely - back, month, day })) return nearest(likely - back);
		return likely;
	}

	/** The month of a day without one: that of the date before, else the last that had the day, on its weekday. */
	monthOf(day: number, weekday?: number): { year: number; month: number } | null {
		this.guessed = true;
		const fits = (at: { year: number; month: number }) =>
			isDay({ ...at, day }) && (!weekday || weekdayOf(startOfDay(at.year, at.month, day)) === weekday);
		const { year, month } = this.last ? startOf(this.last) : {};
		if (year !== undefined && month !== undefined && fits({ year, month })) return { year, month };
		if (!this.now || this.own) return null;
		const { now } = this;
		const latest = day > (now.day ?? 31) && !this.ahead ? 1 : 0;
		// With its weekday the nearest, before or after; by itself the last, and that of the month in what is to come.
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
