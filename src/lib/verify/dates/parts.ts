/** Parts of years, months, decades and centuries, and decades and centuries themselves. */
import { dayLength, startOfDay } from '../../story/calendar.ts';
import { parseDate } from '../../story/date.ts';
import { chineseCount, chineseCounts, chineseMonths, chineseUnit, chineseYears, yearInChinese } from './chinese.ts';
import {
	counts,
	countOf,
	era,
	gap,
	months,
	ofTwoDigits,
	ordinalWords,
	placeOf,
	space,
	units,
	unitOf,
	years
} from './english.ts';
import { readHan } from '../numerals.ts';
import { between, dayOf, edtfOf, grains, limits, mondayOf, monthAt, type Calendar, type Unit } from './points.ts';
import type { Reading } from './reading.ts';
import { any, rule, type Rule, type Term, type Whole } from './rule.ts';

type Part =
	| 'early'
	| 'mid'
	| 'late'
	| 'spring'
	| 'summer'
	| 'autumn'
	| 'winter'
	| 'around'
	| `half${1 | 2}`
	| `quarter${1 | 2 | 3 | 4}`
	| 'quarters3';

/** First and last month of a part of a year; seasons are the north’s, a winter begins in December of the year before. */
const ofYear: Record<Exclude<Part, 'around'>, readonly [from: number, to: number]> = {
	early: [1, 4],
	mid: [5, 8],
	late: [10, 12],
	half1: [1, 6],
	half2: [7, 12],
	quarter1: [1, 3],
	quarter2: [4, 6],
	quarter3: [7, 9],
	quarter4: [10, 12],
	quarters3: [1, 9],
	spring: [3, 5],
	summer: [6, 8],
	autumn: [9, 11],
	winter: [0, 14]
};
const ofMonth: { [part in Part]?: readonly [from: number, to: number] } = {
	early: [1, 10],
	mid: [11, 20],
	late: [21, 31],
	half1: [1, 15],
	half2: [16, 31]
};
/** Of ten years, and of a hundred: first and last. */
const ofHundred: { [part in Part]?: readonly [from: number, to: number] } = {
	early: [0, 29],
	mid: [30, 69],
	late: [70, 99],
	half1: [0, 49],
	half2: [50, 99]
};
const ofTen: { [part in Part]?: readonly [from: number, to: number] } = {
	early: [0, 3],
	mid: [3, 6],
	late: [6, 9],
	half1: [0, 4],
	half2: [5, 9]
};

/** How long a stretch is in which a part of a year, or of ten, is looked for. */
const stretch = (a: Calendar, b: Calendar, more: Partial_ = {}): Whole => {
	const [min, max] = [limits(a)[0], limits(b)[1]];
	return { kind: 'whole', edtf: between(a, b), sense: 'vague', reach: { min, max, grain: max - min }, ...more };
};
type Partial_ = { relative?: boolean; sense?: Whole['sense'] };

const exactParts = /^(?:half|quarter)/;

/** A part of what a term names; null where it has no such part. */
export function partOf(part: Part, of: Term | null): Term | null {
	if (!of) return null;
	const { relative } = of;
	if (of.kind === 'partial') {
		const { year, month, day } = of.calendar;
		if (part === 'winter' && of.to && month === undefined)
			return stretch({ year, month: 12 }, { year: of.to.year, month: 2 }, { relative });
		if (day !== undefined || of.to) return null;
		if (month !== undefined) {
			const range = ofMonth[part];
			if (!range) return null;
			// Without a year it is found by the month; the days are all that the words add.
			if (year === undefined)
				return {
					kind: 'partial',
					calendar: { month, day: range[0] },
					to: { month, day: range[1] },
					sense: 'vague',
					relative
				};
			const last = Math.min(range[1], dayOf(startOfDay(year, month + 1, 0)).day!);
			return stretch({ year, month, day: range[0] }, { year, month, day: last }, { relative });
		}
		if (year === undefined) return null;
		if (part === 'around') return { kind: 'whole', edtf: `${edtfOf({ year })}~`, sense: 'vague', relative };
		const [from, to] = ofYear[part];
		const found = stretch(monthAt(year, from), monthAt(year, to), { relative });
		if (exactParts.test(part)) return { kind: 'whole', edtf: found.edtf, relative };
		return found;
	}
	const parsed = parseDate(of.edtf);
	if ('problem' in parsed) return null;
	const { first, last, min, max } = parsed.date;
	if (first && first === last && (first.precision === 'decade' || first.precision === 'century')) {
		const range = (first.precision === 'decade' ? ofTen : ofHundred)[part];
		const low = Math.min(first.year, dayOf(min).year!);
		return range ? stretch({ year: low + range[0] }, { year: low + range[1] }, { relative }) : null;
	}
	const third = (max - min) / 3;
	const place = { early: 0, mid: 1, late: 2 }[part as string];
	if (place === undefined || max - min > 100 * dayLength) return null;
	const days = [min + place * third, min + (place + 1) * third - dayLength].map((time) =>
		dayOf(Math.round(time / dayLength) * dayLength)
	);
	return stretch(days[0], days[1], { relative });
}

