/** Numbers of an entry and of its texts, held against the paragraphs that it cites: value, hedge, unit, whose, which way. */
import { compute } from '../story/compute.ts';
import type { DateSpan } from '../story/date.ts';
import type { Figure } from '../story/model.ts';
import { overlaps } from './agree.ts';
import type { DateFound } from './dates.ts';
import { directionOf } from './direction.ts';
import type { Entry, NumberThere, Path } from './entry.ts';
import { findNumbers, sameNumber, type NumberFound, type NumberKind } from './numerals.ts';
import { follows, hedges, type Qualifier } from './qualifiers.ts';
import { segmentOf, sentenceAround } from './segments.ts';
import { at, located, primary, type Hit } from './scope.ts';
import { contentWords, shareSubject, subjectsIn, type Subject } from './subjects.ts';
import { original, type Paragraph } from './source.ts';
import { readTold, writtenAt, type Told } from './told.ts';
import { measureOf, sameCurrency } from './units.ts';

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
	/** Dates of the text. */
	dates: readonly DateFound[];
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
	const step =
		isHedged || (kind !== 'percent' && round >= 1000 && round <= value * 0.05) ? Math.max(unit, round) : unit;
	return { value, step, qualifier };
}

const ofThere = ({ value, unit, qualifier }: NumberFound) => ({ value, step: unit, qualifier });

type Wrong = { rank: number; message: string };

/** In what order what is wrong with a place is told: the last is nearest to right. */
const ranks = { kind: 0, unit: 1, subject: 2, direction: 3, hedge: 4 };

/** “paragraph 21” of a place */
const where = ({ paragraph }: Hit) => `Paragraph ${paragraph.number}`;

const units =
	/^[ -]?(?:%|percentage points?|per ?cent|percent|个百分点|美元|欧元|英镑|日元|元|[a-z]+|小时|天|年|个?月|周|公里)/i;

/** A number as a source has it, with its unit. */
const words = ({ paragraph }: Hit, { start, end, kind, measure, currency }: NumberFound) => {
	const { text } = paragraph.normal;
	const sign = kind === 'money' && /[$€£¥₩₹]/.test(text[start - 1] ?? '') ? 1 : 0;
	const isBare = sign > 0 || (kind === 'count' && !measure && !currency) || kind === 'ordinal' || kind === 'day';
	const unit = isBare ? '' : (units.exec(text.slice(end, end + 20))?.[0] ?? '');
	return original(paragraph, start - sign, end + unit.length).text;
};

/** Does the measure stand a word or two further on: “240 visa-free hours”? */
const isMeasured = (text: string, { end }: NumberFound, measure: string) => {
	const next = text.slice(end, end + 40).split(/(?=[ -])/);
	return next.some((_, i) => measureOf(next.slice(i).join('')) === measure);
};

function unitWrong(text: string, told: NumberFound, there: NumberThere): string | null {
	const { number } = there;
	const shownThere = words(there, number);
	if (told.kind === 'money' && number.kind === 'money' && !sameCurrency(told.currency, number.currency))
		return `${where(there)} has another currency: ${shownThere}.`;
	if (told.measure === number.measure) return null;
	if (!told.measure && number.measure && !isMeasured(text, told, number.measure) && nounAfter(text, told.end))
		return `${where(there)} has ${shownThere}, and not of that.`;
	const measureThere = number.measure ?? measureOfList(there.paragraph.normal.text, there.all, there.index);
	if (told.measure && measureThere !== told.measure && !isElliptical(there) && !(measureThere === undefined && number.kind === 'money'))
		return measureThere ? `${where(there)} has ${measureThere}, not ${told.measure}: ${shownThere}.` : `${where(there)} has ${shownThere}, but not in ${told.measure}.`;
	return null;
} // prettier-ignore

/** “to six hours, down from ten”, “…to six.”: nothing follows that it might count. */
const isElliptical = ({ paragraph: { normal }, all, index, end }: NumberThere) =>
	all[index - 1]?.measure !== undefined &&
	all[index].start - all[index - 1].end < 30 &&
	/^(?:[.,;]|$)/.test(normal.text.slice(end, end + 1));

