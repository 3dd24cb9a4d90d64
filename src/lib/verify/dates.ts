/**
 * Dates as articles write them, in Chinese and English, as EDTF: 2022年11月30日, 截至2025年10月, 今年年初, 上个月, 两年后,
 * “early 2025”, “last month”. Reads the normal form (normalise.ts). Relative ones need the article’s own date.
 */
import { parseDate, type DateSpan } from '../story/date.ts';
import { readHan } from './numerals.ts';

export interface DateFound {
	edtf: string;
	span: DateSpan;
	/** In the text, [start, end). */
	start: number;
	end: number;
	text: string;
	/**
	 * exact: that and no other span; vague: somewhere within it (“early 2025”, “recently”); since, until: a start or an
	 * end is named, what lies on the other side is not.
	 */
	sense: 'exact' | 'vague' | 'since' | 'until';
	/** Counted from the article’s date or from the date named before; then it was computed. */
	relative: boolean;
	/** Relative only because the year is not said: 6 November. */
	yearless: boolean;
}

export interface DateContext {
	/** When the source was published; without it “last month” is no date. */
	reference?: DateSpan | null;
	/** The last date named before the text: what “two years later” and “at that time” count from. */
	previous?: DateSpan | null;
	/** Is `previous` what the text is about? Then a month without a year is of its year. */
	about?: boolean;
}

const day = 864e5;
const two = (n: number) => String(n).padStart(2, '0');
const year4 = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');

const months = 'january february march april may june july august september october november december'.split(' ');
const month = String.raw`(?:${months.map((name) => (name === 'may' ? name : `${name.slice(0, 3)}(?:${name.slice(3)}|\\.|t\\.?)?`)).join('|')})`;
const monthOf = (name: string) => months.findIndex((full) => full.startsWith(name.slice(0, 3).toLowerCase())) + 1;
const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const amount = (text: string) => {
	const value = Number(text);
	if (!Number.isNaN(value)) return value;
	const lower = text.toLowerCase();
	if (/^an?$/.test(lower)) return 1;
	return small.includes(lower) ? small.indexOf(lower) + 1 : readHan(text);
};

const y = String.raw`(?:(?<!\d|\d\.)\d{4}|[一二][零〇一二三四五六七八九]{3})`;
const zhYear = `(?:(?<y>${y})年|(?<ry>今年|去年|前年|明年|当年|同年|次年|翌年))`;
const zhMonth = String.raw`(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?`;
const zhDay = String.raw`(?<d>3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]`;
const zhPart =
	'(?<part>年初|初期|初|年中|中期|年底|年末|岁末|末期|底|末|上半年|下半年|春[天季]?|夏[天季]?|秋[天季]?|冬[天季]?|第?[一二三四1-4]季度|前后|左右)';
const zhMonthPart = '(?<mpart>初|上旬|中旬|下旬|底|末)';
const zhTo = String.raw`\s?(?:至|到|-|~)\s?`;
const n = String.raw`(?<n>\d+|[一二两三四五六七八九十]+|several|an?|${small.join('|')})`;

/** Within a year, by words: [first month, last month] that the words may mean. */
const within: [RegExp, [number, number]][] = [
	[/^(年初|初期|初|early|beginning|start)/, [1, 4]],
	[/^(年中|中期|mid)/, [5, 8]],
	[/^(年底|年末|岁末|末期|底|末|late|end)/, [10, 12]],
	[/^(上半年|first half)/, [1, 6]],
	[/^(下半年|second half)/, [7, 12]],
	[/^(春|spring)/, [3, 5]],
	[/^(夏|summer)/, [6, 8]],
	[/^(秋|autumn|fall)/, [9, 11]],
	[/^第?[一1]季度|^(q1|first quarter)/, [1, 3]],
	[/^第?[二2]季度|^(q2|second quarter)/, [4, 6]],
	[/^第?[三3]季度|^(q3|third quarter)/, [7, 9]],
	[/^第?[四4]季度|^(q4|fourth quarter)/, [10, 12]]
];

