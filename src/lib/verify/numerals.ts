/**
 * Finds numbers as articles write them, in Chinese and English: 3.853亿, 385.3 million, 46条, 近60%, 三分之一, one in ten,
 * 1000多亿, dozens, 第三, “the third”.
 * Reads the normal form (normalise.ts): simplified characters, half width. Takes time linear in the length of the text:
 * patterns that may start at any character of a run are bounded, and only a bounded stretch before a number is
 * examined.
 */

import type { NumberFound } from './numerals/found.ts';
import { pattern } from './numerals/pattern.ts';
import { reach, worthOf, type Worth } from './numerals/worth.ts';
import { qualifierOf } from './qualifiers.ts';
import { currencyOf, measureOf } from './units.ts';

const percentAfter = /^\s?(?:%|per ?cents?\b|percent\b|pct\b)/i;
const pointsAfter = /^\s?(?:个百分点|percentage points?\b|per ?cent(?:age)? points?\b|% ?points?\b|pp\b|pts?\b)/i;
/** Footnote marks are not numbers of the text: [89], [3, 4], and (12) after a full stop. */
const isFootnote = (left: string, right: string) =>
	(/\[[\d,\s-]{0,20}$/.test(left) && /^[\d,\s-]{0,20}\]/.test(right)) ||
	(/[.!?]["']?\($/.test(left) && /^\)/.test(right));

/**
 * Every number in a text, in order. Dates contain numbers too: `ignore` leaves them out (dates.ts).
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
		const number = worthOf(groups, text, start, end);
		if (!number || !Number.isFinite(number.value)) continue;
		const left = text.slice(Math.max(0, start - reach), start);
		const right = text.slice(end, end + reach);
		if (groups.num && isFootnote(left, right)) continue;
		found.push(beside(number, left, right, start, end));
	}
	return found;
}

/** “22 to 31%”: what follows the second number applies to the first too. */
const sharedPercent =
	/^ ?(?:to|and|or|-|~|至|到) ?\d{1,6}(?:\.\d{1,6})?\s?(?:%|per ?cent\b(?!age)|percent\b)(?!\s?points?)/;
const labelBefore = /\b(?:pages?|chapter|volume|section|line|platform|gate|phase) $/i;
const currencyBefore = /(?:(?:US|HK|AU?|CA?|NT)?[$€£¥₩₹]|(?:USD|EUR|GBP|RMB|CNY|HKD|JPY|CHF|Rs\.?) ?)$/;
const currencyAfter =
	/^\s?(?:美元|元|人民币|欧元|英镑|日元|港元|美金|[- ]?(?:US )?(?:dollars?|euros?|pounds?|yuan|renminbi|yen)\b)/i;

/** A number with what the words beside it add. */
function beside(read: Worth, left: string, right: string, start: number, end: number): NumberFound {
	let { kind = 'count', name = false } = read;
	const { value, unit = 0, weak = false, vague = false } = read;
	// “page three” is an ordinal.
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
	const following = right
		.replace(pointsAfter, '')
		.replace(percentAfter, '')
		.replace(currencyAfter, '')
		.replace(/^的/, '');
	const ratio = kind === 'count' && /^(?:多|余)?倍|^(?: times (?:as|more|less|the|larger|higher)|-?fold)\b/.test(right);
	return {
		value,
		kind,
		qualifier: read.over ? 'over' : qualifierOf(preceding, following),
		unit,
		start,
		end,
		weak,
		name,
		ratio,
		vague,
		...(currency && { currency }),
		...(measure && { measure })
	};
}

/**
 * Are two numbers the same, one perhaps rounded: 17.4 million and 17,446,000, 33.3% and a third?
 * @param exact only a fraction may be rounded, to the digits in `wanted`
 */
export function sameNumber(wanted: { value: number; unit: number }, there: NumberFound, exact: boolean): boolean {
	const close = Math.abs(wanted.value - there.value) <= Math.abs(there.value) * 1e-9;
	if (close) return true;
	const isFraction = there.kind === 'percent' && there.unit === 0;
	const rounding = wanted.unit > there.unit && (!exact || isFraction) ? wanted.unit : 0;
	return Math.abs(wanted.value - there.value) <= rounding / 2 + 1e-9 * Math.abs(there.value);
}
