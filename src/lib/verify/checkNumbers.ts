/** Checks numbers in a text in the story’s own words against the paragraphs that it cites. */
import { compute } from '../story/compute.ts';
import { Around, manyPlaces, where, words } from './around.ts';
import { amountOf, isPercentBefore, ofThere, wrong, type Wrong } from './bound.ts';
import type { Entry, NumberThere, Path } from './entry.ts';
import { partWrong, pathWrong } from './fromTo.ts';
import { findNumbers, sameNumber } from './numerals.ts';
import type { NumberFound } from './numerals/found.ts';
import { follows } from './qualifiers.ts';
import { memoiseByObject } from './remember.ts';
import { at, located } from './scope.ts';
import { segmentOf } from './segments.ts';
import type { Paragraph } from './source.ts';
import { subjectsIn } from './subjects.ts';
import { measuresIn } from './units.ts';
import { writtenAt, type NumberTold, type Told } from './told.ts';
import { isDoubtful } from './whose.ts';

/** The most numbers that a message lists. */
const shown = 12;

/** UTF-16 units before a number that are searched for the name that it belongs to. */
const nameReach = 200;

const tight = (text: string) => text.replaceAll(/[\s-]/g, '').toLowerCase();
/** A paragraph in lower case, without spaces and hyphens. */
const tightOf = memoiseByObject(({ normal }: Paragraph) => tight(normal.text));

const isAlike = (told: NumberFound, there: NumberFound) =>
	(told.kind === there.kind && told.kind !== 'ordinal' && told.kind !== 'day') ||
	(told.kind === 'count' && there.kind === 'money') ||
	(['percent', 'points'].includes(told.kind) && ['percent', 'points'].includes(there.kind));

/** “Hundreds” agrees with 346, and with “hundreds”. */
const isOfSize = ({ value }: NumberFound, there: NumberFound) =>
	there.vague ? there.value === value : there.value >= value * (value < 100 ? 2 : 1) && there.value < value * 100;

/** Checks every number of a text in the story’s own words. */
export function numbers(entry: Entry, told: Told, path: Path, language: string): void {
	const { normal, numbers, links } = told;
	numbers.forEach((number, index) => {
		const computed = links.find(
			({ to, start, end }) => to.startsWith('=') && start <= number.start && number.end <= end
		);
		const range = writtenAt(told, number.start, number.end);
		const value = told.written.slice(...range);
		if (computed) return computedNumber(entry, number, computed.to.slice(1), path, value, range);
		// “The first for his own models, the second for China’s” refers to two things already named.
		const isSecond = number.kind === 'ordinal' && number.value === 2 && /\bfirst\b|第一|其一|首先/i.test(normal.text);
		if (number.weak || isSecond) return weakNumber(entry, told, number, path, value, range);
		const against = contradicted(told, index);
		if (against) return entry.claim('number', path, value, { verdict: 'missing', range, message: against });
		const one = {
			number,
			all: numbers,
			index,
			dates: told.dates,
			text: normal.text,
			language,
			segment: segmentOf(normal.text, numbers, index)
		};
		toldNumber(entry, one, path, value, range);
	});
}

/** Does the text contradict itself about a number and the one before it? */
function contradicted(told: Told, index: number): string | null {
	const { normal, numbers } = told;
	const written = (at: number) => told.written.slice(...writtenAt(told, numbers[at].start, numbers[at].end));
	if (pathWrong(normal.text, numbers, index))
		return `From ${written(index - 1)} to ${written(index)} it does not go that way.`;
	if (partWrong(normal.text, numbers, index))
		return `${written(index)} and ${written(index - 1)} cannot be a part and its whole.`;
	return null;
}

/** The name that a number is part of: “Grok 4” for the 4. */
function nameOf(text: string, { start, end }: NumberFound): string {
	const before = text.slice(Math.max(0, start - nameReach), start);
	return /[\p{sc=Latin}\p{N}.-]*\s?$/u.exec(before)![0].replace(/^[\s.-]+/, '') + text.slice(start, end);
}

/**
 * How a number follows from a place that has it, if need be in another measure of its kind: ten days from 240 hours.
 * @returns the place with its number in the measure told
 */
