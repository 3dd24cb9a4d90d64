/** Divides plain text into paragraphs and lists, by its line breaks and the marks at the starts of lines. */

export type TextBlock =
	/** Lines of a paragraph. */
	| { lines: string[] }
	/** Entries of a list, without their marks. */
	| { items: string[] };

const mark = /^\s*[–•·*-]\s+(?=\S)/;

export function textBlocks(text: string): TextBlock[] {
	const blocks: TextBlock[] = [];
	let open = false;
	for (const line of text.split(/\r\n?|\n/)) {
		const last = open ? blocks.at(-1) : undefined;
		open = line.trim() !== '';
		if (!open) continue;
		const isItem = mark.test(line);
		const words = line.replace(mark, '').trim();
		if (last && 'items' in last && isItem) last.items.push(words);
		else if (last && 'lines' in last && !isItem) last.lines.push(words);
		else blocks.push(isItem ? { items: [words] } : { lines: [words] });
	}
	return blocks;
}
