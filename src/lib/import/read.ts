/**
 * A file from another tool → events, quotations, and a list of everything in it that was altered or could not be read.
 * `toStoryFolder` makes the files of a story from it.
 */
import { isHeader } from './columns.ts';
import { readPlainTable, isOwnTable } from './csv.ts';
import { foreignText } from './foreign.ts';
import { readCalendar } from './ics.ts';
import { previewRows, readTable, type Table } from './table.ts';
import { isTimelineTable, readSlides, tableSlides } from './timelinejs.ts';
import { jsonSlides } from './timelinejsJson.ts';
import { Problems, type Imported, type ImportFormat, type ReadOptions } from './types.ts';

export { toStoryFolder } from './folder.ts';
export { importFormats } from './types.ts';
export type { Imported, ImportFormat, ImportProblem } from './types.ts';

/**
 * @param file its name, of which only the extension matters, and its text; a byte order mark is ignored
 * @returns what could be read. A file that is unreadable as a whole (another format, broken JSON, broken quotes in CSV,
 * no VCALENDAR, columns missing, empty) has no events, and problems that say where and what to write instead.
 */
export function readImport(file: { name: string; text: string }, options: ReadOptions = {}): Imported {
	const text = file.text.replace(/^\ufeff/, '');
	const problems = new Problems(file.name);
	const format = options.format ?? detect(file.name, text);
	const read = readAs(format, text, problems, options);
	const timeline = { events: [], quotes: [], entries: 0, ...read };
	if (timeline.events.length + timeline.quotes.length === 0 && problems.list.length === 0)
		problems.skipped({ line: 1 }, nothing[format]);
	return { file: file.name, format, ...timeline, problems: problems.list };
}

type Read = Partial<Pick<Imported, 'title' | 'dek' | 'media' | 'events' | 'quotes' | 'entries'>>;
type Reader = (text: string, problems: Problems, options: ReadOptions) => Read;

function readAs(format: ImportFormat, text: string, problems: Problems, options: ReadOptions): Read {
	if (text.trim() === '') {
		problems.skipped({ line: 1 }, 'the file is empty; export it again from the tool that wrote it');
		return {};
	}
	const foreign = options.format || isKnown(format, text) ? undefined : foreignText(text);
	if (foreign) {
		problems.skipped({ line: 1 }, foreign);
		return {};
	}
	return readers[format](text, problems, options);
}

/** Whether a text begins in the expected format; if so, its further content does not suggest another one. */
const isKnown = (format: ImportFormat, text: string) =>
	format === 'timelinejs-json' ||
	format === 'timelinejs-csv' ||
	(format === 'ics' ? /BEGIN:VCALENDAR/i.test(text) : (readHead(text)?.some(isHeader) ?? false));

/** The first rows of a table, one of which may be the header. */
function readHead(text: string): string[][] | undefined {
	const start = text.slice(0, 20_000);
	const whole = start.length < text.length ? start.slice(0, start.lastIndexOf('\n') + 1) || start : start;
	return previewRows(whole, 15);
}

const readers: Record<ImportFormat, Reader> = {
	csv: (text, problems, options) => table(text, problems, isHeader, (read) => readPlainTable(read, problems, options)),
	'timelinejs-csv': (text, problems) => table(text, problems, isTimelineTable, (read) => timelineTable(read, problems)),
	'timelinejs-json': (text, problems) => {
		const read = jsonSlides(text, problems);
		return read ? readSlides(read.slides, problems, read.others) : {};
	},
	ics: readCalendar
};

const nothing: Record<ImportFormat, string> = {
	csv: 'there is no row below the header; write one for each event',
	'timelinejs-csv': 'there is no row below the header; write one for each event',
	'timelinejs-json': 'the list “events” is empty; write an event into it',
	ics: 'there is no VEVENT in the calendar; export the events of it'
};

function table(
	text: string,
	problems: Problems,
	isHead: (cells: readonly string[]) => boolean,
	read: (table: Table) => Read
): Read {
	const rows = readTable(text, problems, isHead);
	return rows ? read(rows) : {};
}

function timelineTable(read: Table, problems: Problems): Read {
	const others = read.count - read.rows.length;
	if (isTimelineTable(read.header)) return readSlides(tableSlides(read, problems), problems, others);
	for (const column of ['Year', 'Headline'])
		if (!read.header.some((cell) => cell.toLowerCase() === column.toLowerCase()))
			problems.skipped(
				read.place,
				`there is no column “${column}”; write the columns of TimelineJS’s template`,
				column
			);
	return {};
}

function detect(name: string, text: string): ImportFormat {
	const start = text.trimStart();
	const ending = /\.(\w+)$/.exec(name)?.[1].toLowerCase();
	if (/^BEGIN:VCALENDAR\b/i.test(start)) return 'ics';
	if (ending === 'ics' || ending === 'ical') return 'ics';
	if (ending === 'json') return 'timelinejs-json';
	if (ending !== 'csv' && ending !== 'tsv' && /^(?:\[\s*[[{"\]]|\{\s*["}])/.test(start)) return 'timelinejs-json';
	const head = readHead(text) ?? [];
	return head.some((cells) => isTimelineTable(cells) && !isOwnTable(cells)) ? 'timelinejs-csv' : 'csv';
}
