/** Numbers of an entry and of its texts, held against the paragraphs that it cites: value, hedge, unit, whose, which way. */
import { compute } from '../story/compute.ts';
import type { DateSpan } from '../story/date.ts';
import type { Figure } from '../story/model.ts';
import { overlaps } from './agree.ts';
import { directionOf } from './direction.ts';
import type { Entry, NumberThere, Path } from './entry.ts';
import type { Names } from './names.ts';
import { findNumbers, sameNumber, type NumberFound, type NumberKind } from './numerals.ts';
import { follows, hedges, type Qualifier } from './qualifiers.ts';
import { segmentOf, sentenceAround } from './segments.ts';
import { at, located, primary, type Hit } from './scope.ts';
import { contentWords, shareSubject, subjectsIn, type Subject } from './subjects.ts';
import { original, type Paragraph } from './source.ts';
import { readTold, writtenAt, type Told } from './told.ts';
import { sameCurrency } from './units.ts';

/** Places of one number that are looked at closely: a long paragraph may have thousands. */
const manyPlaces = 60;
/** Numbers beside one that may be told instead of it. */
const neighbours = 12;
/** A message lists no more numbers. */
const shown = 12;
/** UTF-16 units before a number in which the name is that it belongs to. */
const nameReach = 200;

const tight = (text: string) => text.replaceAll(/[\s-]/g, '').toLowerCase();
const tightened = new WeakMap<Paragraph, string>();

/** A paragraph without spaces and hyphens, in small letters. */
function tightOf(paragraph: Paragraph): string {
	let text = tightened.get(paragraph);
	if (text === undefined) tightened.set(paragraph, (text = tight(paragraph.normal.text)));
	return text;
}

/** A number of a text in the story’s own words. */
interface NumberTold {
	number: NumberFound;
	/** The text that it is told in, in normal form, and its language. */
	text: string;
	language: string;
	/** All of the text, and which of them it is. */
	all: readonly NumberFound[];
	index: number;
	/** Its words: [start, end) in the text. */
	segment: [number, number];
}

const trailing = (value: number) => {
	let step = 1;
	while (value > 0 && Number.isInteger(value / (step * 10))) step *= 10;
	return step;
};

/** To what a number may have been rounded; a hedged one, or one with noughts, more freely. */
function amountOf({ value, unit, qualifier, kind }: NumberFound) {
	const round = Number.isInteger(value) ? trailing(value) : 0;
	const isHedged = qualifier !== 'exactly' && qualifier !== 'down-to';
	const step = isHedged || (kind !== 'percent' && round >= 1000 && round <= value * 0.05) ? Math.max(unit, round) : unit;
	return { value, step, qualifier };
}

const ofThere = ({ value, unit, qualifier }: NumberFound) => ({ value, step: unit, qualifier });

type Wrong = { rank: number; message: string };

/** In what order what is wrong with a place is told: the last is nearest to right. */
const ranks = { kind: 0, unit: 1, subject: 2, direction: 3, hedge: 4 };

/** “paragraph 21” of a place */
const where = ({ paragraph }: Hit) => `Paragraph ${paragraph.number}`;

const units = /^[ -]?(?:%|percentage points?|per ?cent|percent|个百分点|美元|欧元|英镑|日元|元|[a-z]+|小时|天|年|个?月|周|公里)/i;

/** A number as a source has it, with its unit. */
const words = ({ paragraph }: Hit, { start, end, kind, measure, currency }: NumberFound) => {
	const { text } = paragraph.normal;
	const sign = kind === 'money' && /[$€£¥₩₹]/.test(text[start - 1] ?? '') ? 1 : 0;
	const isBare = sign > 0 || (kind === 'count' && !measure && !currency) || kind === 'ordinal' || kind === 'day';
	const unit = isBare ? '' : (units.exec(text.slice(end, end + 20))?.[0] ?? '');
	return original(paragraph, start - sign, end + unit.length).text;
};

