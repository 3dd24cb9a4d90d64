/**
 * Reads a story folder: YAML to values, values to a story. Either there is a story or there are problems, all of them
 * at once, each with file, line and column.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import { checkStory, isLanguage, type Entries, type Entry, type Ids, type Path, type Place } from './check.ts';
import { parseDate, type DateSpan } from './date.ts';
import * as say from './messages.ts';
import type { Story } from './model.ts';
import { fileSchemas, type FileName } from './schema.ts';

export interface Problem {
	/** With the folder in front, if one was given. */
	file: string;
	/** Counted from 1. */
	line: number;
	column: number;
	/** Which value: `events[chatgpt].date`; empty where the whole file is meant. */
	path: string;
	/** What is wrong, what to write instead. */
	message: string;
}

export interface StoryFileText {
	name: string;
	text: string;
}

type LineColumn = [line: number, column: number];

export type ParsedStory = { story: Story; problems: [] } | { story: null; problems: Problem[] };

const fileNames = Object.keys(fileSchemas) as FileName[];
const maxLength = 1_000_000;
const maxAliasCount = 100;

/** `data/slug/events.yaml:12:9 events[chatgpt].date: what is wrong, what to write instead` */
export function formatProblem({ file, line, column, path, message }: Problem): string {
	return `${file}:${line}:${column}${path && ` ${path}`}: ${message}`;
}

/** Reads the files of one story. `folder` is put in front of file names in problems. */
export function parseStory(
	slug: string,
	files: readonly StoryFileText[],
	options: { folder?: string } = {}
): ParsedStory {
	const reading = new Reading(files, options.folder ? `${options.folder.replace(/\/+$/, '')}/` : '');
	const story = reading.story(slug);
	const problems = reading.sorted();
	return story && problems.length === 0 ? { story, problems: [] } : { story: null, problems };
}

class Reading {
	private readonly problems: (Problem & { order: number })[] = [];
	private readonly files = new Map<FileName, YamlFile>();

	constructor(
		given: readonly StoryFileText[],
		private readonly folder: string
	) {
		const missing = new Set(fileNames);
		for (const { name, text } of given) {
			if (isFileName(name)) {
				missing.delete(name);
				this.files.set(name, new YamlFile(text, (at, message) => this.tell(name, at, message)));
			}
		}
		for (const { name } of given) {
			if (!isFileName(name) && !/^(\.|README\.md$)|schema.*\.json$/i.test(name)) {
				const suggestions = say.suggest(name, missing.size > 0 ? missing : fileNames);
				suggestions.forEach((suggestion) => missing.delete(suggestion as FileName));
				this.tell(name, [1, 1], say.unknownFile(name, suggestions, fileNames));
			}
		}
		missing.forEach((name) => this.tell(name, [1, 1], say.missingFile(name, name !== 'story.yaml')));
	}

	/** Problems in the order of the files and lines, each once. */
	sorted(): Problem[] {
		const seen = new Set<string>();
		return this.problems
			.sort((a, b) => a.order - b.order || a.line - b.line || a.column - b.column)
			.map(({ file, line, column, path, message }) => ({ file, line, column, path, message }))
			.filter((problem) => !seen.has(formatProblem(problem)) && seen.add(formatProblem(problem)));
	}

