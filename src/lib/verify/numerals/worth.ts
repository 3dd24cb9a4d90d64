/** The value of a match of pattern.ts by itself, without the words beside it. */
import type { NumberFound } from './found.ts';
import { english, englishValue, ordinals, parts, scaleOf, scales } from './english.ts';
import { product, readHan } from './han.ts';

/** UTF-16 units before a number that are searched for a word that makes it part of a name. */
const nameReach = 100;
/** UTF-16 units beside a number that are searched for its hedge and its unit. */
export const reach = 24;

/** Words that begin sentences and clauses and are not names: “In 29 of 50 states”, “About 46”. */
const plainWords = new Set(
	'a about above after all almost among an and another approximately around as at barely because before below between beyond both but by combined counting down during each every exactly except fewer first for from had has have he her his i if in including into it its just last least less more most nearly neither no nor not of on once one only or our out over roughly she since so some still than that the their then there these they this those through throughout till to together top total twice under until up upon was we were when where while with within without yet you your'.split(
		' '
	)
);

const plain = (text: string) => {
	const value = Number(text.replaceAll(/[, ]/g, ''));
	return Number.isNaN(value) ? (english.get(text.toLowerCase()) ?? readHan(text)) : value;
};

/** One unit of the last digit written: 0.1 for 3.5; 1,200 is taken to be exact to 1. */
const lastDigit = (text: string) => {
	const point = text.indexOf('.');
	return point < 0 ? 1 : 10 ** -(text.length - point - 1);
};

/** A number by itself; omitted fields are those of a plain count. */
export type Worth = Pick<NumberFound, 'value'> &
	Partial<Pick<NumberFound, 'unit' | 'kind' | 'weak' | 'name' | 'vague'>> & { over?: boolean };

type Groups = Record<string, string | undefined>;

/** The number at [start, end) of a text; null if it is not one. */
export function worthOf(groups: Groups, text: string, start: number, end: number): Worth | null {
	const { nth, shu, gaps, mixed, num, rest = '', words, ordinal } = groups;
	// 第二年 is the next one.
	if (nth === '二' && /^[年天日]/.test(text.slice(end, end + 1))) return null;
	if (nth) return { value: plain(nth), kind: 'ordinal', weak: nth === '一' };
	if (shu) return { value: product(shu), vague: true };
	if (groups.several || groups.plural) return dozensOf(groups);
	if (mixed) return worthOfMixed(mixed);
	if (gaps) return { value: plain(gaps), unit: lastDigit(gaps) };
	if (num) return worthOfDigits(num, rest, groups.th !== undefined, text, start, end);
	if (words) {
		const value = englishValue(words);
		return { value, weak: value < 3 };
	}
	if (ordinal) {
		const value = ordinals.indexOf(ordinal.toLowerCase()) + 1;
		const isTime = value === 2 && /\b(?:a|per|each|one|split) $/i.test(text.slice(Math.max(0, start - 6), start));
		return isTime ? null : { value, kind: 'ordinal', weak: value === 1 };
	}
	return groups.hans ? worthOfHan(groups.hans, text, start, end) : partOfWhole(groups, text, end);
}

/** 三分之一, 3/4, 四成, 一半, one in ten, two-thirds, half; half a million is a count. */
function partOfWhole(groups: Groups, text: string, end: number): Worth | null {
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
	if (groups.banned) return { value: 50, kind: 'percent', over: groups.banned === '过半' };
	if (groups.every) return { value: (100 * plain(groups.those!)) / plain(groups.every), kind: 'percent' };
	if (groups.many) return { value: (100 * plain(groups.few!)) / plain(groups.many), kind: 'percent' };
	if (groups.part) {
		const times = /^an?$/i.test(groups.times!) ? 1 : plain(groups.times!);
		return { value: (100 * times) / parts[groups.part.toLowerCase()], kind: 'percent' };
	}
	if (groups.halfscale !== undefined) return { value: scaleOf(groups.halfscale) / 2 };
	// “half a.” is half of a number that has been cut off.
	const weak = groups.cut === undefined && !/^ (?:of|the|its|their|all|those)\b/.test(text.slice(end, end + 7));
	return { value: 50, kind: 'percent', weak };
}

