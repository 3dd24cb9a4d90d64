/**
 * Dates in words in a reader’s language. English and Chinese use date-fns locales; any other language uses the
 * platform’s calendar words with neutral punctuation, and never an English word.
 */
import { format } from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';
import { zhCN } from 'date-fns/locale/zh-CN';
import { calendarDay, dayLength, yearBefore, yearLength, yearOf } from './calendar.ts';
import { membersOf, type DateSpan, type Member } from './date.ts';
import type { DatePoint } from './datePoint.ts';
import { yearDigits, yearsAgo } from './yearWords.ts';

type Calendar = Pick<DatePoint, 'year' | 'month' | 'day'>;
type Join = (from: string, to: string) => string;

interface Words {
	/** BCP 47, for lists. */
	language: string;
	/** An astronomical year; 0 is 1 BCE. */
	year(year: number): string;
	/** A month or a day, with its year. */
	date(point: Calendar): string;
	/** The same, in its shortest form. */
	brief(point: Calendar): string;
	/** The decade, century or millennium that begins with `year`. */
	decade(year: number): string;
	century(year: number): string;
	millennium(year: number): string;
	/** A season, quarter, third or half of a year. */
	part(point: DatePoint): string;
	time(clock: string, date: string): string;
	about(words: string): string;
	maybe(words: string): string;
	range: Join;
	/** Two months, or two days, of one year, which is written once; `between` where the date is a time within. */
	sameYear(from: Calendar, to: Calendar, join: 'range' | 'between'): string;
	/** Some time within. */
	between: Join;
	since(words: string): string;
	until(words: string): string;
	/** A known start with an unknown end, and the reverse. */
	from(words: string): string;
	upTo(words: string): string;
	orLater(words: string): string;
	orEarlier(words: string): string;
	/** From … to …, as a dash without words. */
	dash: Join;
}

/** Formatted in a recent leap year, so that no date is lost to a time zone that skipped it. */
const name = ({ month = 1, day = 1 }: Calendar, pattern: string, locale: typeof enGB) =>
	format(new Date(2000, month - 1, day), pattern, { locale });