	story(slug: string): Story | null {
		const actors = this.list('actors.yaml');
		const events = this.list('events.yaml', 'date');
		const quotes = this.list('quotes.yaml', 'date');
		const figures = this.list('figures.yaml', 'date');
		const scenes = this.list('scenes.yaml', 'window');
		const sources = this.list('sources.yaml', 'published');
		const story = this.validate('story.yaml', fileSchemas['story.yaml'], []);
		const published = story && this.span({ file: 'story.yaml', path: ['published'] }, story.published);
		const entries: Entries = {
			story,
			languages: this.languages(),
			actors,
			events,
			quotes,
			figures,
			scenes,
			sources,
			ids: {
				side: this.ids('story.yaml', ['sides']),
				actor: this.ids('actors.yaml'),
				event: this.ids('events.yaml'),
				quote: this.ids('quotes.yaml'),
				figure: this.ids('figures.yaml'),
				scene: this.ids('scenes.yaml'),
				source: this.ids('sources.yaml')
			},
			otherCards: this.cards(new Set(scenes.map(({ index }) => index)))
		};
		checkStory(entries, {
			report: (place, message) => this.report(place, message),
			line: (place) => this.files.get(place.file)?.position(place)[0] ?? 1
		});
		if (!story || !published || this.problems.length > 0) {
			return null;
		}
		const dated = <T>({ value, span }: Entry<T>) => ({ ...value, span: span! });
		return {
			...story,
			slug,
			published,
			actors: actors.map(({ value }) => value),
			events: events.map(dated),
			quotes: quotes.map(dated),
			figures: figures.map(dated),
			scenes: scenes.map(({ value, span }) => ({ ...value, window: span })),
			sources: sources.map(({ value, span }) => (span ? { ...value, span } : value))
		};
	}

	private tell(file: string, [line, column]: LineColumn, message: string, path = ''): void {
		const known = fileNames.indexOf(file as FileName);
		const order = known < 0 ? fileNames.length : known;
		this.problems.push({ file: this.folder + file, line, column, path, message, order });
	}

	private report(place: Place, message: string): void {
		const file = this.files.get(place.file)!;
		this.tell(place.file, file.position(place), message, file.name(place));
	}

	/** The entries of a list that its schema accepts. */
	private list<F extends Exclude<FileName, 'story.yaml'>>(
		file: F,
		dateKey?: 'date' | 'window' | 'published'
	): Entry<z.infer<(typeof fileSchemas)[F]>[number]>[] {
		type Value = z.infer<(typeof fileSchemas)[F]>[number];
		const raw = this.files.get(file)?.value;
		if (!Array.isArray(raw) || raw.length === 0) {
			this.validate(file, fileSchemas[file] as z.ZodType, []);
			return [];
		}
		return raw.flatMap((_, index): Entry<Value>[] => {
			const value = this.validate(file, fileSchemas[file].element as z.ZodType<Value>, [index]);
			const date = dateKey && value && (value as Record<string, unknown>)[dateKey];
			const isDate = typeof date === 'string' && !(dateKey === 'window' && date === 'all');
			const span = isDate ? this.span({ file, path: [index, dateKey!] }, date) : null;
			return value ? [{ index, value, span }] : [];
		});
	}

	private span(place: Place, text: string): DateSpan | null {
		const read = parseDate(text);
		if ('problem' in read) {
			this.report(place, read.problem);
			return null;
		}
		return read.date;
	}

	/** The value at a path if its schema accepts it; otherwise reports why not. */
	private validate<T>(file: FileName, schema: z.ZodType<T>, path: Path): T | null {
		const yaml = this.files.get(file);
		if (!yaml?.readable) {
			return null;
		}
		const value = dig(yaml.value, path);
		const result = schema.safeParse(value);
		if (result.success) {
			return result.data;
		}
		const meant = new Set<string>();
		const { issues } = result.error;
		// Unknown keys first: what one of them was meant to be is not missing.
		for (const issue of issues.filter(({ code }) => code === 'unrecognized_keys')) {
			const allowed = Object.keys(schemaAt(schema, issue.path).keys);
			const present = Object.keys(dig(value, issue.path as Path) as object);
			for (const key of (issue as z.core.$ZodIssueUnrecognizedKeys).keys) {
				const free = allowed.filter((one) => !present.includes(one));
				const suggestions = say.suggest(key, free);
				suggestions.forEach((one) => meant.add([...issue.path, one].join('\n')));
				const message = say.unknownKey(key, suggestions, allowed);
				this.report({ file, path: [...path, ...(issue.path as Path), key], at: 'key' }, message);
			}
		}
		for (const issue of issues) {
			if (issue.code !== 'unrecognized_keys' && !meant.has(issue.path.join('\n'))) {
				this.issue(file, schema, path, issue);
			}
		}
		return null;
	}

