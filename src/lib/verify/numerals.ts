/**
 * Numbers as articles write them, in Chinese and English: 3.853亿, 385.3 million, 46条, 近60%, 三分之一, one in ten.
 * Reads the normal form (normalise.ts): simplified characters, half width. In time that grows with the text and no faster:
 * what may start at any character of a run is bounded, and what stands before a number is looked at closely, not from
 * the beginning of the text.
 */

export type NumberKind = 'count' | 'percent' | 'money';
export type Qualifier = 'exactly' | 'about' | 'over' | 'under' | 'nearly' | 'down-to';

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
	hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12,
	k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, b: 1e9, tn: 1e12
}; // prettier-ignore
const parts: Record<string, number> = {
	half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10
}; // prettier-ignore

const word = `(?:${[...tens.map((ten) => `${ten}(?:-(?:${ones.slice(1, 10).join('|')}))?`), ...ones.toReversed()].join('|')})`;
// No run is without an end: what is longer is beyond any number, and patterns have no room for millions of repetitions.
const digits = String.raw`\d{1,3}(?:,\d{3}){1,400}(?:\.\d{1,400})?|\d{1,400}(?:\.\d{1,400})?`;
const han = '[零〇一二两三四五六七八九十百千万亿]';
/** Of a fraction, which may start within a run: longer ones are no numbers that anybody writes. */
const share = String.raw`\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?|\d{1,20}(?:\.\d{1,20})?|${han}{1,24}`;
/** UTF-16 units before a number in which the word is that makes it a part of a name. */
const nameReach = 100;

const pattern = new RegExp(
	[
		String.raw`(?<of>(?:${share})分之(?:${share}))`,
		String.raw`(?<cheng>(?:\d(?:\.\d)?|[一二两三四五六七八九])成(?![为立功员果本长绩熟就人效份分品交都语风群见名年全型不]))(?<half>[一二三四五六七八九半])?`,
		String.raw`\b(?<few>${word}|${digits})[ -](?:in|out of)[ -](?<many>${word}|${digits})\b`,
		String.raw`\b(?<times>${word}|an?) ?-?(?<part>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b(?! (?:century|day|time|place|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))`,
		String.raw`\b(?<halfof>half)(?: an? (?<halfscale>hundred|thousand|million|billion|trillion)\b| an?(?<cut>(?=[.,;:]|$)))?`,
		String.raw`(?<!\d|\d\.)(?<num>${digits})(?<rest>(?:\s?(?:hundred|thousand|million|billion|trillion|mn|mln|bn|tn|[kmb])(?![\p{L}\d]))|[十百千万亿]{1,400})?`,
		String.raw`\b(?<words>(?:${word}|an?)(?:[ -](?:hundred|thousand|million|billion|trillion)){1,400}|${word})\b`,
		String.raw`(?<hans>[一二两三四五六七八九十]${han}{0,400})`
	].join('|'),
	'giu'
);

const before: [Qualifier, RegExp][] = [
	['down-to', /(?:降至|降到|跌至|跌到|减至|缩减到|落到|(?:down|fell|fallen|dropped|declined|shrunk|shrank) to )$/i],
	['nearly', /(?:近|将近|接近|几近|几乎|(?:nearly|almost|close to|just under) )$/i],
	[
		'under',
		/(?:(?:不到|不足|低于|少于)[^,.;:\d]{0,12}|未满|不满|至多|(?:under|less than|fewer than|below|at most|up to|smaller than) )$/i
	],
	[
		'over',
		/(?:超|超过|逾|多于|高于|大于|至少|突破|(?:over|more than|above|at least|exceed(?:s|ed|ing)?|upwards of|greater than) )$/i
	],
	['about', /(?:约为[^,.;:\d]{0,24}|约|大概|约合|(?:about|around|roughly|some|approximately|an estimated) |~)$/i]
];
const after: [Qualifier, RegExp][] = [
	['over', /^(?:多|余|来)?.{0,3}?(?:以上|之多|多[条个家种人名次座项万亿年]?)|^余|^(?:\+| or more|-plus| plus)/i],
	['under', /^.{0,3}?(?:以下|以内)|^ or (?:less|fewer)/i],
	['about', /^.{0,3}?(?:左右|上下|前后)|^ or so/i]
];
const currency = String.raw`(?:US|HK|A|C|NT)?[$€£¥₩]|(?:USD|EUR|GBP|RMB|CNY) ?`;
const moneyBefore = new RegExp(`(?:${currency})$`);
const moneyAfter =
	/^\s?(?:美元|元|人民币|欧元|英镑|日元|港元|美金|[- ]?(?:US )?(?:dollars?|euros?|pounds?|yuan|renminbi|yen)\b)/i;
const percentAfter = /^\s?(?:%|per ?cent\b|个百分点|pct\b)/i;

const plain = (text: string) => {
	const value = Number(text.replaceAll(',', ''));
	return Number.isNaN(value) ? (english.get(text.toLowerCase()) ?? readHan(text)) : value;
};

