/** What every format is read into, and the list of what could not be read. */
import { printable } from '../text/terminal.ts';
import type { LocalTime } from './clock.ts';
import type { Column } from './columns.ts';
import type { DateOrder } from './dates.ts';

export const importFormats = ['timelinejs-json', 'timelinejs-csv', 'csv', 'ics'] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ReadOptions {
	/** By default told from the content and the name. */
	format?: ImportFormat;
	/** Of a table: field → name or number of its column, where the name is no usual one. */
	columns?: ReadonlyMap<Column, string>;
	/** Of the numbers in 03/05/2021, by default as the column shows it. */
	dates?: DateOrder;
}

/** Where in the imported file. */
export interface Place {
	/** Counted from 1. */
	line?: number;
	/** Counted from 1: a CSV row as a spreadsheet numbers it (the header is row 1), a JSON event, a VEVENT. */
	row?: number;
}

export interface ImportProblem extends Place {
	file: string;
	column?: string;
	/** What is wrong, and what to write instead or what was made of it. */
	message: string;
	/** skipped: the row is not in the story; changed: it is, but something of it was altered or left out. */
	effect: 'skipped' | 'changed';
}

export interface Media {
	/** Empty where only its words are there. */
	url: string;
	/** Caption and credit; empty where there is neither. */
	caption: string;
}

interface ImportedItem extends Place {
	/** As the file has it; need not be an id of a story yet. */
	id?: string;
	/** EDTF that `parseDate` reads. */
	date: string;
	/** The date in the file’s own words. */
	when?: string;
	/** What clocks showed where it was written, at its start and its end. */
	local?: { from?: LocalTime; to?: LocalTime };
	/** Ms that EDTF has no place for, which order what has the same date. */
	after?: number;
	/** Where it happened. */
	place?: string;
	/** What is shown beside it elsewhere: addresses, with the words that stand under it. */
	media?: Media[];
	basis?: 'stated' | 'inferred';
	/** Names, who acts first. */
	actors: string[];
	/** Names of the sides of its actors, in their order, each once; what TimelineJS calls the group is one of them. */
	sides: string[];
	/** Where the file says that it has it from. */
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
	/** To the letter; several where several terms are quoted. */
	words: string[];
	/** BCP 47 */
	language: string;
	/** Of each of `words`, into the language of the story; empty where there is none. */
	translation: string[];
	context: string;
	/** Ids of events, as the file has them. */
	about: string[];
}

export interface Imported {
	/** Name of the file. */
	file: string;
	format: ImportFormat;
	/** Of the timeline, where the file has one. */
	title?: string;
	dek?: string;
	/** What is shown beside the title. */
	media?: Media[];
	/** How many entries the file has: rows, slides, events of a calendar. Each is read, or skipped in `problems`. */
	entries: number;
	events: ImportedEvent[];
	quotes: ImportedQuote[];
	problems: ImportProblem[];
}

/** Collects problems in the order in which they are met. */
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

/** A value shown in a message: quoted, and no longer than a line. */
export const shown = (text: string) => {
	const flat = printable(text.slice(0, 1000).replace(/[\s\u0085]+/g, ' ')).trim();
	return `“${flat.length > 60 ? `${Array.from(flat).slice(0, 59).join('')}…` : flat}”`;
};
