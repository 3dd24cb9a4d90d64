/** The import command: a file from another tool → a story folder on disk, written completely or not at all. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { askable, askedField, type Column } from '../lib/import/columnNames.ts';
import { dateOrders, type DateOrder } from '../lib/import/dates.ts';
import { slug } from '../lib/import/ids.ts';
import { readImport, toStoryFolder, type ImportFormat, type ImportProblem } from '../lib/import/read.ts';
import { importFormats } from '../lib/import/types.ts';
import { tableFile } from '../lib/import/rows.ts';
import { fileSchemas } from '../lib/story/schema.ts';
import { decode } from './encoding.ts';
import type { Streams } from './export.ts';
import { allow, Misused } from './failures.ts';
import { formatImportReport, reportFile, wholeReport, type ImportReport } from './importReport.ts';
import { withSchemas } from './schemas.ts';
import { removeLeftovers, writeFolder } from './write.ts';

export { formatImportReport } from './importReport.ts';

export interface ImportOptions {
	/** The folder to write; its name becomes part of the story’s address. */
	to: string;
	/** BCP 47, by default English. */
	lang?: string;
	/** By default the title in the file. */
	title?: string;
	/** By default detected from the file. */
	format?: ImportFormat;
	/** Columns with unusual names: `title=Event,date=When`. */
	columns?: string;
	/** Order of day and month in dates such as 03/05/2021; by default as the column shows it. */
	dates?: DateOrder;
	/** Character encoding, named as in `TextDecoder`; by default from the byte order mark, or UTF-8. */
	encoding?: string;
	/** Whether to replace an existing story. */
	force?: boolean;
}

/** The request cannot be fulfilled; the message says what to do instead. */
export class ImportRefused extends Misused {}

/** Options as given on the command line. */
export interface ImportCommandOptions {
	to?: string;
	lang: string;
	title?: string;
	format?: string;
	columns?: string;
	dates?: string;
	encoding?: string;
	force?: boolean;
	verbose?: boolean;
	strict?: boolean;
	data: string;
}

/**
 * The import command: prints the folder’s path on stdout, and the result on stderr.
 * @returns the exit code
 * @throws as `importFile`; Misused for an unknown format or order of dates
 */
export async function importStory(file: string, options: ImportCommandOptions, streams: Streams): Promise<number> {
	const format = options.format ? (allow('format', [options.format], importFormats)[0] as ImportFormat) : undefined;
	const dates = options.dates ? allow('order of dates', [options.dates], dateOrders)[0] : undefined;
	const name = options.to ?? basename(file).replace(/\..*$/, '').toLowerCase();
	const to = /[\\/]/.test(name) ? name : join(options.data, name);
	const report = await importFile(file, { ...options, format, dates, to });
	if (report.folder) streams.out(report.folder);
	streams.error(formatImportReport(report, options.verbose));
	const skipped = report.problems.some(({ effect }) => effect === 'skipped');
	return !report.folder || (options.strict && skipped) ? 1 : 0;
}

/**
 * Reads the file and writes the folder. A file without a readable event writes nothing; the report says why.
 *
 * @throws ImportRefused where the file cannot be opened, the folder exists already, its name cannot be part of an
 * address, or the language or an option is invalid; Failed where the folder cannot be written
 */
export async function importFile(path: string, options: ImportOptions): Promise<ImportReport> {
	const folder = resolve(options.to);
	const name = basename(folder);
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
		throw new ImportRefused(
			`"${name}" cannot be the name of a story’s folder; write lower-case letters, digits and single hyphens, e.g. ${slug(name) || 'my-story'}`
		);
	const columns = readColumns(options.columns);
	removeLeftovers(dirname(folder));
	await refuseToReplace(folder, options);
	const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
		throw new ImportRefused(unopened(path, error));
	});
	const file = basename(path);
	const decoded = decode(bytes, options.encoding);
	if ('refused' in decoded) throw new ImportRefused(decoded.refused);
	const nothing = { file: path, folder: null, entries: 0, events: 0, quotes: 0, rows: 0 };
	if ('problem' in decoded)
		return { ...nothing, format: null, problems: [{ file, ...decoded.problem, effect: 'skipped' }] };
	const { format, dates } = options;
	const imported = readImport({ name: file, text: decoded.text }, { format, columns, dates });
	const { entries, problems: read } = imported;
	if (imported.events.length === 0) return { ...nothing, format: imported.format, entries, problems: read };
	const story = build(imported, name, options);
	const problems = [...read, ...story.problems].sort(byPlace);
	const lost = (items: readonly { line?: number; row?: number }[]) =>
		story.problems.filter(
			({ effect, line, row }) => effect === 'skipped' && items.some((item) => item.line === line && item.row === row)
		).length;
	const report: ImportReport = {
		file: path,
		format: imported.format,
		folder: options.to,
		entries,
		events: imported.events.length - lost(imported.events),
		quotes: imported.quotes.length - lost(imported.quotes),
		rows: story.rows,
		problems
	};
	const files = problems.length > 0 ? [...story.files, { name: reportFile, text: wholeReport(report) }] : story.files;
	await writeFolder(options.to, withSchemas(options.to, files));
	return report;
}

/** @throws ImportRefused */
function readColumns(written: string | undefined): Map<Column, string> {
	const columns = new Map<Column, string>();
	for (const pair of written?.split(',') ?? []) {
		const [, field, name] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(pair) ?? [];
		const column = field && askedField(field);
		if (!column || !name)
			throw new ImportRefused(
				`--columns "${pair}" is not understood; write field=name of the column, e.g. title=Event,date=When; fields are ${askable.join(', ')}`
			);
		columns.set(column, name);
	}
	return columns;
}

/** Problems about the whole file come last. */
const byPlace = (a: ImportProblem, b: ImportProblem) =>
	(a.line ?? Infinity) === (b.line ?? Infinity) ? 0 : (a.line ?? Infinity) - (b.line ?? Infinity);

function build(imported: ReturnType<typeof readImport>, slug: string, { lang = 'en', title }: ImportOptions) {
	const today = new Date();
	const two = (n: number) => String(n).padStart(2, '0');
	const published = `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
	try {
		return toStoryFolder(imported, { slug, lang, title, published });
	} catch (error) {
		if (error instanceof RangeError) throw new ImportRefused(error.message);
		throw error;
	}
}

function unopened(path: string, { code, message }: NodeJS.ErrnoException): string {
	if (code === 'ENOENT') return `there is no file ${path}; write the path of the file to import`;
	if (code === 'EISDIR') return `${path} is a folder; write the path of a file in it`;
	return `${path} cannot be opened: ${message}`;
}

/** Only a story is replaced, and only on request; anything else in its place never is. */
async function refuseToReplace(folder: string, { to, force }: ImportOptions): Promise<void> {
	const found = await lstat(folder).catch(() => null);
	if (!found) return;
	if (!found.isDirectory()) throw new ImportRefused(`${to} is there and is no folder; write another name`);
	if (!force) throw new ImportRefused(`${to} is there already; write another name, or --force to replace it`);
	const isStoryFile = (name: string) => Object.hasOwn(fileSchemas, name) || name === reportFile || name === tableFile;
	const other = (await readdir(folder)).find((name) => !isStoryFile(name));
	if (other !== undefined)
		throw new ImportRefused(
			`${to} holds ${other}, which is no file of a story; it is not replaced, write another name`
		);
}