const century = (n: number): Calendar => ({ year: (n - 1) * 100 });
/** EDTF of a century: 19XX; before our era the years from … to. */
const centuryOf = (n: number, before = false): string =>
	before
		? `${edtfOf({ year: 1 - n * 100 })}/${edtfOf({ year: -(n - 1) * 100 })}`
		: `${edtfOf(century(n)).slice(0, 2)}XX`;
const whole = (edtf: string, relative = false): Whole => ({ kind: 'whole', edtf, relative });

const englishPart = (words: string): Part | null => {
	const text = words.toLowerCase();
	const of = (pattern: RegExp) => pattern.test(text);
	if (of(/half|^h[12]/)) return of(/second|latter|last|2/) ? 'half2' : 'half1';
	if (of(/quarter|^q\d/)) {
		const n =
			/\d/.exec(text)?.[0] ?? String(of(/last|final/) ? 4 : placeOf(text.replace(/^the /, '').split(/[ -]/)[0]));
		return `quarter${n as '1'}`;
	}
	if (of(/early|beginning|start|opening/)) return 'early';
	if (of(/mid/)) return 'mid';
	if (of(/late|end|close/)) return 'late';
	if (of(/spring/)) return 'spring';
	if (of(/summer/)) return 'summer';
	return of(/winter/) ? 'winter' : of(/autumn|fall/) ? 'autumn' : null;
};

const nth = `(?:first|second|third|fourth|last|final|latter|[1-4](?:st|nd|rd|th))`;
export const relativeUnits = `(?:the )?(?:this|last|next|that|past|previous|current|coming|following|same)(?: calendar)? (?:year|month|week|quarter|decade|century)(?![a-z])`;
const decades = `(?:(?:1\\d|20|21)\\d0 ?s|'\\d0'?s)(?![a-z])`;
const decadeWords = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
const centuries = `(?:(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalWords})(?:${gap}-${gap}|${space})century(?:${space}${era})?)`;
/** What “early”, “the end of” or “the third quarter of” may be of. */
const wholes = any(
	relativeUnits,
	decades,
	`(?:the )?(?:${any(...decadeWords)})(?![a-z])`,
	centuries,
	`${months}(?:(?:,?${gap}| (?:of |in )?)${years})?`,
	`${months} of (?:this|that|last|next) year`,
	`\\d{1,4} ?${era}`,
	'(?:1\\d|20|21)\\d\\d(?:[-/]\\d\\d)?(?![\\da-z]|\\.\\d)',
	'the year'
);
const parts = any(
	'(?:early|mid|middle|late|year[ -]end|end)(?:[ -](?:in|to[ -](?:mid|late)))?',
	'(?:the )?(?:very )?(?:beginning|start|middle|end|close|opening (?:weeks|months|days)) of',
	`(?:the )?(?:${nth})[ -](?:half|quarter)(?: of|,)?`,
	'(?:spring|summer|autumn|fall|winter)(?: of|,)?',
	'[qh][1-4],?'
);

const seasonBefore = /spring|summer|autumn|fall|winter/i;

/** “The year” of an expression is the article’s, or that named before. */
const yearMeant = (text: string, at: Reading): Term | null => {
	if (!/^the year$/i.test(text)) return at.one(text);
	const year = (at.own && at.named?.year) || at.now?.year;
	return year === undefined ? null : { kind: 'partial', calendar: { year }, relative: true };
};

