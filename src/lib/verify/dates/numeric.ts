/** Dates in digits alone: 2023-11-30, 30/11/2023, 11/30, 1893–95, and a year by itself. */
import { gap, months, monthOf, ofTwoDigits, shortWeekdays, space, weekdayOf, yearOf } from './english.ts';
import { isNumbered } from './numbered.ts';
import type { Calendar } from './points.ts';
import { rule, type Groups, type Rule } from './rule.ts';
import type { PartialDate } from './term.ts';

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:1\\d|20|21)\\d{2}';
/** Not within a longer number; after a hyphen only if a year stands before it. */
const open = '(?<![\\dA-Z/$€£¥]|\\d[.,]|(?<!\\d{3})\\d-)';
const shut = '(?![\\d%]|[./-]\\d)';

/** @param first, second: day and month, in either order; both readings are kept if both are possible */
function eitherWay(first: number, second: number, year: number | undefined, monthFirst: boolean): PartialDate | null {
	const american: Calendar = { year, month: first, day: second };
	const european: Calendar = { year, month: second, day: first };
	const [is, other] = monthFirst ? [american, european] : [european, american];
	const possible = [is, other].filter(({ month = 0 }) => month <= 12);
	if (!possible.length) return null;
	const [calendar, second_] = possible;
	return { kind: 'partial', calendar, other: first === second ? undefined : second_ };
}

const ymd = ({ y, m, d }: Groups): PartialDate => ({
	kind: 'partial',
	calendar: { year: Number(y), month: Number(m) || monthOf(m!), day: d ? Number(d) : undefined }
});

/** The years of a life: null for one too long, or that does not go forward. */
function lived(from: string, to: string | undefined): PartialDate | null {
	const [first, last] = [Number(from), Number(to ?? from)];
	if (to !== undefined && (last <= first || last - first > 120)) return null;
	return { kind: 'partial', calendar: { year: first }, ...(to !== undefined && { to: { year: last } }) };
}

const weekday = `(?:(?:this|next|last|past|following) )?(?<w>${shortWeekdays}),?${space}`;
const named = `(?<=\\b(?:on|by|until|till|since|from|to|before|after|next|this|dated|due|starting|ending) )`;
/** What follows a day in digits and marks it as one: 11/20 at 5 pm. */
const timed = `(?=,? (?:at )?\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m|,? at \\d{1,2}:\\d\\d|,? \\d{1,2}:\\d\\d)`;
/** 3/4 in “the 3/4 majority” is a fraction; 11/9 in “the attack of 11/9” is a day. */
const isFraction = (part: number, whole: number) => part < whole && [2, 3, 4, 5, 6, 8, 10, 12].includes(whole);

