/** The result of an import for people: how much was read, and everything that was not, grouped by kind. */
import { join } from 'node:path';
import type { ImportFormat, ImportProblem } from '../lib/import/read.ts';

export interface ImportReport {
	/** Path as given. */
	file: string;
	format: ImportFormat | null;
	/** The folder written; null where there was no event. */
	folder: string | null;
	/** Number of entries in the file; each was read, or is listed as a problem. */
	entries: number;
	events: number;
	quotes: number;
	/** Number of events that became rows of a table. */
	rows: number;
	/** In the order of the file. */
	problems: ImportProblem[];
}

/** File in the story’s folder that lists everything left out or changed. */
export const reportFile = 'README.md';

/** Maximum number of positions listed for each kind on a terminal. */
const shownOfKind = 10;

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
const of = (problems: readonly ImportProblem[], effect: ImportProblem['effect']) =>
	problems.filter((problem) => problem.effect === effect);

/** What was written, in one sentence. */
function summary({ file, folder, entries, events, quotes, rows }: ImportReport): string {
	if (folder === null) return `Nothing was imported from ${file}.`;
	const items = [plural(events, 'event'), ...(quotes > 0 ? [plural(quotes, 'quotation')] : [])].join(' and ');
	const left = entries - events - quotes;
	const table = rows > 0 ? `, ${rows} of them as rows of its table` : '';
	const rest = left > 0 ? ` ${left} of ${entries} entries ${left === 1 ? 'was' : 'were'} left out.` : '';
	return `Imported ${items} from ${file} into ${folder}${table}.${rest}`;
}

/**
 * For a terminal: what was written, then the problems with their positions, left-out items first.
 * @param all whether to list all of them
 */
export function formatImportReport(report: ImportReport, all = false): string {
	const { folder, problems } = report;
	const list = (title: string, effect: ImportProblem['effect']) => {
		const some = of(problems, effect);
		return some.length > 0 ? ['', `${title} (${some.length}):`, ...grouped(some, all ? Infinity : shownOfKind)] : [];
	};
	const lists = [...list('Not imported', 'skipped'), ...list('Changed', 'changed')];
	const isShort = lists.some((line) => line.startsWith('  …'));
	const where = folder === null ? '--verbose lists all' : `all of it: ${join(folder, reportFile)}, or --verbose`;
	return [
		summary(report),
		...lists,
		...(isShort ? ['', where] : []),
		...(folder === null
			? []
			: [
					'',
					`Next: ${join(folder, 'story.yaml')} has its title, dek and sides, actors.yaml who acts, scenes.yaml headings and prose, sources.yaml where each event is from.`
				])
	].join('\n');
}

/** The complete report as Markdown. */
export function wholeReport(report: ImportReport): string {
	const list = (title: string, effect: ImportProblem['effect']) => {
		const some = of(report.problems, effect);
		const lines = some.map((problem) => `    ${formatImportProblem(problem)}`);
		return some.length > 0 ? ['', `## ${title} (${some.length})`, '', ...lines] : [];
	};
	const lists = [...list('Not imported', 'skipped'), ...list('Changed', 'changed')];
	return ['# How this story was imported', '', summary(report), ...lists, ''].join('\n');
}

function grouped(problems: readonly ImportProblem[], most: number): string[] {
	const kinds = new Map<string, ImportProblem[]>();
	for (const problem of problems) {
		const kind = kindOf(problem);
		const same = kinds.get(kind);
		if (same) same.push(problem);
		else kinds.set(kind, [problem]);
	}
	return [...kinds.values()].flatMap((some) => [
		...some.slice(0, most).map((problem) => `  ${formatImportProblem(problem)}`),
		...(some.length > most ? [`  … and ${some.length - most} more of this kind${rowsOf(some.slice(most))}`] : [])
	]);
}

/** The message without what differs between rows: values, dates, numbers, names of months. */
const kindOf = ({ column, message }: ImportProblem) =>
	`${column}: ${message}`
		.replace(/“[^”]*”|"[^"]*"/g, '“”')
		.replace(/\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g, '…')
		.replace(/[-+]?\bY?-?\d[\d:.,/+TXZ~?%-]*/g, '#');

/** Such as “: rows 12, 15–17 …”. */
function rowsOf(problems: readonly ImportProblem[]): string {
	const rows = [...new Set(problems.flatMap(({ row }) => row ?? []))].sort((a, b) => a - b);
	const ranges: [number, number][] = [];
	for (const row of rows) {
		const last = ranges.at(-1);
		if (last && row === last[1] + 1) last[1] = row;
		else ranges.push([row, row]);
	}
	const words = ranges.slice(0, 12).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
	if (words.length === 0) return '';
	return `: ${rows.length === 1 ? 'row' : 'rows'} ${words.join(', ')}${ranges.length > 12 ? ' …' : ''}`;
}

/** Such as `table.csv:12 row 9, column “date”: what is wrong, what to write instead`. */
function formatImportProblem({ file, line, row, column, message }: ImportProblem): string {
	const place = [row !== undefined && `row ${row}`, column !== undefined && `column “${column}”`]
		.filter(Boolean)
		.join(', ');
	return `${file}${line === undefined ? '' : `:${line}`}${place && ` ${place}`}: ${message}`;
}
