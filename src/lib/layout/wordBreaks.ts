/**
 * Finds where a line of Chinese ends well: between words, best at the end of a phrase. Engines know the words
 * (`Intl.Segmenter`), but take transcribed names for single characters. Also finds where a long name from code may be
 * broken.
 */

/** For each position: 0 inside a word, 1 between words, 2 between phrases. */
export type Breaks = readonly (0 | 1 | 2)[];

const han = /^[\p{sc=Han}]$/u;
const closes = /[，。、；：！？”’）》】」』〉…]$/;
const opens = /^[“‘（《【「『〈]/;
/** One-character words that stand alone: those that end a phrase, those that begin one, and others. */
const ending = '的了';
const beginning = '和与及或在将被把对向从让以而但又也就都还才已';
const others = '是不于到用由给为着过地得这那其之各每某此说称';
const alone = new Set(ending + beginning + others);
/** Words missing from the engines’ dictionaries. */
const lacking = ['人工智能'];

let segmenter: Intl.Segmenter | undefined;
// Cached, since the same labels are laid out in every frame.
const known = new Map<string, Breaks>();

/**
 * @param text a text with Chinese
 * @param characters its graphemes
 * @returns for each grapheme how well a line can begin there; all 1 where the engine cannot segment words
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
	// A transcribed name, or a number and what it counts.
	if (single(after) && (single(before) || /\d$/.test(before))) return 0;
	return 1;
}

const single = (word: string) => han.test(word) && !alone.has(word);

const capital = /^\p{Lu}$/u;
const small = /^\p{Ll}$/u;
/** Separators that end a part of a name. */
const joint = /^[._:/\\-]$/;

/**
 * Whether a name too long for a line may be broken before a character: between the parts that its spelling sets off, as
 * in SVG|Circle|Element, text-|decoration-|line, Intl.|DateTimeFormat, max_|touch_|points. Each part has at least two
 * characters, since nobody reads “S|VG”.
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
