/** Whose a number is and of what date: does the source give it to another subject, and another number to this one? */
import { overlaps } from './agree.ts';
import { where, words, type Around } from './around.ts';
import { nounAfter, subjectsOf, type Part } from './part.ts';
import { primary } from './scope.ts';
import { dateWithin, segmentOf, sentenceContaining } from './segments.ts';
import type { Names } from './names.ts';
import { contentWords, shareSubject, subjectsIn, type Subject } from './subjects.ts';
import type { NumberTold } from './told.ts';

/** Does the source give the number to another subject or thing, or to another date? */
export function ownerWrong(names: Names, told: NumberTold, around: Around): string | null {
	const text = told.text.slice(...told.segment);
	const mine = subjectsOf(told.text, told.all, told.index, text, (part) => subjectsIn(part, names));
	return (
		subjectWrong(mine, around) ??
		(isOfSame(mine, told.language, around) ? null : thingWrong(text, mine, told, around)) ??
		dateWrong(told, around)
	);
}

const speaksOfIt = /\b(?:he|she|it|they|his|her|its|their)\b|[他她它]|其(?![中他实])|该|公司/i;

/** Says only a pronoun of whom it is? */
const isOfPronoun = ({ subjects, sentence }: Part) => subjects.length === 0 && speaksOfIt.test(sentence);

/** The source names whom it is told of beside another number, and beside this one, or in its sentence, somebody else. */
function subjectWrong(mine: readonly Subject[], { own, others }: Around): string | null {
	if (mine.length === 0 || shareSubject(mine, own.subjects)) return null;
	const isSilent = own.subjects.length === 0;
	if (isOfPronoun(own) || (isSilent && shareSubject(mine, own.subjectsOfSentence))) return null;
	const named = isSilent ? own.actors : own.subjects;
	if (named.length === 0) return null;
	const other = others.find((one) => shareSubject(mine, one.subjects));
	return other ? `${where(own)} has ${words(own)} of ${named[0].name}, and of ${mine[0].name} ${words(other)}.` : null;
}

/** Words can only be compared within one language; a shared subject settles it. */
const isOfSame = (mine: readonly Subject[], language: string, { own }: Around) =>
	primary(own.library.language) !== primary(language) || shareSubject(mine, own.subjects);

/** UTF-16 units after a number that are searched for what it counts: in Chinese a counter follows directly. */
const [nounReach, counterReach] = [40, 3];

/** The source has the number of something else, by what it counts or by the words around it, and another one of this. */
function thingWrong(text: string, mine: readonly Subject[], told: NumberTold, around: Around): string | null {
	const { own, others } = around;
	const isHan = primary(told.language) === 'zh';
	const noun = nounAfter(told.text, told.number.end);
	const [stem] = noun ? contentWords(noun) : [];
	const isCounted = (part: Part) => part.noun === noun || (!isHan && part.words.has(stem));
	const ahead = told.text.slice(told.number.end, told.number.end + (isHan ? counterReach : nounReach));
	const say = (other: Part) => `${where(own)} has ${words(own)} of something else, and of this ${words(other)}.`;
	if (noun && own.noun && !isCounted(own) && !ahead.includes(own.noun)) {
		const other = others.find((one) => one.noun === noun);
		if (other) return say(other);
	}
	const said = new Set(contentWords(text));
	// “His ferries took more than 174,000”: whose they are tells nothing there.
	if (isOfPronoun(own)) for (const { name } of mine) for (const word of contentWords(name)) said.delete(word);
	const distinct = around.distinct(own);
	if (distinct.length === 0 || distinct.some((word) => said.has(word))) return null;
	const other = others.find((one) => {
		if (noun && !isHan && one.noun === noun && !isCounted(own)) return true;
		const common = around.distinct(one).filter((word) => said.has(word));
		// If both were swapped, the story says of the other number what the source says of this one.
		const at = told.all.findIndex(({ value }) => value === one.number.value);
		const isTold =
			at >= 0 &&
			[...contentWords(told.text.slice(...segmentOf(told.text, told.all, at)))].some(
				(word) => own.words.has(word) && !one.words.has(word)
			);
		if (isHan && noun && noun === own.noun && !isTold) return false;
		return common.length >= (isTold ? 1 : isHan ? 3 : 2) || (!isHan && common.some((word) => isName(word, text)));
	});
	return other ? say(other) : null;
}

/** Does a stem appear in a text with a capital within a sentence? */
const isName = (stem: string, text: string) =>
	/^\p{Lu}/u.test(new RegExp(`(?<=[\\p{Ll}\\d,] )${stem.replace(/[^\p{L}]/gu, '.')}`, 'iu').exec(text)?.[0] ?? '');

/** A number told of a date that the source gives to another number. */
function dateWrong({ text, dates, segment, number, all, index }: NumberTold, { own, others }: Around): string | null {
	const said = dates.filter(({ relative }) => !relative);
	const [sentence] = sentenceContaining(text, number.start, number.start);
	const mine =
		dateWithin(said, all, index, segment) ??
		said.findLast(({ start, end }) => start >= sentence && end <= number.start);
	if (!mine || !own.date || overlaps(mine.reach, own.date.reach)) return null;
	const other = others.find((one) => one.date && overlaps(mine.reach, one.date.reach));
	return other ? `${where(own)} has ${words(own)} of ${own.date.text}, and of ${mine.text} ${words(other)}.` : null;
}

/** The word or character after a number. */
const nextAfter = (text: string, end: number) => /^(?:[ -]\p{L}+|\p{sc=Han})/u.exec(text.slice(end, end + 30))?.[0];

/**
 * Nothing shows that the number belongs where the story puts it, and the words rather fit another number: only somebody
 * who reads both can tell.
 */
export function isDoubtful(names: Names, { text, language, segment, all, index }: NumberTold, around: Around): boolean {
	const { own, others } = around;
	const mine = subjectsOf(text, all, index, text.slice(...segment), (part) => subjectsIn(part, names));
	if (isOfSame(mine, language, around)) return false;
	// The same noun is enough if no other number counts it.
	const after = nextAfter(text, all[index].end);
	const counts = (part: Part) => nextAfter(part.paragraph.normal.text, part.number.end) === after;
	if (after && counts(own) && !others.some(counts)) return false;
	const said = contentWords(text.slice(...segment));
	const isLike = (part: Part) => around.distinct(part).some((word) => said.has(word));
	return !isLike(own) && others.some(isLike);
}
