/** A source as text: its paragraphs, numbered as in citations, and where each stands in the file. */
import { hasReadings, normalise, pictures, type Normal } from './normalise.ts';

export interface Paragraph {
	/** From 1, as in a citation’s `paragraphs`. */
	number: number;
	/** Offset of `text` in the file, UTF-16 units. */
	start: number;
	text: string;
	/** Computed on first use. */
	readonly normal: Normal;
}

export interface Place {
	paragraph: number;
	/** Both from 1; a column counts UTF-16 units, as editors do. */
	line: number;
	column: number;
}

function onlyPictures(line: string): boolean {
	if (!line.trimStart().startsWith('![')) return false;
	let at = 0;
	for (const [start, end] of pictures(line)) {
		if (line.slice(at, start).trim() !== '') return false;
		at = end;
	}
	return at > 0 && line.slice(at).trim() === '';
}

/** A paragraph is a line, or a block between empty lines if the source wraps lines within paragraphs. */
export type ParagraphUnit = 'line' | 'block';

/** A source’s text, divided into the paragraphs that citations count. */
export class SourceText {
	readonly paragraphs: Paragraph[] = [];
	readonly unit: ParagraphUnit;
	/** Does it have readings after its characters: 中國(guó)? */
	readonly readings: boolean;
	private readonly lineStarts: number[] = [0];

	/** @param unit by default inferred from the text: blocks if most of them have more than one line */
	constructor(
		readonly text: string,
		unit?: ParagraphUnit
	) {
		this.readings = hasReadings(text);
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
		const lines = this.lineStarts.map((start, i) => {
			const end = i + 1 < this.lineStarts.length ? this.lineStarts[i + 1] - 1 : text.length;
			return { start, text: text.slice(start, end).replace(/\r$/, '') };
		});
		const isText = (line: string) => line.trim() !== '' && !onlyPictures(line);
		const blocks: { start: number; end: number; lines: number }[] = [];
		let open = false;
		for (const line of lines) {
			const last = blocks.at(-1);
			if (line.text.trim() === '') open = false;
			else if (!isText(line.text)) continue;
			else if (open && last) {
				last.end = line.start + line.text.length;
				last.lines++;
			} else {
				blocks.push({ start: line.start, end: line.start + line.text.length, lines: 1 });
				open = true;
			}
		}
		const long = blocks.filter((block) => block.lines > 1).length;
		this.unit = unit ?? (blocks.length > 1 && long * 2 > blocks.length ? 'block' : 'line');
		const chosen =
			this.unit === 'block'
				? blocks.map(({ start, end }) => ({ start, text: text.slice(start, end) }))
				: lines.filter((line) => isText(line.text));
		const { readings } = this;
		this.paragraphs = chosen.map(({ start, text }, index) => {
			let normal: Normal | undefined;
			return {
				number: index + 1,
				start,
				text,
				get normal() {
					return (normal ??= normalise(text, readings));
				}
			};
		});
	}

	/** Paragraphs by number; numbers without a paragraph are skipped. */
	pick(numbers: readonly number[]): Paragraph[] {
		return numbers.flatMap((number) => this.paragraphs[number - 1] ?? []);
	}

	/**
	 * @param offset within the paragraph’s own text, UTF-16 units
	 * @returns the line and column of it in the file
	 */
	place(paragraph: Paragraph, offset: number): Place {
		const at = paragraph.start + offset;
		let low = 0;
		let high = this.lineStarts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.lineStarts[middle] <= at) low = middle;
			else high = middle - 1;
		}
		return { paragraph: paragraph.number, line: low + 1, column: at - this.lineStarts[low] + 1 };
	}
}

/** A stretch of a paragraph’s normal form, [from, to), in the original wording. */
export function original({ normal, text }: Paragraph, from: number, to: number): { start: number; text: string } {
	const start = normal.starts[from] ?? text.length;
	const end = to > from ? normal.ends[to - 1] : start;
	return { start, text: text.slice(start, end) };
}
