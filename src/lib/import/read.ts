/**
 * A file that another tool wrote → events, quotations, and a list of everything in it that could not be read, or was
 * altered. `toStoryFolder` makes of it the files of a story.
 */
import { readPlainTable, isOwnTable } from './csv.ts';
import { fit } from './fit.ts';
import { readCalendar } from './ics.ts';
import { readTable, type Table } from './table.ts';
import { isTimelineTable, readSlides, tableSlides } from './timelinejs.ts';
import { jsonSlides } from './timelinejsJson.ts';
import { Problems, type Imported, type ImportFormat } from './types.ts';

export { toStoryFolder } from './folder.ts';
export { importFormats } from './types.ts';
export type { Imported, ImportedEvent, ImportedQuote, ImportFormat, ImportProblem } from './types.ts';

/**
 * @param file its name (only the ending matters) and its text; a byte order mark is no part of it
 * @param options.format by default told from the content and the name
 * @returns what could be read. A file that cannot be read as a whole (broken JSON, broken quotes in CSV, no VCALENDAR,
 * columns missing, empty) has no events and problems that say where and what to write instead.
 */
export function readImport(file: { name: string; text: string }, options: { format?: ImportFormat } = {}): Imported {
	const text = file.text.replace(/^\ufeff/, '');
	const problems = new Problems(file.name);
	const isBlank = text.trim() === '';
	const format = options.format ?? detect(file.name, text);
	const read = isBlank ? blank(problems) : readers[format](text, problems);
	const timeline = fit({ events: [], quotes: [], ...read }, problems);
	if (timeline.events.length + timeline.quotes.length === 0 && problems.list.length === 0)
		problems.skipped({ line: 1 }, nothing[format]);
	return { file: file.name, format, ...timeline, problems: problems.list };
}

type Read = Partial<Pick<Imported, 'title' | 'dek' | 'events' | 'quotes'>>;

const readers: Record<ImportFormat, (text: string, problems: Problems) => Read> = {
	csv: (text, problems) => table(text, problems, (read) => readPlainTable(read, problems)),
	'timelinejs-csv': (text, problems) => table(text, problems, (read) => timelineTable(read, problems)),
	'timelinejs-json': (text, problems) => {
		const slides = jsonSlides(text, problems);
		return slides ? readSlides(slides, problems) : {};
	},
	ics: readCalendar
};

const nothing: Record<ImportFormat, string> = {
	csv: 'there is no row below the header; write one for each event',
	'timelinejs-csv': 'there is no row below the header; write one for each event',
	'timelinejs-json': 'the list “events” is empty; write an event into it',
	ics: 'there is no VEVENT in the calendar; export the events of it'
};

function blank(problems: Problems): Read {
	problems.skipped({ line: 1 }, 'the file is empty; export it again from the tool that wrote it');
	return {};
}

function table(text: string, problems: Problems, read: (table: Table) => Read): Read {
	const rows = readTable(text, problems);
	return rows ? read(rows) : {};
}

function timelineTable(read: Table, problems: Problems): Read {
	if (isTimelineTable(read.header)) return readSlides(tableSlides(read, problems), problems);
	for (const column of ['Year', 'Headline'])
		if (!read.header.some((cell) => cell.toLowerCase() === column.toLowerCase()))
			problems.skipped(
				{ line: 1, row: 1 },
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
	if (ending !== 'csv' && ending !== 'tsv' && /^[[{]/.test(start)) return 'timelinejs-json';
	const header = readTable(start.split(/\r\n|\r|\n/, 1)[0], new Problems(name))?.header ?? [];
	return isTimelineTable(header) && !isOwnTable(header) ? 'timelinejs-csv' : 'csv';
}
