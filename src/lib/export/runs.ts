/** Which font file each part of a text is drawn from: what a browser does with `@font-face`, for all other programs. */

/** A font file of a story and its use, as in its `@font-face` rule. */
export interface FontFile {
	/** As in node/faces.ts: `serif-latin`, `sans-han` … */
	name: string;
	family: string;
	/** CSS weight: one, or the range in the file. */
	weight: string;
	/** CSS `unicode-range`. */
	unicodeRange: string;
	url: string;
}

/** The fonts of a page, and the fonts for pictures: static TrueType, one file for each weight. */
export interface PageFonts {
	web: FontFile[];
	picture: FontFile[];
}

export interface TextStyle {
	/** The first family of the font stack; “… Latin” is for text in Latin script on a Chinese page. */
	family: string;
	weight: 400 | 600;
}

export interface Run<Face> {
	text: string;
	/** null where no shipped face has these characters. */
	face: Face | null;
}

/** @returns whether a character is in a CSS `unicode-range` */
export function inRange(character: string, unicodeRange: string): boolean {
	const point = character.codePointAt(0)!;
	return parsed(unicodeRange).some(([from, to]) => point >= from && point <= to);
}

const ranges = new Map<string, [number, number][]>();

function parsed(unicodeRange: string): [number, number][] {
	let known = ranges.get(unicodeRange);
	if (!known) {
		known = unicodeRange.split(',').map((range): [number, number] => {
			const [from, to = from] = range.trim().slice(2).split('-');
			return [parseInt(from, 16), parseInt(to, 16)];
		});
		ranges.set(unicodeRange, known);
	}
	return known;
}

type Face = Pick<FontFile, 'name' | 'family' | 'weight' | 'unicodeRange'> & {
	/** Whether the file itself has a character; by default all of its range. */
	has?: (character: string) => boolean;
};

/**
 * CSS `unicode-range` of the marks that both scripts use, “ ” ‘ ’ … —: on a Chinese page the Chinese face draws them.
 */
const sharedMarks = 'U+201C-201D,U+2018-2019,U+2026,U+2014';

/** Characters that only affect others and are never drawn; a font may have an empty glyph for them, or none. */
export const undrawn = /\p{Default_Ignorable_Code_Point}/u;

/**
 * Splits a text where its font file changes. Spaces and characters that are never drawn stay with what precedes them.
 * @param faces the faces of a story; where two have a character, the one with the closer weight draws it
 */
export function runsOf<F extends Face>(text: string, style: TextStyle, faces: readonly F[]): Run<F>[] {
	const latin = style.family.endsWith(' Latin');
	const family = latin ? style.family.slice(0, -' Latin'.length) : style.family;
	const own = faces
		.filter((face) => face.family === family)
		.sort((a, b) => Number(fits(b.weight, style.weight)) - Number(fits(a.weight, style.weight)));
	const draws = (face: F, character: string) => {
		const shared = latin && inRange(character, sharedMarks);
		const ranged = shared ? isLatin(face.name) : inRange(character, face.unicodeRange);
		return ranged && (face.has?.(character) ?? true);
	};
	const runs: Run<F>[] = [];
	for (const character of text) {
		const last = runs.at(-1);
		if (undrawn.test(character)) {
			if (last) last.text += character;
			continue;
		}
		const face = own.find((one) => draws(one, character)) ?? null;
		const keep = last && (last.face === face || (character === ' ' && last.face && draws(last.face, ' ')));
		if (keep) last.text += character;
		else runs.push({ text: character, face });
	}
	return runs;
}

function fits(weights: string, weight: number): boolean {
	const [from, to = from] = weights.split(' ').map(Number);
	return from <= weight && weight <= to;
}

/**
 * The rule that embeds a font file in a picture. All declare one range of weights, since a browser takes a text’s
 * characters from faces that share theirs. A Latin file also serves text in Latin script on a Chinese page, punctuation
 * included.
 */
export function faceRule({ name, family, unicodeRange }: FontFile, src: string): string {
	const rule = (own: string, range: string) =>
		`@font-face{font-family:'${own}';font-weight:400 600;src:url(${src}) format('woff2');unicode-range:${range}}`;
	return rule(family, unicodeRange) + (isLatin(name) ? rule(`${family} Latin`, `${unicodeRange},${sharedMarks}`) : '');
}

const isLatin = (name: string) => name.endsWith('-latin');