function followsFrom(told: NumberFound, there: NumberThere) {
	const { number } = there;
	const is = follows(amountOf(told), ofThere(number));
	if (is) return { there, is };
	const size = measuresIn(number.measure, told.measure);
	// “Six days a week” has no seven days.
	if (!size || number.value === 1) return null;
	const other = { ...number, value: number.value / size, unit: number.unit / size, measure: told.measure };
	const asTold = follows(amountOf(told), ofThere(other));
	return asTold && { there: { ...there, number: other }, is: asTold };
}

/** “In Japan 25 …”: a country before a number does not make it a part of a name. */
function followsCountry({ shared }: Entry, text: string, { start }: NumberFound): boolean {
	const before = text.slice(Math.max(0, start - 40), start);
	return subjectsIn(before, shared.names).some(
		({ end, ids }) => end >= before.length - 1 && ids.some((id) => id.startsWith('place:'))
	);
}

function toldNumber(entry: Entry, told: NumberTold, path: Path, value: string, range: [number, number]): void {
	const { number, text } = told;
	const claim = (outcome: Parameters<Entry['claim']>[3]) => entry.claim('number', path, value, { range, ...outcome });
	if (number.name) {
		const name = nameOf(text, number);
		const isThere = entry.scopes.some(({ paragraphs }) => paragraphs.some((one) => tightOf(one).includes(tight(name))));
		if (isThere) return;
		if (!followsCountry(entry, text, number))
			return claim({ verdict: 'missing', message: `${entry.say('does', 'do')} not name ${name.trim()}.` });
	}
	if (number.ratio)
		return entry.sense(path, value, range, 'It compares two numbers. Does the source say so, or do its numbers?');
	let worst: { place: NumberThere; is: Wrong } | null = null;
	let doubtful: NumberThere | null = null;
	let looked = 0;
	const near: string[] = [];
	for (const written of entry.numbers()) {
		const { number: other } = written;
		if (near.length < shown && !other.weak && !other.name) near.push(words(written));
		if (other.name && !number.name) continue;
		if (number.kind === 'ordinal' || number.kind === 'day') {
			if (other.kind !== number.kind && !(['ordinal', 'day'].includes(other.kind) && other.value > 3)) continue;
			if (other.value === number.value) return claim({ verdict: 'found', ...located(written) });
			continue;
		}
		if (number.vague) {
			if (other.kind === number.kind && isOfSize(number, other))
				return claim({ verdict: other.vague ? 'found' : 'rounded', ...located(written) });
			continue;
		}
		if (other.vague || !(isAlike(number, other) || (other.kind === 'percent' && isPercentBefore(told)))) continue;
		const followed = followsFrom(number, written);
		if (!followed) continue;
		const { there, is } = followed;
		const around = new Around(entry, there);
		const problem = wrong(entry, told, there, around, is);
		const isUnsure = !problem && isDoubtful(entry.shared.names, told, around);
		if (!problem && !isUnsure) return claim({ verdict: is === 'rounded' ? 'rounded' : 'found', ...located(there) });
		if (isUnsure) doubtful ??= there;
		else if (!worst || problem!.rank > worst.is.rank) worst = { place: there, is: problem! };
		if (++looked === manyPlaces) break;
	}
	if (doubtful) {
		const message = `${where(doubtful)} has ${words(doubtful)} in other words. Is it the number of this?`;
		return claim({ verdict: 'sense', ...located(doubtful), message });
	}
	if (worst) return claim({ verdict: 'missing', ...at(worst.place), message: worst.is.message });
	if (number.kind === 'day' && entry.dates.some(({ date: { span } }) => span.first?.day === number.value)) return;
	if (number.kind === 'ordinal') {
		if (entry.dates.some(({ date }) => date.span.first?.day === number.value)) return;
		if (
			number.value === 2 &&
			entry.scopes.some(({ paragraphs }) =>
				paragraphs.some(({ normal }) => /\banother\b|又一|另一|再次|再度/.test(normal.text))
			)
		)
			return;
	}
	const list = [...new Set(near)];
	claim({
		verdict: 'missing',
		message: list.length
			? `${entry.say('has', 'have')} ${list.join(', ')}, but not ${value}.`
			: `${entry.say('has', 'have')} no number. Correct it, or cite where it stands.`
	});
}

