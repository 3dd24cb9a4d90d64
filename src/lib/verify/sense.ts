/**
 * Finds what only understanding can compare: sentences with a negation, a cause or a superlative, or with nothing that
 * a program can look up. They are listed for a person.
 */
import { directionOf, type Direction } from './direction.ts';
import type { Entry, Path } from './entry.ts';
import { paragraphs } from './checkNames.ts';
import { mentionsOf, type Mentions } from './mentions.ts';
import type { Names } from './names.ts';
import { memoiseByObject } from './remember.ts';
import type { Paragraph } from './source.ts';
import { at, isReadable, primary, type Library } from './scope.ts';
import { sentencesOf } from './segments.ts';
import { contentWords, shareSubject, subjectsIn, type Subject } from './subjects.ts';
import { writtenAt, type Told } from './told.ts';

const cues: [name: string, pattern: RegExp][] = [
	[
		'it denies something',
		/\b(?:not|never|no|none|nobody|nothing|nor|neither|without|fail(?:s|ed)? to|refus(?:e[sd]?|ing)|den(?:y|ies|ied)|lack(?:s|ed)?|cannot|hardly|unable|stopped)\b|n't\b|不(?!断|仅|但|过|同|少|久|止)|没|未(?!来)|无(?!线|人机|疑)|拒绝|否认|缺乏|从不|并非/i
	],
	[
		'it gives a cause',
		/\b(?:because|therefore|hence|thus|since(?! \d)|so that|as a result|result(?:s|ed|ing)? (?:in|from)|caus(?:e[sd]?|ing)|led to|leads to|thanks to|due to|owing to|forced?|enabl(?:e[sd]|ing)|after which|in order to|why)\b|因为|因此|由于|所以|导致|致使|造成|使得|迫使|从而|以致|促使|得益于|为了|缘于/i
	],
	[
		'it says that something is first, most or only',
		/\b(?:most|least|best|worst|first|last|only|largest|biggest|smallest|greatest|highest|lowest|longest|shortest|oldest|youngest|earliest|latest|fastest|cheapest|strongest|richest|unique|sole|top|leading|ever|[a-z]{3,}est)\b|最|首[次个位]|第一|唯一|仅有|头号|顶级|空前|史上/i
	]
];

/** Longer sources are not searched sentence by sentence. */
const longScope = 40_000;
/** Share of a title’s words that the cited paragraphs must have for the title to count as said there. */
const enough = 0.6;

/** Tests whether the cited paragraphs have a word; null if the sources are in another language or too long. */
function wordThere(entry: Entry, language: string): ((word: string) => boolean) | null {
	const scopes = entry.scopes.filter(({ library }) => primary(library.language) === primary(language));
	const all = scopes.flatMap(({ library, paragraphs }) => paragraphs.map((paragraph) => ({ library, paragraph })));
	const length = all.reduce((sum, { paragraph }) => sum + paragraph.normal.text.length, 0);
	return all.length && length < longScope
		? (word) => all.some(({ library, paragraph }) => library.contentOf(paragraph).has(word))
		: null;
}

/** @param isTitle the text says what happened in so few words that none may be ignored */
export function sense(entry: Entry, told: Told, path: Path, language: string, isTitle: boolean): void {
	if (!isReadable(language)) return;
	const { text } = told.normal;
	const { names } = entry.shared;
	const isThere = wordThere(entry, language);
	let sentences: Sentence[] | undefined;
	for (const [start, end] of sentencesOf(text)) {
		const sentence = text.slice(start, end);
		const reasons = cues.filter(([, pattern]) => pattern.test(sentence)).map(([name]) => name);
		const isIn = (one: { start: number; end: number }) => one.start < end && start < one.end;
		const held = told.numbers.some(isIn) || told.dates.some(isIn) || subjectsIn(sentence, names).length > 0;
		if (!cues[0][1].test(sentence)) {
			sentences ??= sentencesThere(entry);
			const best = likest(sentence, sentences, names);
			if (best && cues[0][1].test(best.text)) reasons.push('the source denies something there');
		}
		if ((!held || isTitle) && !reasons.length) {
			const words = [...contentWords(sentence)];
			const known = isThere && words.filter(isThere).length >= enough * words.length;
			if (!known) reasons.push(held ? 'it says so in other words' : 'no name, number or date of it can be looked for');
		}
		if (reasons.length) {
			const range = writtenAt(told, start, end);
			entry.sense(
				path,
				told.written.slice(...range).trim(),
				range,
				`Compare with ${paragraphs(entry)}: ${reasons.join('; ')}.`
			);
		}
	}
}

interface Sentence {
	library: Library;
	paragraph: Paragraph;
	/** Position in the paragraph, [start, end). */
	start: number;
	end: number;
	text: string;
	words: ReadonlySet<string>;
	subjects: readonly Subject[];
	direction: Direction | null;
}

/** Checks sentences that say that something rose, where the most similar sentence of the source says that it fell. */
export function directions(entry: Entry, told: Told, path: Path, language: string): void {
	if (!isReadable(language)) return;
	const { text } = told.normal;
	const { names } = entry.shared;
	let there: Sentence[] | undefined;
	for (const [start, end] of sentencesOf(text)) {
		const sentence = text.slice(start, end);
		const mine = directionOf(sentence);
		if (!mine || told.numbers.some((one) => !one.weak && one.start >= start && one.end <= end)) continue;
		there ??= sentencesThere(entry);
		const best = likest(sentence, there, names);
		if (!best?.direction || best.direction === mine) continue;
		const range = writtenAt(told, start, end);
		entry.claim('direction', path, told.written.slice(...range).trim(), {
			verdict: 'missing',
			range,
			...at({ ...best, scope: entry.scopes.find(({ paragraphs }) => paragraphs.includes(best.paragraph))! }),
			message: `Paragraph ${best.paragraph.number} says that it went ${best.direction}, not ${mine}.`
		});
	}
}

/** The sentence most like another among those cited, by words and names; null if none shares two of them. */
function likest(sentence: string, there: readonly Sentence[], names: Names): Sentence | null {
	const [words, subjects] = [contentWords(sentence), subjectsIn(sentence, names)];
	let best: Sentence | null = null;
	let most = 1;
	for (const one of there) {
		let score = shareSubject(subjects, one.subjects) ? 1 : 0;
		for (const word of words) if (one.words.has(word)) score++;
		if (score > most) [best, most] = [one, score];
	}
	return best;
}

const sentences = memoiseByObject(({ library, subjectsIn }: Mentions) =>
	memoiseByObject((paragraph: Paragraph) =>
		sentencesOf(paragraph.normal.text).map(([start, end]): Sentence => {
			const text = paragraph.normal.text.slice(start, end);
			const [words, direction] = [contentWords(text), directionOf(text)];
			return { library, paragraph, start, end, text, words, subjects: subjectsIn(text), direction };
		})
	)
);

function sentencesThere({ scopes, shared: { names } }: Entry): Sentence[] {
	return scopes.flatMap(({ library, paragraphs }) => {
		const length = paragraphs.reduce((sum, { normal }) => sum + normal.text.length, 0);
		return length > longScope ? [] : paragraphs.flatMap(sentences(mentionsOf(library, names)));
	});
}
