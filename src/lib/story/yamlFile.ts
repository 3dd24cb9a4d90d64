/** One file of a story as YAML, which can locate each value in the text. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { noText } from './characters.ts';
import type { Path, Place } from './entries.ts';
import * as say from './messages.ts';

/** Both counted from 1. */
export type LineColumn = [line: number, column: number];

/** Maximum length of a story file, in UTF-16 code units. */
const maxLength = 1_000_000;
/** A file with more bytes than this is certainly too long: three per unit in UTF-8, plus a byte order mark. */
export const maxBytes = 3 * maxLength + 3;
const maxAliasCount = 100;

export class YamlFile {
	/** The content of the file; undefined where it is not readable. */
	readonly value: unknown;
	readonly readable: boolean = false;
	private readonly lines = new LineCounter();
	private readonly document: Document.Parsed | null = null;

	private readonly text: string;

	/** @param given null for a file that was not read because it has more than `maxBytes` */
	constructor(given: string | null, report: (at: LineColumn, message: string) => void) {
		const text = (this.text = given ?? '');
		if (given === null) {
			report([1, 1], say.tooLarge(maxLength));
			return;
		}
		const strange = noText.exec(text);
		if (text.length > maxLength || strange) {
			const before = text.slice(0, strange?.index ?? 0).split('\n');
			const isReplacement = strange?.[0] === '\ufffd';
			const at: LineColumn = strange ? [before.length, before.at(-1)!.length + 1] : [1, 1];
			const control = () => say.controlCharacter(strange![0].codePointAt(0)!);
			report(at, isReplacement ? say.notUtf8() : strange ? control() : say.tooLarge(maxLength));
			return;
		}
		try {
			const { lines: lineCounter } = this;
			this.document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
		} catch {
			report([1, 1], say.tooDeep());
			return;
		}
		const { errors, warnings } = this.document;
		const duplicates = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
		const others = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
		for (const { pos } of duplicates) {
			report(this.lineColumn(pos[0]), say.duplicateKey(/^[^:\n]*/.exec(text.slice(pos[0]))![0].trim()));
		}
		// Only the first syntax error is reported, since those after it mostly result from it.
		for (const { code, message, pos } of [...others.slice(0, 1), ...warnings]) {
			const isTab = /(^|\n) *\t\s*$/.test(text.slice(0, pos[0]));
			report(this.lineColumn(pos[0]), say.yamlProblem(isTab ? 'TAB_AS_INDENT' : code, message));
		}
		if (others.length > 0) {
			return;
		}
		// A character written as an escape, "\u0000", is not in the text of the file itself.
		visit(this.document, {
			Scalar: (_, { value, range }) => {
				const sign = typeof value === 'string' && noText.exec(value);
				if (sign) report(this.lineColumn(range![0]), say.controlCharacter(sign[0].codePointAt(0)!));
			}
		});
		for (const { offset, key, text } of strays(this.document))
			report(this.lineColumn(offset), say.strayText(key, text));
		try {
			this.value = this.document.toJS({ maxAliasCount });
			this.readable = true;
		} catch (error) {
			let at = 0;
			visit(this.document, {
				Alias: (_, alias) => {
					at = alias.resolve(this.document!) ? at : alias.range![0];
				}
			});
			const isDeep = error instanceof RangeError;
			report(this.lineColumn(at), isDeep ? say.tooDeep() : say.badAlias((error as Error).message));
		}
	}

	private lineColumn(offset: number): LineColumn {
		const { line, col } = this.lines.linePos(offset);
		return line > 0 ? [line, col] : [1, 1];
	}

	position(place: Place<string>): LineColumn {
		return this.lineColumn(this.offset(place));
	}

	/** The scalar at a path, as the editor wrote it. */
	source(path: Path): string | undefined {
		const { node, depth } = this.find(path);
		if (depth < path.length) {
			return undefined;
		}
		return isScalar(node) ? (node.source ?? '') : node ? undefined : '';
	}

	/** The path as shown in messages, with entries named by their ids. */
	name({ file, path }: Place<string>): string {
		let value = this.value;
		let name = path.length > 0 ? file.replace('.yaml', '') : '';
		for (const part of path) {
			value = dig(value, [part]);
			const id = dig(value, ['id']);
			const inner = typeof id === 'string' && /^[\w-]{1,60}$/.test(id) ? id : part;
			name += typeof part === 'number' ? `[${inner}]` : `.${part}`;
		}
		return name;
	}

	/** The node at the end of a path, as far as the path exists. */
	private find(path: Path): { node: unknown; key: unknown; depth: number } {
		let node: unknown = this.document?.contents;
		let key: unknown = null;
		let depth = 0;
		for (const part of path) {
			if (isMap(node)) {
				const pair = node.items.findLast((item) => keyText(item.key) === String(part));
				if (!pair) {
					break;
				}
				({ key, value: node } = pair);
			} else if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
				node = node.items[part];
				key = null;
			} else {
				break;
			}
			depth++;
		}
		return { node, key, depth };
	}

	private offset({ path, at, within }: Place<string>): number {
		const { node, key, depth } = this.find(path);
		const start = rangeOf(node);
		const isMissing = depth < path.length || !start || start[0] === start[1];
		const keyStart = rangeOf(key)?.[0];
		if ((isMissing || at === 'key') && keyStart !== undefined) {
			return keyStart;
		}
		return within && start ? this.offsetWithin(within, start) : (start?.[0] ?? 0);
	}

	/**
	 * Folding and indentation change the spaces of a scalar but not its words, so a position in the value is found as the
	 * same occurrence of its word in the file.
	 */
	private offsetWithin({ text, offset }: NonNullable<Place['within']>, [start, end]: readonly number[]): number {
		const word = /^\S+/.exec(text.slice(offset))?.[0];
		if (!word) {
			return start;
		}
		let at = start - 1;
		for (let found = text.indexOf(word); found >= 0 && found <= offset; found = text.indexOf(word, found + 1)) {
			at = this.text.indexOf(word, at + 1);
			if (at < 0 || at >= end) {
				return start;
			}
		}
		return Math.max(at, start);
	}
}

/**
 * Finds stray text between the commas of `{ en: one, two }`, where a comma ended the text unintentionally. Removes it,
 * so that it causes no second message.
 *
 * @returns the position of the first stray, the key whose text was cut off, and the intended text
 */
function strays(document: Document): { offset: number; key: string; text: string }[] {
	const found: { offset: number; key: string; text: string }[] = [];
	visit(document, {
		Map: (_, map) => {
			if (!map.flow) return;
			let cut: { offset: number; key: string; text: string } | undefined;
			map.items = map.items.filter(({ key, value }) => {
				const name = keyText(key);
				const range = rangeOf(key);
				if (value !== null || name === undefined || !range) {
					const text = isScalar(value) ? String(value.value) : undefined;
					cut = name !== undefined && text !== undefined ? { offset: NaN, key: name, text } : undefined;
					return true;
				}
				if (!cut) return true;
				if (Number.isNaN(cut.offset)) {
					cut.offset = range[0];
					found.push(cut);
				}
				cut.text += `, ${name}`;
				return false;
			});
		}
	});
	return found;
}

function keyText(key: unknown): string | undefined {
	return isScalar(key) ? String(key.value) : undefined;
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
	return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range ?? undefined) : undefined;
}

/** The value at a path, following own properties only. */
export function dig(value: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(inner, part) =>
			typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
				? (inner as Record<string | number, unknown>)[part]
				: undefined,
		value
	);
}
