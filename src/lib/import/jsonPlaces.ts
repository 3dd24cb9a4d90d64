/**
 * Positions of values in a JSON text (RFC 8259). JSON.parse tells whether a text is valid, but in Node 20 mostly not
 * where it becomes invalid, and never where a value was. The `yaml` package gives positions too, but it reads more than
 * JSON: it passes over a trailing comma or a text broken over two lines, mistakes that this has to locate.
 */

export interface JsonPlaces {
	/** Offset of each value by its path, such as `events/3`; only for the two upper levels. */
	at: Map<string, number>;
	/** Where the text becomes invalid, and what was expected there. */
	error?: { offset: number; expected: string };
}

class Stop extends Error {
	constructor(
		readonly offset: number,
		readonly expected: string
	) {
		super(expected);
	}
}

/** For a text nested thousands of levels deep the result is incomplete. */
export function jsonPlaces(text: string): JsonPlaces {
	const at = new Map<string, number>();
	try {
		new Scanner(text, at).document();
		return { at };
	} catch (error) {
		if (error instanceof Stop) return { at, error: { offset: error.offset, expected: error.expected } };
		return { at };
	}
}

/** @returns a function that finds line and column of an offset, both from 1, in logarithmic time */
export function lineColumns(text: string): (offset: number) => { line: number; column: number } {
	const starts = [0];
	for (const { index, 0: mark } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + mark.length);
	return (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle;
		}
		return { line: low + 1, column: offset - starts[low] + 1 };
	};
}

class Scanner {
	private offset = 0;

	constructor(
		private readonly text: string,
		private readonly at: Map<string, number>
	) {}

	document(): void {
		this.value([]);
		if (this.offset < this.text.length) throw new Stop(this.offset, 'nothing more after the end; delete it');
	}

	/** Consumes what matches here, and the whitespace after it. */
	private take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.offset;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.offset += found.length;
		space.lastIndex = this.offset;
		this.offset += space.exec(this.text)![0].length;
		return found;
	}

	private value(path: (string | number)[]): void {
		if (this.offset === 0) this.take(nothing);
		if (path.length > 0 && path.length < 3) this.at.set(path.join('/'), this.offset);
		if (this.take(brace) !== undefined) this.members(path);
		else if (this.take(bracket) !== undefined) this.elements(path);
		else if (this.take(string) === undefined && this.take(scalar) === undefined) {
			const quoted = this.text[this.offset] === '"';
			const why = quoted
				? 'the text that begins here to end with a " in its line (write \\n for a new line, \\\\ for \\)'
				: '';
			throw new Stop(this.offset, why || 'a value: "text", a number, { or [');
		}
	}

	private members(path: (string | number)[]): void {
		if (this.take(braceEnd) !== undefined) return;
		do {
			const start = this.offset;
			const name = this.take(string);
			if (name === undefined)
				throw new Stop(start, 'a name in double quotation marks (and no comma after the last one)');
			if (this.take(colon) === undefined) throw new Stop(this.offset, 'a colon after the name');
			this.value(path.length < 3 ? [...path, name.slice(1, -1)] : path);
		} while (this.take(comma) !== undefined);
		if (this.take(braceEnd) === undefined) throw new Stop(this.offset, 'a comma or }');
	}

	private elements(path: (string | number)[]): void {
		if (this.take(bracketEnd) !== undefined) return;
		let index = 0;
		do this.value(path.length < 3 ? [...path, index++] : path);
		while (this.take(comma) !== undefined);
		if (this.take(bracketEnd) === undefined) throw new Stop(this.offset, 'a comma or ]');
	}
}

const nothing = /(?:)/y;
const space = /[ \t\r\n]*/y;
const brace = /\{/y;
const braceEnd = /\}/y;
const bracket = /\[/y;
const bracketEnd = /\]/y;
const colon = /:/y;
const comma = /,/y;
// eslint-disable-next-line no-control-regex
const string = /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-f]{4})[^"\\\0-\x1f]*)*"/iy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/iy;