export const englishParts: Rule[] = [
	rule(`(?<![a-z])(?<p>${parts})(?: ?- ?| {1,4})(?:the )?(?<x>${wholes})`, ({ p, x }, at) => {
		const part = englishPart(p!);
		return part && partOf(part, yearMeant(x!, at));
	}),
	rule(`\\b(?<x>(?:1\\d|20|21)\\d\\d)(?: ?[-/] ?|,? ?)(?<p>[qh][1-4])(?![a-z\\d])`, ({ p, x }, at) =>
		partOf(englishPart(p!)!, at.one(x!))
	),
	rule(`\\b(?<p>[qh][1-4])[-/](?<x>(?:1\\d|20|21)\\d\\d)(?![a-z\\d])`, ({ p, x }, at) =>
		partOf(englishPart(p!)!, at.one(x!))
	),
	rule(
		`\\b(?<x>(?:this|last|next) year|(?:1\\d|20|21)\\d\\d)'s (?<p>${nth} (?:half|quarter)|spring|summer|autumn|fall|winter)`,
		({ p, x }, at) => partOf(englishPart(p!)!, at.one(x!))
	),
	rule(`\\bthe (?<x>(?:1\\d|20|21)\\d\\d) (?<p>${nth} (?:half|quarter))(?![a-z])`, ({ p, x }, at) =>
		partOf(englishPart(p!)!, at.one(x!))
	),
	rule(`\\b(?<n>[1-4])(?<u>[qh]) ?'?(?<x>(?:20)?\\d\\d)(?![\\da-z])`, ({ n, u, x }, at) => {
		const year = x!.length === 2 ? ofTwoDigits(Number(x), at.now?.year) : Number(x);
		return partOf(englishPart(`${u}${n}`)!, { kind: 'partial', calendar: { year } });
	}),
	// A quarter or half without its year: that of the date before, or the last that had begun.
	rule(
		`\\b(?:the (?<p>(?:first|second|third|fourth|final) (?:quarter|half)|${nth} quarter)(?! of| century| hour| mile|[- ]final)|(?<q>Q[1-4]|(?:first|second|third|fourth)-quarter))(?![a-zA-Z\\d])`,
		({ p, q }, at) => {
			const part = englishPart(q ?? p!)!;
			if (part.startsWith('half') && !at.own) return null;
			const from = ofYear[part as 'quarter1'][0];
			const year =
				(at.own && at.named?.year) || (at.now && (from <= at.now.month || at.ahead ? at.now.year : at.now.year - 1));
			return year ? partOf(part, { kind: 'partial', calendar: { year }, relative: true }) : null;
		},
		'i'
	),
	rule(
		`\\b(?<when>earlier|later|early|late)(?: on)? (?:in )?(?<x>this|the|last) (?<u>year|month|week)(?![a-z'])`,
		({ when, x, u }, at) => {
			const of = at.one(`${/last/i.test(x!) ? 'last' : 'this'} ${u}`);
			const until = /earlier/i.test(when!) ? 'start' : /later/i.test(when!) ? 'end' : null;
			if (!until || !of || !at.now) return partOf(/early/i.test(when!) ? 'early' : 'late', of);
			const [first, last] = endsOf(of);
			if (!first || !last) return null;
			const now: Calendar = u!.toLowerCase() === 'year' ? { year: at.now.year, month: at.now.month } : at.now;
			return until === 'start' ? stretch(first, now, { relative: true }) : stretch(now, last, { relative: true });
		}
	),
	rule(`\\b(?<p>early|mid|late)(?: ?- ?| )(?<d>(?:1\\d|20|21)\\d)0's(?![a-z])`, ({ p, d }) =>
		partOf(englishPart(p!)!, whole(`${d}X`))
	),
	rule(`\\b(?:the )?(?<d>(?:1\\d|20|21)\\d)0(?: ?s|(?<=\\bthe \\d{4})'s)(?![a-z])`, ({ d }) => whole(`${d}X`)),
	rule(
		`(?<![\\da-z])(?:'|(?<=\\bthe )|(?<=\\bthe (?:early|late|mid)[ -]))(?<d>\\d)0'?s(?![a-z]|'(?!s))`,
		({ d }, at) => {
			const year = at.now?.year ?? 2000;
			const century = Math.floor(year / 100) - (Number(d) * 10 > year % 100 ? 1 : 0);
			return whole(`${century}${d}X`);
		}
	),
	rule(`\\b(?<=\\bthe (?:early |late |mid[ -]?)?)(?<d>${any(...decadeWords)})(?![a-z])`, ({ d }, at) => {
		const nth = decadeWords.indexOf(d!.toLowerCase()) + 2;
		const year = at.now?.year ?? 2000;
		return whole(`${Math.floor(year / 100) - (nth * 10 > year % 100 ? 1 : 0)}${nth}X`);
	}),
	rule(
		`\\b(?<c>\\d{1,2}(?:st|nd|rd|th)|${ordinalWords})(?:${gap}-${gap}|${space})century(?:${space}(?<e>${era}))?`,
		({ c, e }) => whole(centuryOf(placeOf(c!), /B/i.test(e ?? '')))
	),
	rule(
		`\\b(?<a>\\d{1,2}(?:st|nd|rd|th)|${ordinalWords}) (?:and|to) (?<b>\\d{1,2}(?:st|nd|rd|th)|${ordinalWords}) centuries(?<e> ${era})?`,
		({ a, b, e }) => (e ? null : whole(between({ year: (placeOf(a!) - 1) * 100 }, { year: placeOf(b!) * 100 - 1 })))
	),
	// The second week of 2021, the last 3 weeks of this year, the 9th month of next year
	rule(
		`\\b(?:the )?(?<n>${ordinalWords}|\\d{1,2}(?:st|nd|rd|th)|last|final)(?: (?<c>${counts}))? (?<u>day|week|month|quarter|weekend)s? (?:of|in) (?:the )?(?<x>${wholes}|month|week)`,
		({ n, c, u, x }, at) => {
			const of = /^(?:month|week)$/i.test(x!) ? at.one(`this ${x}`) : yearMeant(x!, at);
			const last = /last|final/i.test(n!);
			return nthOf(of, unitOf(u!), last ? -1 : placeOf(n!), c ? countOf(c) : 1, at);
		}
	),
	rule(`\\bweek (?<n>[1-9]|[1-4]\\d|5[0-3])(?![\\d.:%])(?:,? of (?<x>(?:1\\d|20|21)\\d\\d))?`, ({ n, x }, at) => {
		const year = x ? Number(x) : at.now?.year;
		if (year === undefined) return null;
		const monday = mondayOf(startOfDay(year, 1, 4)) + (Number(n) - 1) * 7 * dayLength;
		return { kind: 'whole', edtf: between(dayOf(monday), dayOf(monday + 6 * dayLength)), relative: !x };
	}),
	rule(
		`\\b(?:the week (?:of|starting(?: on)?|beginning(?: on)?)|w/c) (?:the )?(?<x>${months}${gap}\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?${gap}\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${months}(?:,?${gap}\\d{4})?)`,
		({ x }, at) => {
			const day = at.one(x!);
			if (day?.kind !== 'partial') return null;
			const year = day.calendar.year ?? at.yearOf(day.calendar);
			if (year === null) return null;
			const monday = mondayOf(limits({ ...day.calendar, year })[0]);
			return {
				kind: 'whole',
				edtf: between(dayOf(monday), dayOf(monday + 6 * dayLength)),
				relative: day.calendar.year === undefined
			};
		}
	)
];

