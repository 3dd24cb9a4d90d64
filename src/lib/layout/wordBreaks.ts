/**
 * Where a line of Chinese reads well when it ends: between words, best where a phrase ends. Engines know the words
 * (`Intl.Segmenter`), but not names in transcription, which they take for single characters. And where a name out of
 * code comes apart, which is longer than any line.
 */

/** For each place: 0 inside a word, 1 between words, 2 between phrases. */
export type Breaks = readonly (0 | 1 | 2)[];

const han = /^[\p{sc=Han}]$/u;
const closes = /[，。、；：！？”’）》】」』〉…]$/;
const opens = /^[“‘（《【「『〈]/;
/** Words of one character that stand alone: what ends a phrase, what begins one, and others. */
const ending = '的了';
const beginning = '和与及或在将被把对向从让以而但又也就都还才已';
const others = '是不于到用由给为着过地得这那其之各每某此说称';
const alone = new Set(ending + beginning + others);
/** Words that the engines’ dictionaries lack. */
const lacking = ['人工智能'];

let segmenter: Intl.Segmenter | undefined;
// The same labels are laid out in every frame.
const known = new Map<string, Breaks>();

/**
 * @param text with Chinese in it
 * @param characters its graphemes
 * @returns for each grapheme how well a line begins there; all 1 where the engine knows no words
 */
export function wordBreaks(text: string, characters: readonly string[]): Breaks {
	let breaks = known.get(text);
	if (breaks) return breaks;
	if (known.size > 2000) known.clear();
	breaks = read(text, characters);
	known.set(text, breaks);
	return breaks;
}

function read(text: string, characters: readonly string[]): Breaks {
	if (!('Segmenter' in Intl)) return characters.map(() => 1);
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	const words = Array.from(segmenter.segment(text), ({ segment }) => segment);
	const at = new Map<number, 0 | 1 | 2>();
	let offset = 0;
	for (const [index, word] of words.entries()) {
		at.set(offset, index ? between(words[index - 1], word) : 1);
		offset += word.length;
	}
	for (const word of lacking)
		for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1))
			for (let inside = 1; inside < word.length; inside++) at.set(from + inside, 0);
	offset = 0;
	return characters.map((character) => {
		const here = at.get(offset) ?? 0;
		offset += character.length;
		return here;
	});
}

function between(before: string, after: string): 0 | 1 | 2 {
	if (before === '·' || after === '·') return 0;
	if (closes.test(before) || opens.test(after) || ending.includes(before) || beginning.includes(after)) return 2;
	// A name in transcription, or a number and what it counts.
	if (single(after) && (single(before) || /\d$/.test(before))) return 0;
	return 1;
}

const single = (word: string) => han.test(word) && !alone.has(word);

const capital = /^\p{Lu}$/u;
const small = /^\p{Ll}$/u;
/** A part of a name ends with these. */
const joint = /^[._:/\\-]$/;

/**
 * Whether a name that is too long for a line may be broken before a character: between the parts that whoever coined it
 * set off, as in SVG|Circle|Element, text-|decoration-|line, Intl.|DateTimeFormat, max_|touch_|points. Of at least two
 * characters each: nobody reads “S|VG”.
 * @param characters the graphemes of the text
 */
export function partBreak(characters: readonly string[], at: number): boolean {
	const [before, here, next] = [characters[at - 1], characters[at], characters[at + 1]];
	if (!before || !here || !next || next === ' ' || characters[at - 2] === undefined || characters[at - 2] === ' ')
		return false;
	if (joint.test(before)) return !joint.test(here);
	if (!capital.test(here)) return false;
	return small.test(before) || /^\d$/.test(before) || (capital.test(before) && small.test(next));
}
