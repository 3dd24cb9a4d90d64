/**
 * Numbers as articles write them, in Chinese and English: 3.853亿, 385.3 million, 46条, 近60%, 三分之一, one in ten,
 * 1000多亿, dozens, 第三, “the third”.
 * Reads the normal form (normalise.ts): simplified characters, half width. In time that grows with the text and no faster:
 * what may start at any character of a run is bounded, and what stands before a number is looked at closely, not from
 * the beginning of the text.
 */

import { qualifierOf, type Qualifier } from './qualifiers.ts';
import { currencyOf, measureOf } from './units.ts';

/** points: percentage points; ordinal: the third, 第三; day: of a month that is not said, 18日. */
export type NumberKind = 'count' | 'percent' | 'points' | 'money' | 'ordinal' | 'day';
export type { Qualifier };

export interface NumberFound {
	/** 385300000 for 3.853亿; per cent as written, 60 for 60%; a part of a whole as per cent, 33.333… for 三分之一. */
	value: number;
	kind: NumberKind;
	qualifier: Qualifier;
	/** How exactly it is written: the value of one unit of its last digit; 0 for words and fractions. */
	unit: number;
	/** In the text, [start, end), qualifier and unit not included. */
	start: number;
	end: number;
	/** A small number in words (三个, two): looked for, but not asked for. */
	weak: boolean;
	/** Belongs to a name: the 4 of Grok 4. */
	name: boolean;
	/** Compares two numbers: twenty times, 二十倍. */
	ratio: boolean;
	/** Says only how large about: hundreds is 100, 数千 is 1000. */
	vague: boolean;
	/** Of money, which: see units.ts. */
	currency?: string;
	/** What is measured: hours, kilometres. */
	measure?: string;
}

const hanDigits: Record<string, number> = {
	零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9
}; // prettier-ignore
const hanUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** 二百三十 → 230, 三亿五千万 → 350000000; 二〇二五 → 2025; NaN for what is no number. */
export function readHan(text: string): number {
	if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((one) => hanDigits[one]).join(''));
	let [high, total, section] = [0, 0, 0];
	let digit = NaN;
	for (const one of text) {
		if (one in hanDigits) digit = hanDigits[one];
		else if (one === '亿') {
			high += (total + section + (digit || 0) || 1) * 1e8;
			[total, section, digit] = [0, 0, NaN];
		} else if (one === '万') {
			total += (section + (digit || 0) || 1) * 1e4;
			[section, digit] = [0, NaN];
		} else if (one in hanUnits) {
			section += (Number.isNaN(digit) ? 1 : digit) * hanUnits[one];
			digit = NaN;
		} else return NaN;
	}
	return high + total + section + (digit || 0);
}

const ones =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const english = new Map<string, number>([
	...ones.map((word, value): [string, number] => [word, value]),
	...tens.map((word, index): [string, number] => [word, (index + 2) * 10])
]);
const scales: Record<string, number> = {
	dozen: 12, hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12,
	k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, b: 1e9, tn: 1e12
}; // prettier-ignore
const parts: Record<string, number> = {
	half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10
}; // prettier-ignore

const word = `(?:${[...tens.map((ten) => `${ten}(?:-(?:${ones.slice(1, 10).join('|')}))?`), ...ones.toReversed()].join('|')})`;
const scale = '(?:dozen|hundred|thousand|million|billion|trillion)';
// No run is without an end: what is longer is beyond any number, and patterns have no room for millions of repetitions.
const digits = String.raw`\d{1,3}(?:,\d{3}){1,400}(?:\.\d{1,400})?|\d{1,400}(?:\.\d{1,400})?`;
const spaced = String.raw`\d{1,3}(?: \d{3}){1,5}(?![\d ]\d)(?:\.\d{1,20})?`;
const han = '[零〇一二两三四五六七八九十百千万亿]';
/** Of a fraction, which may start within a run: longer ones are no numbers that anybody writes. */
const share = String.raw`\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?|\d{1,20}(?:\.\d{1,20})?|${han}{1,24}`;
const ordinals =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
		' '
	);