function unitWrong(told: NumberFound, there: NumberThere): string | null {
	const { number } = there;
	const shownThere = words(there, number);
	if (told.kind === 'money' && number.kind === 'money' && !sameCurrency(told.currency, number.currency))
		return `${where(there)} has another currency: ${shownThere}.`;
	if (told.measure === number.measure) return null;
	const measureThere = number.measure ?? measureOfList(there.paragraph.normal.text, there.all, there.index);
	if (told.measure && measureThere !== told.measure && !(measureThere === undefined && number.kind === 'money'))
		return measureThere ? `${where(there)} has ${measureThere}, not ${told.measure}: ${shownThere}.` : `${where(there)} has ${shownThere}, but not in ${told.measure}.`;
	return null;
} // prettier-ignore

/** “from 30 to 45 days”: the first number’s measure is the next one’s. */
function measureOfList(text: string, all: readonly NumberFound[], index: number): string | undefined {
	const next = all[index + 1];
	return next?.measure && /^\s?(?:to|or|and|-|~|至|到|或|,)\s?$/.test(text.slice(all[index].end, next.start)) ? next.measure : undefined;
}

/** What the words of a number name in the text of a source. */
class Around {
	private readonly segments = new Map<number, { text: string; subjects: Subject[]; words: Set<string> }>();

	constructor(
		private readonly there: NumberThere,
		private readonly names: Names
	) {}

	of(index: number) {
		let found = this.segments.get(index);
		if (!found) {
			const { all, paragraph, scope } = this.there;
			const [from, to] = segmentOf(paragraph.normal.text, all, index);
			const text = paragraph.normal.text.slice(from, to);
			found = { text, subjects: subjectsIn(text, this.names, (id) => scope.library.saysWhole(this.names, id)), words: contentWords(text) };
			this.segments.set(index, found);
		}
		return found;
	} // prettier-ignore

	/** The numbers beside it that are told of something else. */
	get others(): number[] {
		const { all, index, number } = this.there;
		const near = Array.from({ length: 2 * neighbours + 1 }, (_, i) => index - neighbours + i);
		const isLike = (one: NumberFound) => one.kind === number.kind && one.measure === number.measure && sameCurrency(one.currency, number.currency);
		return near.filter((i) => i !== index && all[i] && isLike(all[i]) && !all[i].name && !all[i].weak && !all[i].vague && all[i].value !== number.value);
	} // prettier-ignore

	/** Words that this number’s part of the paragraph has, and no other number’s. */
	distinct(index: number): Set<string> {
		const rest = [...this.others, this.there.index].filter((i) => i !== index).map((i) => this.of(i));
		return new Set([...this.of(index).words].filter((word) => !rest.some(({ words }) => words.has(word))));
	}
}

/** Does the paragraph give the number to another, and another number to whom it is told of? */
function subjectWrong({ shared: { names } }: Entry, told: NumberTold, there: NumberThere): string | null {
	const text = told.text.slice(...told.segment);
	const mine = subjectsIn(text, names, () => true);
	const around = new Around(there, names);
	const own = around.of(there.index);
	const { number, all } = there;
	if (mine.length && own.subjects.length && !shareSubject(mine, own.subjects)) {
		const other = around.others.find((i) => shareSubject(mine, around.of(i).subjects) && around.of(i).text !== own.text);
		if (other !== undefined)
			return `${where(there)} has ${words(there, number)} of ${own.subjects[0].name}, and of ${mine[0].name} ${words(there, all[other])}.`;
	}
	if (primary(there.scope.library.language) !== primary(told.language)) return null;
	const said = contentWords(text);
	const least = primary(told.language) === 'zh' ? 3 : 2;
	const shared = (index: number) => [...around.distinct(index)].filter((word) => said.has(word));
	if (around.distinct(there.index).size === 0 || shared(there.index).length || shareSubject(mine, own.subjects)) return null;
	const noun = nounAfter(told.text, told.number.end);
	const nounThere = (one: NumberFound) => nounAfter(there.paragraph.normal.text, one.end);
	const counts = (one: NumberFound) => noun !== undefined && nounThere(one) === noun && nounThere(number) !== undefined && nounThere(number) !== noun;
	const other = around.others.find((i) => around.of(i).text !== own.text && (shared(i).length >= least || counts(all[i])));
	return other === undefined ? null : `${where(there)} has ${words(there, number)} of something else, and of this ${words(there, all[other])}.`;
} // prettier-ignore