/** “from 30 to 45 days”: the first number’s measure is the next one’s, or the second’s the first one’s. */
function measureOfList(text: string, all: readonly NumberFound[], index: number): string | undefined {
	const [before, next] = [all[index - 1], all[index + 1]];
	// “from ten hours to six”
	if (
		before?.measure &&
		/^[ -]?\p{L}+ (?:(?:down |up )?to|and|or|then) $/u.test(text.slice(before.end, all[index].start))
	)
		return before.measure;
	return next?.measure && /^\s?(?:to|or|and|-|~|至|到|或|,)\s?$/.test(text.slice(all[index].end, next.start))
		? next.measure
		: undefined;
}

/** A number’s part of its paragraph. */
interface Part {
	there: NumberThere;
	text: string;
	subjects: Subject[];
	words: ReadonlySet<string>;
	/** What it counts, where that follows at once. */
	noun?: string;
}

/** Who is named in a number’s own words; where nobody is, who was named last since the number before it. */
function subjectsOf(
	text: string,
	all: readonly NumberFound[],
	index: number,
	own: string,
	read: (text: string) => Subject[]
): Subject[] {
	const found = read(own);
	if (found.length) return found;
	const [from] = sentenceAround(text, all[index].start, all[index].start);
	const before = Math.max(from, index ? all[index - 1].end : 0);
	return before < all[index].start
		? read(
				text
					.slice(before, all[index].start)
					.split(/, ?(?:and|while|but|whereas) |,(?:而|但)/)
					.at(-1)!
			).slice(-1)
		: [];
}

/** “A and B have 6% and 8%, respectively”, 分别是: the second number is of the second who is named. */
function respective(
	text: string,
	all: readonly NumberFound[],
	index: number,
	read: (text: string) => Subject[]
): Subject[] | null {
	const number = all[index];
	const [from, to] = sentenceAround(text, number.start, number.end);
	const sentence = text.slice(from, to);
	if (!/分别|依次|\brespectively\b|\bin that order\b/i.test(sentence)) return null;
	const numbers = all.filter(
		({ start, end, kind, name }) => start >= from && end <= to && kind === number.kind && !name
	);
	const marked = sentence.search(/分别|依次/);
	const listed = marked < 0 ? numbers : numbers.filter(({ start }) => start > from + marked);
	const subjects = read(sentence).filter(({ ids }) => !ids[0].startsWith('place:'));
	const named = [...new Map(subjects.map((one) => [one.ids[0], one])).values()];
	const at = listed.indexOf(number);
	return at >= 0 && named.length === listed.length ? [named[at]] : null;
}

/** A number of a source, and those of its kind that might be told instead of it. */
class Around {
	readonly own: Part;
	private readonly parts = new Map<NumberFound, Part>();
	private all: Part[] | undefined;

	constructor(
		private readonly entry: Entry,
		readonly there: NumberThere
	) {
		this.own = this.read(there);
	}

	private read(there: NumberThere): Part {
		const { names } = this.entry.shared;
		const { text: whole } = there.paragraph.normal;
		const text = whole.slice(...segmentOf(whole, there.all, there.index));
		const { library } = there.scope;
		const read = (part: string) => subjectsIn(part, names, library);
		return {
			there,
			text,
			subjects:
				respective(whole, there.all, there.index, read) ?? subjectsOf(whole, there.all, there.index, text, read),
			words: contentWords(text),
			noun: nounAfter(whole, there.end)
		};
	}