const ordinal = (n: number) => {
	const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
	return `${n}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};
/** Ordinal number of a century or millennium; counted backwards before the common era. */
const count = (year: number, length: number) => Math.floor(year / length) + (year < 0 ? 0 : 1);
/** Codes of seasons come in fours (21–32); quarters start at 33, thirds at 37, halves at 40. */
const partNumber = ({ part = 21 }: DatePoint) =>
	part < 33 ? (part - 21) % 4 : part - (part < 37 ? 33 : part < 40 ? 37 : 40);

const english: Words = {
	language: 'en-GB',
	year: (year) => yearsAgo(year, 'en') ?? `${yearDigits(year, 'en')}${year > 999 ? '' : year > 0 ? ' CE' : ' BCE'}`,
	date: (point) => `${name(point, point.day ? 'd MMMM' : 'MMMM', enGB)} ${english.year(point.year)}`,
	brief: (point) => `${name(point, point.day ? 'd MMM' : 'MMM', enGB)} ${english.year(point.year)}`,
	// “1900s” could be a century, and decades before the common era do not start with a 0.
	decade: (year) =>
		year > 99 && year % 100
			? `${year}s`
			: english[year > 999 ? 'dash' : 'range'](english.year(year), english.year(year + 9)),
	century: (year) => `${ordinal(Math.abs(count(year, 100)))} century${era(year)}`,
	millennium: (year) => `${ordinal(Math.abs(count(year, 1000)))} millennium${era(year)}`,
	part: (point) => {
		const [year, n] = [english.year(point.year), partNumber(point)];
		if (point.precision === 'season') return `${['spring', 'summer', 'autumn', 'winter'][n]} ${year}`;
		if (point.precision === 'third') return [`early ${year}`, `mid-${year}`, `late ${year}`][n];
		return `${['first', 'second', 'third', 'fourth'][n]} ${point.precision} of ${year}`;
	},
	time: (clock, date) => `${clock} UTC, ${date}`,
	about: (words) => `around ${words}`,
	maybe: (words) => `possibly ${words}`,
	range: (from, to) => `${from} to ${to}`,
	sameYear: (from, to, join) => {
		const sameMonth = from.day && from.month === to.month;
		const start = sameMonth ? String(from.day) : name(from, from.day ? 'd MMMM' : 'MMMM', enGB);
		return english[join](start, english.date(to));
	},
	between: (from, to) => `some time between ${from} and ${to}`,
	since: (words) => `since ${words}`,
	until: (words) => `until ${words}`,
	from: (words) => `from ${words}, end unknown`,
	upTo: (words) => `until ${words}, start unknown`,
	orLater: (words) => `${words} or later`,
	orEarlier: (words) => `${words} or earlier`,
	dash: (from, to) => (/ /.test(from + to) ? `${from} – ${to}` : `${from}–${to}`)
};

const era = (year: number) => (year < 0 ? ' BCE' : year < 1000 ? ' CE' : '');

const chinese: Words = {
	language: 'zh-Hans',
	year: (year) =>
		yearsAgo(year, 'zh-Hans') ?? `${year > 999 ? '' : year > 0 ? '公元' : '公元前'}${yearDigits(year, 'zh-Hans')}年`,
	date: (point) => chinese.year(point.year) + name(point, point.day ? 'M月d日' : 'M月', zhCN),
	brief: (point) => chinese.date(point),
	decade: (year) =>
		year > 99 && year % 100
			? `${count(year, 100)}世纪${year % 100}年代`
			: `${chinese.year(year)}至${chinese.year(year + 9)}`,
	century: (year) => `${chineseEra(year)}${Math.abs(count(year, 100))}世纪`,
	millennium: (year) => `${chineseEra(year)}第${Math.abs(count(year, 1000))}个千年`,
	part: (point) => {
		const [year, n] = [chinese.year(point.year), partNumber(point)];
		if (point.precision === 'season') return `${year}${['春', '夏', '秋', '冬'][n]}`;
		if (point.precision === 'third') return `${year}${['初', '中', '末'][n]}`;
		if (point.precision === 'half') return `${year}${['上', '下'][n]}半年`;
		return `${year}第${['一', '二', '三', '四'][n]}季度`;
	},
	time: (clock, date) => `${date}${clock}（UTC）`,
	about: (words) => `约${words}`,
	maybe: (words) => `${words}（存疑）`,
	range: (from, to) => `${from}至${to}`,
	sameYear: (from, to, join) => {
		const sameMonth = from.day && from.month === to.month;
		return chinese[join](chinese.date(from), name(to, sameMonth ? 'd日' : to.day ? 'M月d日' : 'M月', zhCN));
	},
	between: (from, to) => `${from}至${to}间`,
	since: (words) => `${words}以来`,
	until: (words) => `截至${words}`,
	from: (words) => `始于${words}，终止时间不详`,
	upTo: (words) => `止于${words}，起始时间不详`,
	orLater: (words) => `${words}或以后`,
	orEarlier: (words) => `${words}或以前`,
	dash: (from, to) => `${/^\d+年$/.test(from) && /^\d+年$/.test(to) ? from.slice(0, -1) : from}至${to}`
};

const chineseEra = (year: number) => (year < 0 ? '公元前' : year < 1000 ? '公元' : '');

/** Any other language: the platform’s calendar words, and symbols that need no translation. */
function platform(language: string): Words {
	// Making one takes a hundred times as long as formatting.
	const formats = new Map<string, Intl.DateTimeFormat>();
	const formatter = (year: number, options: Intl.DateTimeFormatOptions) => {
		const all = { ...options, ...(year < 1000 && { era: 'short' as const }), timeZone: 'UTC' };
		const key = JSON.stringify(all);
		const known = formats.get(key) ?? new Intl.DateTimeFormat(language, all);
		formats.set(key, known);
		return known;
	};
	const at = ({ year, month = 1, day = 1 }: Calendar) => new Date(0).setUTCFullYear(year, month - 1, day);
	const long = (point: Calendar) =>
		({ year: 'numeric', month: 'long', ...(point.day && { day: 'numeric' }) }) as Intl.DateTimeFormatOptions;
	const say = (point: Calendar, options: Intl.DateTimeFormatOptions) =>
		formatter(point.year, options).format(at(point));
	const span = (from: Calendar, to: Calendar) => formatter(from.year, long(from)).formatRange(at(from), at(to));
	const years = (year: number, length: number) => own.dash(own.year(year), own.year(year + length - 1));
	const own: Words = {
		language,
		year: (year) => {
			const ago = yearsAgo(year, language);
			if (ago) return ago;
			if (Math.abs(year) < 10_000) return say({ year }, { year: 'numeric' });
			// Formats a year within the platform’s calendar, and replaces its number.
			const digits = yearDigits(year, language);
			const like = formatter(year, { year: 'numeric' }).formatToParts(at({ year: year > 0 ? 2000 : -2000 }));
			return like.map(({ type, value }) => (type === 'year' ? digits : value)).join('');
		},
		date: (point) => say(point, long(point)),
		brief: (point) => say(point, { ...long(point), month: 'short' }),
		decade: (year) => years(year, 10),
		century: (year) => years(year, 100),
		millennium: (year) => years(year, 1000),
		part: ({ min, max }) => span(calendar(min, 'month'), calendar(max - 1, 'month')),
		time: (clock, date) => `${date}, ${clock} UTC`,
		about: (words) => `~ ${words}`,
		maybe: (words) => `${words} (?)`,
		range: (from, to) => `${from} – ${to}`,
		sameYear: (from, to, join) => (join === 'range' ? span(from, to) : own.between(own.date(from), own.date(to))),
		between: (from, to) => `${from} … ${to}`,
		since: (words) => `${words} – …`,
		until: (words) => `… – ${words}`,
		from: (words) => `${words} – ?`,
		upTo: (words) => `? – ${words}`,
		orLater: (words) => `≥ ${words}`,
		orEarlier: (words) => `≤ ${words}`,
		dash: english.dash
	};
	return own;
}

const others = new Map<string, Words>();

function wordsOf(language: string): Words {
	if (/^en\b/.test(language)) return english;
	if (/^zh\b/.test(language)) return chinese;
	const known = others.get(language) ?? platform(language);
	others.set(language, known);
	return known;
}

/**
 * @param language BCP 47
 * @returns “around December 1977”, 约1977年12月
 */
export function wordDate(span: DateSpan, language: string): string {
	return say(span, wordsOf(language));
}

function say(span: DateSpan, words: Words): string {
	const { first, last, kind, openStart, openEnd } = span;
	if (kind === 'choice') return wordChoice(span.edtf, words);
	if (first && last) return kind === 'date' ? wordPoint(first, words) : wordPair(first, last, words, 'range');
	if (first) return words[openEnd === 'unknown' ? 'from' : 'since'](wordPoint(first, words));
	return words[openStart === 'unknown' ? 'upTo' : 'until'](wordPoint(last!, words));
}

/**
 * A shorter form that still says everything, for labels with little room.
 * @param language BCP 47
 * @returns “c. Nov 2025”, “May–Nov 2025”
 */
export function wordDateBriefly(span: DateSpan, language: string): string {
	const words = wordsOf(language);
	const english = words.language === 'en-GB';
	const month = (point: Calendar) => words.brief(point).replace(/ \S+( BCE| CE)?$/, '');
	const brief: Words = {
		...words,
		date: words.brief,
		about: english ? (text) => `c. ${text}` : words.about,
		maybe: english ? (text) => `${text}?` : words.maybe,
		range: words.dash,
		between: words.dash,
		sameYear: (from, to, join) =>
			english && !from.day
				? `${month(from)}–${words.brief(to)}`
				: words.sameYear(from, to, join === 'between' ? 'range' : join)
	};
	return say(span, brief);
}

/** Words all members, not only the first and the last, so that nothing written is lost. */
function wordChoice(text: string, words: Words): string {
	const members = membersOf(text);
	const one = text.startsWith('[');
	const say = ([from, to]: Member) => {
		if (!from) return words[one ? 'orEarlier' : 'until'](wordPoint(to!, words));
		if (!to) return words[one ? 'orLater' : 'since'](wordPoint(from, words));
		return wordPair(from, to, words, one && members.length === 1 ? 'between' : 'range');
	};
	return new Intl.ListFormat(words.language, { type: one ? 'disjunction' : 'conjunction' }).format(members.map(say));
}

/** A qualifier of both ends, or of the first alone, is written once: “around January to March 2025”. */
function wordPair(first: DatePoint, last: DatePoint, words: Words, join: 'range' | 'between'): string {
	const [from, to] = [plain(first, words), plain(last, words)];
	const alike = first.approximate === last.approximate && first.uncertain === last.uncertain;
	const certain = !last.approximate && !last.uncertain;
	if (from === to) return qualify(from, alike || certain ? first : last, words);
	if (!alike && !(certain && first.approximate && !first.uncertain))
		return words[join](wordPoint(first, words), wordPoint(last, words));
	const fits = first.year === last.year && first.precision === last.precision && first.month && last.month;
	const pair = fits && first.precision !== 'second' ? words.sameYear(first, last, join) : words[join](from, to);
	return qualify(pair, first, words);
}

const wordPoint = (point: DatePoint, words: Words) => qualify(plain(point, words), point, words);

function qualify(text: string, { approximate, uncertain }: DatePoint, words: Words): string {
	const about = approximate ? words.about(text) : text;
	return uncertain ? words.maybe(about) : about;
}

function plain(point: DatePoint, words: Words): string {
	switch (point.precision) {
		case 'second':
			return words.time(format(clock(point.min), 'HH:mm'), words.date(point));
		case 'day':
		case 'month':
			return words.date(point);
		case 'season':
		case 'quarter':
		case 'third':
		case 'half':
			return words.part(point);
		case 'decade':
		case 'century':
		case 'millennium':
			return words[point.precision](point.year);
		default:
			return words.year(point.year);
	}
}

/** A local Date that shows the UTC time of day, since date-fns reads local time in any time zone. */
const clock = (time: number) => new Date(2000, 0, 1, 0, 0, (time % dayLength) / 1000);

/** This far from our time a double cannot tell neighbouring instants apart, and months do not matter. */
const distant = 20_000 * yearLength;

/** The calendar date of an instant, to the day or to the month. */
function calendar(time: number, precision: 'day' | 'month'): Calendar {
	const { year, month, day } = calendarDay(time);
	return precision === 'day' ? { year, month, day } : { year, month };
}

/**
 * Words a stretch of time as briefly as possible: whole years as years, else months; days where it is at most two
 * months long and starts or ends within one.
 *
 * @param min ms of its first instant; -Infinity where open
 * @param max ms of the first instant after it; Infinity where open
 */
export function wordRange(min: number, max: number, language: string): string {
	const words = wordsOf(language);
	const far = (time: number) => Math.abs(time) > distant;
	if (min === -Infinity)
		return words.until(far(max) ? words.year(yearBefore(max)) : words.brief(calendar(max - 1, 'month')));
	if (max === Infinity) return words.since(far(min) ? words.year(yearOf(min)) : words.brief(calendar(min, 'month')));
	if (far(min) || far(max)) {
		const [from, to] = [yearOf(min), yearBefore(max)].map(words.year);
		return from === to ? from : words.dash(from, to);
	}
	const startsOn = (time: number) => calendar(time, 'day').day === 1 && time % dayLength === 0;
	const precision = (startsOn(min) && startsOn(max)) || max - min > 62 * dayLength ? 'month' : 'day';
	const [a, b] = [calendar(min, precision), calendar(max - 1, precision)];
	const whole = precision === 'month' && a.month === 1 && b.month === 12;
	const [from, to] = [a, b].map((point) => (whole ? words.year(point.year) : words.brief(point)));
	return from === to ? from : words.dash(from, to);
}