type Draft = { edtf: string; sense?: DateFound['sense']; relative?: boolean } | null;

type Groups = Record<string, string | undefined>;
interface Rule {
	pattern: RegExp;
	read(groups: Groups, at: Reading): Draft;
}

/** What is known while a text is read. */
class Reading {
	constructor(
		readonly reference: DateSpan | null,
		/** The last date named, in this text or before it. */
		public last: DateSpan | null,
		/** Whether it was named in this text: only then does a bare month take its year. */
		public own = false,
		/** Whether a year was supplied that the text does not say. */
		public guessed = false
	) {}

	/** The article’s year and month. */
	get now(): { year: number; month: number } | null {
		const point = this.reference?.first ?? this.reference?.last;
		return point ? { year: point.year, month: point.month ?? 12 } : null;
	}

	/** The year that a year in words stands for. */
	year({ y, ry }: Groups): { year: number; relative: boolean } | null {
		if (y) return { year: /^\d/.test(y) ? Number(y) : readHan(y), relative: false };
		const point = this.last?.last ?? this.last?.first;
		if (ry && /当|同|次|翌/.test(ry))
			return point ? { year: point.year + (/次|翌/.test(ry) ? 1 : 0), relative: true } : null;
		const offset = { 今年: 0, 去年: -1, 前年: -2, 明年: 1 }[ry ?? '今年'] ?? 0;
		return this.now && { year: this.now.year + offset, relative: true };
	}

	/** The year of a month that stands without one: that of the date before in the text, else the last one before the article. */
	yearOf(month: number): { year: number; relative: boolean } | null {
		this.guessed = true;
		const point = this.own ? (this.last?.last ?? this.last?.first) : null;
		if (point) return { year: point.year, relative: true };
		return this.now && { year: month <= this.now.month ? this.now.year : this.now.year - 1, relative: true };
	}
}

const stretch = (year: number, [from, to]: readonly [number, number]) =>
	`${year4(year)}-${two(from)}/${year4(year)}-${two(to)}`;
const plus = (year: number, month: number, by: number): [number, number] => {
	const all = year * 12 + month - 1 + by;
	return [Math.floor(all / 12), ((all % 12) + 12) % 12 + 1]; // prettier-ignore
};

function partOfYear(year: number, words: string, relative: boolean): Draft {
	if (/前后|左右/.test(words)) return { edtf: `${year4(year)}~`, sense: 'vague', relative };
	if (/^(冬|winter)/.test(words))
		return { edtf: `${year4(year - 1)}-12/${year4(year + 1)}-02`, sense: 'vague', relative };
	const months = within.find(([pattern]) => pattern.test(words))?.[1];
	return months ? { edtf: stretch(year, months), sense: 'vague', relative } : null;
}

/** A span of one unit, counted from a date: months, years. */
function counted(from: DateSpan, unit: string, by: number): Draft {
	const point = from.last ?? from.first;
	if (!point) return null;
	if (/年|year/.test(unit)) {
		// “Two years later” is rarely meant to the month.
		const from = new Date(Date.UTC(point.year + by, (point.month ?? 1) - 1 - (point.month ? 4 : 0), 1));
		const to = point.month ? new Date(Date.UTC(point.year + by, point.month - 1 + 4, 1)) : null;
		const year = point.year + by;
		return {
			edtf: to ? `${iso(from, 7)}/${iso(to, 7)}` : `${year4(year)}`,
			sense: 'vague',
			relative: true
		};
	}
	if (/月|month/.test(unit)) {
		const [year, month] = plus(point.year, point.month ?? 6, by);
		const [a, b] = [plus(year, month, -1), plus(year, month, 1)];
		return { edtf: `${year4(a[0])}-${two(a[1])}/${year4(b[0])}-${two(b[1])}`, sense: 'vague', relative: true };
	}
	const days = (/周|星期|week/.test(unit) ? 7 : 1) * by;
	const at = (by > 0 ? from.max : from.min) + days * day;
	const slack = (/周|星期|week/.test(unit) ? 7 : 1) * day;
	return {
		edtf: `${iso(new Date(at - slack), 10)}/${iso(new Date(at + slack), 10)}`,
		sense: 'vague',
		relative: true
	};
}