	/** Beside it in its paragraph, and the first ones of the other paragraphs cited. */
	get others(): readonly Part[] {
		if (this.all) return this.all;
		const { there, entry } = this;
		const near = there.all.map((_, index) => index).slice(Math.max(0, there.index - neighbours), there.index + neighbours + 1);
		const beside = near.map((index): NumberThere => {
			const number = there.all[index];
			return { ...there, number, index, start: number.start, end: number.end };
		});
		const isLike = ({ number: { kind, measure, currency, name, weak, vague, value } }: NumberThere) =>
			kind === there.number.kind && measure === there.number.measure && sameCurrency(currency, there.number.currency) && !name && !weak && !vague && value !== there.number.value;
		const found = beside.filter(isLike);
		let looked = 0;
		for (const one of entry.numbers()) {
			if (++looked > 4 * manyPlaces) break;
			if (one.paragraph !== there.paragraph && isLike(one)) found.push(one);
		}
		return (this.all = found.map((one) => this.read(one)).filter(({ text }) => text !== this.own.text));
	} // prettier-ignore

	/** Words that a number’s part has, and no other number’s. */
	distinct(part: Part): Set<string> {
		const rest = [this.own, ...this.others].filter((one) => one !== part);
		return new Set([...part.words].filter((word) => !rest.some(({ words }) => words.has(word))));
	}
}

/** “from 22% to 31%”: is a number where something begins, or where it ends? */
function edgeOf(text: string, { start }: NumberFound): 'from' | 'to' | null {
	const left = text.slice(Math.max(0, start - 16), start);
	if (/(?:\bfrom|由|从|自)(?: (?:about|nearly|some|just|around|over))? ?[$€£]?$|(?:由|从)[^\d,.;]{0,5}$/.test(left)) return 'from';
	return /(?:\bto(?: (?:about|nearly|some|just|around|over))? ?[$€£]?|[升降增减涨跌提加长少高低到]到|[升降增减涨跌]至|升|到|至)$/.test(left) ? 'to' : null;
} // prettier-ignore

/** “fell from 3 to 4.5”: the words and the two numbers contradict each other. */
function pathWrong(text: string, all: readonly NumberFound[], index: number): boolean {
	const [before, number] = [all[index - 1], all[index]];
	if (!before || before.kind !== number.kind || number.kind === 'ordinal' || number.start - before.end > 40)
		return false;
	if (edgeOf(text, before) !== 'from' || edgeOf(text, number) !== 'to' || before.vague || number.vague) return false;
	const left = text
		.slice(Math.max(0, before.start - 40), before.start)
		.split(/[,.;]/)
		.at(-1)!;
	const direction = directionOf(left + text.slice(before.start, number.start));
	return direction !== null && number.value > before.value !== (direction === 'up') && number.value !== before.value;
}

function edgeWrong(told: NumberTold, there: NumberThere): string | null {
	const mine = edgeOf(told.text, told.number);
	const theirs = edgeOf(there.paragraph.normal.text, there.number);
	if (!mine || !theirs || mine === theirs) return null;
	// Only where the source has both ends.
	const { text } = there.paragraph.normal;
	const other = there.all[there.index + (theirs === 'from' ? 1 : -1)];
	if (!other || edgeOf(text, other) !== mine || Math.abs(other.start - there.start) > 60) return null;
	return `${where(there)} has it ${theirs} ${words(there, there.number)}, not ${mine}.`;
}

/** “11 to 7” for “7 to 11”, 11票对7票: two numbers in the other order. */
function orderWrong({ all, index, number, text }: NumberTold, there: NumberThere): string | null {
	const [next, before] = [all[index + 1], there.all[there.index - 1]];
	if (!next || !before || before.value !== next.value || number.value === next.value) return null;
	const source = there.paragraph.normal.text;
	const [mine, theirs] = [text.slice(number.end, next.start), source.slice(before.end, there.start)];
	return mine === theirs && mine.length < 14 && /\b(?:to|against|versus)\b|对|比|-/.test(mine) ? `${where(there)} has them the other way round: ${original(there.paragraph, before.start, there.end).text}.` : null;
} // prettier-ignore

