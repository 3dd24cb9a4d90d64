/** Reads single values of a row and cleans them, with a problem for everything altered or unusable. */
import { isLanguage } from '../story/languageTag.ts';
import { seen } from '../story/characters.ts';
import { isPlaceholder } from '../story/checkPlaceholders.ts';
import { sourceSchema } from '../story/schema/actors.ts';
import { isOngoing, joinDates, readDate, type DateRules } from './dates.ts';
import type { DateRead, ReadDate } from './dateRead.ts';
import { addressesIn, firstSentence, oneLine, toPlain } from './plain.ts';
import { shown, type ImportedEvent, type Media, type Place, type Problems } from './types.ts';

/** The row is not in the story; the message tells the editor why. */
export class Skip extends Error {
	constructor(
		message: string,
		readonly column?: string
	) {
		super(message);
	}
}

export class Fields {
	/** Dates already read, since most occur more than once in a file. */
	private readonly known = new Map<string, ReadDate>();

	/** @param html whether texts of this file may hold HTML */
	constructor(
		private readonly problems: Problems,
		private readonly html: boolean,
		private readonly rules: DateRules = {}
	) {}

	/** Runs `read` for one row; a Skip in it becomes a problem. */
	row<T>(place: Place, read: () => T): T | undefined {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof Skip)) throw error;
			this.problems.skipped(place, error.message, error.column);
			return undefined;
		}
	}

	/** @returns '' for an invisible or unreadable text, which is reported */
	private readable(text: string, place: Place, column: string): string {
		const why =
			text && !seen.test(text)
				? 'the text has only signs that are not seen, and was left out'
				: isPlaceholder(text)
					? `${shown(text)} stands for a text that is not written yet, and was left out`
					: '';
		if (why) this.problems.changed(place, why, column);
		return why ? '' : text;
	}

	/** @throws Skip for markup nested thousands of levels deep */
	text(written: string, place: Place, column: string): string {
		try {
			const { text, changes } = toPlain(written, this.html);
			for (const change of changes) this.problems.changed(place, `${shown(written)} ${change}`, column);
			return this.readable(text, place, column);
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			throw new Skip('the markup is nested too deeply to be read; write plain text', column);
		}
	}

	line(written: string, place: Place, column: string): string {
		return oneLine(this.text(written, place, column));
	}

	/** @throws Skip where no words are left */
	title(written: string, place: Place, column: string): string {
		const title = this.line(written, place, column);
		if (title) return title;
		throw new Skip(
			written.trim()
				? `the title ${shown(written)} has no words; write some`
				: 'the title is empty; write a few words that say what happened',
			column
		);
	}

	/** The names in a cell, such as “Acme; Mei”; `\;` for a semicolon within a name. */
	names(written: string, place: Place, column: string): string[] {
		const names = splitList(written).map((name) => this.line(name, place, column));
		return [...new Set(names.filter(Boolean))];
	}

	/**
	 * The title; without one, the first sentence of the text or of the first other value with words, which is reported.
	 * Words already in the title are removed from the text.
	 *
	 * @param others names and texts of other values, cleaned
	 * @throws Skip where there are no words at all
	 */
	titled(
		written: string,
		text: string,
		others: readonly (readonly [name: string, text: string])[],
		place: Place,
		column: string
	): { title: string; text: string } {
		const own = this.line(written, place, column);
		if (own) return { title: own, text: this.html && text === own ? '' : text };
		const [name, words] = ([['text', text], ...others] as const).find(([, one]) => one) ?? [];
		if (!name || !words) return { title: this.title('', place, column), text };
		const title = firstSentence(words);
		this.problems.changed(place, `there is no title; ${shown(title)} was taken from the ${name}`, column);
		const rest = text.startsWith(title) ? text.slice(title.length).replace(/^[.。]?\s*/, '') : text;
		return { title, text: this.readable(rest, place, column) };
	}

	private read(written: string): ReadDate {
		const known = this.known.get(written) ?? readDate(written, this.rules);
		this.known.set(written, known);
		return known;
	}

	/** @throws Skip where it cannot be read */
	date(written: string, place: Place, column: string): DateRead {
		if (!written.trim()) throw new Skip('there is no date; write one as EDTF, e.g. 2022-11-30 or 2022', column);
		const read = this.read(written);
		if ('problem' in read) throw new Skip(read.problem, column);
		if (read.note) this.problems.changed(place, `${shown(written)}: ${read.note}`, column);
		return read;
	}

	/**
	 * The start, joined with the end if there is one.
	 * @throws Skip where the two make no interval
	 */
	dates(
		start: string,
		end: string,
		place: Place,
		column: string,
		endColumn: string
	): Pick<ImportedEvent, 'date' | 'local' | 'after'> {
		const from = this.date(start, place, column);
		const to = end.trim() && !isOngoing(end) ? this.date(end, place, endColumn) : undefined;
		return this.joined(from, to ?? (end.trim() ? { edtf: '..' } : undefined), endColumn);
	}

	/** @throws Skip where the two make no interval */
	joined(from: DateRead, to: DateRead | undefined, column: string): Pick<ImportedEvent, 'date' | 'local' | 'after'> {
		const read = to ? joinDates(from.edtf, to.edtf) : from;
		if ('problem' in read) throw new Skip(read.problem, column);
		const local = { ...(from.local && { from: from.local }), ...(to?.local && { to: to.local }) };
		return {
			date: read.edtf,
			...((local.from || local.to) && { local }),
			...(from.after !== undefined && { after: from.after })
		};
	}

	/** The addresses that a text’s HTML links to or embeds, which can be kept only as sources. */
	linked(written: string, place: Place, column: string): Media[] {
		const urls = this.html ? addressesIn(written).filter(isAddress) : [];
		if (urls.length > 0)
			this.problems.changed(
				place,
				`addresses in the HTML stand among its sources: ${urls.map(shown).join(', ')}`,
				column
			);
		return urls.map((url) => ({ url, caption: '' }));
	}

	/** The addresses in a cell or in HTML that embeds something; anything else in it is reported. */
	media(written: string, caption: string, place: Place, column: string): Media[] {
		if (!written.trim()) return [];
		const found = written.match(/(?:https?:)?\/\/[^\s"'<>\\]+/g) ?? [];
		const urls = [...new Set(found.map((url) => url.replace(/^\/\//, 'https://').replace(/[).,;]+$/, '')))].filter(
			isAddress
		);
		if (urls.length === 0) {
			this.problems.changed(place, `${shown(written)} is no web address and was left out`, column);
			return caption ? [{ url: '', caption }] : [];
		}
		if (written.trim() !== urls[0])
			this.problems.changed(place, `of ${shown(written)} the addresses were kept, as links`, column);
		return urls.map((url) => ({ url, caption }));
	}

	/** The `edtf` member that another tool wrote for an item, which takes precedence if it parses. */
	edtf(written: string, place: Place, column: string): string | undefined {
		if (!written.trim()) return undefined;
		const read = readDate(written);
		if ('edtf' in read && !read.note) return read.edtf;
		const why = 'problem' in read ? read.problem : `${shown(written)} is not EDTF`;
		this.problems.changed(place, `${why}; the format’s own date was taken instead`, column);
		return undefined;
	}

	importance(written: string, place: Place, column: string): number | undefined {
		const text = written.trim();
		if (!text) return undefined;
		if (/^[1-5]$/.test(text)) return Number(text);
		this.problems.changed(
			place,
			`the importance ${shown(written)} was left out; write a whole number from 1 to 5`,
			column
		);
		return undefined;
	}

	/** An address that the schema accepts for a source. */
	link(written: string, place: Place, column: string): string | undefined {
		const text = written.trim();
		if (!text) return undefined;
		if (isAddress(text)) return text;
		this.problems.changed(
			place,
			`the link ${shown(written)} was left out; write one that begins with https://`,
			column
		);
		return undefined;
	}

	/** @throws Skip */
	language(written: string, column: string): string {
		const tag = written.trim();
		if (isTag(tag)) return tag;
		throw new Skip(`${shown(written)} is no language; write it as BCP 47, e.g. en or zh-Hans`, column);
	}
}

/** Whether the schema accepts an address for a source. */
const isAddress = (text: string) =>
	sourceSchema.shape.url.safeParse(text).success && toPlain(text, false).text === text;

/** Whether both our schema and BCP 47 accept a tag. */
export const isTag = (tag: string) => sourceSchema.shape.language.safeParse(tag).success && isLanguage(tag);

/** Splits a text at semicolons; a backslash escapes a semicolon or a backslash. */
export function splitList(text: string): string[] {
	const parts = [''];
	for (const [piece] of text.matchAll(/\\[\\;]|[^;\\]+|[;\\]/g)) {
		if (piece === ';') parts.push('');
		else parts[parts.length - 1] += /^\\[\\;]$/.test(piece) ? piece[1] : piece;
	}
	return parts.map((part) => part.trim()).filter(Boolean);
}
