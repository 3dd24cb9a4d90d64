/** The result that every format is read into, with the list of problems. */
import { printable } from '../text/terminal.ts';
import type { LocalTime } from './dateRead.ts';
import type { Column } from './columnNames.ts';
import type { DateOrder } from './dates.ts';

export const importFormats = ['timelinejs-json', 'timelinejs-csv', 'csv', 'ics'] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ReadOptions {
	/** By default detected from the content and the name. */
	format?: ImportFormat;
	/** For a table: field → name or number of its column, where it has an unusual name. */
	columns?: ReadonlyMap<Column, string>;
	/** Order of day and month in dates such as 03/05/2021; by default as the column shows it. */
	dates?: DateOrder;
}

/** A position in the imported file. */
export interface Place {
	/** Counted from 1. */
	line?: number;
	/** Counted from 1: a CSV row as in a spreadsheet (the header is row 1), a JSON event, a VEVENT. */
	row?: number;
}

export interface ImportProblem extends Place {
	file: string;
	column?: string;
	/** What is wrong, and what to write instead or how it was changed. */
	message: string;
	/** skipped: the row is not in the story; changed: it is, but something in it was altered or left out. */
	effect: 'skipped' | 'changed';
}

export interface Media {
	/** Empty for a caption without a picture. */
	url: string;
	/** Caption and credit; empty where there are none. */
	caption: string;
}

interface ImportedItem extends Place {
	/** Id in the file, which may not be a valid id for a story. */
	id?: string;
	/** EDTF, accepted by `parseDate`. */
	date: string;
	/** The wording of the date in the file. */
	when?: string;
	/** Local date and time of the start and the end where they were written. */
	local?: { from?: LocalTime; to?: LocalTime };
	/** Ms that EDTF cannot express, used to sort items with the same date. */
	after?: number;
	/** Place of the event. */
	place?: string;
	/** What other tools show beside it: addresses with captions. */
	media?: Media[];
	basis?: 'stated' | 'inferred';
	/** Names; whoever acts comes first. */
	actors: string[];
	/** Names of the sides of its actors, each once, in their order; TimelineJS calls a side “group”. */
	sides: string[];
	/** The sources that the file gives. */
	sources?: string;
	link?: string;
}

export interface ImportedEvent extends ImportedItem {
	title: string;
	/** Empty where the file has only a title. */
	text: string;
	/** 1–5 */
	importance?: number;
}

export interface ImportedQuote extends ImportedItem {
	speaker: string;
	kind: 'direct' | 'term' | 'reported';
	/** Exact words; several entries where several terms are quoted. */
	words: string[];
	/** BCP 47 */
	language: string;
	/** Translation of each entry of `words` into the story’s language; empty where there is none. */
	translation: string[];
	context: string;
	/** Ids of events in the file. */
	about: string[];
}

export interface Imported {
	/** Name of the file. */
	file: string;
	format: ImportFormat;
	/** Title of the timeline, where the file has one. */
	title?: string;
	dek?: string;
	/** What is shown beside the title. */
	media?: Media[];
	/** Number of entries in the file: rows, slides, calendar events. Each is read, or skipped in `problems`. */
	entries: number;
	events: ImportedEvent[];
	quotes: ImportedQuote[];
	problems: ImportProblem[];
}

/** Collects problems in the order in which they are found. */
export class Problems {
	readonly list: ImportProblem[] = [];

	constructor(readonly file: string) {}

	skipped({ line, row }: Place, message: string, column?: string): void {
		this.add({ line, row }, message, column, 'skipped');
	}

	changed({ line, row }: Place, message: string, column?: string): void {
		this.add({ line, row }, message, column, 'changed');
	}

	private add({ line, row }: Place, message: string, column: string | undefined, effect: ImportProblem['effect']) {
		const place = { ...(line !== undefined && { line }), ...(row !== undefined && { row }) };
		this.list.push({ file: this.file, ...place, ...(column !== undefined && { column }), message, effect });
	}
}

/** A value for a message: quoted, and at most a line long. */
export const shown = (text: string) => {
	const flat = printable(text.slice(0, 1000).replace(/[\s\u0085]+/g, ' ')).trim();
	return `“${flat.length > 60 ? `${Array.from(flat).slice(0, 59).join('')}…` : flat}”`;
};