/** 1万2千, 1亿2000万, 3万5000 */
function worthOfMixed(mixed: string): Worth {
	const parts = [...mixed.matchAll(/(\d+)([百千万亿]?)/g)].map(([, some, unit]) => [Number(some), product(unit)]);
	return { value: parts.reduce((sum, [some, unit]) => sum + some * unit, 0), unit: parts.at(-1)![1] };
}

/** several dozen, tens of thousands */
function dozensOf({ several, plural = '' }: Groups): Worth {
	if (several) return { value: scaleOf(several), vague: true };
	if (/^(?:tens|scores)$/i.test(plural)) return { value: 20, vague: true, weak: plural.length < 5 };
	return { value: plural.split(' of ').reduce((all, one) => all * scaleOf(one), 1), vague: true };
}

/** “from 2.1 to 4.2 million”, “22 to 31%”: what follows the second number applies to the first too. */
const sharedScale =
	/^ ?(?:to|and|or|-|~|至|到) ?[$€£]?(\d{1,6}(?:\.\d{1,6})?)\s?(hundred|thousand|million|billion|trillion|[百千万亿]{1,4})(?!\p{L})/u;
function worthOfDigits(num: string, rest: string, isOrdinal: boolean, text: string, start: number, end: number): Worth {
	if (isOrdinal) return { value: plain(num), kind: 'ordinal' };
	const over = /[多余]/.test(rest);
	const isCut = rest !== '' || /^\.\d/.test(text.slice(end, end + 2));
	const shared = isCut ? null : sharedScale.exec(text.slice(end, end + reach));
	const scale = rest || (shared && plain(num) <= Number(shared[1]) ? shared[2] : '');
	const times = /[十百千万亿]/.test(scale) ? product(scale) : (scales[scale.trim().toLowerCase()] ?? 1);
	// 3.853亿 * 1e8 must not carry binary rounding errors.
	const value = Number((plain(num) * times).toPrecision(15));
	const unit = lastDigit(num) * times;
	if (times > 1) return { value, unit, over };
	if (value <= 31 && /^[日号](?![本常元用召称线])/.test(text.slice(end, end + 2))) return { value, unit, kind: 'day' };
	const close = text.slice(Math.max(0, start - nameReach), start);
	// Names have no thousands set apart: “Qwen 385,300,000”.
	const isName = !num.includes(',') && (isNamed(close) || /^\p{Lu}/u.test(text.slice(end, end + 2)));
	return { value, unit, name: isName };
}

/** Does the text before a number make it part of a name: GPT-5, Grok 4? */
function isNamed(left: string): boolean {
	const last = left.slice(-4);
	const isAbbreviation = /(?:^|[^\p{L}])(?:[pP]{1,2}|[nN]o|[cC]a?)\.$/u.test(last) || /\p{Ll}\.$/u.test(left);
	if (/[\p{Lu}\p{Ll}][-.]?$/u.test(last) && !isAbbreviation) return true;
	const word = /(?<![\p{sc=Latin}\p{N}])(\p{Lu}\p{sc=Latin}*)(?<space>[ ])?$/u.exec(left);
	return Boolean(word?.groups?.space) && !plainWords.has(word![1].toLowerCase());
}

function worthOfHan(hans: string, text: string, start: number, end: number): Worth | null {
	const value = readHan(hans.replace(/[多余来]/, ''));
	const weak = hans.length === 1;
	// 初二, 周三 are positions.
	if (/[初周]/.test(text[start - 1] ?? '')) return null;
	// 哪一年, 每一处 point at one thing, and are not counts.
	if (hans === '一' && /[哪每某同任另这那]/.test(text[start - 1] ?? '')) return null;
	// 三亚, 百川, 万象, 一些, 十分: what follows shows whether a lone character is part of a word.
	if (weak && !/^[个条项家种款座颗次名位倍架艘份篇通大十百千万亿年月天周岁]/.test(text[end] ?? '')) return null;
	if (value <= 31 && /^[日号](?![本常元用召称线])/.test(text.slice(end, end + 2))) return { value, kind: 'day' };
	return { value, weak: weak && (value < 3 || /^[通大十百千万亿]/.test(text[end] ?? '')), over: /[多余]/.test(hans) };
}
