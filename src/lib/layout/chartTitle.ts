/** What stands above and below a chart: title, subtitle with names in their colours, note. */
import { sum } from 'd3';
import type { FigureItem } from '../view/local.ts';
import { pitch, type Sheet, type Style } from './chartSheet.ts';

const title: Style = { role: 'title', size: 18, weight: 600 };
const subtitle: Style = { role: 'note', size: 14, weight: 400 };
const said: Style = { role: 'note', size: 14, weight: 400, colour: 'text' };

/**
 * The title, and a subtitle under it.
 * @param colours by name: names in the subtitle are set in them
 */
export function drawTitle(
	item: FigureItem,
	words: string,
	sheet: Sheet,
	colours: ReadonlyMap<string, string> = new Map()
): void {
	sheet.line(item.title, title);
	for (const line of sheet.wrap(words, subtitle, sheet.width, 2)) {
		const height = subtitle.size * pitch;
		let x = 0;
		for (const part of partsOf(line, [...colours.keys()])) {
			const colour = colours.get(part);
			const style: Style = colour ? { ...subtitle, weight: 600, colour } : subtitle;
			// SVG text drops a space at either end, so it becomes an offset.
			const lead = part.length - part.trimStart().length;
			sheet.text(
				part.trim(),
				x + sheet.width1(part.slice(0, lead), style),
				sheet.y + height / 2 + subtitle.size * 0.35,
				style
			);
			x += sheet.width1(part, style);
		}
		sheet.y += height;
	}
	sheet.y += 12;
}

/** The line, split at the start and end of every name. */
function partsOf(line: string, names: string[]): string[] {
	const found = names
		.map((name) => ({ name, at: line.indexOf(name) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at || b.name.length - a.name.length);
	const parts: string[] = [];
	let end = 0;
	for (const { name, at } of found) {
		if (at < end) continue;
		parts.push(line.slice(end, at), name);
		end = at + name.length;
	}
	return [...parts, line.slice(end)].filter(Boolean);
}

/** A note’s lines; its first sentence is bold where more follow. */
export interface NoteLines {
	lines: { text: string; style: Style }[];
	width: number;
	height: number;
}

export function noteLines({ note = '' }: FigureItem, room: number, size: number, sheet: Sheet): NoteLines {
	const first = /^.*?(?:[.!?]["”’]?(?=\s)|[。！？]”?)/su.exec(note)?.[0] ?? '';
	const rest = note.slice(first.length).trim();
	const style = { ...said, size };
	const bold: Style = { ...style, weight: 600 };
	const lines = [
		...(rest ? sheet.wrap(first, bold, room, 6) : []).map((text) => ({ text, style: bold })),
		...sheet.wrap(rest || note, style, room, 12).map((text) => ({ text, style }))
	];
	const width = Math.max(0, ...lines.map(({ text, style }) => sheet.width1(text, style)));
	return { lines, width, height: sum(lines, ({ style }) => style.size * pitch) };
}

export function writeNote({ lines }: NoteLines, x: number, top: number, sheet: Sheet): void {
	lines.reduce((y, { text, style }) => sheet.write([text], x, y, style), top);
}

/** The note below a chart that has no room for it inside. */
export function drawNote(item: FigureItem, sheet: Sheet): void {
	if (!item.note) return;
	const lines = noteLines(item, sheet.width, 13, sheet);
	writeNote(lines, 0, sheet.y + 10, sheet);
	sheet.y += 10 + lines.height;
}