/** After “a third”: what makes it a part of something, not the one after the second. */
const partOf =
	'(?! (?:century|day|time|place|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))';
/** UTF-16 units before a number in which the word is that makes it a part of a name. */
const nameReach = 100;
/** UTF-16 units beside a number in which its hedge and its unit are. */
const reach = 24;

const pattern = new RegExp(
	[
		String.raw`(?<of>(?:${share})分之(?:${share}))`,
		String.raw`(?<![\d/.])(?<slash>\d{1,2}[/\u2044]\d{1,3})(?![\d/])`,
		String.raw`(?<cheng>(?:\d(?:\.\d)?|[一二两三四五六七八九])成(?![为立功员果本长绩熟就人效份分品交都语风群见名年全型不]))(?<half>[一二三四五六七八九半])?`,
		String.raw`第(?<nth>\d{1,9}|${han}{1,24})`,
		String.raw`(?<banned>一半|半数|过半|(?<=超过?)半)(?![个天年月日小路导])`,
		String.raw`(?<shu>(?:好几|几|数|上|成)[十百千万亿]{1,6})(?![上以])`,
		String.raw`\b(?<few>${word}|${digits})[ -](?:in|out of)[ -](?:every )?(?<many>${word}|${digits})\b`,
		String.raw`\b(?<times>${word}|an?) ?-?(?<part>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b${partOf}(?! (?!(?:more|less|than|were|went|from|have|that|came|lead|goes|live|lived|come|because|since|when|while|last|this|each|with|into)\b)\p{Ll}{4})`,
		String.raw`\b(?<halfof>half)(?: an? (?<halfscale>${scale})\b| an?(?<cut>(?=[.,;:]|$)))?`,
		String.raw`\b(?:several|many|a few|a couple of|some) (?<several>${scale})(?!s)\b|\b(?<plural>(?:(?:tens|dozens|hundreds|thousands) of )?(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions))\b`,
		String.raw`(?<!\d|\d[. ])(?<gaps>${spaced})`,
		String.raw`(?<!\d|\d\.)(?<num>${digits})(?:(?<th>st|nd|rd|th)\b|(?<rest>(?:\s?(?:hundred|thousand|million|billion|trillion|mn|mln|bn|tn|[kmb])(?![\p{L}\d]))|[十百千]?[多余来][十百千万亿]{1,4}|(?:[十百千万亿](?!(?<=千)[瓦米克卡赫伏])){1,400}))?`,
		String.raw`\b(?<words>(?:${word}|an?)(?:[ -]${scale}(?:(?: and |[ -])${word}(?! ?-?${scale}))?){1,400}|${word})\b`,
		String.raw`\b(?<ordinal>${ordinals.join('|')})\b`,
		String.raw`(?<hans>[一二两三四五六七八九十]${han}{0,400}(?:[多余来][十百千万亿]{1,4})?)`
	].join('|'),
	'giu'
);

const percentAfter = /^\s?(?:%|per ?cents?\b|percent\b|pct\b)/i;
const pointsAfter = /^\s?(?:个百分点|percentage points?\b|per ?cent(?:age)? points?\b|% ?points?\b|pp\b|pts?\b)/i;
/** Begin sentences and clauses, and no names: “In 29 of 50 states”, “About 46”. */
const plainWords = new Set(
	'a about above after all almost among an and another approximately around as at barely because before below between beyond both but by combined counting down during each every exactly except fewer first for from had has have he her his i if in including into it its just last least less more most nearly neither no nor not of on once one only or our out over roughly she since so some still than that the their then there these they this those through throughout till to together top total twice under until up upon was we were when where while with within without yet you your'.split(
		' '
	)
);

