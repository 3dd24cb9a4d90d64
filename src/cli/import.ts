/** The import command: a file that another tool wrote → a story folder on disk, whole or not at all. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { slug } from '../lib/import/ids.ts';
import { readImport, toStoryFolder, type ImportFormat, type ImportProblem } from '../lib/import/read.ts';
import { fileSchemas } from '../lib/story/schema.ts';

export interface ImportOptions {
	/** The folder to write; its name becomes the address of the story. */
	to: string;
	/** BCP 47, by default English. */
	lang?: string;
	/** By default the file’s own. */
	title?: string;
	/** By default told from the file. */
	format?: ImportFormat;
	/** Replace a story that is there. */
	force?: boolean;
}

export interface ImportReport {
	/** As given. */
	file: string;
	format: ImportFormat | null;
	/** The folder that was written; null where there was no event to write. */
	folder: string | null;
	events: number;
	quotes: number;
	/** In the order of the file. */
	problems: ImportProblem[];
}

/** What was asked cannot be done; the message says what to do instead. */
export class ImportRefused extends Error {}

/**
 * Reads the file and writes the folder. A file without a single readable event writes nothing; the report says why.
 *
 * @throws ImportRefused where the file cannot be opened, the folder exists already or its name is no address, or the
 * language is none
 */
export async function importFile(path: string, options: ImportOptions): Promise<ImportReport> {
	const folder = resolve(options.to);
	const name = basename(folder);
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
		throw new ImportRefused(
			`"${name}" cannot be the name of a story’s folder; write lower-case letters, digits and single hyphens, e.g. ${slug(name) || 'my-story'}`
		);
	await refuseToReplace(folder, options);
	const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
		throw new ImportRefused(unopened(path, error));
	});
	const file = basename(path);
	const decoded = decode(bytes);
	if ('problem' in decoded) {
		const problem = { file, ...decoded.problem, effect: 'skipped' as const };
		return { file: path, format: null, folder: null, events: 0, quotes: 0, problems: [problem] };
	}
	const imported = readImport({ name: file, text: decoded.text }, { format: options.format });
	const report = { file: path, format: imported.format, events: imported.events.length };
	if (report.events === 0) return { ...report, folder: null, quotes: 0, problems: imported.problems };
	const story = build(imported, name, options);
	await writeFolder(folder, story.files);
	const problems = [...imported.problems, ...story.problems];
	const lost = story.problems.filter(({ effect }) => effect === 'skipped').length;
	return { ...report, folder: options.to, quotes: imported.quotes.length - lost, problems: problems.sort(byPlace) };
}

/** What concerns the whole file last. */
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

/** A story is replaced when asked for; anything else that stands there, never. */
async function refuseToReplace(folder: string, { to, force }: ImportOptions): Promise<void> {
	const found = await lstat(folder).catch(() => null);
	if (!found) return;
	if (!found.isDirectory()) throw new ImportRefused(`${to} is there and is no folder; write another name`);
	if (!force) throw new ImportRefused(`${to} is there already; write another name, or --force to replace it`);
	const isStoryFile = (name: string) => Object.hasOwn(fileSchemas, name) || name === 'README.md';
	const other = (await readdir(folder)).find((name) => !isStoryFile(name));
	if (other !== undefined)
		throw new ImportRefused(
			`${to} holds ${other}, which is no file of a story; it is not replaced, write another name`
		);
}

/** Everything is written beside the folder and moved into its place at once: no half folder is left. */
async function writeFolder(folder: string, files: readonly { name: string; text: string }[]): Promise<void> {
	const parent = dirname(folder);
	await mkdir(parent, { recursive: true });
	const beside = join(parent, `.${basename(folder)}-${randomBytes(4).toString('hex')}`);
	const [written, replaced] = [`${beside}-new`, `${beside}-old`];
	try {
		await mkdir(written);
		for (const { name, text } of files) await writeFile(join(written, name), text, { flag: 'wx' });
		const exists = existsSync(folder);
		if (exists) await rename(folder, replaced);
		try {
			await rename(written, folder);
		} catch (error) {
			if (exists) await rename(replaced, folder);
			throw error;
		}
		await rm(replaced, { recursive: true, force: true });
	} finally {
		await rm(written, { recursive: true, force: true });
	}
}

type Decoded = { text: string } | { problem: { line: number; message: string } };

function decode(bytes: Uint8Array): Decoded {
	const save = 'save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)';
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
		return { problem: { line: 1, message: `the file is UTF-16, not UTF-8; ${save}` } };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch {
		const before = new TextDecoder().decode(bytes).split('\ufffd', 1)[0];
		const line = before.split(/\r\n|\r|\n/).length;
		return {
			problem: { line, message: `the file is not UTF-8: this line holds bytes that are no character; ${save}` }
		};
	}
}

/** For a terminal: what was written, then each problem with its place, what was left out first. */
export function formatImportReport({ file, folder, events, quotes, problems }: ImportReport): string {
	const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
	const items = [plural(events, 'event'), ...(quotes > 0 ? [plural(quotes, 'quotation')] : [])].join(' and ');
	const of = (effect: ImportProblem['effect']) => problems.filter((problem) => problem.effect === effect);
	const list = (title: string, some: ImportProblem[]) =>
		some.length > 0
			? ['', `${title} (${some.length}):`, ...some.map((problem) => `  ${formatImportProblem(problem)}`)]
			: [];
	return [
		folder === null ? `Nothing was imported from ${file}.` : `Imported ${items} from ${file} into ${folder}.`,
		...list('Not imported', of('skipped')),
		...list('Changed', of('changed')),
		...(folder === null ? [] : ['', `Next: read ${join(folder, 'story.yaml')}; it says what to write.`])
	].join('\n');
}

/** `table.csv:12 row 9, column “date”: what is wrong, what to write instead` */
export function formatImportProblem({ file, line, row, column, message }: ImportProblem): string {
	const place = [row !== undefined && `row ${row}`, column !== undefined && `column “${column}”`]
		.filter(Boolean)
		.join(', ');
	return `${file}${line === undefined ? '' : `:${line}`}${place && ` ${place}`}: ${message}`;
}