	private issue(file: FileName, schema: z.ZodType, base: Path, issue: z.core.$ZodIssue): void {
		// Where an alternative got further than the others, its issue says more.
		const deeper = issue.code === 'invalid_union' && issue.errors.flat().filter(({ path }) => path.length > 0);
		if (deeper && deeper.length > 0) {
			for (const inner of deeper) {
				this.issue(file, schema, base, { ...inner, path: [...issue.path, ...inner.path] });
			}
			return;
		}
		const path = [...base, ...issue.path] as Path;
		const yaml = this.files.get(file)!;
		const value = dig(yaml.value, path);
		const what = issueMessage(issue, {
			file,
			key: String(path.at(-1) ?? ''),
			value,
			source: yaml.source(path),
			schema: schemaAt(schema, issue.path)
		});
		const isEmpty = value === undefined || value === null || issue.code === 'invalid_key';
		this.report({ file, path, at: isEmpty ? 'key' : 'value' }, what);
	}

	/** Null where a tag is wrong or unreadable. */
	private languages(): string[] | null {
		const tags = dig(this.files.get('story.yaml')?.value, ['languages']);
		const isRight = (tag: unknown): tag is string => typeof tag === 'string' && isLanguage(tag);
		return Array.isArray(tags) && tags.length > 0 && tags.every(isRight)
			? tags.filter((tag, i) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === i)
			: null;
	}

	private ids(file: FileName, path: Path = []): Ids {
		const raw = dig(this.files.get(file)?.value, path);
		const entries: unknown[] = Array.isArray(raw) ? raw : [];
		const ids = entries.flatMap((entry, index) => {
			const id = dig(entry, ['id']);
			return typeof id === 'string' && /^[a-z0-9-]+$/.test(id) ? [{ id, index }] : [];
		});
		const isFilled = entries.length > 0 || file === 'quotes.yaml' || file === 'figures.yaml';
		return { file, path, ids, complete: Array.isArray(raw) && ids.length === entries.length && isFilled };
	}

	private cards(valid: ReadonlySet<number>): string[] | null {
		const scenes = this.files.get('scenes.yaml')?.value;
		if (!Array.isArray(scenes)) {
			return null;
		}
		const cards = scenes.filter((_, index) => !valid.has(index)).map((scene) => dig(scene, ['cards']));
		const isRead = (list: unknown) => Array.isArray(list) && list.every((card) => /^\w+-/.test(String(card)));
		return cards.every(isRead) ? cards.flat().map(String) : null;
	}
}

interface Seen {
	file: FileName;
	key: string;
	value: unknown;
	/** The scalar as the editor wrote it. */
	source: string | undefined;
	schema: SchemaInfo;
}

function issueMessage(issue: z.core.$ZodIssue, { file, key, value, source, schema }: Seen): string {
	const kind = file.slice(0, -'s.yaml'.length);
	if (key === 'sources' && (value === undefined || (Array.isArray(value) && value.length === 0))) {
		return say.withoutSource(kind);
	}
	if (value === undefined) {
		return say.missingKey(key, schema.description);
	}
	switch (issue.code) {
		case 'invalid_type':
			return value === null && issue.expected === 'object'
				? say.missingEntry()
				: say.wrongType(issue.expected, value, source);
		case 'invalid_value':
			return say.notAllowed(value, source, issue.values.map(String));
		case 'invalid_union':
			return say.noneOf(issue.errors.flat().map(expected), value, source);
		case 'invalid_key':
			return say.noLanguage(key);
		case 'invalid_format': {
			const slug = slugOf(String(value));
			const better = schema.accepts(slug) ? slug : undefined;
			return issue.format === 'url'
				? say.noAddress(String(value))
				: say.wrongForm(String(value), better, schema.description);
		}
		case 'too_small':
			return issue.origin === 'string'
				? say.emptyText()
				: issue.origin === 'array'
					? say.emptyList(key || file)
					: say.numberTooSmall(value, String(issue.minimum), issue.inclusive !== false);
		case 'too_big':
			return say.numberTooLarge(value, String(issue.maximum));
		default:
			return issue.message;
	}
}

