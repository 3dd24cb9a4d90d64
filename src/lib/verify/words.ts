/** Quoted words held against a source: to the letter, whole, and in quotation marks where they are said to be. */
import search from 'approx-string-match';
import { diffChars } from 'diff';
import type { Finding } from './finding.ts';
import { original, type Paragraph } from './source.ts';
import { at, gap, likeness, located, normal, type Hit, type Scope } from './scope.ts';
import { quotations } from './speech.ts';

type Outcome = Pick<Finding, 'verdict' | 'how'> & Partial<Finding>;

const clauseEdge = /[,.;:!?"'()[\]、·~\-—]/;
const sentenceEdge = /[.!?;]["']*$/;
const saying = /(?:说|称|道|表示|指出|认为|透露|坦言|直言|强调|宣布|写道|承认|是)$/;
const spacedLetter = /[\p{L}\p{N}]/u;
const han = /\p{sc=Han}/u;
/** Beyond this a paragraph is searched for its likeliest stretch only. */
const longParagraph = 20_000;
/** No clause is longer. */
const longClause = 400;

/** Words as pieces between marked gaps, in normal form. */
interface Pieces {
	parts: string[];
	openStart: boolean;
	openEnd: boolean;
}

export function pieces(words: string): Pieces {
	const raw = words.trim().split(gap);
	const openStart = raw[0] === '' && raw.length > 1;
	const openEnd = raw.at(-1) === '' && raw.length > 1;
	return { parts: raw.filter((part) => part !== '').map(normal), openStart, openEnd };
}

/** The runs in which all pieces follow each other within one paragraph. */
export function runs(scope: Scope, { parts }: Pieces): Hit[] {
	if (parts.length === 0) return [];
	return scope.places(parts[0]).flatMap((first) => {
		let { end } = first;
		for (const part of parts.slice(1)) {
			const next = first.paragraph.normal.text.indexOf(part, end);
			if (next < 0) return [];
			end = next + part.length;
		}
		return [{ ...first, end }];
	});
}

const marked = new WeakMap<Paragraph, [number, number][]>();

function quotationsIn(paragraph: Paragraph): [number, number][] {
	let found = marked.get(paragraph);
	if (!found) marked.set(paragraph, (found = quotations(paragraph.text)));
	return found;
}

/** The quotation that a run stands in: [start, end) in the normal form, or null. */
function quotationAround({ paragraph, start, end }: Hit): [number, number] | null {
	const here = original(paragraph, start, end);
	const around = quotationsIn(paragraph)
		.filter(([from, to]) => from <= here.start && to >= here.start + here.text.length)
		.sort((a, b) => a[1] - a[0] - (b[1] - b[0]))[0];
	if (!around) return null;
	const { starts } = paragraph.normal;
	const unit = (offset: number) => {
		let [low, high] = [0, starts.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (starts[middle] < offset) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return [unit(around[0]), unit(around[1])];
}

const trimmed = (text: string) => text.replace(/^[\s,.;:!?"'-]+|[\s,.;:!?"'-]+$/g, '');

/** What a quotation was cut from, if it is not marked; null where it is whole or ends with a sentence. */
function unmarkedCut(hit: Hit, [from, to]: [number, number], { openStart, openEnd }: Pieces): string | null {
	const { text } = hit.paragraph.normal;
	const before = text.slice(from, hit.start);
	const after = text.slice(hit.end, to);
	const inner = text.slice(hit.start, hit.end);
	const startCut = !openStart && trimmed(before) !== '' && !sentenceEdge.test(before.trim());
	const endCut =
		!openEnd && trimmed(after) !== '' && !sentenceEdge.test(inner) && !/^["']*[.!?;]/.test(after.trimStart());
	return startCut || endCut ? original(hit.paragraph, from, to).text : null;
}

/** Do a paraphrase’s words begin and end where a clause does? */
function clauseCut(hit: Hit, { openStart, openEnd }: Pieces): string | null {
	const { text } = hit.paragraph.normal;
	const before = text.slice(Math.max(0, hit.start - longClause), hit.start);
	const [left, right] = [before.trimEnd().at(-1), text.slice(hit.end).trimStart()[0]];
	const isWord = (character: string | undefined) =>
		character !== undefined && spacedLetter.test(character) && !han.test(character);
	const startFits =
		openStart ||
		left === undefined ||
		clauseEdge.test(left) ||
		saying.test(before) ||
		(isWord(left) && /\s$/.test(before));
	const last = text[hit.end - 1];
	const endFits = openEnd || right === undefined || clauseEdge.test(right) || clauseEdge.test(last);
	if (startFits && endFits) return null;
	const edge = /[,.;:!?]/g;
	const edgeBefore = [...before.matchAll(edge)].at(-1);
	const next = text.slice(hit.end, hit.end + longClause).search(edge);
	const from = startFits ? hit.start : hit.start - before.length + (edgeBefore ? edgeBefore.index + 1 : 0);
	const to = endFits ? hit.end : next < 0 ? Math.min(text.length, hit.end + longClause) : hit.end + next;
	return original(hit.paragraph, from, to).text;
}

/** @returns the nearest passage in the paragraphs cited, if any is near, and how the words differ from it */
export function nearest(wanted: string, scopes: readonly Scope[]): { hit: Hit; difference: string } | null {
	let best: { hit: Hit; errors: number } | null = null;
	const limit = Math.max(1, Math.floor(wanted.length * 0.6));
	for (const scope of scopes)
		for (const paragraph of scope.paragraphs) {
			if (scope.cited === null && scope.paragraphs.length > 200) break;
			const { text, offset } = likely(paragraph, wanted);
			const most = Math.min(limit, (best?.errors ?? Infinity) - 1);
			if (most < 0) break;
			for (const { start, end, errors } of search(text, wanted, most).slice(0, 1))
				best = { hit: { scope, paragraph, start: start + offset, end: end + offset }, errors };
		}
	if (!best) return null;
	const there = best.hit.paragraph.normal.text.slice(best.hit.start, best.hit.end);
	const difference = diffChars(wanted, there)
		.map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
		.join('');
	return { hit: best.hit, difference };
}

/** Of a very long paragraph the stretch around a piece of the words, so that looking stays quick. */
function likely({ normal: { text } }: Paragraph, wanted: string): { text: string; offset: number } {
	if (text.length <= longParagraph) return { text, offset: 0 };
	for (let size = Math.min(8, wanted.length); size > 1; size = Math.floor(size / 2))
		for (let from = 0; from + size <= wanted.length; from += size) {
			const at = text.indexOf(wanted.slice(from, from + size));
			if (at < 0) continue;
			const offset = Math.max(0, at - 2 * wanted.length);
			return { text: text.slice(offset, at + 3 * wanted.length), offset };
		}
	return { text: '', offset: 0 };
}

/**
 * @param kind direct and term have to stand in quotation marks, whole or with their cuts marked (…); reported must not,
 *   and begins and ends where a clause does
 */
export function checkWords(
	words: string,
	kind: 'direct' | 'term' | 'reported',
	scopes: readonly Scope[]
): { outcome: Outcome; hit: Hit | null } {
	const wanted = pieces(words);
	const hits = scopes.flatMap((scope) => runs(scope, wanted));
	if (hits.length === 0) return { outcome: absent(normal(words), scopes), hit: null };

	const judged = hits.map((hit): { hit: Hit; outcome: Outcome; good: boolean } => {
		const quotation = quotationAround(hit);
		const wrong = (message: string) => ({
			hit,
			good: false,
			outcome: { verdict: 'missing' as const, how: [], ...at(hit), message }
		});
		const good = () => ({ hit, good: true, outcome: { ...likeness(words, hit) } });
		if (kind === 'reported') {
			if (quotation)
				return wrong('the source has these words in quotation marks; write kind: direct, or term for a word or two');
			const cut = clauseCut(hit, wanted);
			return cut ? wrong(`cut in the middle of a clause; write it whole, or mark the cut with …: ${cut}`) : good();
		}
		if (!quotation)
			return wrong('the source does not have these words in quotation marks; write kind: reported, or quote what is');
		const cut = unmarkedCut(hit, quotation, wanted);
		return cut ? wrong(`cut without saying so; write it whole, or mark the cut with …: ${cut}`) : good();
	});
	const chosen = judged.find(({ good }) => good) ?? judged[0];
	if (chosen.good) Object.assign(chosen.outcome, located(chosen.hit));
	return { outcome: chosen.outcome, hit: chosen.hit };
}

/** What to say of words that do not stand in the paragraphs cited. */
export function absent(wanted: string, scopes: readonly Scope[]): Outcome {
	for (const { library, cited } of scopes) {
		const paragraph = cited && library.anywhere(wanted);
		if (paragraph) {
			const place = library.text.place(paragraph, 0);
			return {
				verdict: 'missing',
				how: [],
				source: library.id,
				place,
				message: `not in ${list(cited)}; it stands in P${paragraph.number}: cite that`
			};
		}
	}
	const near = nearest(wanted, scopes);
	const cited = scopes.flatMap(({ cited }) => cited ?? []);
	const where = cited.length ? list(cited) : 'the source';
	if (!near) return { verdict: 'missing', how: [], message: `not in ${where}, nor anything near it` };
	const there = original(near.hit.paragraph, near.hit.start, near.hit.end).text;
	return {
		verdict: 'missing',
		how: [],
		...at(near.hit),
		message: `not in ${where}; the nearest there: ${there}`,
		difference: near.difference
	};
}

export const list = (numbers: readonly number[]) => numbers.map((number) => `P${number}`).join(', ');
