/** Single values of a row, each cleaned, with a problem for everything that was altered or could not be used. */
import { isLanguage } from '../story/check.ts';
import { sourceSchema } from '../story/schema.ts';
import { isOngoing, joinDates, readDate } from './dates.ts';
import { oneLine, toPlain } from './plain.ts';
import { shown, type Place, type Problems } from './types.ts';

/** Why a row is not in the story; the message says so to the editor. */
export class Skip extends Error {
	constructor(
		message: string,
		readonly column?: string
	) {
		super(message);
	}
}

export class Fields {
	/** @param html may texts of this file hold HTML? */
	constructor(
		private readonly problems: Problems,
		private readonly html: boolean
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

	/** @throws Skip for markup nested thousands deep */
	text(written: string, place: Place, column: string): string {
		try {
			const { text, changes } = toPlain(written, this.html);
			for (const change of changes) this.problems.changed(place, `${shown(written)} ${change}`, column);
			return text;
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

	/** Names, of which a cell may hold several: “Acme; Mei”, `\;` where the mark is part of a name. */
	names(written: string, place: Place, column: string): string[] {
		const names = splitList(written).map((name) => this.line(name, place, column));
		return [...new Set(names.filter(Boolean))];
	}

	/** @throws Skip where it cannot be read */
	date(written: string, place: Place, column: string): string {
		if (!written.trim()) throw new Skip('there is no date; write one as EDTF, e.g. 2022-11-30 or 2022', column);
		const read = readDate(written);
		if ('problem' in read) throw new Skip(read.problem, column);
		if (read.dropped)
			this.problems.changed(place, `the day ${read.edtf} was kept, the time ${shown(read.dropped)} left out`, column);
		return read.edtf;
	}

	/** The start with its end, where one is written. @throws Skip where the two make no interval */
	interval(start: string, written: string, place: Place, column: string): string {
		if (!written.trim()) return start;
		const end = isOngoing(written) ? '..' : this.date(written, place, column);
		const read = joinDates(start, end);
		if ('problem' in read) throw new Skip(read.problem, column);
		return read.edtf;
	}

	/** Another tool’s own `edtf` of an item, which wins where it parses. */
	edtf(written: string, place: Place, column: string): string | undefined {
		if (!written.trim()) return undefined;
		const read = readDate(written);
		if ('edtf' in read && !read.dropped) return read.edtf;
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

	/** An address that a source may have. */
	link(written: string, place: Place, column: string): string | undefined {
		const text = written.trim();
		if (!text) return undefined;
		if (sourceSchema.shape.url.safeParse(text).success && toPlain(text, false).text === text) return text;
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

/** A tag that our schema and BCP 47 accept. */
export const isTag = (tag: string) => sourceSchema.shape.language.safeParse(tag).success && isLanguage(tag);

/** Parts of a text between semicolons; a backslash takes the next sign, a semicolon or a backslash, as it is. */
export function splitList(text: string): string[] {
	const parts = [''];
	for (const [piece] of text.matchAll(/\\[\\;]|[^;\\]+|[;\\]/g)) {
		if (piece === ';') parts.push('');
		else parts[parts.length - 1] += /^\\[\\;]$/.test(piece) ? piece[1] : piece;
	}
	return parts.map((part) => part.trim()).filter(Boolean);
}
