/** How to report characters that no shipped font has. */

/** Number of characters listed; more are only counted. */
const most = 20;

/** @returns `𒀀 (U+12000), 𒀁 (U+12001) and 3 more`; empty for no characters */
export function named(characters: readonly string[]): string {
	const shown = characters
		.slice(0, most)
		.map((one) => `${one} (U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`);
	const more = characters.length - shown.length;
	return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