export const numeric: Rule[] = [
	rule(
		`(?<![\\d]|\\d[.,-]|(?<!-\\d\\d)/)(?:${weekday})?(?<y>\\d{4})(?<s>[-/. ]) ?(?<m>${month})\\k<s> ?(?<d>${day})(?![\\da-su-z]|-\\d|/\\d(?!\\d{3}-))`,
		ymd
	),
	rule(`${open}(?<y>\\d{4})(?<s>[-/.])(?<m>${months})\\k<s>(?<d>${day})(?!\\d)`, ymd),
	rule(`${open}(?<y>\\d{4})(?<s>[-/.])(?<d>${day})\\k<s>(?<m>${months})`, ymd),
	rule(
		`${open}(?<y>${year})(?:-(?<m>0[1-9]|1[0-2])|/(?<n>${month}))${shut}`,
		({ y, n, m = n!.padStart(2, '0') }) => {
			// 2010–11 may be two years, as dashes of any length look the same here.
			const isNext = Number(m) > Number(y!.slice(2));
			if (!isNext) return { kind: 'whole', edtf: `${y}-${m}` };
			const both = [`${y}-${m}`, `${y}/${y!.slice(0, 2)}${m}`];
			const [edtf, other] = n ? both.toReversed() : both;
			return { kind: 'whole', edtf, others: [other] };
		},
		'i',
		isNumbered
	),
	rule(`${open}(?<m>${month})(?:[/-]|${gap}-${gap})(?<y>${year})${shut}(?!-)`, ymd),
	rule(
		`${open}(?:${weekday})?(?<a>${day})(?<s>[-/.]) ?(?<b>${day})\\k<s> ?(?<y>\\d{4}|\\d{2})(?![\\d:]|[/.]\\d|-\\d(?!\\d?[-/]))`,
		({ a, b, s, y }, at) => {
			// 1.8.36 is more often a version than a day.
			if (s === '.' && y!.length === 2 && (a!.length < 2 || b!.length < 2)) return null;
			// 12-11-10: with hyphens, the year of two digits comes first.
			if (s === '-' && y!.length === 2 && Number(b) <= 12 && Number(y) <= 31)
				return {
					kind: 'partial',
					calendar: { year: ofTwoDigits(Number(a), at.now?.year), month: Number(b), day: Number(y) }
				};
			const value = y!.length === 2 ? ofTwoDigits(Number(y), at.now?.year) : Number(y);
			return eitherWay(Number(a), Number(b), value, s !== '.');
		}
	),
	// Without a year: only if the words around it show that it is not a fraction.
	rule(
		`(?:\\b${weekday}(?<a0>${day})[/.]|${named}(?<a>${day})/)(?<b>${day})(?:,${gap}(?<y>\\d{4}))?(?![\\d%]|[/.-]\\d)`,
		({ a0, a = a0, b, y, w }) => {
			const read = eitherWay(Number(a), Number(b), y ? Number(y) : undefined, true);
			return read && { ...read, weekday: w ? weekdayOf(w) : undefined };
		}
	),
	rule(
		`${open}(?<a>${day})/(?<b>${day})${timed}|(?<=\\b(?:of|the) )(?<a1>${day})/(?<b1>${day})(?![\\d%]|[/.-]\\d|-)`,
		({ a, b, a1, b1 }) =>
			a1 && isFraction(Number(a1), Number(b1)) ? null : eitherWay(Number(a ?? a1), Number(b ?? b1), undefined, true)
	),
	rule(`(?<=^|[一-龥,.;"“”(] ?)(?<a>${month})/(?<b>${day})(?=[一-龥])`, ({ a, b }) =>
		isFraction(Number(a), Number(b)) ? null : eitherWay(Number(a), Number(b), undefined, true)
	),
	rule(
		`${open}(?<a>${day})/(?<b>${day})${gap}(?:-|to)${gap}(?<c>${day})/(?<d>${day})(?:(?:,${gap}|/)(?<y>\\d{4}))?(?![\\d%/])`,
		({ a, b, c, d, y }) => {
			const of = (first: string, second: string) =>
				eitherWay(Number(first), Number(second), y ? Number(y) : undefined, true);
			const [from, to] = [of(a!, b!), of(c!, d!)];
			return from && to && { kind: 'partial', calendar: from.calendar, to: to.calendar };
		}
	),
	// 1893–1895, 1893–95, 1995/96
	rule(
		`(?<![\\dA-Z/$€£¥]|\\d[.,-])(?<a>${year})${gap}[-/]${gap}(?<b>${year}|\\d\\d)年?(?![\\d%]|[.-]\\d)`,
		({ a, b }) => {
			const [from, to] = [Number(a), b!.length === 2 ? Number(a!.slice(0, 2) + b!) : Number(b)];
			return from < to ? { kind: 'partial', calendar: { year: from }, to: { year: to } } : null;
		},
		'i',
		isNumbered
	),
	// “1960’s” may mean the year or the decade.
	rule(`(?<![\\dA-Za-z])(?<y>(?:1\\d|20|21)\\d)0's(?![a-z])`, ({ y }) => ({
		kind: 'whole',
		edtf: `${y}0`,
		others: [`${y}X`]
	})),
	rule(
		`(?<![\\d$€£¥#/]|\\d\\.|(?<!(?<!\\d)\\d{3})\\d,|[A-Zabd-z_]|[A-Za-z\\d]c|[A-Z\\d]-|\\d of )(?<y>${year})(?:[a-f](?=$|[),;.\\]:]))?(?![\\dA-Za-z%°€£$@&=_\\u00c0-\\u024f]|(?![到至和与及年]|赛季|学年|届|版)[\\u3005-\\u9fff]|[./]\\d|-\\d)`,
		({ y }) => ({ kind: 'partial', calendar: { year: yearOf(y!) } }),
		'',
		isNumbered
	),
	// Years of three digits, only if a word or a bracket after a name marks them: d. 814, Charles (742–814).
	rule(
		`(?<=(?<![A-Za-z\\d])(?:circa|cca?\\.|ca\\.|ca(?= )|c\\.|b\\.|d\\.|fl\\.|r\\.|born|died|reigned|ruled) ?(?:in )?)(?<a>\\d{3})(?:${gap}-${gap}(?<b>\\d{3,4}))?(?![\\da-z%]|[.,]\\d| ?(?:BC|CE|AD))`,
		({ a, b }) => lived(a!, b),
		'i',
		isNumbered
	),
	rule(`(?<=[A-Za-z] \\(|[一-龥] ?\\()(?<a>\\d{3})年?${gap}-${gap}(?<b>\\d{3,4})年?(?=\\)|,)`, ({ a, b }) =>
		lived(a!, b)
	)
];
