/**
 * Reads a story folder: YAML to values, values to a story. The result is either a story, or all problems at once, each
 * with file, line and column.
 */
import type { z } from 'zod';
import { checkStory } from './check.ts';
import { checkDrafts } from './checkDrafts.ts';
import { parseDate, type DateSpan } from './date.ts';
import type { Entries, Entry, Ids, Path, Place } from './entries.ts';
import { isLanguage } from './languageTag.ts';
import * as say from './messages.ts';
import type { Story } from './model.ts';
import { fileSchemas, optionalFiles, type FileName } from './schema.ts';
import { validated } from './validate.ts';
import { dig, YamlFile, type LineColumn } from './yamlFile.ts';

/** What is wrong with a story, where, and what to write instead. */
export interface Problem {
	/** With the folder in front, if one was given. */
	file: string;
	/** Counted from 1. */
	line: number;
	column: number;
	/** Path of the value: `events[chatgpt].date`; empty where the whole file is meant. */
	path: string;
	/** What is wrong and what to write instead. */
	message: string;
}

/** A file of a story as text. */
export interface StoryFileText {
	name: string;
	text: string;
	/** The file was too large to be read. */
	tooLarge?: boolean;
}

/**
 * The story without a problem, or its problems without a story. `draftProblems`: what is to be corrected before the
 * story can be shown without its drafts.
 */
export type ParsedStory =
	{ story: Story; problems: []; draftProblems: Problem[] } | { story: null; problems: Problem[]; draftProblems: [] };

const fileNames = Object.keys(fileSchemas) as FileName[];
/** Whether a name is that of a story file that is read here. */
export const isFileName = (name: string): name is FileName => Object.hasOwn(fileSchemas, name);

/** Whether a name is that of a table of events, whose text is not read here. */
const isTableFile = (name: string) => /\.(csv|parquet|arrow)$/.test(name);

/** `data/slug/events.yaml:12:9 events[chatgpt].date: what is wrong, what to write instead` */
export function formatProblem({ file, line, column, path, message }: Problem): string {
	return `${file}:${line}:${column}${path && ` ${path}`}: ${message}`;
}

/**
 * Reads the files of one story, and checks them against their schemas and each other. Never throws for what they hold.
 *
 * @param slug the story’s name in addresses
 * @param files each with its name, such as `events.yaml`, and its text
 * @param options `folder` is put in front of file names in problems
 * @returns the story; or null and every problem, each with its file, line and column
 */
export function parseStory(
	slug: string,
	files: readonly StoryFileText[],
	options: { folder?: string } = {}
): ParsedStory {
	const reading = new Reading(files, options.folder ? `${options.folder.replace(/\/+$/, '')}/` : '');
	const story = reading.story(slug);
	const problems = reading.sorted();
	return story && problems.length === 0
		? { story, problems: [], draftProblems: reading.sorted('draftProblems') }
		: { story: null, problems, draftProblems: [] };
}

class Reading {
	private readonly problems: (Problem & { order: number })[] = [];
	private readonly draftProblems: (Problem & { order: number })[] = [];
	private readonly files = new Map<FileName, YamlFile>();
	private readonly tables: string[] = [];

	constructor(
		given: readonly StoryFileText[],
		private readonly folder: string
	) {
		const missing = new Set(fileNames.filter((name) => !optionalFiles.includes(name)));
		for (const { name, text, tooLarge } of given) {
			if (isFileName(name)) {
				missing.delete(name);
				this.files.set(name, new YamlFile(tooLarge ? null : text, (at, message) => this.tell(name, at, message)));
			}
		}
		for (const { name } of given) {
			if (isTableFile(name)) {
				this.tables.push(name);
			} else if (!isFileName(name) && !/^(\.|README\.md$)|schema.*\.json$/i.test(name)) {
				const suggestions = say.suggest(name, missing.size > 0 ? missing : fileNames);
				suggestions.forEach((suggestion) => missing.delete(suggestion as FileName));
				this.tell(name, [1, 1], say.unknownFile(name, suggestions, fileNames));
			}
		}
		missing.forEach((name) => this.tell(name, [1, 1], say.missingFile(name, name !== 'story.yaml')));
	}

	/** Problems in order of file and line, without duplicates. */
	sorted(which: 'problems' | 'draftProblems' = 'problems'): Problem[] {
		const seen = new Set<string>();
		return this[which]
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
		const verified = this.files.has('verified.yaml')
			? this.validate('verified.yaml', fileSchemas['verified.yaml'], [])
			: null;
		this.table(story?.table?.file);
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
		checkStory(
			entries,
			(place, message) => this.report(place, message),
			(place) => this.files.get(place.file)?.position(place)[0] ?? 1
		);
		if (!story || !published || this.problems.length > 0) {
			return null;
		}
		checkDrafts(entries, (place, message) => this.report(place, message, this.draftProblems));
		return { ...story, slug, published, ...withSpans(entries), ...(verified && { verified }) };
	}

	/** @param named file name in story.yaml */
	private table(named: string | undefined): void {
		const file = 'story.yaml';
		if (named !== undefined && !this.tables.includes(named)) {
			this.report(
				{ file, path: ['table', 'file'] },
				say.missingTable(named, say.suggest(named, this.tables), this.tables)
			);
		} else if (dig(this.files.get(file)?.value, ['table']) === undefined && this.files.get(file)?.readable) {
			this.tables.forEach((name) => this.tell(name, [1, 1], say.unnamedTable(name)));
		}
	}

	private tell(file: string, [line, column]: LineColumn, message: string, path = '', list = this.problems): void {
		const known = fileNames.indexOf(file as FileName);
		const order = known < 0 ? fileNames.length : known;
		list.push({ file: this.folder + file, line, column, path, message, order });
	}

	private report(place: Place, message: string, list = this.problems): void {
		const file = this.files.get(place.file)!;
		this.tell(place.file, file.position(place), message, file.name(place), list);
	}

	/** The entries of a list that its schema accepts. */
	private list<F extends Exclude<FileName, 'story.yaml' | 'verified.yaml'>>(
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

	private validate<T>(file: FileName, schema: z.ZodType<T>, path: Path): T | null {
		const yaml = this.files.get(file);
		return yaml ? validated(yaml, file, schema, path, (place, message) => this.report(place, message)) : null;
	}

	/** Null where a tag is invalid or unreadable. */
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

/** The entries of a story without problems, each with its dates as spans. */
function withSpans({ actors, events, quotes, figures, scenes, sources }: Entries) {
	const dated = <T>({ value, span }: Entry<T>) => ({ ...value, span: span! });
	return {
		actors: actors.map(({ value }) => value),
		events: events.map(dated),
		quotes: quotes.map((entry) => {
			const { speaksOf } = entry.value;
			const read = speaksOf && parseDate(speaksOf.date);
			const span = read && 'date' in read ? read.date : entry.span!;
			return { ...dated(entry), speaksOf: speaksOf && { ...speaksOf, span } };
		}),
		figures: figures.map((entry) => ({
			...dated(entry),
			rows: entry.value.rows.map((row) => {
				const read = row.date === undefined ? null : parseDate(row.date);
				return read && 'date' in read ? { ...row, span: read.date } : row;
			})
		})),
		scenes: scenes.map(({ value, span }) => ({ ...value, window: span })),
		sources: sources.map(({ value, span }) => (span ? { ...value, span } : value))
	};
}