/** A number told of a date that the source gives to another number. */
function dateToldWrong(entry: Entry, { dates, segment: [from, to], number }: NumberTold, there: NumberThere): string | null {
	const mine = dates.filter(({ start, end, relative, sense }) => start >= from && end <= to && !relative && sense !== 'vague').at(-1);
	const theirs = mine && lastDateBefore(there);
	if (!theirs || overlaps(mine.span, theirs.date.span) || there.scope.library.repeats(there.paragraph)) return null;
	const { others } = new Around(entry, there);
	const other = others.find((one) => {
		const last = one.there.scope.library.repeats(one.there.paragraph) ? null : lastDateBefore(one.there);
		return last && overlaps(mine.span, last.date.span) && one.there.number.kind === number.kind;
	});
	return other ? `${where(there)} has ${words(there, there.number)} of ${theirs.date.text}, and of ${mine.text} ${words(other.there, other.there.number)}.` : null;
} // prettier-ignore

/** Does the source give the number to another, and another number to whom or what it is told of? */
function subjectWrong(entry: Entry, told: NumberTold, there: NumberThere): string | null {
	const { names } = entry.shared;
	const text = told.text.slice(...told.segment);
	const mine = subjectsOf(told.text, told.all, told.index, text, (part) => subjectsIn(part, names));
	const around = new Around(entry, there);
	const { own } = around;
	const has = words(there, there.number);
	if (mine.length && own.subjects.length && !shareSubject(mine, own.subjects)) {
		const other = around.others.find((one) => shareSubject(mine, one.subjects));
		if (other) return `${where(there)} has ${has} of ${own.subjects[0].name}, and of ${mine[0].name} ${words(other.there, other.there.number)}.`;
	}
	if (primary(there.scope.library.language) !== primary(told.language) || shareSubject(mine, own.subjects)) return null;
	const said = contentWords(text);
	const isHan = primary(told.language) === 'zh';
	const noun = nounAfter(told.text, told.number.end);
	const isOwn = !noun || !own.noun || noun === own.noun || told.text.slice(told.number.end, told.number.end + 40).includes(own.noun) || (!isHan && own.words.has([...contentWords(noun)][0]));
	const counted = isOwn ? undefined : around.others.find((one) => one.noun === noun);
	if (counted) return `${where(there)} has ${has} of something else, and of this ${words(counted.there, counted.there.number)}.`;
	const shared = (part: Part) => [...around.distinct(part)].filter((word) => said.has(word));
	if (around.distinct(own).size === 0 || shared(own).length) return null;
	const other = around.others.find((one) => {
		if (noun && !isHan && one.noun === noun && own.noun !== noun && !own.words.has([...contentWords(noun)][0])) return true;
		const common = shared(one);
		// Both exchanged: what the source says of this number is told of the other one.
		const at = told.all.findIndex(({ value }) => value === one.there.number.value);
		const isTold = at >= 0 && [...contentWords(told.text.slice(...segmentOf(told.text, told.all, at)))].some((word) => own.words.has(word) && !one.words.has(word));
		if (isHan && noun && noun === own.noun && !isTold) return false;
		const isNamed = !isHan && common.some((word) => new RegExp(`(?<=[\\p{Ll}\\d,] )${word.replace(/[^\p{L}]/gu, '.')}`, 'iu').exec(text)?.[0].match(/^\p{Lu}/u));
		return common.length >= (isTold ? 1 : isHan ? 3 : 2) || isNamed;
	});
	return other ? `${where(there)} has ${has} of something else, and of this ${words(other.there, other.there.number)}.` : null;
} // prettier-ignore

/** The clause that a number stands in. */
function clauseAround(text: string, { start, end }: NumberFound): string {
	const [from, to] = sentenceAround(text, start, end);
	const before = text.slice(from, start).split(/[,:]/).at(-1)!;
	return before + text.slice(start, end) + text.slice(end, to).split(/[,:]/)[0];
}

function directionWrong(told: NumberTold, there: NumberThere): string | null {
	const mine = directionOf(told.text.slice(...told.segment)) ?? directionOf(clauseAround(told.text, told.number));
	if (!mine) return null;
	const { text } = there.paragraph.normal;
	const segment = text.slice(...segmentOf(text, there.all, there.index));
	const theirs = directionOf(segment) ?? directionOf(clauseAround(text, there.number)) ?? directionOf(text.slice(...sentenceAround(text, there.start, there.end)));
	return theirs && theirs !== mine ? `${where(there)} says that it went ${theirs}, not ${mine}.` : null;
} // prettier-ignore