/** First and last point of a term whose year is known. */
export function endsOf(of: Term): [Calendar | null, Calendar | null] {
	if (of.kind === 'partial') return of.calendar.year === undefined ? [null, null] : [of.calendar, of.to ?? of.calendar];
	const parsed = parseDate(of.edtf);
	if ('problem' in parsed) return [null, null];
	const { first, last } = parsed.date;
	return [first, last];
}

/** The nth week, day or month of a span, from its end where n is below 0. */
function nthOf(of: Term | null, unit: Unit | 'weekend', n: number, count: number, at: Reading): Term | null {
	if (!of) return null;
	let { calendar } = of.kind === 'partial' ? of : { calendar: endsOf(of)[0] ?? {} };
	if (calendar.year === undefined) {
		const year = at.yearOf(calendar);
		if (year === null) return null;
		calendar = { ...calendar, year };
	}
	const relative = of.relative || at.guessed;
	const [min, max] = of.kind === 'partial' ? limits(calendar) : limitsOf(of.edtf);
	const { year } = calendar;
	if (unit === 'month' || unit === 'quarter') {
		const size = unit === 'month' ? 1 : 3;
		const first = n < 0 ? 13 - size * count : (n - 1) * size + 1;
		return whole(between(monthAt(year!, first), monthAt(year!, first + size * count - 1)), relative);
	}
	const length = (unit === 'day' ? 1 : 7) * dayLength;
	// A week belongs to the span that most of its days are in.
	const start = unit === 'day' ? min : mondayOf(min + 3 * dayLength);
	const end = unit === 'day' ? max : mondayOf(max + 3 * dayLength);
	const from = n < 0 ? end - count * length : start + (n - 1) * length;
	if (from >= max || from < min - 6 * dayLength) return null;
	return whole(between(dayOf(from), dayOf(from + count * length - dayLength)), relative);
}