function directionWrong(told: NumberTold, there: NumberThere): string | null {
	const mine = directionOf(told.text.slice(...told.segment));
	if (!mine) return null;
	const { text } = there.paragraph.normal;
	const segment = text.slice(...segmentOf(text, there.all, there.index));
	const theirs = directionOf(segment) ?? directionOf(text.slice(...sentenceAround(text, there.start, there.end)));
	return theirs && theirs !== mine ? `${where(there)} says that it went ${theirs}, not ${mine}.` : null;
}

function wrong(entry: Entry, told: NumberTold, there: NumberThere, is: ReturnType<typeof follows>): Wrong | null {
	const { number } = there;
	const { kind } = told.number;
	if (kind !== number.kind && !(kind === 'count' && number.kind === 'money')) {
		const message = kind === 'points' || number.kind === 'points' ? 'Per cent and percentage points are not the same' : 'That is another kind of number';
		return { rank: ranks.kind, message: `${where(there)} has ${words(there, number)}. ${message}.` };
	}
	const unit = unitWrong(told.number, there);
	if (unit) return { rank: ranks.unit, message: unit };
	const subject = subjectWrong(entry, told, there);
	if (subject) return { rank: ranks.subject, message: subject };
	const direction = directionWrong(told, there);
	if (direction) return { rank: ranks.direction, message: direction };
	if (is !== 'hedge' || isHedgedBefore(told, number.qualifier)) return null;
	const [mine, theirs] = [told.number.qualifier, number.qualifier];
	const message = theirs === 'exactly'
		? `${where(there)} has ${words(there, number)}, not “${hedges[mine]}”.`
		: mine === 'exactly'
			? `${where(there)} has “${hedges[theirs]} ${words(there, number)}”. Keep the hedge.`
			: `${where(there)} has “${hedges[theirs]} ${words(there, number)}”, not “${hedges[mine]}”.`;
	return { rank: ranks.hedge, message };
} // prettier-ignore

/**
 * Has the number before it the hedge already, where that is joined to it: “more than 100 million users or $20 million”,
 * “nearly 60%, 4.5 million pounds”?
 */
function isHedgedBefore({ all, index, number, text }: NumberTold, wanted: Qualifier): boolean {
	const before = all[index - 1];
	if (!before || number.qualifier !== 'exactly' || before.qualifier === 'exactly') return false;
	const between = text.slice(before.end, number.start);
	if (between.length > 40 || /[.;]/.test(between)) return false;
	if (/(?:\b(?:or|and|to)\b|或者?|和|及|至|到)[^,.;]{0,8}$/.test(between)) return before.qualifier === wanted;
	return wanted === 'about' && /,[$€£]?$/.test(between);
}

const isAlike = (told: NumberFound, there: NumberFound) =>
	(told.kind === there.kind && told.kind !== 'ordinal' && told.kind !== 'day') ||
	(told.kind === 'count' && there.kind === 'money') ||
	(['percent', 'points'].includes(told.kind) && ['percent', 'points'].includes(there.kind));

/** hundreds is true of 346, and of hundreds. */
const isOfSize = ({ value }: NumberFound, there: NumberFound) =>
	there.vague ? there.value === value : there.value >= value * (value < 100 ? 2 : 1) && there.value < value * 100;

/** Every number of a text in the story’s own words. */
export function numbers(entry: Entry, told: Told, path: Path, language: string): void {
	const { normal, numbers, links } = told;
	numbers.forEach((number, index) => {
		const computed = links.find(({ to, start, end }) => to.startsWith('=') && start <= number.start && number.end <= end);
		const range = writtenAt(told, number.start, number.end);
		const value = told.written.slice(...range);
		if (computed) return computedNumber(entry, number, computed.to.slice(1), path, value, range);
		// “The first for his own models, the second for China’s”: told of two things that were named.
		const isSecond = number.kind === 'ordinal' && number.value === 2 && /\bfirst\b|第一|其一|首先/i.test(normal.text);
		if (number.weak || isSecond) return weakNumber(entry, told, number, path, value, range);
		const one = { number, all: numbers, index, text: normal.text, language, segment: segmentOf(normal.text, numbers, index) };
		toldNumber(entry, one, path, value, range);
	});
} // prettier-ignore