const iso = (date: Date, length: number) =>
	year4(date.getUTCFullYear()) + date.toISOString().replace(/^[+-]?\d+/, '').slice(0, length - 4); // prettier-ignore

/** The last months before the article: “recently”. */
const recent = (at: Reading, back: number): Draft => {
	if (!at.now) return null;
	const [year, month] = plus(at.now.year, at.now.month, -back);
	return {
		edtf: `${year4(year)}-${two(month)}/${year4(at.now.year)}-${two(at.now.month)}`,
		sense: 'vague',
		relative: true
	};
};
const dated = (year: number, month?: string, date?: string) => {
	const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : readHan(text));
	return [year4(year), month && two(number(month)), date && two(number(date))].filter(Boolean).join('-');
};

const rules: Rule[] = [
	// 2024年1月至11月, 2024年1月3日至2月5日
	{
		pattern: new RegExp(
			`${zhYear}${zhMonth}(?:${zhDay})?${zhTo}(?:(?<y2>${y})年)?${zhMonth.replace('<m>', '<m2>')}(?:${zhDay.replace('<d>', '<d2>')})?`
		),
		read: (g, at) => {
			const year = at.year(g);
			if (!year) return null;
			const second = g.y2 ? Number(g.y2) : year.year;
			return {
				edtf: `${dated(year.year, g.m, g.d)}/${dated(second, g.m2, g.d2)}`,
				relative: year.relative
			};
		}
	},
	{
		pattern: new RegExp(`${zhYear}${zhMonth}(?:${zhDay}|${zhMonthPart})?`),
		read: (g, at) => {
			const year = at.year(g);
			if (!year) return null;
			const edtf = dated(year.year, g.m, g.d);
			return g.mpart ? { edtf, sense: 'vague', relative: year.relative } : { edtf, relative: year.relative };
		}
	},
	// 1月至11月, of the year named before
	{
		pattern: new RegExp(`(?<!\\d)${zhMonth}${zhTo}${zhMonth.replace('<m>', '<m2>')}`),
		read: (g, at) => {
			const year = at.yearOf(Number(dated(0, g.m2).slice(5)));
			return year && { edtf: `${dated(year.year, g.m)}/${dated(year.year, g.m2)}`, relative: true };
		}
	},
	{
		pattern: new RegExp(`(?<a>${y})年?${zhTo}(?<b>${y})年`),
		read: ({ a, b }) => ({ edtf: `${year4(amount(a!))}/${year4(amount(b!))}` })
	},
	// 上世纪70年代, 20世纪70年代, 1970年代
	{
		pattern: /(?:(?<c>\d{1,2}|十[一二三四五六七八九]?|二十一?)世纪|(?<ago>上)个?世纪)(?:(?<dec>\d0|[一二三四五六七八九]十)年代)?/,
		read: ({ c, ago, dec }, at) => {
			const century = c ? amount(c) - 1 : ago && at.now ? Math.floor(at.now.year / 100) - 1 : null;
			if (century === null) return null;
			return { edtf: dec ? `${two(century)}${String(amount(dec) / 10)}X` : `${two(century)}XX` };
		}
	},
	{ pattern: /(?<![\d.])(?<d>\d{3})0年代/, read: ({ d }) => ({ edtf: `${d}X` }) },
	{
		pattern: new RegExp(`${zhYear}(?:的)?${zhPart}`),
		read: (g, at) => {
			const year = at.year(g);
			return year && partOfYear(year.year, g.part!, year.relative);
		}
	},
	{ pattern: /(?:公元前|前)(?<y>\d{1,4})年/, read: ({ y }) => ({ edtf: year4(1 - Number(y)) }) },
	{
		pattern: new RegExp(zhYear),
		read: (g, at) => {
			const year = at.year(g);
			return year && { edtf: year4(year.year), relative: year.relative };
		}
	},
	{
		pattern: new RegExp(`(?<!\\d)${zhMonth}${zhDay}`),
		read: (g, at) => {
			const number = Number(dated(0, g.m).slice(5));
			const year = at.yearOf(number);
			return year && { edtf: dated(year.year, g.m, g.d), relative: true };
		}
	},
	{
		pattern: new RegExp(`(?<![\\d个])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|${zhMonthPart})?(?!\\d|亮|光|球|饼|之)`),
		read: (g, at) => {
			const digits = /^(\d+|[一-龥]+?)月/.exec(g.all!)![1];
			const year = at.yearOf(amount(digits));
			return year && { edtf: dated(year.year, digits), sense: g.mpart ? 'vague' : undefined, relative: true };
		}
	},
	{ pattern: /第二次世界大战|二战|World War (?:II|Two)\b|Second World War/i, read: () => ({ edtf: '1939/1945' }) },
	{ pattern: /第一次世界大战|一战|World War (?:I|One)\b|First World War/i, read: () => ({ edtf: '1914/1918' }) },
	{
		pattern: new RegExp(`(?<![a-z])(?:${n}|几|数|多|a few|several|some)(?:多)?\\s?(?<u>个月|个?星期|周|年|天|months?|years?|weeks?|days?)(?:之)?\\s?(?<dir>前|后|ago|before|earlier|later|after)`, 'i'),
		read: ({ n, u, dir }, at) => {
			const later = /后|later|after/.test(dir!);
			const ago = /ago/.test(dir!) || (dir === '前' && !at.own);
			const from = ago ? at.reference : at.last;
			const by = n ? amount(n) : NaN;
			if (Number.isNaN(by)) {
				// 几个月前, a few weeks before: near the date that it is counted from.
				if (!from || later) return null;
				const back = /年|year/.test(u!) ? 60 : /月|month/.test(u!) ? 9 : 3;
				const point = from.last ?? from.first;
				if (!point) return null;
				const [a, b] = [plus(point.year, point.month ?? 1, -back), [point.year, point.month ?? 12]];
				return { edtf: `${year4(a[0])}-${two(a[1])}/${year4(b[0])}-${two(b[1])}`, sense: 'vague', relative: true };
			}
			return from && counted(from, u!, later ? by : -by);
		}
	},
	{
		pattern: /(?<which>上|下|本|这)个?(?<u>月|周|季度)|\b(?<en>last|this|next) (?<eu>month|year|week|quarter)\b/i,
		read: ({ which, u, en, eu }, at) => {
			if (!at.now) return null;
			const by = /上|last/i.test(which ?? en!) ? -1 : /下|next/i.test(which ?? en!) ? 1 : 0;
			const unit = u ?? eu!.toLowerCase();
			if (unit === 'year') return { edtf: year4(at.now.year + by), relative: true };
			const [year, month] = plus(at.now.year, at.now.month, /季|quarter/.test(unit) ? by * 3 : /周|week/.test(unit) ? 0 : by);
			return { edtf: `${year4(year)}-${two(month)}`, sense: /月|month/.test(unit) ? undefined : 'vague', relative: true };
		}
	},
	{
		pattern: /日前|近日|近来|近期|最近|不久前|刚刚|这几天|\b(?:recently|lately|of late|in recent (?:weeks|months|days))\b/i,
		read: (_, at) => recent(at, 3)
	},
	{
		pattern: /如今|目前|现在|眼下|当下|时至今日|今天|今日|昨天|昨日|前天|\b(?:now(?:adays)?|today|yesterday|currently|at present|to date)\b/i,
		read: (_, at) => recent(at, 0)
	},
	{
		pattern: /那时|当时|彼时|\b(?:at (?:the|that) time|back then|that year|of that year)\b/i,
		read: (_, at) => (at.last ? { edtf: at.last.edtf, sense: 'vague', relative: true } : null)
	},

	// English
	{ pattern: /(?<![\d-])(?<y>\d{4})-(?<m>0[1-9]|1[0-2])(?:-(?<d>0[1-9]|[12]\d|3[01]))?(?![\d-])/, read: ({ y, m, d }) => ({ edtf: [y, m, d].filter(Boolean).join('-') }) },
	{
		pattern: new RegExp(`\\b(?<a>${month}) (?:to|through|until|and|-) (?<b>${month}),? (?<y>\\d{4})\\b`, 'i'),
		read: ({ a, b, y }) => ({ edtf: `${y}-${two(monthOf(a!))}/${y}-${two(monthOf(b!))}` })
	},
	{
		pattern: new RegExp(`\\b(?:(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? )(?<mon>${month})(?:,? (?<y>\\d{4})\\b)?`, 'i'),
		read: ({ d, mon, y }, at) => {
			const year = y ? { year: Number(y), relative: false } : at.yearOf(monthOf(mon!));
			return year && { edtf: `${year4(year.year)}-${two(monthOf(mon!))}-${two(Number(d))}`, relative: year.relative };
		}
	},
	{
		pattern: new RegExp(`\\b(?<mon>${month}) (?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,? (?<y>\\d{4})\\b)?`, 'i'),
		read: ({ d, mon, y }, at) => {
			const year = y ? { year: Number(y), relative: false } : at.yearOf(monthOf(mon!));
			return year && { edtf: `${year4(year.year)}-${two(monthOf(mon!))}-${two(Number(d))}`, relative: year.relative };
		}
	},
	{
		pattern: new RegExp(`\\b(?:(?<when>early|mid|late|(?:the )?(?:beginning|start|end|middle) of)[ -])?(?<mon>${month})(?:,? (?:of )?(?<y>\\d{4})\\b| of (?<ry>that|this|last) year)`, 'i'),
		read: ({ when, mon, y, ry }, at) => {
			const point = at.last?.last ?? at.last?.first;
			const year = y ? Number(y) : ry === 'that' ? point?.year : at.now && at.now.year - (ry === 'last' ? 1 : 0);
			return year === undefined || year === null ? null : { edtf: `${year4(year)}-${two(monthOf(mon!))}`, sense: when ? 'vague' : undefined, relative: !y };
		}
	},
	{
		pattern: new RegExp(`\\b(?:(?<when>early|mid|late)[ -]|(?:the )?(?<edge>beginning|start|end|middle|first half|second half|(?:first|second|third|fourth) quarter) of |(?<season>spring|summer|autumn|fall|winter|Q[1-4])(?: of|,)? )(?:(?<y>\\d{4})\\b|(?<ry>this|last|the|that) year\\b)`, 'i'),
		read: ({ when, edge, season, y, ry }, at) => {
			const point = at.last?.last ?? at.last?.first;
			const year = y ? Number(y) : ry === 'that' ? point?.year : at.now && at.now.year - (ry === 'last' ? 1 : 0);
			if (year === undefined || year === null) return null;
			return partOfYear(year, (when ?? edge?.replace('middle', 'mid') ?? season!).toLowerCase(), !y);
		}
	},
	{ pattern: /\b(?<when>early|late) (?<ry>this|last) year\b|\b(?<w2>earlier) this year\b/i, read: ({ when, ry, w2 }, at) => at.now && partOfYear(at.now.year - (ry === 'last' ? 1 : 0), w2 ? 'first half' : when!.toLowerCase(), true) },
	{ pattern: /\b(?:from|between) (?<a>\d{4}) (?:to|and|until|through) (?<b>\d{4})\b|(?<![\d-])(?<c>1\d{3}|20\d{2})-(?<d>1\d{3}|20\d{2})(?![\d-])/, read: ({ a, b, c, d }) => ({ edtf: `${a ?? c}/${b ?? d}` }) },
	{ pattern: /\b(?:the )?(?:early |mid-?|late )?(?<d>\d{3})0s\b/, read: ({ d }) => ({ edtf: `${d}X` }) },
	{ pattern: /\b(?<c>\d{1,2})(?:st|nd|rd|th) century\b(?! BC)/i, read: ({ c }) => ({ edtf: `${two(Number(c) - 1)}XX` }) },
	{ pattern: /\b(?<y>\d{1,4}) ?(?:BCE?|B\.C\.(?:E\.)?)/, read: ({ y }) => ({ edtf: year4(1 - Number(y)) }) },
	{ pattern: /\b(?:AD|A\.D\.) ?(?<a>\d{1,4})\b|\b(?<b>\d{1,4}) (?:AD|CE)\b/, read: ({ a, b }) => ({ edtf: year4(Number(a ?? b)) }) },
	{ pattern: new RegExp(`(?<=\\b(?:in|since|until|of|last|this) )(?<mon>${month})(?![\\p{L}\\d]| \\d)`, 'iu'), read: ({ mon }, at) => { const year = at.yearOf(monthOf(mon!)); return year && { edtf: `${year4(year.year)}-${two(monthOf(mon!))}`, relative: true }; } },
	{ pattern: /(?<![\d.,$€£¥-])(?<y>1\d{3}|20\d{2})(?![\d%]|[.,]\d|\s?(?:million|billion|thousand|people|times|users|km|per|[万亿千百个条次人名公]))(?=$|[\s,.;:!?)\]"'-])/, read: ({ y }) => ({ edtf: y! }) }
]; // prettier-ignore

const all = rules.map(({ pattern, read }) => ({
	pattern: new RegExp(pattern.source, [...new Set(`${pattern.flags}gu`)].join('')),
	read
}));

const sinceBefore = /(?:自从?|从|\bsince |\bfrom )(?:the )?$/i;
const sinceAfter = /^(?:以来|起|开始|之后|以后| on(?:wards)?\b)/;
const untilBefore = /(?:截至|截止到?|到|\bby |\buntil |\bas of |\bup to )(?:the )?$/i;

/**
 * The dates that a text names, in its order; of two that overlap, the longer. Those that cannot be computed (relative
 * ones without a date to count from) are left out.
 */
export function findDates(text: string, context: DateContext = {}): DateFound[] {
	const { reference = null, previous = null, about = false } = context;
	interface Match {
		start: number;
		end: number;
		rule: number;
		groups: Groups;
	}
	const matches: Match[] = [];
	all.forEach(({ pattern }, rule) => {
		for (const match of text.matchAll(pattern))
			matches.push({
				start: match.index,
				end: match.index + match[0].length,
				rule,
				groups: { ...match.groups, all: match[0] }
			});
	});
	matches.sort((a, b) => a.start - b.start || b.end - a.end || a.rule - b.rule);
	const found: DateFound[] = [];
	const at = new Reading(reference, previous, about && previous !== null);
	let until = 0;
	for (const { start, end, rule, groups } of matches) {
		if (start < until) continue;
		at.guessed = false;
		const draft = all[rule].read(groups, at);
		if (!draft) continue;
		const parsed = parseDate(draft.edtf);
		if ('problem' in parsed) continue;
		until = end;
		let sense = draft.sense ?? 'exact';
		if (sense === 'exact' && !draft.edtf.includes('/')) {
			const [left, right] = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + 10)];
			if (sinceBefore.test(left) || sinceAfter.test(right)) sense = 'since';
			else if (untilBefore.test(left)) sense = 'until';
		}
		found.push({
			edtf: draft.edtf,
			span: parsed.date,
			start,
			end,
			text: text.slice(start, end),
			sense,
			relative: draft.relative ?? false,
			yearless: at.guessed
		});
		at.last = parsed.date;
		at.own = true;
	}
	return found;
}
