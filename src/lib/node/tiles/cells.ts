/** Reads one cell of a table, or says what is wrong with it and what to write instead. Every cell comes trimmed. */
import { midpoint, parseDate, type DateSpan } from '../../story/date.ts';
import { wordDate } from '../../story/dateWords.ts';
import { noAddress, unknownId, suggest } from '../../story/messages.ts';
import type { OddDate } from '../../tiles/format.ts';

const longestTitle = 300;
const longestAddress = 2000;

export interface CellDate {
	/** Position of its mark, whole ms since 1970. */
	at: number;
	/** A plain date can be restored from its position; an odd one has to be stored in full. */
	kind: 'day' | 'instant' | 'odd';
	span: DateSpan;
}

type Read<T> = { value: T } | { problem: string };

export function readDate(text: string): Read<CellDate> {
	if (!text) return { problem: 'the date is empty; write EDTF such as 2022-11-30, 2022-11, 1977~ or 2024-01/2024-11' };
	const read = parseDate(text);
	if ('problem' in read) return read;
	const span = read.date;
	const at = Math.floor(midpoint(span));
	const { kind, first, softStart, softEnd } = span;
	// Before the year 1 no platform formats a day as readers expect.
	const plain = kind === 'date' && !softStart && !softEnd && first && first.year > 0 && first;
	const precision = plain ? first.precision : undefined;
	return { value: { at, kind: precision === 'day' ? 'day' : precision === 'second' ? 'instant' : 'odd', span } };
}

/** A plain date as EDTF, from its position. */
export const plainText = (at: number, kind: 'day' | 'instant') =>
	new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, kind === 'day' ? -14 : -5) +
	(kind === 'day' ? '' : 'Z');

/** @param when the wording for readers in each language; null where the date is worded from its EDTF */
export function oddDate(span: DateSpan, languages: readonly string[], when: readonly (string | null)[] = []): OddDate {
	return {
		edtf: span.edtf,
		min: span.min,
		max: span.max,
		...(span.kind === 'interval' && { interval: true as const }),
		...(span.softStart && { softStart: true as const }),
		...(span.softEnd && { softEnd: true as const }),
		label: Object.fromEntries(languages.map((language, n) => [language, when[n] || wordDate(span, language)]))
	};
}

/** @param known ids in actors.yaml */
export function readActors(text: string, known: ReadonlySet<string>): Read<string[]> {
	const ids = [...new Set(text.split(';').map((id) => id.trim()))].filter(Boolean);
	if (!ids.length) return { problem: 'nobody acts here; write ids of actors.yaml, separated by ;' };
	const strange = ids.find((id) => !known.has(id));
	return strange === undefined
		? { value: ids }
		: { problem: unknownId('actor', strange, suggest(strange, known), [...known]) };
}

export function readImportance(text: string): Read<number> {
	if (!text) return { value: 3 };
	// A numeric column may give 3.0.
	const n = /^[1-5](\.0+)?$/.test(text) ? Math.trunc(Number(text)) : NaN;
	return n ? { value: n } : { problem: `"${text.slice(0, 60)}" is no importance; write 1 to 5, or nothing for 3` };
}

/** Turns spaces and line breaks into one space, since a title is one line. */
export const tidy = (text: string) => (/[\s\p{Cc}]/u.test(text) ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : text);

export function wrongTitle(text: string): string | undefined {
	if (!tidy(text)) return 'the title is empty; write a few words';
	return text.length > longestTitle
		? `the title has ${text.length} characters; write ${longestTitle} or fewer`
		: undefined;
}

export function wrongUrl(text: string): string | undefined {
	if (!text) return undefined;
	if (text.length > longestAddress)
		return `the address has ${text.length} characters; write ${longestAddress} or fewer`;
	return /^https?:\/\/[^\s/]+\S*$/.test(text) ? undefined : noAddress(text);
}

/** @param taken ids used by events.yaml */
export function wrongId(text: string, taken: ReadonlySet<string>): string | undefined {
	if (!text) return 'the id is empty; write one in every row, or leave the column out';
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || text.length > 200)
		return `"${text.slice(0, 60)}" is no id; write lower-case letters, digits and single hyphens`;
	return taken.has(text) ? `id "${text}" is that of an event in events.yaml; write another one` : undefined;
}

export const usedId = (id: string, row: number) => `id "${id}" is already used in row ${row}; write another one`;
