/** Checks quoted words, who says them, and their translations. */
import type { Quote } from '../story/model.ts';
import { actor } from './checkNames.ts';
import type { Entry } from './entry.ts';
import { mentionsOf } from './mentions.ts';
import { findNumbers, sameNumber } from './numerals.ts';
import type { NumberFound } from './numerals/found.ts';
import { follows } from './qualifiers.ts';
import { foreign } from './proper.ts';
import { original } from './source.ts';
import { at, isReadable, normal, primary, type Hit } from './scope.ts';
import { speakerOf } from './speech.ts';
import { shareSubject, subjectsIn } from './subjects.ts';
import { checkWords, pieces } from './words.ts';

/** Length of normalised text that is searched on either side of the words. */
const aroundSpeech = 2000;

/** The words must stand in the source, which must give them to their speaker. */
export function words(entry: Entry, quote: Quote): void {
	const listed = [quote.words].flat();
	const hits: Hit[] = [];
	listed.forEach((one, i) => {
		const path = Array.isArray(quote.words) ? ['words', i] : ['words'];
		if (one.trim() === '')
			return entry.claim('words', path, '', { verdict: 'unchecked', message: 'There are none to check.' });
		const scopes = entry.scopes.filter(({ library }) => primary(library.language) === primary(quote.language));
		if (scopes.length === 0)
			return entry.claim('words', path, one, {
				verdict: 'unchecked',
				message: `The words are in ${quote.language}, and the source is not: a person has to compare.`
			});
		const { outcome, hit } = checkWords(one, quote.kind, scopes);
		entry.claim('words', path, one, outcome);
		if (hit && outcome.verdict !== 'missing') hits.push(hit);
	});
	speaker(entry, quote, hits);
}

/** The speaker must be named there, and the words must not be somebody else’s. */
function speaker(entry: Entry, quote: Quote, hits: readonly Hit[]): void {
	const { names } = entry.shared;
	const id = quote.speaker;
	for (const hit of hits) {
		const { library } = hit.scope;
		if (!isReadable(library.language)) continue;
		// The speaker is named within a few sentences, however long the paragraph.
		const base = Math.max(0, hit.start - aroundSpeech);
		const text = hit.paragraph.normal.text.slice(base, hit.end + aroundSpeech);
		const named = names.all(text, mentionsOf(library, names).saysWhole);
		const said = piecesOf(quote, hit).flatMap(([start, end]) => {
			const at = start - base;
			const from = /["']/.test(text[at - 1] ?? '') ? at - 1 : at;
			const near = speakerOf(text, from, end - base, named);
			return near ? [{ ...near, start: near.start + base, end: near.end + base }] : [];
		});
		const other = said.some(({ actor }) => actor.id === id) ? undefined : said[0];
		if (other)
			return entry.claim('speaker', ['speaker'], id, {
				verdict: 'missing',
				...at({ ...hit, start: other.start, end: other.end }),
				message: `The source seems to give the words to ${other.actor.id} (${original(hit.paragraph, other.start, other.end).text}). Correct the speaker, or write under reviewed why it is right.`
			});
	}
	actor(entry, id, ['speaker'], 'speaker');
}

/** Where words have a marked omission, either end may say who speaks: [start, end) of each end, in the paragraph. */
function piecesOf({ words }: Quote, { paragraph, start, end }: Hit): [number, number][] {
	const text = paragraph.normal.text.slice(start, end);
	for (const one of [words].flat()) {
		const { parts } = pieces(one);
		const [first, last] = [parts[0], parts.at(-1)];
		if (parts.length > 1 && first && last && text.startsWith(first) && text.endsWith(last))
			return [
				[start, start + first.length],
				[end - last.length, end]
			];
	}
	return [[start, end]];
}

/** A translation is for a person to judge, but must have the numbers and names of the original. */
export function translations(entry: Entry, quote: Quote): void {
	const words = [quote.words].flat().join(' / ');
	for (const [language, text] of Object.entries(quote.translation ?? {})) {
		const written = [text].flat().join(' / ');
		const wrong =
			numbersWrong(words, written) ??
			(isReadable(quote.language) && isReadable(language)
				? namesWrong(entry, words, quote.language, written, language)
				: null);
		entry.claim(
			'translation',
			['translation', language],
			written,
			wrong
				? { verdict: 'missing', message: wrong }
				: { verdict: 'sense', message: 'Its numbers and names are those of the words. Does it say the same?' }
		);
	}
}

const numbersOf = (text: string) => findNumbers(normal(text)).filter(({ weak, kind }) => !weak && kind !== 'ordinal');
const amount = ({ value, unit, qualifier }: NumberFound) => ({ value, step: unit, qualifier });

function numbersWrong(words: string, translation: string): string | null {
	const [wanted, there] = [numbersOf(words), numbersOf(translation)];
	const isIn = (one: NumberFound, list: readonly NumberFound[]) =>
		list.some((other) => sameNumber(one, other, false) || sameNumber(other, one, false));
	const differ = [...there.filter((one) => !isIn(one, wanted)), ...wanted.filter((one) => !isIn(one, there))];
	if (differ.length) return `Its numbers are not those of the words: ${differ.map(({ value }) => value).join(', ')}.`;
	const hedged = there.find(
		(one) => !wanted.some((other) => ['same', 'rounded'].includes(follows(amount(one), amount(other)) ?? ''))
	);
	return hedged ? `The words have ${hedged.value} with another hedge, or without one.` : null;
}

const tight = (text: string) => normal(text).replace(/[\s-]/g, '').toLowerCase();

function namesWrong(entry: Entry, words: string, from: string, translation: string, to: string): string | null {
	const { names } = entry.shared;
	const [wanted, there] = [words, translation].map((text) => subjectsIn(normal(text), names));
	const lost = wanted.find((one) => !shareSubject([one], there) && !tight(translation).includes(tight(one.name)));
	if (lost) return `The words name ${lost.name}, and the translation does not.`;
	const isCited = (id: string) =>
		entry.scopes.some((scope) => scope.paragraphs.some(({ normal }) => names.findFamily(id, normal.text, true)));
	const added = there.find(
		(one) =>
			!shareSubject([one], wanted) &&
			!tight(words).includes(tight(one.name)) &&
			!(names.get(one.ids[0]) && isCited(one.ids[0]))
	);
	if (added) return `The translation names ${added.name}, and the words do not.`;
	// Latin words in a Chinese text are names, and stay as they are.
	const isFree = (list: typeof wanted, start: number, end: number) =>
		!list.some((one) => one.start < end && start < one.end);
	const latin = (text: string, list: typeof wanted) =>
		foreign(normal(text)).filter(({ start, end, text: one }) => isFree(list, start, end) && /\p{sc=Latin}/u.test(one));
	const kept = primary(from) === 'zh' ? latin(words, wanted) : [];
	const gone = kept.find((one) => !tight(translation).includes(tight(one.text)));
	if (gone) return `The words have ${gone.text}, and the translation does not.`;
	const brought = primary(to) === 'zh' ? latin(translation, there) : [];
	const strange = brought.find((one) => !tight(words).includes(tight(one.text)));
	return strange ? `The translation has ${strange.text}, and the words do not.` : null;
}
