/** Parts of years and months in English, and decades, centuries and weeks: early 2025, the third quarter, the 1880s. */
import { dayLength, startOfDay } from '../../story/calendar.ts';
import {
	counts,
	countOf,
	digitYears,
	era,
	gap,
	months,
	ofTwoDigits,
	ordinals,
	placeOf,
	space,
	unitOf,
	years
} from './english.ts';
import {
	centuryOf,
	decadeOf,
	endsOf,
	fiscalYear,
	nthOf,
	ofYear,
	partOf,
	stretch,
	weekFrom,
	wholeDate,
	type Part
} from './parts.ts';
import { between, dayOf, limits, mondayOf, type Calendar } from './points.ts';
import type { Reading } from './reading.ts';
import { any, rule, type Rule } from './rule.ts';
import type { Term } from './term.ts';
import { spanOf } from './spans.ts';

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

/** Year of a time, ms. */
const yearAt = (time: number) => dayOf(time).year;

const nth = `(?:first|second|third|fourth|last|final|latter|[1-4](?:st|nd|rd|th))`;
const relativeUnits = `(?:the )?(?:this|last|next|that|past|previous|current|coming|following|same)(?: calendar)? (?:year|month|week|quarter|decade|century)(?![a-z])`;
const decades = `(?:(?:1\\d|20|21)\\d0 ?s|'\\d0'?s)(?![a-z])`;
const decadeWords = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
const fiscal = '(?:(?:19|20)\\d\\d|\\d\\d)(?: ?[-/] ?(?:(?:19|20)\\d\\d|\\d\\d))?';
const centuries = `(?:${ordinals}(?:${gap}-${gap}|${space})century(?:${space}${era})?)`;
/** What may follow “early”, “the end of” or “the third quarter of”. */
const wholes = any(
	relativeUnits,
	decades,
	`(?:the )?(?:${any(...decadeWords)})(?![a-z])`,
	centuries,
	`${months}(?:(?:,?${gap}| (?:of |in )?)${years})?`,
	`${months} of (?:this|that|last|next) year`,
	`\\d{1,4} ?${era}`,
	`${digitYears}(?:[-/]\\d\\d)?(?![\\da-z]|\\.\\d)`,
	`'\\d\\d(?![\\da-z]|(?<=0)'s)`,
	'the year'
);
const parts = any(
	'(?:early|mid|middle|late|year[ -]end|end)(?:[ -](?:in|to[ -](?:mid|late)))?',
	'(?:the )?(?:very )?(?:beginning|start|middle|end|close|opening (?:weeks|months|days)) of',
	`(?:the )?(?:${nth})[ -](?:half|quarter)(?: of|,)?`,
	'(?:spring|summer|autumn|fall|winter)(?: of|,)?',
	'[qh][1-4],?'
);

/** “The year” in an expression is the year named before, or the article’s. */
const yearMeant = (text: string, at: Reading): Term | null => {
	if (!/^the year$/i.test(text)) return at.one(text);
	const year = (at.own && at.named?.year) || at.now?.year;
	return year === undefined ? null : { kind: 'partial', calendar: { year }, relative: true };
};