/** One unit of the last digit written: 0.1 of 3.5, 100 of 1,200 is taken to be exact to 1. */
const lastDigit = (text: string) => {
	const point = text.indexOf('.');
	return point < 0 ? 1 : 10 ** -(text.length - point - 1);
};

/**
 * Every number of a text, in order. Dates are numbers too: leave out what `ignore` covers (dates.ts).
 * @param ignore [start, end) stretches, in order
 */
export function findNumbers(text: string, ignore: readonly (readonly [number, number])[] = []): NumberFound[] {
	const found: NumberFound[] = [];
	let next = 0;
	for (const match of text.matchAll(pattern)) {
		const { index, groups = {} } = match;
		const all = match[0];
		const [start, end] = [index, index + all.length];
		while (next < ignore.length && ignore[next][1] <= start) next++;
		if (next < ignore.length && end > ignore[next][0]) continue;
		let value = NaN;
		let unit = 0;
		let kind: NumberKind = 'count';
		let weak = false;
		let name = false;

		if (groups.of) {
			const [whole, some] = groups.of.split('分之');
			value = (100 * plain(some)) / (whole === '百' ? 100 : plain(whole));
			if (whole === '百') unit = lastDigit(some);
			kind = 'percent';
		} else if (groups.cheng) {
			const tenths = groups.half === '半' ? 0.5 : plain(groups.half ?? '零') / 10;
			value = 10 * (plain(groups.cheng.slice(0, -1)) + tenths);
			kind = 'percent';
		} else if (groups.many) {
			value = (100 * plain(groups.few)) / plain(groups.many);
			kind = 'percent';
		} else if (groups.part) {
			value = (100 * (/^an?$/i.test(groups.times) ? 1 : plain(groups.times))) / parts[groups.part.toLowerCase()];
			kind = 'percent';
		} else if (groups.halfof) {
			const scaled = groups.halfscale !== undefined;
			value = scaled ? scales[groups.halfscale.toLowerCase()] / 2 : 50;
			kind = scaled ? 'count' : 'percent';
			// “half a.” is half of a number that was lost.
			weak = !scaled && groups.cut === undefined;
		} else if (groups.num) {
			const rest = groups.rest ?? '';
			const times = /[十百千万亿]/.test(rest)
				? [...rest].reduce((product, one) => product * hanUnits[one], 1)
				: (scales[rest.trim().toLowerCase()] ?? 1);
			value = plain(groups.num) * times;
			// 3.853亿 * 1e8 must not carry the noise of binary fractions.
			value = Number(value.toPrecision(15));
			unit = lastDigit(groups.num) * times;
			const scaled = times > 1;
			const close = text.slice(Math.max(0, start - nameReach), start);
			name =
				!scaled &&
				(/[\p{Lu}\p{Ll}][-.]?$/u.test(close.slice(-4)) || (close.endsWith(' ') && /\b\p{Lu}[\p{L}]* $/u.test(close)));
			if (!scaled && /^[\p{Lu}]/u.test(text.slice(end, end + 2))) name = true;
		} else if (groups.words) {
			const pieces = groups.words.toLowerCase().split(/[ -](?=hundred|thousand|million|billion|trillion)/);
			value = pieces
				.slice(1)
				.reduce((product, piece) => product * scales[piece], /^an?$/.test(pieces[0]) ? 1 : englishValue(pieces[0]));
			weak = pieces.length === 1 && value < 3;
		} else if (groups.hans) {
			value = readHan(groups.hans);
			weak = groups.hans.length === 1;
			if (/^[十百千万亿]$/.test(groups.hans)) weak = true;
			// 一些, 一次, 一样, 十分 are words, not numbers; 第一, 初二 count places.
			if (/[第初周]/.test(text[start - 1] ?? '')) continue;
			// 三亚, 百川, 万象: a lone character within a word is told by what follows.
			if (weak && !/^[个条项家种款座颗次名位倍架艘份篇通大十百千万亿]/.test(text[end] ?? '')) continue;
		}
		if (!Number.isFinite(value)) continue;

		const left = text.slice(Math.max(0, start - 16), start);
		const right = text.slice(end, end + 16);
		if (kind === 'count' && percentAfter.test(right)) {
			kind = 'percent';
			name = false;
		} else if (kind === 'count' && (moneyBefore.test(left) || moneyAfter.test(right.replace(/^[多余]/, '')))) {
			kind = 'money';
			name = false;
		}
		const preceding = left.replace(moneyBefore, '');
		let qualifier = before.find(([, words]) => words.test(preceding))?.[0];
		const following = right.replace(percentAfter, '').replace(moneyAfter, '').replace(/^的/, '');
		qualifier ??= after.find(([, words]) => words.test(following.slice(0, 8)))?.[0];
		const ratio =
			kind === 'count' && /^(?:多|余)?倍|^(?: times (?:as|more|less|the|larger|higher)|-?fold)\b/.test(right);
		found.push({ value, kind, qualifier: qualifier ?? 'exactly', unit, start, end, weak, name, ratio });
	}
	return found;
}

function englishValue(text: string): number {
	return text.split('-').reduce((sum, piece) => sum + (english.get(piece) ?? NaN), 0);
}

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