function limitsOf(edtf: string): [number, number] {
	const parsed = parseDate(edtf);
	return 'problem' in parsed ? [NaN, NaN] : [parsed.date.min, parsed.date.max];
}

const chineseParts_: readonly [RegExp, Part][] = [
	[/前后|左右/, 'around'],
	[/前三季/, 'quarters3'],
	[/上半|前半/, 'half1'],
	[/下半|后半/, 'half2'],
	[/[一1]季/, 'quarter1'],
	[/[二2]季/, 'quarter2'],
	[/[三3]季/, 'quarter3'],
	[/[四4]季/, 'quarter4'],
	[/中/, 'mid'],
	[/初|早期|上旬|前期/, 'early'],
	[/底|末|晚期|下旬|后期/, 'late'],
	[/春/, 'spring'],
	[/夏/, 'summer'],
	[/秋/, 'autumn'],
	[/冬/, 'winter']
];
const chinesePart = (words: string) => chineseParts_.find(([pattern]) => pattern.test(words))![1];
const yearParts =
	'(?:年初|年中|年底|年末|岁末|[早中末晚前后]期|初期?(?!中|次|步|始|衷)|底(?!特|层|部)|末(?!端)|[上下前后]半年|前三季度|春[天季]?(?!节|晚|运|游|耕|风|联)|夏[天季]?(?!令|威|普)|秋[天季]?|冬[天季]?(?!奥)|第?[一二三四1-4]个?季度|前后|左右)';
const monthParts = '(?:初|上旬|中旬|下旬|底|末|中(?=[,.;,]|$)|上半月|下半月)';
const relativeYear = '(?:今年|去年|前年|明年|当年|次年|翌年|同年)';
const decadeNumbers = '(?:[2-9]0|[二三四五六七八九]十)';
const centuryNumbers = '(?:\\d{1,2}|十[一二三四五六七八九]?|二十一?)';

/** 90, 九十 → 9; of this century or the last, whichever decade has begun */
function decade(text: string, century: number | null, at: Reading): Whole {
	const ten = (/^\d/.test(text) ? Number(text) : readHan(text)) / 10;
	const year = at.now?.year ?? 2000;
	return whole(
		`${edtfOf(century ? { year: (century - 1) * 100 } : { year: (Math.floor(year / 100) - (ten * 10 > year % 100 ? 1 : 0)) * 100 }).slice(0, 2)}${ten}X`
	);
}

