/**
 * JSON of plain data that may hold infinite numbers, which JSON has no words for: they are written as numbers that every
 * reader of JSON takes for infinite (ECMAScript 2025, 12.9.3: what is beyond the largest number).
 */
export function toJson(value: unknown): string {
	// Quotation marks inside a string are escaped: no text can look like this.
	const marked = JSON.stringify(value, (_, one) =>
		one === Infinity || one === -Infinity ? { '': Math.sign(one) } : one
	);
	return marked.replace(/\{"":(-?1)\}/g, '$1e999');
}

/** The same as an element of a page: nothing in it ends it or begins a comment. @param id plain letters */
export const dataElement = (id: string, value: unknown): string =>
	`<script type="application/json" id="${id}">${toJson(value).replaceAll('<', '\\u003c')}</script>`;
