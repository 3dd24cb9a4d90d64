/**
 * JSON of plain data that may contain infinite numbers, which JSON lacks: they are written as numbers beyond the
 * largest, which every JSON parser reads as infinite (ECMAScript 2025, 12.9.3).
 */
export function toJson(value: unknown): string {
	// Quotation marks inside a string are escaped, so no text can look like this.
	const marked = JSON.stringify(value, (_, one) =>
		one === Infinity || one === -Infinity ? { '': Math.sign(one) } : one
	);
	return marked.replace(/\{"":(-?1)\}/g, '$1e999');
}

/** The same for a script element of a page; nothing in it can end the element or start a comment. */
const inScript = (value: unknown) => toJson(value).replaceAll('<', '\\u003c');

/**
 * Data for the page’s own scripts.
 * @param id ASCII letters
 */
export const dataElement = (id: string, value: unknown): string =>
	`<script type="application/json" id="${id}">${inScript(value)}</script>`;

/** JSON-LD for those who read the page by program. */
export const linkedDataElement = (value: unknown): string =>
	`<script type="application/ld+json">${inScript(value)}</script>`;
