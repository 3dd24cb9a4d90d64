/** Quotation marks of several languages, opening and closing. */
const pairs = ['“”', '„“', '„”', '«»', '»«', '「」', '『』', '‘’', '""', "''"];

/** @returns the quotation marks around a whole text, but not those of “one” and “another”; null where there are none */
export function marksAround(text: string): [string, string] | null {
	for (const [open, close] of pairs) {
		const inner = text.slice(1, -1);
		if (text.length > 1 && text[0] === open && text.at(-1) === close) {
			let depth = 0;
			const closesBefore = [...inner].some((mark) => {
				depth += mark === close ? -1 : mark === open ? 1 : 0;
				return depth < 0;
			});
			return closesBefore ? null : [open, close];
		}
	}
	return null;
}
