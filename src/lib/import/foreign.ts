/** Recognises unsupported files by their content, and tells what they are and what to do instead. */

const signatures: [name: string, bytes: number[], advice: string, at?: number][] = [
	[
		'a PDF',
		[0x25, 0x50, 0x44, 0x46],
		'write its events into a table with the columns date, title and text, and save that as CSV'
	],
	['an image (PNG)', [0x89, 0x50, 0x4e, 0x47], ''],
	['an image (JPEG)', [0xff, 0xd8, 0xff], ''],
	['an image (GIF)', [0x47, 0x49, 0x46, 0x38], ''],
	['an image (WebP)', [0x57, 0x45, 0x42, 0x50], '', 8],
	['an image (TIFF)', [0x49, 0x49, 0x2a, 0x00], ''],
	['an image (TIFF)', [0x4d, 0x4d, 0x00, 0x2a], ''],
	['an image (BMP)', [0x42, 0x4d], ''],
	['an image (HEIC) or a video (MP4)', [0x66, 0x74, 0x79, 0x70], '', 4],
	['an old Excel, Word or PowerPoint file', [0xd0, 0xcf, 0x11, 0xe0], 'open it and save its table as “CSV UTF-8”'],
	[
		'a Parquet table',
		[0x50, 0x41, 0x52, 0x31],
		'put it into a story’s folder and name it in story.yaml: table: { file: …, source: … }'
	],
	[
		'an Arrow table',
		[0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
		'put it into a story’s folder and name it in story.yaml: table: { file: …, source: … }'
	],
	['an SQLite database', [...'SQLite format 3'].map((sign) => sign.charCodeAt(0)), 'export its table as CSV'],
	['a compressed file (gzip)', [0x1f, 0x8b], 'unpack it first'],
	['a compressed file (7z)', [0x37, 0x7a, 0xbc, 0xaf], 'unpack it first'],
	['a compressed file (RAR)', [0x52, 0x61, 0x72, 0x21], 'unpack it first'],
	['a sound or video file', [0x49, 0x44, 0x33], ''],
	['a sound or video file', [0x4f, 0x67, 0x67, 0x53], '']
];
const typeOut = 'type its events into a table with the columns date, title and text, and save that as CSV';

const packed: [part: RegExp, name: string, advice: string][] = [
	[
		/xl\/|\[Content_Types\].*xl/s,
		'an Excel workbook (xlsx)',
		'in Excel: File, Save as, “CSV UTF-8 (Comma delimited)”, a sheet at a time'
	],
	[
		/word\//,
		'a Word document (docx)',
		'copy its events into a table with the columns date, title and text, and save that as CSV'
	],
	[
		/ppt\//,
		'PowerPoint slides (pptx)',
		'copy their events into a table with the columns date, title and text, and save that as CSV'
	],
	[
		/opendocument\.spreadsheet/,
		'an OpenDocument spreadsheet (ods)',
		'save it as “Text CSV” with the character set UTF-8'
	],
	[
		/opendocument/,
		'an OpenDocument file',
		'copy its events into a table with the columns date, title and text, and save that as CSV'
	],
	[/Index\/Tables|\.iwa/, 'a Numbers, Pages or Keynote file', 'export it as CSV'],
	[/META-INF\/container\.xml|epub/, 'an e-book (EPUB)', typeOut]
];

/** @returns a sentence where the bytes are not supported text; undefined where they may be */
export function foreignBytes(bytes: Uint8Array): string | undefined {
	const has = (sign: number[], at = 0) => sign.every((byte, n) => bytes[at + n] === byte);
	if (has([0x50, 0x4b, 0x03, 0x04]) || has([0x50, 0x4b, 0x05, 0x06])) {
		// In a ZIP file, the names of its entries stand uncompressed before each, and all together at the end.
		const text = new TextDecoder('latin1').decode(
			bytes.length < 400_000 ? bytes : Uint8Array.from([...bytes.slice(0, 200_000), ...bytes.slice(-200_000)])
		);
		const [, name, advice] = packed.find(([part]) => part.test(text)) ?? [];
		return `the file is ${name ?? 'a ZIP archive'}, which is not read; ${advice ?? 'unpack it, and import the file in it'}`;
	}
	const found = signatures.find(([, sign, , at]) => has(sign, at));
	return found && `the file is ${found[0]}, which is not read; ${found[2] || typeOut}`;
}

const table = 'write a table with the columns date, title and text, and save it as CSV';

/** Formats recognised by the beginning of a text. */
const texts: [pattern: RegExp, name: string, advice: string][] = [
	[/^\s*(?:<!doctype html|<html\b|<head\b|<body\b)/i, 'a web page (HTML)', `copy its events: ${table}`],
	[/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<svg\b/i, 'an image (SVG)', typeOut],
	[
		/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<data\b[\s\S]{0,4000}<event\b/i,
		'the XML of a SIMILE timeline',
		table
	],
	[/^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed)\b/i, 'a news feed (RSS or Atom)', table],
	[/^\s*<\?xml|^\s*<[a-z][\w:-]*(?:\s[^<>]*)?>/i, 'XML', table],
	[/^\{\\rtf/, 'an RTF document', `copy its events: ${table}`],
	[/^\s*0 HEAD\b/, 'a family tree (GEDCOM)', table],
	[/^\s*BEGIN:VCARD\b/i, 'a list of addresses (vCard)', 'export the calendar as iCalendar (.ics)'],
	[/^\s*\\documentclass|^\s*\\begin\{/, 'a LaTeX document', `copy its events: ${table}`],
	[/^\s*(?:gantt|timeline)\s*\n/, 'a Mermaid diagram', table],
	[/^\s*@startgantt|^\s*@startuml/, 'a PlantUML diagram', table],
	[
		/^# yaml-language-server: \$schema=.*schema\//,
		'a file of a story',
		'put it into a folder in data/ with the others; it needs no import'
	]
];

const markwhenDate = String.raw`(?:\d{4}(?:[/-]\d{1,2}){0,2}|\d{1,2}\/(?:\d{1,2}\/)?\d{4}|now|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?\d{4})`;
const markwhenLine = new RegExp(
	String.raw`^\s*${markwhenDate}(?:\s*(?:-|–|\/|to)\s*(?:${markwhenDate}|\d+ (?:day|week|month|year)s?))?:\s+\S`,
	'im'
);
const markwhenMark = /^(?:section|group)\s+\S|^endSection|^endGroup|^#\w+:\s*\w+\s*$|^(?:dateFormat|viewFormat):/m;

/** @returns a sentence where a text has an unsupported format */
export function foreignText(text: string): string | undefined {
	const found = texts.find(([pattern]) => pattern.test(text.slice(0, 20_000)));
	if (found) return `the file is ${found[1]}, which is not read; ${found[2]}`;
	const start = text.slice(0, 50_000);
	const lines = start.split(/\r\n|\r|\n/).filter((line) => markwhenLine.test(line)).length;
	const isTable = /^[^\n:]*[,;\t][^\n]*$/m.test(start.split(/\r\n|\r|\n/, 1)[0]) && !markwhenMark.test(start);
	if (lines > 0 && !isTable && (markwhenMark.test(start) || lines > 1))
		return `the file is Markwhen, which is not read; in Markwhen: export as iCalendar (.ics) or ${table}`;
	if (lines > 0 && !isTable && !start.includes(',')) return `the file looks like Markwhen, which is not read; ${table}`;
	if (/^\s*(?:#{1,6} \S|[-*] \S|\*\*\S)/.test(start))
		return `the file is Markdown or a list in plain text, which is not read; ${table}`;
	return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param value JSON without a readable list “events”
 * @returns what it is, and what to do instead
 */
export function foreignJson(value: unknown): string {
	const wanted = 'write { "events": [ … ] } as TimelineJS 3 does, or a table with the columns date and title as CSV';
	if (Array.isArray(value))
		return value.some(isObject)
			? 'the JSON is a list of entries, which is not read; save it as CSV with the columns date and title, or write { "events": [ … ] } as TimelineJS 3 does'
			: `there is no list “events”; ${wanted}`;
	if (!isObject(value)) return `there is no list “events”; ${wanted}`;
	if (isObject(value.timeline))
		return 'this is the JSON of TimelineJS 1 or 2, which is not read; write it as version 3, { "events": [ … ] }';
	if (value.format === 'throughline')
		return 'this is Throughline’s own JSON, which is not read back; export the story as csv and import that';
	if (value.type === 'FeatureCollection' || value.type === 'Feature')
		return `this is GeoJSON, which is not read; ${wanted}`;
	if ('@context' in value || '@graph' in value) return `this is JSON-LD, which is not read; ${wanted}`;
	if (Array.isArray(value.items) && value.kind === 'calendar#events')
		return 'this is what Google Calendar’s API answers, which is not read; export the calendar as iCalendar (.ics)';
	return `there is no list “events”; ${wanted}`;
}