function toldNumber(entry: Entry, told: NumberTold, path: Path, value: string, range: [number, number]): void {
	const { number, text } = told;
	const claim = (outcome: Parameters<Entry['claim']>[3]) => entry.claim('number', path, value, { range, ...outcome });
	if (number.name) {
		const before = text.slice(Math.max(0, number.start - nameReach), number.start);
		const name = /[\p{sc=Latin}\p{N}.-]*\s?$/u.exec(before)![0].replace(/^[\s.-]+/, '') + text.slice(number.start, number.end);
		if (entry.scopes.some((scope) => scope.paragraphs.some((paragraph) => tightOf(paragraph).includes(tight(name))))) return;
		const isCountry = subjectsIn(before.slice(-40), entry.shared.names, () => true).some(({ end, ids }) => end >= Math.min(40, before.length) - 1 && ids.some((id) => id.startsWith('place:')));
		if (!isCountry) return claim({ verdict: 'missing', message: `${entry.say('does', 'do')} not name ${name.trim()}.` });
	}
	if (number.ratio)
		return entry.sense(path, value, range, 'It compares two numbers. Does the source say so, or do its numbers?');
	let worst: { place: NumberThere; is: Wrong } | null = null;
	let looked = 0;
	const near: string[] = [];
	for (const there of entry.numbers()) {
		const other = there.number;
		if (near.length < shown && !other.weak && !other.name) near.push(words(there, other));
		if (other.name && !number.name) continue;
		if (number.kind === 'ordinal' || number.kind === 'day') {
			if (other.kind !== number.kind && !(['ordinal', 'day'].includes(other.kind) && other.value > 3)) continue;
			if (other.value === number.value) return claim({ verdict: 'found', ...located(there) });
			continue;
		}
		if (number.vague) {
			if (other.kind === number.kind && isOfSize(number, other)) return claim({ verdict: other.vague ? 'found' : 'rounded', ...located(there) });
			continue;
		}
		if (other.vague || !isAlike(number, other)) continue;
		const is = follows(amountOf(number), ofThere(other));
		if (!is) continue;
		const problem = wrong(entry, told, there, is);
		if (!problem) return claim({ verdict: is === 'rounded' ? 'rounded' : 'found', ...located(there) });
		if (!worst || problem.rank > worst.is.rank) worst = { place: there, is: problem };
		if (++looked === manyPlaces) break;
	}
	if (worst) return claim({ verdict: 'missing', ...at(worst.place), message: worst.is.message });
	if (number.kind === 'day' && entry.dates.some(({ date: { span } }) => span.first?.day === number.value)) return;
	if (number.kind === 'ordinal') {
		if (entry.dates.some(({ date }) => date.span.first?.day === number.value)) return;
		if (number.value === 2 && entry.scopes.some(({ paragraphs }) => paragraphs.some(({ normal }) => /\banother\b|又一|另一|再次|再度/.test(normal.text)))) return;
	}
	const list = [...new Set(near)];
	claim({
		verdict: 'missing',
		message: list.length ? `${entry.say('has', 'have')} ${list.join(', ')}, but not ${value}.` : `${entry.say('has', 'have')} no number. Correct it, or cite where it stands.`
	});
} // prettier-ignore

/** One, two and first are words as often as numbers: wrong only where the source has another number of the same thing. */
function weakNumber(entry: Entry, { normal: { text } }: Told, number: NumberFound, path: Path, value: string, range: [number, number]): void {
	const noun = nounAfter(text, number.end);
	if (number.vague || number.kind === 'percent' || (!number.measure && !noun)) return;
	let other: NumberThere | null = null;
	for (const there of entry.numbers()) {
		const { number: one } = there;
		if (one.kind !== number.kind || one.name) continue;
		const isSame = number.measure ? one.measure === number.measure : noun === nounAfter(there.paragraph.normal.text, one.end);
		if (one.value === number.value && (isSame || number.kind === 'count')) return;
		if (isSame && !one.vague) other ??= there;
	}
	if (other)
		entry.claim('number', path, value, { verdict: 'missing', range, ...at(other), message: `${where(other)} has ${words(other, other.number)}${noun ? ` ${noun}` : ''}, not ${value}.` });
} // prettier-ignore

/** The word that a number counts, where it follows at once. */
const nounAfter = (text: string, end: number) =>
	/^[ -](?<word>\p{Ll}{3,})|^[个条项家种款座颗次名位倍架艘份篇](?<han>\p{sc=Han}{2})/u.exec(text.slice(end, end + 30))?.slice(1).find(Boolean)?.replace(/s$/, ''); // prettier-ignore