export const englishParts: Rule[] = [
	rule(`(?<![a-z])(?<p>${parts})(?: ?- ?| {1,4}|(?='))(?:the )?(?<x>${wholes})`, ({ p, x }, at) => {
		const part = englishPart(p!);
		return part && partOf(part, yearMeant(x!, at));
	}),
	rule(`\\b(?<x>${digitYears})(?: ?[-/] ?|,? ?)(?<p>[qh][1-4])(?![a-z\\d])`, ({ p, x }, at) =>
		partOf(englishPart(p!)!, at.one(x!))
	),
	rule(`\\b(?<p>[qh][1-4])[-/](?<x>${digitYears})(?![a-z\\d])`, ({ p, x }, at) => partOf(englishPart(p!)!, at.one(x!))),
	rule(
		`\\b(?<x>(?:this|last|next) year|${digitYears})'s (?<p>${nth} (?:half|quarter)|spring|summer|autumn|fall|winter)`,
		({ p, x }, at) => partOf(englishPart(p!)!, at.one(x!))
	),
	rule(`\\bthe (?<x>${digitYears}) (?<p>${nth} (?:half|quarter))(?![a-z])`, ({ p, x }, at) =>
		partOf(englishPart(p!)!, at.one(x!))
	),
	rule(`\\b(?<n>[1-4])(?<u>[qh]) ?'?(?<x>(?:20)?\\d\\d)(?![\\da-z])`, ({ n, u, x }, at) => {
		const year = x!.length === 2 ? ofTwoDigits(Number(x), at.now?.year) : Number(x);
		return partOf(englishPart(`${u}${n}`)!, { kind: 'partial', calendar: { year } });
	}),
	// A quarter or half without its year: in the year of the date before, or the last to have begun.
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
			return until === 'start' ? stretch(first, now, true) : stretch(now, last, true);
		}
	),
	rule(`\\b(?<p>early|mid|late)(?: ?- ?| )(?<d>(?:1\\d|20|21)\\d)0's(?![a-z])`, ({ p, d }) =>
		partOf(englishPart(p!)!, wholeDate(`${d}X`))
	),
	// “The 1800s” is more often a century than a decade.
	rule(`\\b(?:the )?(?<d>(?:1\\d|20|21)\\d)0(?: ?s|(?<=\\bthe \\d{4})'s)(?![a-z])`, ({ d }) =>
		/^1\d0/.test(d!) ? { ...wholeDate(`${d!.slice(0, 2)}XX`), others: [`${d}X`] } : wholeDate(`${d}X`)
	),
	rule(
		`(?:(?<![\\da-z]|[a-z]'|\\d')'|(?<=\\b(?:the|early|late|mid|in|of|since))'|(?<=\\bthe )|(?<=\\bthe (?:early|late|mid)[ -]))(?<d>\\d)0'?s(?![a-z]|'(?!s))`,
		({ d }, at) => decadeOf(Number(d), at)
	),
	// Decades with a name of their own, which determines the century.
	rule(
		`\\b(?:the )?(?:(?<d>roaring|jazz) (?:twenties|'?20s|age)|(?<s>swinging) (?:sixties|'?60s)|(?<n>gay|naughty) (?:nineties|'?90s))(?![a-z])`,
		({ d, s }) => wholeDate(d ? '192X' : s ? '196X' : '189X')
	),
	rule(`\\b(?<=\\bthe (?:early |late |mid[ -]?)?)(?<d>${any(...decadeWords)})(?![a-z])`, ({ d }, at) =>
		decadeOf(decadeWords.indexOf(d!.toLowerCase()) + 2, at)
	),
	rule(`\\b(?<c>${ordinals})(?:${gap}-${gap}|${space})century(?:${space}(?<e>${era}))?`, ({ c, e }) =>
		wholeDate(centuryOf(placeOf(c!), /B/i.test(e ?? '')))
	),
	rule(
		`\\b(?<a>${ordinals})(?:${gap}[-/]${gap}| (?:and|to|or|through) (?:the )?)(?<b>${ordinals})[ -]centur(?:y|ies)(?: (?<e>${era}))?`,
		({ a, b, e }) => {
			const before = /B/i.test(e ?? '');
			const ends = [centuryOf(placeOf(a!), before), centuryOf(placeOf(b!), before)];
			const [first, last] = ends.map((edtf) => spanOf(edtf));
			if (!first || !last || first.min >= last.min) return null;
			return { ...wholeDate(between({ year: yearAt(first.min) }, { year: yearAt(last.max - 1) })), ends };
		}
	),
	// FY2023/24, the third quarter of fiscal 2024, the 2023–24 financial year
	rule(
		`\\b(?:(?:the )?(?:${nth}[ -](?:quarter|half)|[qh][1-4])(?: of|,)? (?:the )?)?(?:(?:fiscal(?: year)?|(?:financial|tax) year|FY) ?'?(?<y>${fiscal})|(?<y2>${fiscal}) (?:fiscal|financial|tax) year)(?![\\da-z]|[.,/-]\\d)`,
		({ y, y2 }, at) => {
			const [, first, last] = /^(\d{4}|\d\d)(?:\D+(\d{2,4}))?$/.exec((y ?? y2)!)!;
			const year = first.length === 2 ? ofTwoDigits(Number(first), at.now?.year) : Number(first);
			if (last === undefined) return fiscalYear(year);
			const until = last.length === 2 ? Math.floor(year / 100) * 100 + Number(last) : Number(last);
			return fiscalYear(year, until < year ? until + 100 : until);
		}
	),
	// The second week of 2021, the last 3 weeks of this year, the 9th month of next year
	rule(
		`\\b(?:the )?(?<n>${ordinals}|last|final)(?: (?<c>${counts}))? (?<u>day|week|month|quarter|weekend)s? (?:of|in) (?:the )?(?<x>${wholes}|month|week)`,
		({ n, c, u, x }, at) => {
			const of = /^(?:month|week)$/i.test(x!) ? at.one(`this ${x}`) : yearMeant(x!, at);
			const last = /last|final/i.test(n!);
			return nthOf(of, unitOf(u!), last ? -1 : placeOf(n!), c ? countOf(c) : 1, at);
		}
	),
	rule(`\\bweek (?<n>[1-9]|[1-4]\\d|5[0-3])(?![\\d.:%])(?:,? of (?<x>${digitYears}))?`, ({ n, x }, at) => {
		const year = x ? Number(x) : at.now?.year;
		if (year === undefined) return null;
		const monday = mondayOf(startOfDay(year, 1, 4)) + (Number(n) - 1) * 7 * dayLength;
		return weekFrom(monday, !x);
	}),
	rule(
		`\\b(?:the week (?:of|starting(?: on)?|beginning(?: on)?)|w/c) (?:the )?(?<x>${months}${gap}\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?${gap}\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${months}(?:,?${gap}\\d{4})?)`,
		({ x }, at) => {
			const day = at.one(x!);
			if (day?.kind !== 'partial') return null;
			const year = day.calendar.year ?? at.yearOf(day.calendar);
			if (year === null) return null;
			const monday = mondayOf(limits({ ...day.calendar, year })[0]);
			return weekFrom(monday, day.calendar.year === undefined);
		}
	)
];