function expected(issue: z.core.$ZodIssue): string {
	return issue.code === 'invalid_value' ? issue.values.join(' or ') : 'expected' in issue ? issue.expected : 'string';
}

/** One file as YAML, with the way back from a path to its place in the text. */
class YamlFile {
	/** What the file holds; undefined where it is not readable. */
	readonly value: unknown;
	readonly readable: boolean = false;
	private readonly lines = new LineCounter();
	private readonly document: Document.Parsed | null = null;

	constructor(
		private readonly text: string,
		report: (at: LineColumn, message: string) => void
	) {
		const strange = unreadable.exec(text);
		if (text.length > maxLength || strange) {
			const before = text.slice(0, strange?.index ?? 0).split('\n');
			const isReplacement = strange?.[0] === '\ufffd';
			const at: LineColumn = strange ? [before.length, before.at(-1)!.length + 1] : [1, 1];
			const control = () => say.controlCharacter(strange![0].charCodeAt(0));
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
		// What follows a mistake in the grammar mostly follows from it.
		for (const { code, message, pos } of [...others.slice(0, 1), ...warnings]) {
			const isTab = /(^|\n) *\t\s*$/.test(text.slice(0, pos[0]));
			report(this.lineColumn(pos[0]), say.yamlProblem(isTab ? 'TAB_AS_INDENT' : code, message));
		}
		if (others.length > 0) {
			return;
		}
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

	position(place: Place): LineColumn {
		return this.lineColumn(this.offset(place));
	}

	/** As the editor wrote the scalar at a path. */
	source(path: Path): string | undefined {
		const { node, depth } = this.find(path);
		if (depth < path.length) {
			return undefined;
		}
		return isScalar(node) ? (node.source ?? '') : node ? undefined : '';
	}

	/** The path as it is shown: entries by their ids. */
	name({ file, path }: Place): string {
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

	/** The nodes along a path, as far as they exist. */
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

	private offset({ path, at, within }: Place): number {
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
	 * Folding and indentation change the spaces of a scalar but not the words between them, so a place in the value is
	 * where its word stands for the same time in the file.
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

/** Control characters, and the sign that stands for bytes that are no UTF-8. */
// eslint-disable-next-line no-control-regex
const unreadable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/;

const isFileName = (name: string): name is FileName => Object.hasOwn(fileSchemas, name);

function keyText(key: unknown): string | undefined {
	return isScalar(key) ? String(key.value) : undefined;
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
	return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range ?? undefined) : undefined;
}

function dig(value: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(inner, part) =>
			typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
				? (inner as Record<string | number, unknown>)[part]
				: undefined,
		value
	);
}

interface SchemaInfo {
	description: string | undefined;
	keys: Record<string, z.ZodType>;
	accepts(value: unknown): boolean;
}

interface Definition {
	innerType?: z.ZodType;
	element?: z.ZodType;
	valueType?: z.ZodType;
	shape?: Record<string, z.ZodType>;
}

const definition = (schema: z.ZodType | undefined): Definition => (schema ? (schema.def as Definition) : {});

/** What the schema says of the value at a path. */
function schemaAt(root: z.ZodType, path: readonly PropertyKey[]): SchemaInfo {
	let schema: z.ZodType | undefined = root;
	let description: string | undefined;
	const unwrap = () => {
		description = schema?.description;
		for (let inner = schema; inner; inner = definition(inner).innerType) {
			description ??= inner.description;
			schema = inner;
		}
	};
	unwrap();
	for (const part of path) {
		const { shape, element, valueType } = definition(schema);
		schema = shape?.[part as string] ?? element ?? valueType;
		unwrap();
	}
	return {
		description,
		keys: definition(schema).shape ?? {},
		accepts: (value) => schema?.safeParse(value).success ?? false
	};
}

const slugOf = (text: string) =>
	text
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