function computedNumber(entry: Entry, told: NumberFound, expression: string, path: Path, value: string, range: [number, number]): void {
	const result = compute(expression.replaceAll('\u00a0', ' '), told.kind === 'percent' ? 'percent' : 'count');
	if ('problem' in result) return;
	// 385.3 - 346.2 of 39.1 million: in the unit of the words, or in full.
	const unit = scaleOf(value);
	const scale = [1, unit].find((by) => follows(amountOf(told), { value: result.value * by, step: 0, qualifier: 'exactly' }));
	if (scale === undefined)
		return entry.claim('number', path, value, { verdict: 'missing', range, message: `${expression.trim()} is ${Number(result.value.toPrecision(12))}, not ${value}.` });
	for (const { value: one, percent } of result.operands)
		operandOf(entry, { value: percent ? one : Number((one * scale).toPrecision(15)), percent }, path, `${value} = ${expression.trim()}`, range);
} // prettier-ignore

/** million of “39.1 million”, 亿 of 3.853亿 */
function scaleOf(written: string): number {
	const [, word] = /(\p{L}+)\s*$/u.exec(written) ?? [];
	const [one] = word ? findNumbers(/\p{sc=Han}/u.test(word) ? `1${word}` : `1 ${word}`) : [];
	return one?.value ?? 1;
}

function operandOf(entry: Entry, { value, percent }: { value: number; percent: boolean }, path: Path, why: string, range?: [number, number]): void {
	const written = `${value}${percent ? '%' : ''}`;
	for (const there of entry.numbers())
		if ((there.number.kind === 'percent') === percent && !there.number.vague && sameNumber({ value, unit: 0 }, there.number, true))
			return entry.claim('number', path, written, { verdict: 'found', ...located(there), message: `for ${why}`, ...(range && { range }) });
	if (!percent && entry.dates.some(({ date: { span } }) => [span.first?.year, span.last?.year].includes(value)))
		return entry.claim('number', path, written, { verdict: 'found', message: `a year, for ${why}`, ...(range && { range }) });
	entry.claim('number', path, written, { verdict: 'missing', message: `${entry.say('has', 'have')} no ${written}. Compute with numbers of the source.`, ...(range && { range }) });
} // prettier-ignore

// Figures

const kinds: Record<'count' | 'percent' | 'usd', NumberKind> = { count: 'count', percent: 'percent', usd: 'money' };
const decimals = (value: number) => 10 ** -(String(value).split('.')[1] ?? '').length;

/** The amounts of a figure: the very numbers, of their kind, with their hedges, of their actors and at their dates. */
export function amounts(entry: Entry, figure: Figure): void {
	const owners = new Set(figure.rows.flatMap(({ actor }) => actor ?? []));
	figure.rows.forEach((row, i) => {
		const format = row.format ?? figure.format;
		if (row.computed) {
			const result = compute(row.computed, format);
			if ('problem' in result) return;
			for (const operand of result.operands) operandOf(entry, operand, ['rows', i, 'computed'], `${row.value} = ${row.computed}`);
		} else {
			const label = Object.entries(row.label).map(([language, text]) => ({ language, text }));
			const when = Object.values(row.group ?? {});
			amount(entry, { ...row, kind: kinds[format], format, path: ['rows', i, 'value'], label, when, owned: owners.size > 1 });
		}
	});
	const { whole } = figure;
	if (whole) amount(entry, { ...whole, kind: kinds[figure.format], format: figure.format, path: ['whole', 'value'], label: [], when: [], owned: false });
} // prettier-ignore

interface Amount {
	value: number;
	kind: NumberKind;
	format: string;
	qualifier: Qualifier;
	actor?: string;
	path: Path;
	label: { language: string; text: string }[];
	/** What its group says of its date, in each language. */
	when: readonly string[];
	span?: DateSpan;
	/** Have the rows several actors? */
	owned: boolean;
}

