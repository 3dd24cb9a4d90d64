/**
 * Dates in words of a reader’s language. Calendar parts come from date-fns locales (`en`, `zh-Hans`), or from the
 * platform’s own for any other language, which then gets neutral punctuation and never a word of English.
 */
import { format } from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';
import { zhCN } from 'date-fns/locale/zh-CN';
import type { DatePoint, DateSpan } from './date.ts';

interface Words {
	/** An astronomical year, 1 or later / 0 or earlier. */
	year(year: number): string;
	day(point: Required<Pick<DatePoint, 'year' | 'month' | 'day'>>): string;
	month(point: Required<Pick<DatePoint, 'year' | 'month'>>): string;
	/** A month, or month and day, whose year is said beside it. */
	short(point: DatePoint): string;
	decade(year: number): string;
	century(year: number): string;
	millennium(year: number): string;
	season(year: string, n: number): string;
	quarter(year: string, n: number): string;
	third(year: string, n: number): string;
	half(year: string, n: number): string;
	second(point: DatePoint): string;
	about(words: string): string;
	maybe(words: string): string;
	range(from: string, to: string): string;
	/** At some time within. */
	between(from: string, to: string): string;
	since(words: string): string;
	until(words: string): string;
	/** The end, or the start, is not known. */
	from(words: string): string;
	upTo(words: string): string;
	list(words: string[]): string;
	/** In a range within one year: 2024年1月至11月, not “January to November 2024”. */
	yearFirst?: boolean;
}

/** A local Date with the calendar day of the point: date-fns reads local time, whatever the machine’s zone is. */
function local({ year, month = 1, day = 1 }: Pick<DatePoint, 'year' | 'month' | 'day'>): Date {
	const date = new Date(2000, 0, 1);
	date.setFullYear(year, month - 1, day);
	return date;
}