const plain = (text: string) => {
	const value = Number(text.replaceAll(/[, ]/g, ''));
	return Number.isNaN(value) ? (english.get(text.toLowerCase()) ?? readHan(text)) : value;
};

/** One unit of the last digit written: 0.1 of 3.5, 100 of 1,200 is taken to be exact to 1. */
const lastDigit = (text: string) => {
	const point = text.indexOf('.');
	return point < 0 ? 1 : 10 ** -(text.length - point - 1);
};

const product = (units: string) => [...units].reduce((all, one) => all * (hanUnits[one] ?? 1), 1);
const scaleOf = (word: string) => scales[word.toLowerCase().replace(/s$/, '')] ?? 10;

type Read = Pick<NumberFound, 'value'> &
	Partial<Pick<NumberFound, 'unit' | 'kind' | 'weak' | 'name' | 'vague'>> & { over?: boolean };

/** What a match is worth by itself; null for a word that is no number. */
function read(groups: Record<string, string | undefined>, text: string, start: number, end: number): Read | null {
	if (groups.of) {
		const [whole, some] = groups.of.split('分之');
		const value = (100 * plain(some)) / (whole === '百' ? 100 : plain(whole));
		return { value, unit: whole === '百' ? lastDigit(some) : 0, kind: 'percent' };
	}
	if (groups.slash) {
		const [some, whole] = groups.slash.split(/[/\u2044]/).map(Number);
		return some < whole ? { value: (100 * some) / whole, kind: 'percent' } : null;
	}
	if (groups.cheng) {
		const tenths = groups.half === '半' ? 0.5 : plain(groups.half ?? '零') / 10;
		return { value: 10 * (plain(groups.cheng.slice(0, -1)) + tenths), kind: 'percent' };
	}
	// 第二年 is the next one.
	if (groups.nth === '二' && /^[年天日]/.test(text.slice(end, end + 1))) return null;
	if (groups.nth) return { value: plain(groups.nth), kind: 'ordinal', weak: groups.nth === '一' };
	if (groups.banned) return { value: 50, kind: 'percent', over: groups.banned === '过半' };
	if (groups.shu) return { value: product(groups.shu), vague: true };
	if (groups.many) return { value: (100 * plain(groups.few!)) / plain(groups.many), kind: 'percent' };
	if (groups.part) {
		const times = /^an?$/i.test(groups.times!) ? 1 : plain(groups.times!);
		return { value: (100 * times) / parts[groups.part.toLowerCase()], kind: 'percent' };
	}
	if (groups.halfof) {
		if (groups.halfscale !== undefined) return { value: scaleOf(groups.halfscale) / 2 };
		// “half a.” is half of a number that was lost.
		const weak = groups.cut === undefined && !/^ (?:of|the|its|their|all|those)\b/.test(text.slice(end, end + 7));
		return { value: 50, kind: 'percent', weak };
	}
	if (groups.several) return { value: scaleOf(groups.several), vague: true };
	if (groups.plural) {
		if (/^(?:tens|scores)$/i.test(groups.plural)) return { value: 20, vague: true, weak: groups.plural.length < 5 };
		return { value: groups.plural.split(' of ').reduce((all, one) => all * scaleOf(one), 1), vague: true };
	}
	if (groups.gaps) return { value: plain(groups.gaps), unit: lastDigit(groups.gaps) };
	if (groups.num) return digitsRead(groups.num, groups.rest ?? '', groups.th !== undefined, text, start, end);
	if (groups.words) {
		const value = englishValue(groups.words);
		return { value, weak: value < 3 };
	}
	if (groups.ordinal) {
		const value = ordinals.indexOf(groups.ordinal.toLowerCase()) + 1;
		const isTime = value === 2 && /\b(?:a|per|each|one|split) $/i.test(text.slice(Math.max(0, start - 6), start));
		return isTime ? null : { value, kind: 'ordinal', weak: value === 1 };
	}
	return hanRead(groups.hans!, text, start, end);
} // prettier-ignore

