/** Words that are written as names: capitalised within a sentence, Latin in a Chinese text, between 《》. */
import { memoiseByObject, memoiseByText } from './remember.ts';

export interface Proper {
	text: string;
	/** Position in the text, [start, end). */
	start: number;
	end: number;
	/** Stands where any word would have a capital. */
	first: boolean;
}

const word =
	/(?<![\p{L}\p{N}'])(?:(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}\p{N}]*(?:['&-][\p{L}\p{N}]+|\.\p{Ll}{2,3}(?![\p{L}]))*)/gu;
const opening = /(?:^|[.!?:;\n(["'*[\]-])\s*["'([]*$/u;
const reach = 8;

/** Capitalised words that are not names. */
const ordinary = new Set(
	`i i'm i've i'd i'll a january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr prof sir lord lady sen rep gov gen col capt st no ceo cto cfo coo president prime minister king queen emperor god internet web earth tv radio ok am pm ad bc ce bce dna ai it uk us eu un pc english north south east west northern southern eastern western state government congress parliament senate house court university college institute company corporation inc ltd co corp street avenue road river lake sea ocean world war first second third cold great new old city town county`.split(
		' '
	)
);

export const isOrdinary = (text: string) => ordinary.has(text.toLowerCase());

/** Capitalised words in an English text, except ordinary ones. */
export function capitals(text: string): Proper[] {
	return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
		const bare = found.replace(/'s?$/, '');
		if (bare.length < 2 || isOrdinary(bare) || /^[IVXLCDM]+$/.test(bare)) return [];
		const first = opening.test(text.slice(Math.max(0, index - reach), index));
		return [{ text: bare, start: index, end: index + bare.length, first }];
	});
}

const latin = /[\p{sc=Latin}\p{N}]+(?:[.&'-][\p{sc=Latin}\p{N}]+)*/gu;
/** The part of a transcribed name that certainly belongs to it. */
const transcribed = /\p{sc=Han}{1,2}·\p{sc=Han}{2}/gu;
const titled = /《([^《》]{1,60})》/gu;

/** In a Chinese text: words in Latin letters, transcribed names (埃里克·施密特), and titles of works. */
export function foreign(text: string): Proper[] {
	const found: Proper[] = [...text.matchAll(latin)]
		.filter(({ 0: one }) => one.length > 1 && !/^\d/.test(one) && !/^[a-z]{1,3}$/.test(one) && !isOrdinary(one))
		.map(({ 0: one, index }) => ({ text: one, start: index, end: index + one.length, first: false }));
	for (const { 0: name, index } of text.matchAll(transcribed))
		found.push({ text: name, start: index, end: index + name.length, first: false });
	for (const { 1: title, index } of text.matchAll(titled))
		found.push({ text: title, start: index + 1, end: index + 1 + title.length, first: false });
	return found;
}

/** Endings of words that are derived from a name: Victorian, Keynesian, Parisians. */
const endings = /^(?:s|es|n|ns|an|ans|ian|ians|ean|ese|ish|er|ers|ist|ists|i|is|'s)$/;

/** Does a paragraph have a word, its stem or a derivative? @param words of the paragraph, in lower case */
export const hasWord = (words: ReadonlySet<string>, text: string): boolean => wordsOf(words)(text);
const wordsOf = memoiseByObject((words: ReadonlySet<string>) => memoiseByText((text) => isWordOf(words, text)));

function isWordOf(words: ReadonlySet<string>, text: string): boolean {
	const lower = text.toLowerCase();
	if (words.has(lower)) return true;
	const parts = lower.split(/[.&-]/).filter((part) => part.length > 1);
	if (parts.length > 1 && parts.every((part) => words.has(part))) return true;
	for (let length = Math.max(4, lower.length - 4); length < lower.length; length++) {
		const [base, ending] = [lower.slice(0, length), lower.slice(length)];
		if (words.has(base) && endings.test(ending) && (!/^ns?$/.test(ending) || base.endsWith('a'))) return true;
	}
	return ['s', 'n', 'an', 'ian', 'ese', 'ish'].some(
		(ending) => (ending !== 'n' || lower.endsWith('a')) && words.has(lower + ending)
	);
}

/** Does a text spell out an acronym: “United Nations” for UN? */
export function isAcronym(initials: string, text: string): boolean {
	if (!/^(?:\p{Lu}\.?){2,6}$/u.test(initials)) return false;
	const spelt = [...initials.replaceAll('.', '')]
		.map((letter) => `${letter}[\\p{L}'-]+`)
		.join(String.raw`(?: (?:of|for|and|the|on|in) | )`);
	return new RegExp(`(?<![\\p{L}])${spelt}`, 'u').test(text);
}