const ordinal = (n: number) => {
	const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
	return `${n}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};

const en: Words = {
	year: (year) => (year > 0 ? (year < 1000 ? `${year} CE` : String(year)) : `${1 - year} BCE`),
	day: (point) => `${format(local(point), 'd MMMM', { locale: enGB })} ${en.year(point.year)}`,
	month: (point) => `${format(local({ ...point, day: 1 }), 'MMMM', { locale: enGB })} ${en.year(point.year)}`,
	short: (point) => format(local(point), point.day ? 'd MMMM' : 'MMMM', { locale: enGB }),
	decade: (year) => (year > 0 ? `${year}s` : `${1 - (year + 9)}s BCE`),
	century: (year) => `${ordinal(Math.floor(year / 100) + 1)} century`,
	millennium: (year) => `${ordinal(Math.floor(year / 1000) + 1)} millennium`,
	season: (year, n) => `${['spring', 'summer', 'autumn', 'winter'][n]} ${year}`,
	quarter: (year, n) => `${['first', 'second', 'third', 'fourth'][n]} quarter of ${year}`,
	third: (year, n) => [`early ${year}`, `mid-${year}`, `late ${year}`][n],
	half: (year, n) => `${['first', 'second'][n]} half of ${year}`,
	second: (point) => `${new Date(point.min).toISOString().slice(11, 16)} UTC, ${en.day(point as never)}`,
	about: (words) => `around ${words}`,
	maybe: (words) => `possibly ${words}`,
	range: (from, to) => `${from} to ${to}`,
	between: (from, to) => `some time between ${from} and ${to}`,
	since: (words) => `since ${words}`,
	until: (words) => `until ${words}`,
	from: (words) => `from ${words}, end unknown`,
	upTo: (words) => `until ${words}, start unknown`,
	list: (words) => words.join(', ')
};

const chinese = ['一', '二', '三', '四'];
const zh: Words = {
	year: (year) => (year > 0 ? (year < 1000 ? `公元${year}年` : `${year}年`) : `公元前${1 - year}年`),
	day: (point) => zh.year(point.year) + format(local(point), 'M月d日', { locale: zhCN }),
	month: (point) => `${zh.year(point.year)}${point.month}月`,
	short: (point) => `${point.month}月${point.day ? `${point.day}日` : ''}`,
	decade: (year) =>
		year >= 100 ? `${Math.floor(year / 100) + 1}世纪${year % 100}年代` : `${zh.year(year)}至${zh.year(year + 9)}`,
	century: (year) => (year >= 0 ? `${Math.floor(year / 100) + 1}世纪` : `公元前${-Math.floor(year / 100)}世纪`),
	millennium: (year) => `第${Math.floor(year / 1000) + 1}个千年`,
	season: (year, n) => `${year}${['春', '夏', '秋', '冬'][n]}`,
	quarter: (year, n) => `${year}第${chinese[n]}季度`,
	third: (year, n) => `${year}${['初', '中', '末'][n]}`,
	half: (year, n) => `${year}${['上', '下'][n]}半年`,
	second: (point) => `${zh.day(point as never)}${new Date(point.min).toISOString().slice(11, 16)}（UTC）`,
	about: (words) => `约${words}`,
	maybe: (words) => `${words}（存疑）`,
	range: (from, to) => `${from}至${to}`,
	between: (from, to) => `${from}至${to}间`,
	since: (words) => `${words}以来`,
	until: (words) => `截至${words}`,
	from: (words) => `始于${words}，终止时间不详`,
	upTo: (words) => `止于${words}，起始时间不详`,
	list: (words) => words.join('、'),
	yearFirst: true
};

/** Any other language: the platform’s calendar words, and signs that need no translation. */
function platform(language: string): Words {
	const say = (point: Pick<DatePoint, 'year' | 'month' | 'day'>, options: Intl.DateTimeFormatOptions) => {
		const era = point.year > 0 ? {} : ({ era: 'short' } as const);
		return new Intl.DateTimeFormat(language, { ...options, ...era }).format(local(point));
	};
	const years = (year: number, count: number) => `${own.year(year)}–${own.year(year + count - 1)}`;
	const months = (year: string, first: number, count: number) => `${first}–${first + count - 1}/${year}`;
	const own: Words = {
		year: (year) => say({ year }, { year: 'numeric' }),
		day: (point) => say(point, { year: 'numeric', month: 'long', day: 'numeric' }),
		month: (point) => say(point, { year: 'numeric', month: 'long' }),
		short: (point) => say({ ...point, year: 2000 }, { month: 'long', day: point.day ? 'numeric' : undefined }),
		decade: (year) => years(year, 10),
		century: (year) => years(year, 100),
		millennium: (year) => years(year, 1000),
		season: (year, n) => months(year, [3, 6, 9, 12][n], 3),
		quarter: (year, n) => months(year, n * 3 + 1, 3),
		third: (year, n) => months(year, n * 4 + 1, 4),
		half: (year, n) => months(year, n * 6 + 1, 6),
		second: (point) => `${own.day(point as never)}, ${new Date(point.min).toISOString().slice(11, 16)} UTC`,
		about: (words) => `~ ${words}`,
		maybe: (words) => `${words} (?)`,
		range: (from, to) => `${from} – ${to}`,
		between: (from, to) => `${from} … ${to}`,
		since: (words) => `${words} – …`,
		until: (words) => `… – ${words}`,
		from: (words) => `${words} – ?`,
		upTo: (words) => `? – ${words}`,
		list: (words) => words.join(', ')
	};
	return own;
}

const wordsOf = (language: string): Words =>
	/^en\b/.test(language) ? en : /^zh\b/.test(language) ? zh : platform(language);

/**
 * @param language BCP 47
 * @returns “around December 1977”, 约1977年12月
 */
export function wordDate(span: DateSpan, language: string): string {
	const words = wordsOf(language);
	const { first, last, kind, openStart, openEnd } = span;
	if (kind === 'date') return wordPoint(first!, words);
	if (!first || !last) {
		const known = wordPoint((first ?? last)!, words);
		if (first) return openEnd === 'unknown' ? words.from(known) : words.since(known);
		return openStart === 'unknown' ? words.upTo(known) : words.until(known);
	}
	if (kind === 'choice' && span.edtf.startsWith('{')) return words.list([wordPoint(first, words), wordPoint(last, words)]);
	const join = kind === 'choice' ? words.between : words.range;
	if (first.year === last.year && first.month && last.month) {
		if (sameMonth(first, last)) return wordPoint(first, words);
		// The year stands once, and so does “around”, which goes for all of it.
		const [from, to, year] = [words.short(first), words.short(last), words.year(first.year)];
		const text = words.yearFirst ? year + join(from, to) : join(from, `${to} ${year}`);
		const approximate = first.approximate || last.approximate;
		return qualify(text, { ...first, approximate, uncertain: first.uncertain || last.uncertain }, words);
	}
	return join(wordPoint(first, words), wordPoint(last, words));
}

const sameMonth = (a: DatePoint, b: DatePoint) => a.month === b.month && a.day === b.day;

function wordPoint(point: DatePoint, words: Words): string {
	return qualify(plain(point, words), point, words);
}

function qualify(text: string, { approximate, uncertain }: DatePoint, words: Words): string {
	const about = approximate ? words.about(text) : text;
	return uncertain ? words.maybe(about) : about;
}

function plain(point: DatePoint, words: Words): string {
	const { year, month, day, part = 0, precision } = point;
	const said = words.year(year);
	switch (precision) {
		case 'second':
			return words.second(point);
		case 'day':
			return day && month ? words.day({ year, month, day }) : words.year(year);
		case 'month':
			return month ? words.month({ year, month }) : said;
		case 'season':
			return words.season(said, (part - 21) % 4);
		case 'quarter':
			return words.quarter(said, part - 33);
		case 'third':
			return words.third(said, part - 37);
		case 'half':
			return words.half(said, part - 40);
		case 'decade':
			return words.decade(year);
		case 'century':
			return words.century(year);
		case 'millennium':
			return words.millennium(year);
		default:
			return said;
	}
}

/**
 * A stretch of time, as short as it can be said: whole years as years, else months.
 * @param min ms of its first instant
 * @param max ms of the first instant after it
 */
export function wordRange(min: number, max: number, language: string): string {
	const words = wordsOf(language);
	const [from, to] = [new Date(min), new Date(max - 1)];
	const point = (date: Date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 });
	const [a, b] = [point(from), point(to)];
	const whole = a.month === 1 && b.month === 12;
	const join = words === zh ? '至' : '–';
	if (whole && a.year === b.year) return words.year(a.year);
	if (whole) {
		const start = words === zh && a.year > 0 && b.year > 0 ? String(a.year) : words.year(a.year);
		return `${start}${join}${words.year(b.year)}`;
	}
	const spaced = words === zh ? join : ` ${join} `;
	return `${words.month(a)}${spaced}${words.month(b)}`;
}
