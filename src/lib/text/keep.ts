/** Names that must not be broken across lines: Chinese ones with a ·, since browsers break lines at any character. */

/** @returns the names concerned, longest first, so that a shorter name does not match within a longer one */
export function dotted(names: Iterable<string>): string[] {
	return [...new Set(names)].filter((name) => name.includes('·')).sort((a, b) => b.length - a.length);
}

/**
 * Divides a text into parts, some of which a page keeps unbroken (`white-space: nowrap`). Nothing is added to the text,
 * so that copying and searching work as written.
 * @param keep names from `dotted`
 */
export function inParts(text: string, keep: readonly string[]): { text: string; whole: boolean }[] {
	const found = keep
		.map((name) => ({ name, at: text.indexOf(name) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
	if (!found) return text ? [{ text, whole: false }] : [];
	const { name, at } = found;
	return [
		...(at ? [{ text: text.slice(0, at), whole: false }] : []),
		{ text: name, whole: true },
		...inParts(text.slice(at + name.length), keep)
	];
}