export const chineseParts: Rule[] = [
	rule(`(?<x>${chineseYears})(?:的|,)?${gap}(?<p>${yearParts})`, ({ x, p }, at) => {
		const said = yearInChinese(x!, at);
		return said && partOf(chinesePart(p!), { kind: 'partial', calendar: { year: said.year }, relative: said.relative });
	}),
	rule(
		`(?<x>(?:${chineseYears})?${gap}(?<![\\d第])(?:${chineseMonths}|本月|当月|上个?月|下个?月))(?:的)?${gap}(?<p>${monthParts})`,
		({ x, p }, at) => partOf(chinesePart(p!), at.one(x!.trim()))
	),
	// 2024下半年, as tables have it
	rule(`(?<!\\d|\\d\\.)(?<y>(?:1\\d|20|21)\\d\\d)${gap}(?<p>[上下]半年|第?[一二三四1-4]季度)`, ({ y, p }) =>
		partOf(chinesePart(p!), { kind: 'partial', calendar: { year: Number(y) } })
	),
	// Years of accounts begin and end within years of the calendar, each where it likes.
	rule(
		`(?<!\\d|\\d\\.)(?<y>(?:1\\d|20|21)\\d\\d)${gap}(?:财年|财政年度|会计年度)(?:的?第?[一二三四1-4]个?季度|[上下]半年)?`,
		({ y }) => {
			const year = Number(y);
			const [min, max] = [limits({ year: year - 1, month: 4 })[0], limits({ year: year + 1, month: 9 })[1]];
			return { kind: 'whole', edtf: edtfOf({ year }), sense: 'vague', reach: { min, max, grain: grains.year } };
		}
	),
	// 上半年, 第三季度: of the year named before, else the article’s
	rule(
		`(?<![年个第一-九\\d])(?:(?<p>[上下]半年|第?[一二三四]季度|第[1-4]季度|前三季度|年初|年底|年末|年中)|(?<m>[上下]半月))(?!度)`,
		({ p, m }, at) => {
			if (m)
				return partOf(
					chinesePart(m),
					at.now && { kind: 'partial', calendar: { year: at.now.year, month: at.now.month }, relative: true }
				);
			const part = p ? chinesePart(p) : null;
			const year = (at.own && at.named?.year) || at.now?.year;
			if (year === undefined || !at.now) return null;
			if (part) return partOf(part, { kind: 'partial', calendar: { year }, relative: true });
			return null;
		}
	),
	rule(`(?<way>上|下)个半年`, ({ way }, at) => {
		if (!at.now) return null;
		const half = at.now.year * 2 + (at.now.month > 6 ? 1 : 0) + (way === '上' ? -1 : 1);
		return partOf(half % 2 ? 'half2' : 'half1', {
			kind: 'partial',
			calendar: { year: Math.floor(half / 2) },
			relative: true
		});
	}),
	rule(
		`(?:(?<e>(?:公元)?前)?(?<!\\d|\\d\\.)(?<c>${centuryNumbers})世纪|(?<ago>[上本])个?世纪)(?:(?<d>${decadeNumbers})年代)?(?<p>[初末中早晚]期?|前半叶?|后半叶?|上半叶|下半叶)?`,
		({ e, c, ago, d, p }, at) => {
			const number = c
				? /^\d/.test(c)
					? Number(c)
					: readHan(c)
				: at.now && Math.floor(at.now.year / 100) + (ago === '上' ? 0 : 1);
			if (number === null) return null;
			const of = d ? decade(d, number, at) : whole(centuryOf(number, e !== undefined));
			return p ? partOf(chinesePart(p), of) : of;
		}
	),
	rule(`(?<!\\d|\\d\\.)(?:(?<d>\\d{3})0|(?<s>${decadeNumbers}))年代(?<p>[初末中早晚后前]期?)?`, ({ d, s, p }, at) => {
		const of = d ? whole(`${d}X`) : decade(s!, null, at);
		return p ? partOf(chinesePart(p), of) : of;
	}),
	rule(
		`(?<x>${chineseYears}|${relativeYear}|(?:${chineseYears})?${chineseMonths})${gap}(?:的)?${gap}(?<w>第|最后|前|头|后)${gap}(?<n>${chineseCounts})?${gap}(?<u>个?月|个?周|个?星期|[天日])(?![一二三四五六末年])`,
		({ x, w, n, u }, at) => {
			const count = n ? chineseCount(n) : 1;
			const fromEnd = /最后|后/.test(w!);
			return w === '第'
				? nthOf(at.one(x!), chineseUnit(u!), count, 1, at)
				: nthOf(at.one(x!), chineseUnit(u!), fromEnd ? -1 : 1, count, at);
		}
	)
];