/** “from 2.1 to 4.2 million”, “22 to 31%”: what stands after the second is meant of the first too. */
const sharedScale =
	/^ ?(?:to|and|or|-|~|至|到) ?[$€£]?(\d{1,6}(?:\.\d{1,6})?)\s?(hundred|thousand|million|billion|trillion|[百千万亿]{1,4})(?!\p{L})/u;
const sharedPercent =
	/^ ?(?:to|and|or|-|~|至|到) ?\d{1,6}(?:\.\d{1,6})?\s?(?:%|per ?cent\b(?!age)|percent\b)(?!\s?points?)/;

function digitsRead(num: string, rest: string, isOrdinal: boolean, text: string, start: number, end: number): Read {
	if (isOrdinal) return { value: plain(num), kind: 'ordinal' };
	const over = /[多余]/.test(rest);
	const shared = rest ? undefined : (/^\.\d/.test(text.slice(end, end + 2)) ? undefined : sharedScale.exec(text.slice(end, end + reach)));
	const scale = rest || (shared && plain(num) <= Number(shared[1]) ? shared[2] : '');
	const times = /[十百千万亿]/.test(scale) ? product(scale) : (scales[scale.trim().toLowerCase()] ?? 1);
	// 3.853亿 * 1e8 must not carry the noise of binary fractions.
	const value = Number((plain(num) * times).toPrecision(15));
	const unit = lastDigit(num) * times;
	if (times > 1) return { value, unit, over };
	if (value <= 31 && /^[日号](?![本常元用召称线])/.test(text.slice(end, end + 2))) return { value, unit, kind: 'day' };
	const close = text.slice(Math.max(0, start - nameReach), start);
	const word = /(?<![\p{sc=Latin}\p{N}])(\p{Lu}\p{sc=Latin}*)(?<space>[ ])?$/u.exec(close);
	const name =
		/[\p{Lu}\p{Ll}][-.]?$/u.test(close.slice(-4)) && !/(?:^|[^\p{L}])(?:[pP]{1,2}|[nN]o|[cC]a?)\.$/u.test(close.slice(-4)) && !/\p{Ll}\.$/u.test(close)
			? true
			: !!word?.groups?.space && !plainWords.has(word[1].toLowerCase());
	return { value, unit, name: name || /^\p{Lu}/u.test(text.slice(end, end + 2)) };
} // prettier-ignore

function hanRead(hans: string, text: string, start: number, end: number): Read | null {
	const value = readHan(hans.replace(/[多余来]/, ''));
	const weak = hans.length === 1;
	// 初二, 周三 count places.
	if (/[初周]/.test(text[start - 1] ?? '')) return null;
	// 三亚, 百川, 万象, 一些, 十分: a lone character within a word is told by what follows.
	if (weak && !/^[个条项家种款座颗次名位倍架艘份篇通大十百千万亿年月天周岁]/.test(text[end] ?? '')) return null;
	if (value <= 31 && /^[日号](?![本常元用召称线])/.test(text.slice(end, end + 2))) return { value, kind: 'day' };
	return { value, weak: weak && (value < 3 || /^[通大十百千万亿]/.test(text[end] ?? '')), over: /[多余]/.test(hans) };
}

/** “three hundred and fifty thousand” */
function englishValue(text: string): number {
	let [total, part] = [0, 0];
	for (const one of text.toLowerCase().split(/ and |[ -]/)) {
		const times = scales[one];
		if (times === undefined) part += /^an?$/.test(one) ? 1 : (english.get(one) ?? NaN);
		else if (times < 1000) part *= times;
		else [total, part] = [total + part * times, 0];
	}
	return total + part;
}