/** The noun that a small number counts: two Chinese characters or a word. */
const thingAfter = (text: string, end: number) =>
	/^[ -](\p{Ll}{3,})|^[个条项家种款座颗次名位倍架艘份篇](\p{sc=Han}{2})/u
		.exec(text.slice(end, end + 30))
		?.slice(1)
		.find(Boolean)
		?.replace(/s$/, '');

/** “One”, “two” and “first” are often just words: wrong only if the source has another number of the same thing. */
function weakNumber(
	entry: Entry,
	{ normal: { text } }: Told,
	number: NumberFound,
	path: Path,
	value: string,
	range: [number, number]
): void {
	const noun = thingAfter(text, number.end);
	if (number.vague || number.kind === 'percent' || (!number.measure && !noun)) return;
	let other: NumberThere | null = null;
	for (const there of entry.numbers()) {
		const { number: one } = there;
		if (one.kind !== number.kind || one.name) continue;
		const isSame = number.measure
			? one.measure === number.measure
			: noun === thingAfter(there.paragraph.normal.text, one.end);
		if (one.value === number.value && (isSame || !number.measure)) return;
		if (isSame && !one.vague) other ??= there;
	}
	if (other)
		entry.claim('number', path, value, {
			verdict: 'missing',
			range,
			...at(other),
			message: `${where(other)} has ${words(other)}${noun ? ` ${noun}` : ''}, not ${value}.`
		});
}

function computedNumber(
	entry: Entry,
	told: NumberFound,
	expression: string,
	path: Path,
	value: string,
	range: [number, number]
): void {
	const result = compute(expression.replaceAll('\u00a0', ' '), told.kind === 'percent' ? 'percent' : 'count');
	if ('problem' in result) return;
	// The result of 385.3 - 346.2 may be in the unit of the words (“39.1 million”) or in full.
	const unit = scaleOf(value);
	const scale = [1, unit].find((by) =>
		follows(amountOf(told), { value: result.value * by, step: 0, qualifier: 'exactly' })
	);
	if (scale === undefined)
		return entry.claim('number', path, value, {
			verdict: 'missing',
			range,
			message: `${expression.trim()} is ${Number(result.value.toPrecision(12))}, not ${value}.`
		});
	for (const { value: one, percent } of result.operands)
		operandOf(
			entry,
			{ value: percent ? one : Number((one * scale).toPrecision(15)), percent },
			path,
			`${value} = ${expression.trim()}`,
			range
		);
}

/** Value of the scale word: the million of “39.1 million”, the 亿 of 3.853亿. */
function scaleOf(written: string): number {
	const [, word] = /(\p{L}+)\s*$/u.exec(written) ?? [];
	const [one] = word ? findNumbers(/\p{sc=Han}/u.test(word) ? `1${word}` : `1 ${word}`) : [];
	return one?.value ?? 1;
}

export function operandOf(
	entry: Entry,
	{ value, percent }: { value: number; percent: boolean },
	path: Path,
	why: string,
	range?: [number, number]
): void {
	const written = `${value}${percent ? '%' : ''}`;
	for (const there of entry.numbers())
		if (
			(there.number.kind === 'percent') === percent &&
			!there.number.vague &&
			sameNumber({ value, unit: 0 }, there.number, true)
		)
			return entry.claim('number', path, written, {
				verdict: 'found',
				...located(there),
				message: `for ${why}`,
				...(range && { range })
			});
	if (!percent && entry.dates.some(({ date: { span } }) => [span.first?.year, span.last?.year].includes(value)))
		return entry.claim('number', path, written, {
			verdict: 'found',
			message: `a year, for ${why}`,
			...(range && { range })
		});
	entry.claim('number', path, written, {
		verdict: 'missing',
		message: `${entry.say('has', 'have')} no ${written}. Compute with numbers of the source.`,
		...(range && { range })
	});
}