function wrong(entry: Entry, told: NumberTold, there: NumberThere, is: ReturnType<typeof follows>): Wrong | null {
	const { number } = there;
	const { kind } = told.number;
	// 4.6 million, of dollars; but not “five die” of £5.
	const isMoney = kind === 'count' && number.kind === 'money' && !(told.number.value < 1000 && nounAfter(told.text, told.number.end));
	if (kind !== number.kind && !isMoney && !(number.kind === 'percent' && isPercentBefore(told))) {
		const message = kind === 'points' || number.kind === 'points' ? 'Per cent and percentage points are not the same' : 'That is another kind of number';
		return { rank: ranks.kind, message: `${where(there)} has ${words(there, number)}. ${message}.` };
	}
	const unit = unitWrong(told.text, told.number, there);
	if (unit) return { rank: ranks.unit, message: unit };
	const subject = subjectWrong(entry, told, there);
	if (subject) return { rank: ranks.subject, message: subject };
	const edge = edgeWrong(told, there) ?? orderWrong(told, there) ?? dateToldWrong(entry, told, there);
	if (edge) return { rank: ranks.subject, message: edge };
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

/** “rise by 18 per cent; in the east they fall by 4” */
const isPercentBefore = ({ all, index, number, text }: NumberTold) =>
	number.kind === 'count' &&
	all[index - 1]?.kind === 'percent' &&
	number.start - all[index - 1].end < 60 &&
	!nounAfter(text, number.end);

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
		if (pathWrong(normal.text, numbers, index)) return entry.claim('number', path, value, { verdict: 'missing', range, message: `From ${told.written.slice(...writtenAt(told, numbers[index - 1].start, numbers[index - 1].end))} to ${value} it does not go that way.` });
		const one = { number, all: numbers, index, dates: told.dates, text: normal.text, language, segment: segmentOf(normal.text, numbers, index) };
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
		const isCountry = subjectsIn(before.slice(-40), entry.shared.names).some(({ end, ids }) => end >= Math.min(40, before.length) - 1 && ids.some((id) => id.startsWith('place:')));
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
		if (other.vague || !(isAlike(number, other) || (other.kind === 'percent' && isPercentBefore(told)))) continue;
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

/** What a small number counts, in two characters or a word. */
const thingAfter = (text: string, end: number) =>
	/^[ -](\p{Ll}{3,})|^[个条项家种款座颗次名位倍架艘份篇](\p{sc=Han}{2})/u.exec(text.slice(end, end + 30))?.slice(1).find(Boolean)?.replace(/s$/, ''); // prettier-ignore

/** One, two and first are words as often as numbers: wrong only where the source has another number of the same thing. */
function weakNumber(entry: Entry, { normal: { text } }: Told, number: NumberFound, path: Path, value: string, range: [number, number]): void {
	const noun = thingAfter(text, number.end);
	if (number.vague || number.kind === 'percent' || (!number.measure && !noun)) return;
	let other: NumberThere | null = null;
	for (const there of entry.numbers()) {
		const { number: one } = there;
		if (one.kind !== number.kind || one.name) continue;
		const isSame = number.measure ? one.measure === number.measure : noun === thingAfter(there.paragraph.normal.text, one.end);
		if (one.value === number.value && (isSame || !number.measure)) return;
		if (isSame && !one.vague) other ??= there;
	}
	if (other)
		entry.claim('number', path, value, { verdict: 'missing', range, ...at(other), message: `${where(other)} has ${words(other, other.number)}${noun ? ` ${noun}` : ''}, not ${value}.` });
} // prettier-ignore

/** The word that a number counts, where it follows at once: hole of “46 holes”, 票 of 11票. */
function nounAfter(text: string, end: number): string | undefined {
	const [, word, han] =
		/^[ -](\p{Ll}{3,})|^[多余]?([^\P{sc=Han}的是在和与多余左上以之第万亿千百十])/u.exec(text.slice(end, end + 30)) ??
		[];
	return word && contentWords(word).size > 0 ? word.replace(/s$/, '') : han;
}

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
	const labels = figure.rows.map(({ label }) => JSON.stringify(label));
	const isOne = labels.every((label) => label === labels[0]);
	figure.rows.forEach((row, i) => {
		const format = row.format ?? figure.format;
		if (row.computed) {
			const result = compute(row.computed, format);
			if ('problem' in result) return;
			for (const operand of result.operands) operandOf(entry, operand, ['rows', i, 'computed'], `${row.value} = ${row.computed}`);
		} else {
			const label = (isOne ? [] : Object.entries(row.label)).map(([language, text]) => ({ language, text }));
			const when = Object.values(row.group ?? {});
			amount(entry, { ...row, rows: figure.rows.map(({ value }) => value), kind: kinds[format], format, path: ['rows', i, 'value'], label, when, owned: owners.size > 1 });
		}
	});
	const { whole } = figure;
	if (whole) amount(entry, { ...whole, rows: [], kind: kinds[figure.format], format: figure.format, path: ['whole', 'value'], label: [], when: [], owned: false });
} // prettier-ignore