function amount(entry: Entry, wanted: Amount): void {
	const { value, kind, qualifier, path } = wanted;
	// A hundred per cent is what a percentage is of.
	if (kind === 'percent' && value === 100) return;
	const written = `${qualifier} ${value} ${wanted.format}`;
	const claim = (outcome: Parameters<Entry['claim']>[3]) => entry.claim('number', path, written, outcome);
	const near = new Set<string>();
	const same: NumberThere[] = [];
	const looked = { value, unit: decimals(value) };
	for (const there of entry.numbers()) {
		const { number } = there;
		if (number.kind === kind && !number.name && !number.vague && sameNumber(looked, number, true)) same.push(there);
		if (near.size < shown && !number.weak && !number.name) near.add(words(there, number));
		if (same.length === manyPlaces) break;
	}
	if (same.length === 0)
		return claim({ verdict: 'missing', message: `${entry.say('has', 'have')} ${near.size ? [...near].join(', ') : 'no number'}, not this.` });
	let best: { there: NumberThere; rank: number; message?: string } | null = null;
	for (const there of same) {
		const { number } = there;
		const owner = ownerWrong(entry, wanted, there);
		const one = number.currency && !sameCurrency(number.currency, 'USD')
			? { there, rank: 1, message: `${where(there)} has another currency: ${words(there, number)}.` }
			: owner
				? { there, rank: 2, message: owner }
				: number.qualifier !== qualifier
					? { there, rank: 3, message: `${where(there)} has it as “${number.qualifier}”. Write qualifier: ${number.qualifier}.` }
					: { there, rank: 4 };
		if (!best || one.rank > best.rank) best = one;
		if (one.rank === 4) break;
	}
	const { there, message } = best!;
	claim(message ? { verdict: 'missing', ...at(there), message } : { verdict: 'found', ...located(there) });
} // prettier-ignore

/** Whose a number is and of when, where the source says so of it and of another number beside it. */
function ownerWrong(entry: Entry, wanted: Amount, there: NumberThere): string | null {
	const { actor, label, owned, kind } = wanted;
	const { names } = entry.shared;
	const around = new Around(there, names);
	const own = around.of(there.index);
	const { number, all, paragraph, scope } = there;
	const mine = [
		...(owned && actor ? [{ ids: [actor], name: actor, start: 0, end: 0 }] : []),
		...label.flatMap(({ text }) => subjectsIn(text, names, () => true))
	];
	// “B at a third of what A costs”: of a part, whom the clause begins with.
	const isPart = kind === 'percent' && number.unit === 0;
	const theirs = isPart ? own.subjects.slice(0, 1) : own.subjects;
	if (mine.length && theirs.length && !shareSubject(mine, theirs)) {
		const others = around.others.filter((i) => around.of(i).text !== own.text);
		if (isPart || others.length === 0 || others.some((i) => shareSubject(mine, around.of(i).subjects)))
			return `${where(there)} has this number of ${theirs[0].name}, not of ${mine[0].name}.`;
	}
	const said = label.find(({ language }) => primary(language) === primary(scope.library.language));
	if (said && !shareSubject(mine, theirs)) {
		const labelled = contentWords(said.text);
		const shared = (i: number) => [...around.distinct(i)].some((word) => labelled.has(word));
		const other = shared(there.index) ? undefined : around.others.find((i) => around.of(i).text !== own.text && shared(i));
		if (other !== undefined) return `${where(there)} has ${words(there, all[other])} of ${said.text}.`;
	}
	return dateWrong(wanted, there) ? `${where(there)} has this number at another date: ${paragraph.normal.text.slice(...lastDateBefore(there)!.range)}.` : null;
} // prettier-ignore

/** The date that a number is told at: the last one named before it, or in its sentence. */
function lastDateBefore({ scope, paragraph, start }: NumberThere) {
	const [from] = sentenceAround(paragraph.normal.text, start, start);
	const before = scope.library.datesIn(paragraph).filter((date) => date.end <= start);
	const last = before.at(-1);
	return last && last.start >= from - 400 ? { date: last, range: [last.start, last.end] as [number, number] } : null;
}

function dateWrong({ when, span }: Amount, there: NumberThere): boolean {
	const last = lastDateBefore(there);
	// What is named again is known at its first place only: then nobody can tell which of them is meant.
	if (!last || there.scope.library.repeats(there.paragraph)) return false;
	const { reference } = there.scope.library;
	const wanted = [...(span ? [span] : []), ...when.flatMap((text) => readTold(text, { reference }).dates.map((date) => date.span))];
	return wanted.length > 0 && !wanted.some((one) => overlaps(one, last.date.span));
}
