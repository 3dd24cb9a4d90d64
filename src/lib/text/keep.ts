/** Names that no line may break: Chinese ones with a · in them, since a browser may break a line at any character. */

/** @returns the names that need it, longest first, so that none is cut short by another that it begins with */
export function dotted(names: Iterable<string>): string[] {
	return [...new Set(names)].filter((name) => name.includes('·')).sort((a, b) => b.length - a.length);
}

/**
 * A text in parts, for a page to keep some of them whole (`white-space: nowrap`): nothing is added to the text, so that
 * it is copied and found as it was written.
 * @param keep as from `dotted`
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