interface Amount {
	value: number;
	kind: NumberKind;
	format: string;
	qualifier: Qualifier;
	actor?: string;
	path: Path;
	label: { language: string; text: string }[];
	/** The values of all rows. */
	rows: readonly number[];
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
		// Money of other countries has no format of its own: it is counted.
		const isAlike = number.kind === kind || (kind === 'count' && number.kind === 'money' && !sameCurrency(number.currency, 'USD'));
		if (isAlike && !number.name && !number.vague && sameNumber(looked, number, true)) same.push(there);
		if (near.size < shown && !number.weak && !number.name) near.add(words(there, number));
		if (same.length === manyPlaces) break;
	}
	if (same.length === 0)
		return claim({ verdict: 'missing', message: `${entry.say('has', 'have')} ${near.size ? [...near].join(', ') : 'no number'}, not this.` });
	let best: { there: NumberThere; rank: number; message?: string } | null = null;
	for (const there of same) {
		const { number } = there;
		const owner = ownerWrong(entry, wanted, there);
		const one = kind === 'money' && number.currency && !sameCurrency(number.currency, 'USD')
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
	const around = new Around(entry, there);
	const { own } = around;
	const { number, paragraph, scope } = there;
	const mine = [
		...(owned && actor ? [{ ids: [actor], name: actor, start: 0, end: 0 }] : []),
		...label.flatMap(({ text }) => subjectsIn(text, names))
	];
	// “B at a third of what A costs”: of a part, whom the clause begins with.
	const isPart = kind === 'percent' && number.unit === 0;
	const theirs = isPart ? own.subjects.slice(0, 1) : own.subjects;
	if (mine.length && theirs.length && !shareSubject(mine, theirs)) {
		const { others } = around;
		if (isPart || others.length === 0 || others.some((one) => shareSubject(mine, one.subjects)))
			return `${where(there)} has this number of ${theirs[0].name}, not of ${mine[0].name}.`;
	}
	const said = label.find(({ language }) => primary(language) === primary(scope.library.language));
	if (said && !shareSubject(mine, theirs)) {
		const labelled = contentWords(said.text);
		const shared = (part: Part) => [...around.distinct(part)].some((word) => labelled.has(word));
		const other = shared(own) ? undefined : around.others.find((one) => wanted.rows.includes(one.there.number.value) && shared(one));
		if (other) return `${where(other.there)} has ${words(other.there, other.there.number)} of ${said.text}.`;
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
	const wanted = [
		...(span ? [span] : []),
		...when.flatMap((text) => readTold(text, { reference }).dates.map((date) => date.span))
	];
	return wanted.length > 0 && !wanted.some((one) => overlaps(one, last.date.span));
}
