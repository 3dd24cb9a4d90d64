/** Checks quoted words against a source: to the letter, complete, and in quotation marks if they claim to be. */
import search from 'approx-string-match';
import { diffChars } from 'diff';
import type { Finding } from './finding.ts';
import { original, type Paragraph } from './source.ts';
import { Beside, quotationAround } from './quotedIn.ts';
import { at, gap, likeness, located, normal, type Hit, type Scope } from './scope.ts';

type Outcome = Pick<Finding, 'verdict' | 'how'> & Partial<Finding>;

const clauseEdge = /[,.;:!?"'()[\]、·~\-—]/;
const saying = /(?:说|称|道|表示|指出|认为|透露|坦言|直言|强调|宣布|写道|承认|是)$/;
const spacedLetter = /[\p{L}\p{N}]/u;
const han = /\p{sc=Han}/u;
/** In longer paragraphs only the likeliest stretch is searched. */
const longParagraph = 20_000;
/** Longest clause that is considered. */
const longClause = 400;

/** Longer quotations are searched for by their beginning. */
const longWords = 1000;
/** Number of pieces of the words that are searched for in a long paragraph. */
const probes = 64;
/** The most characters by which words may differ for the difference to be shown. */
const longDifference = 2000;

/** Words split at marked gaps into pieces in normal form. */
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

/** The runs in which all pieces follow each other within one paragraph, one at a time. */
function* runs(scope: Scope, { parts }: Pieces): Generator<Hit> {
	if (parts.length === 0) return;
	let paragraph: Paragraph | null = null;
	// Where each later piece was found: it is mostly the same for the next start.
	let places: number[] = [];
	for (const first of scope.places(parts[0])) {
		if (first.paragraph !== paragraph) {
			({ paragraph } = first);
			places = parts.map(() => 0);
		}
		let { end } = first;
		for (let i = 1; i < parts.length && end >= 0; i++) {
			if (places[i] >= 0 && places[i] < end) places[i] = paragraph.normal.text.indexOf(parts[i], end);
			end = places[i] < 0 ? -1 : places[i] + parts[i].length;
		}
		if (end >= 0) yield { ...first, end };
	}
}

/** The first run in any of the scopes. */
export function firstRun(scopes: readonly Scope[], wanted: Pieces): Hit | null {
	for (const scope of scopes) for (const hit of runs(scope, wanted)) return hit;
	return null;
}

/** Does a paraphrase begin and end where a clause does? */
function clauseEdges({ paragraph, start, end }: Hit, { openStart, openEnd }: Pieces): { start: boolean; end: boolean } {
	const { text } = paragraph.normal;
	const before = text.slice(Math.max(0, start - 8), start);
	const [left, right] = [before.trimEnd().at(-1), text.slice(end, end + 8).trimStart()[0]];
	const isWord = (character: string | undefined) =>
		character !== undefined && spacedLetter.test(character) && !han.test(character);
	return {
		start:
			openStart ||
			left === undefined ||
			clauseEdge.test(left) ||
			saying.test(before) ||
			(isWord(left) && /\s$/.test(before)),
		end: openEnd || right === undefined || clauseEdge.test(right) || clauseEdge.test(text[end - 1])
	};
}

/** The clause that a paraphrase was cut from. */
function clauseAround(hit: Hit, wanted: Pieces): string {
	const fits = clauseEdges(hit, wanted);
	const { text } = hit.paragraph.normal;
	const before = text.slice(Math.max(0, hit.start - longClause), hit.start);
	const edge = /[,.;:!?]/g;
	const edgeBefore = [...before.matchAll(edge)].at(-1);
	const next = text.slice(hit.end, hit.end + longClause).search(edge);
	const from = fits.start ? hit.start : hit.start - before.length + (edgeBefore ? edgeBefore.index + 1 : 0);
	const to = fits.end ? hit.end : next < 0 ? Math.min(text.length, hit.end + longClause) : hit.end + next;
	return original(hit.paragraph, from, to).text;
}

/** @returns the nearest passage in the cited paragraphs, if any is near, and how the words differ from it */
function nearest(whole: string, scopes: readonly Scope[]): { hit: Hit; difference?: string } | null {
	const wanted = whole.slice(0, longWords);
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
	const { paragraph, start, end } = best.hit;
	const there = paragraph.normal.text.slice(start, end + whole.length - wanted.length);
	// The types omit that this option may yield undefined.
	const parts = diffChars(whole, there, { maxEditLength: longDifference }) as ReturnType<typeof diffChars> | undefined;
	const difference = parts
		?.map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
		.join('');
	return { hit: best.hit, difference };
}

/** The stretch of a very long paragraph around a piece of the words, to keep the search fast. */
function likely({ normal: { text } }: Paragraph, wanted: string): { text: string; offset: number } {
	if (text.length <= longParagraph) return { text, offset: 0 };
	for (let size = Math.min(8, wanted.length); size > 1; size = Math.floor(size / 2))
		for (let from = 0; from + size <= wanted.length; from += Math.max(size, Math.ceil(wanted.length / probes))) {
			const at = text.indexOf(wanted.slice(from, from + size));
			if (at < 0) continue;
			const offset = Math.max(0, at - 2 * wanted.length);
			return { text: text.slice(offset, at + 3 * wanted.length), offset };
		}
	return { text: '', offset: 0 };
}

/**
 * @param kind direct and term must stand in quotation marks, complete or with marked cuts (…); reported must not, and
 * has to begin and end where a clause does
 */
export function checkWords(
	words: string,
	kind: 'direct' | 'term' | 'reported',
	scopes: readonly Scope[]
): { outcome: Outcome; hit: Hit | null } {
	const wanted = pieces(words);
	let first: Hit | null = null;
	for (const scope of scopes) {
		let beside = new Beside('');
		for (const hit of runs(scope, wanted)) {
			first ??= hit;
			const { text } = hit.paragraph.normal;
			if (beside.text !== text) beside = new Beside(text);
			if (judge(hit, kind, wanted, beside)) continue;
			return { outcome: { ...likeness(words, hit), ...located(hit) }, hit };
		}
	}
	if (!first) return { outcome: absent(normal(words), scopes), hit: null };
	const wrong = judge(first, kind, wanted, new Beside(first.paragraph.normal.text))!;
	return { outcome: { verdict: 'missing', how: [], ...at(first), message: message(wrong, first, wanted) }, hit: first };
}

type Wrong = 'quoted' | 'unquoted' | 'clause' | { cut: [number, number] };

/** What is wrong with the place of the words; null if nothing is. */
function judge(hit: Hit, kind: 'direct' | 'term' | 'reported', wanted: Pieces, beside: Beside): Wrong | null {
	const quotation = quotationAround(hit);
	if (kind === 'reported') {
		if (quotation) return 'quoted';
		const fits = clauseEdges(hit, wanted);
		return fits.start && fits.end ? null : 'clause';
	}
	if (!quotation) return 'unquoted';
	const [from, to] = quotation;
	const startCut = !wanted.openStart && beside.before(from, hit.start);
	const endCut = !wanted.openEnd && beside.after(hit.start, hit.end, to);
	return startCut || endCut ? { cut: quotation } : null;
}

function message(wrong: Wrong, hit: Hit, wanted: Pieces): string {
	if (wrong === 'quoted')
		return 'The source has these words in quotation marks. Write kind: direct, or term for a word or two.';
	if (wrong === 'unquoted')
		return 'The source does not have these words in quotation marks. Write kind: reported, or quote what is.';
	if (wrong === 'clause')
		return `It is cut in the middle of a clause. Write it whole, or mark the cut with …: ${clauseAround(hit, wanted)}`;
	return `It is cut without saying so. Write it whole, or mark the cut with …: ${original(hit.paragraph, ...wrong.cut).text}`;
}

/** The outcome for words that are not in the cited paragraphs. */
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
				message: `It is not in ${paragraphsInWords(cited)}. It stands in paragraph ${paragraph.number}: cite that.`
			};
		}
	}
	const near = nearest(wanted, scopes);
	const cited = scopes.flatMap(({ cited }) => cited ?? []);
	const where = cited.length ? paragraphsInWords(cited) : 'the source';
	if (!near) return { verdict: 'missing', how: [], message: `It is not in ${where}, nor is anything near it.` };
	const there = original(near.hit.paragraph, near.hit.start, near.hit.end).text;
	return {
		verdict: 'missing',
		how: [],
		...at(near.hit),
		message: `It is not in ${where}. The nearest there: ${there}`,
		difference: near.difference
	};
}

/** “paragraph 4”, “paragraphs 4 and 6”, “paragraphs 4, 6 and 7” */
export function paragraphsInWords(numbers: readonly number[]): string {
	const last = numbers.at(-1);
	return numbers.length === 1 ? `paragraph ${last}` : `paragraphs ${numbers.slice(0, -1).join(', ')} and ${last}`;
}