/** Marks of footnotes are no numbers of the text: [89], [3, 4], and (12) after a full stop. */
const isFootnote = (left: string, right: string) =>
	(/\[[\d,\s-]{0,20}$/.test(left) && /^[\d,\s-]{0,20}\]/.test(right)) ||
	(/[.!?]["']?\($/.test(left) && /^\)/.test(right));

/**
 * Every number of a text, in order. Dates are numbers too: leave out what `ignore` covers (dates.ts).
 * @param ignore [start, end) stretches, in order
 */
export function findNumbers(text: string, ignore: readonly (readonly [number, number])[] = []): NumberFound[] {
	const found: NumberFound[] = [];
	let next = 0;
	for (const match of text.matchAll(pattern)) {
		const { index: start, groups = {} } = match;
		const end = start + match[0].length;
		while (next < ignore.length && ignore[next][1] <= start) next++;
		if (next < ignore.length && end > ignore[next][0]) continue;
		const number = read(groups, text, start, end);
		if (!number || !Number.isFinite(number.value)) continue;
		const left = text.slice(Math.max(0, start - reach), start);
		const right = text.slice(end, end + reach);
		if (groups.num && isFootnote(left, right)) continue;
		found.push(beside(number, left, right, start, end));
	}
	return found;
}

const labelBefore = /\b(?:pages?|chapter|volume|section|line|platform|gate|phase) $/i;
const currencyBefore = /(?:(?:US|HK|AU?|CA?|NT)?[$€£¥₩₹]|(?:USD|EUR|GBP|RMB|CNY|HKD|JPY|CHF|Rs\.?) ?)$/;
const currencyAfter =
	/^\s?(?:美元|元|人民币|欧元|英镑|日元|港元|美金|[- ]?(?:US )?(?:dollars?|euros?|pounds?|yuan|renminbi|yen)\b)/i;

/** A number with what the words beside it say of it. */
function beside(read: Read, left: string, right: string, start: number, end: number): NumberFound {
	let { kind = 'count', name = false } = read;
	const { value, unit = 0, weak = false, vague = false } = read;
	// “page three” is the third.
	if (kind === 'count' && labelBefore.test(left)) kind = 'ordinal';
	const past = right.replace(/^[多余来]/, '');
	let currency: string | undefined;
	let measure: string | undefined;
	if (kind === 'count') {
		currency = currencyOf(left, past);
		if (pointsAfter.test(right)) kind = 'points';
		else if (percentAfter.test(right) || (unit > 0 && sharedPercent.test(right))) kind = 'percent';
		else if (currency) kind = 'money';
		else if (!vague || read.value > 12) measure = measureOf(right);
		if (kind !== 'money') currency = undefined;
		if (kind !== 'count' || (measure && /^[ -]/.test(right))) name = false;
	}
	const preceding = left.replace(currencyBefore, '');
	const following = right.replace(pointsAfter, '').replace(percentAfter, '').replace(currencyAfter, '').replace(/^的/, '');
	const ratio = kind === 'count' && /^(?:多|余)?倍|^(?: times (?:as|more|less|the|larger|higher)|-?fold)\b/.test(right);
	return {
		value, kind, qualifier: read.over ? 'over' : qualifierOf(preceding, following), unit, start, end, weak, name, ratio, vague,
		...(currency && { currency }),
		...(measure && { measure })
	};
} // prettier-ignore

/**
 * Is one number another, given less exactly perhaps: 17.4 million is 17,446,000, and 33.3% is a third?
 * @param exact only a fraction may be rounded, to the digits that stand in `wanted`
 */
export function sameNumber(wanted: { value: number; unit: number }, there: NumberFound, exact: boolean): boolean {
	const close = Math.abs(wanted.value - there.value) <= Math.abs(there.value) * 1e-9;
	if (close) return true;
	const isFraction = there.kind === 'percent' && there.unit === 0;
	const rounding = wanted.unit > there.unit && (!exact || isFraction) ? wanted.unit : 0;
	return Math.abs(wanted.value - there.value) <= rounding / 2 + 1e-9 * Math.abs(there.value);
}
