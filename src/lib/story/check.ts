/**
 * Checks the rules between the values of a story: ids, languages, dates. Works on whatever entries could be read, and
 * reports nothing where another problem already explains what is missing.
 */
import type { z } from 'zod';
import { checkClaims } from './checkClaims.ts';
import { checkPlaceholders } from './checkPlaceholders.ts';
import { checkRows } from './checkRows.ts';
import type { DateSpan } from './date.ts';
import * as say from './messages.ts';
import type { Kind, Ref } from './model.ts';
import { parseProse } from './prose.ts';
import {
	fileSchemas,
	tableColumns,
	type actorSchema,
	type eventSchema,
	type figureSchema,
	type FileName,
	type quoteSchema,
	type sceneSchema,
	type sourceSchema,
	type storySchema
} from './schema.ts';
import { marksAround } from './quotationMarks.ts';

export type Path = readonly (string | number)[];

/** A place in a file: the value at a path, its key, or a position inside its text. */
export interface Place<F = FileName> {
	file: F;
	path: Path;
	at?: 'value' | 'key';
	within?: { text: string; offset: number };
}

export interface Reporter {
	report(place: Place, message: string): void;
	line(place: Place): number;
}

/** An entry that its schema accepts. `span` is null where its date is missing or invalid. */
export interface Entry<T> {
	index: number;
	value: T;
	span: DateSpan | null;
}

/** The ids of one list as written, including those of invalid entries; not `complete` where some could not be read. */
export interface Ids {
	file: FileName;
	path: Path;
	ids: { id: string; index: number }[];
	complete: boolean;
}

export interface Entries {
	story: z.infer<typeof storySchema> | null;
	/** Null where a language tag is invalid, so that no text can be checked for its languages. */
	languages: string[] | null;
	actors: Entry<z.infer<typeof actorSchema>>[];
	events: Entry<z.infer<typeof eventSchema>>[];
	quotes: Entry<z.infer<typeof quoteSchema>>[];
	figures: Entry<z.infer<typeof figureSchema>>[];
	scenes: Entry<z.infer<typeof sceneSchema>>[];
	sources: Entry<z.infer<typeof sourceSchema>>[];
	ids: Record<say.IdKind, Ids>;
	/** Cards of scenes that are invalid elsewhere; null where they could not be read. */
	otherCards: string[] | null;
}

const lists = ['actors', 'events', 'quotes', 'figures', 'scenes', 'sources'] as const;
const items = { event: 'events', quote: 'quotes', figure: 'figures' } as const;

export function checkStory(entries: Entries, reporter: Reporter): void {
	new Check(entries, reporter).run();
}

class Check {
	private readonly known = new Map<say.IdKind, Set<string>>();
	/** Refs suggested for unknown ids: these are not reported as missing from scenes too. */
	private readonly meant = new Set<string>();

	constructor(
		private readonly entries: Entries,
		private readonly reporter: Reporter
	) {}

	run(): void {
		this.ids();
		this.references();
		this.languages();
		this.story();
		this.table();
		this.dates();
		checkClaims(this.entries, (file, path, message, at) => this.at(file, path, message, at));
		checkPlaceholders(this.entries, (file, path, message) => this.at(file, path, message));
		checkRows(
			this.entries,
			(path, message, at) => this.at('figures.yaml', path, message, at),
			(path) => this.reporter.line({ file: 'figures.yaml', path })
		);
		this.memberships();
		for (const entry of this.entries.quotes) {
			this.quote(entry.value, ['quotes.yaml', entry.index]);
		}
		for (const entry of this.entries.figures) {
			this.figure(entry.value, entry.index);
		}
		this.scenes();
	}

	private at(file: FileName, path: Path, message: string, at: Place['at'] = 'value'): void {
		this.reporter.report({ file, path, at }, message);
	}

	private ids(): void {
		for (const [kind, { file, path, ids }] of Object.entries(this.entries.ids) as [say.IdKind, Ids][]) {
			const first = new Map<string, number>();
			for (const { id, index } of ids) {
				const earlier = first.get(id);
				if (earlier === undefined) {
					first.set(id, index);
				} else {
					const line = this.reporter.line({ file, path: [...path, earlier, 'id'] });
					this.at(file, [...path, index, 'id'], say.duplicateId(id, line));
				}
			}
			this.known.set(kind, new Set(first.keys()));
		}
	}

	/** Reports an id that has no entry. */
	private expect(kind: say.IdKind, id: string, place: Place): void {
		const known = this.known.get(kind)!;
		if (!known.has(id) && this.entries.ids[kind].complete) {
			const suggestions = say.suggest(id, known);
			suggestions.forEach((suggestion) => this.meant.add(`${kind}-${suggestion}`));
			this.reporter.report(place, say.unknownId(kind, id, suggestions, [...known]));
		}
	}

	private ref(ref: string, place: Place): void {
		const [kind, id] = split(ref);
		this.expect(kind, id, place);
	}

	private references(): void {
		const each = (file: FileName, path: Path, kind: say.IdKind, ids: readonly string[]) =>
			ids.forEach((id, i) => this.expect(kind, id, { file, path: [...path, i] }));
		const one = (file: FileName, path: Path, kind: say.IdKind, id: string | undefined) =>
			id === undefined ? undefined : this.expect(kind, id, { file, path });
		const { actors, events, quotes, figures, scenes } = this.entries;

		for (const { value, index } of actors) {
			one('actors.yaml', [index, 'side'], 'side', value.side);
			one('actors.yaml', [index, 'memberOf'], 'actor', value.memberOf);
		}
		for (const { value, index } of events) {
			each('events.yaml', [index, 'actors'], 'actor', value.actors);
		}
		for (const { value, index } of quotes) {
			one('quotes.yaml', [index, 'speaker'], 'actor', value.speaker);
			each('quotes.yaml', [index, 'about'], 'event', value.about);
			each('quotes.yaml', [index, 'actors'], 'actor', value.actors);
		}
		for (const { value, index } of figures) {
			value.rows.forEach((row, i) => one('figures.yaml', [index, 'rows', i, 'actor'], 'actor', row.actor));
			each('figures.yaml', [index, 'about'], 'event', value.about);
			each('figures.yaml', [index, 'actors'], 'actor', value.actors);
		}
		for (const { value, index } of scenes) {
			for (const list of ['cards', 'lights'] as const) {
				value[list].forEach((ref, i) => this.ref(ref, { file: 'scenes.yaml', path: [index, list, i] }));
			}
			this.prose('scenes.yaml', [index, 'prose'], value.prose);
			this.prose('scenes.yaml', [index, 'lead'], value.lead ?? {});
			if (value.stage) {
				this.ref(value.stage, { file: 'scenes.yaml', path: [index, 'stage'] });
			}
		}
		for (const list of ['actors', 'events', 'quotes', 'figures', 'scenes'] as const) {
			for (const { value, index } of this.entries[list]) {
				value.sources.forEach(({ source }, i) =>
					one(`${list}.yaml`, [index, 'sources', i, 'source'], 'source', source)
				);
			}
		}
	}

	private prose(file: FileName, path: Path, texts: Record<string, string>): void {
		for (const [language, text] of Object.entries(texts)) {
			const { problems, links } = parseProse(text);
			const place = (offset = 0): Place => ({ file, path: [...path, language], within: { text, offset } });
			problems.forEach(({ offset, message }) => this.reporter.report(place(offset), message));
			links.forEach(({ ref, offset }) => this.ref(ref, place(offset)));
		}
	}

	private story(): void {
		const { story } = this.entries;
		if (!story) {
			return;
		}
		this.prose('story.yaml', ['about'], story.about);
		for (const [language, text] of Object.entries(story.about)) {
			if (parseProse(text).blocks.some(({ type }) => type === 'item')) {
				this.at('story.yaml', ['about', language], say.itemInAbout());
			}
		}
		story.opening?.forEach((ref, i) => this.ref(ref, { file: 'story.yaml', path: ['opening', i] }));
		story.languages.forEach((tag, i) => {
			const same = (other: string) => other.toLowerCase() === tag.toLowerCase();
			if (!isLanguage(tag)) {
				this.at('story.yaml', ['languages', i], say.noLanguage(tag));
			} else if (story.languages.findIndex(same) < i) {
				this.at('story.yaml', ['languages', i], say.duplicateLanguage(tag));
			}
		});
		const lanes = new Map<string, string>();
		story.sides.forEach(({ id, lane }, i) => {
			const other = lane && lane !== 'middle' ? lanes.get(lane) : undefined;
			if (lane && other !== undefined) {
				this.at('story.yaml', ['sides', i, 'lane'], say.sameLane(lane, other));
			} else if (lane) {
				lanes.set(lane, id);
			}
		});
	}

	private table(): void {
		const { story, languages } = this.entries;
		if (!story?.table) {
			return;
		}
		const { source, language, columns = {} } = story.table;
		this.expect('source', source, { file: 'story.yaml', path: ['table', 'source'] });
		if (language !== undefined && !isLanguage(language)) {
			this.at('story.yaml', ['table', 'language'], say.noLanguage(language));
		}
		const own = (languages ?? []).flatMap((tag) => [`title_${tag}`, `when_${tag}`]);
		const allowed: string[] = [...tableColumns, ...own];
		for (const key of languages ? Object.keys(columns) : []) {
			if (!allowed.includes(key)) {
				const message = say.unknownColumn(key, say.suggest(key, allowed), allowed);
				this.at('story.yaml', ['table', 'columns', key], message, 'key');
			} else if (key.startsWith('title_') && columns.title) {
				this.at('story.yaml', ['table', 'columns', key], say.bothTitles(), 'key');
			}
		}
	}

	/** Every text of the story must exist in all its languages. */
	private languages(): void {
		for (const list of ['quotes', 'sources'] as const) {
			for (const { value, index } of this.entries[list]) {
				if (!isLanguage(value.language)) {
					this.at(`${list}.yaml`, [index, 'language'], say.noLanguage(value.language));
				}
			}
		}
		const { story, languages } = this.entries;
		if (!languages) {
			return;
		}
		if (story) {
			this.texts('story.yaml', fileSchemas['story.yaml'], story, [], languages);
		}
		for (const list of lists) {
			const file: FileName = `${list}.yaml`;
			for (const { value, index } of this.entries[list]) {
				this.texts(file, fileSchemas[file].element, value, [index], languages);
			}
		}
	}

	/** Follows the schema to each text in several languages (a record); a quote’s translation has its own rule. */
	private texts(file: FileName, schema: Schema, value: unknown, path: Path, languages: readonly string[]): void {
		if (value === undefined || (file === 'quotes.yaml' && path[1] === 'translation')) {
			return;
		}
		const { type, shape, element, innerType } = schema.def as Definition;
		if (innerType) {
			this.texts(file, innerType, value, path, languages);
		} else if (type === 'record') {
			this.translated(file, path, value as Record<string, unknown>, languages);
		} else if (shape) {
			for (const [key, inner] of Object.entries(shape)) {
				this.texts(file, inner, (value as Record<string, unknown>)[key], [...path, key], languages);
			}
		} else if (element) {
			(value as unknown[]).forEach((one, i) => this.texts(file, element, one, [...path, i], languages));
		}
	}

	private translated(file: FileName, path: Path, text: Record<string, unknown>, wanted: readonly string[]): void {
		const has = Object.keys(text);
		const missing = new Set(wanted.filter((language) => !has.includes(language)));
		const strange = has.filter((language) => !this.entries.languages?.includes(language));
		for (const language of strange) {
			const suggestions = say.suggest(language, missing);
			suggestions.forEach((suggestion) => missing.delete(suggestion));
			this.at(file, [...path, language], say.extraLanguage(language, suggestions), 'key');
		}
		if (missing.size > 0) {
			const present = has.filter((language) => !strange.includes(language));
			this.at(file, path, say.missingTranslation(String(path.at(-1)), present, [...missing]), 'key');
		}
	}

	private dates(): void {
		for (const list of ['events', 'quotes', 'figures', 'sources'] as const) {
			for (const { value, index } of this.entries[list]) {
				if (value.basis === 'inferred' && !value.from) {
					this.at(`${list}.yaml`, [index, 'basis'], say.inferredWithoutFrom());
				}
			}
		}
	}

	private memberships(): void {
		const actors = new Map(this.entries.actors.map((entry) => [entry.value.id, entry]));
		const seen = new Set<string>();
		for (const { value } of this.entries.actors) {
			const chain: string[] = [];
			for (let id: string | undefined = value.id; id && !seen.has(id); id = actors.get(id)?.value.memberOf) {
				seen.add(id);
				chain.push(id);
			}
			const last = actors.get(chain.at(-1) ?? '');
			const start = chain.indexOf(last?.value.memberOf ?? '');
			if (last && start >= 0) {
				const circle = chain.slice(start);
				const message = circle.length === 1 ? say.memberOfItself(circle[0]) : say.memberCycle([...circle, circle[0]]);
				this.at('actors.yaml', [actors.get(circle[0])!.index, 'memberOf'], message);
			}
		}
	}

	private quote(quote: z.infer<typeof quoteSchema>, [file, index]: ['quotes.yaml', number]): void {
		const { words, language, kind } = quote;
		const listed = [words].flat();
		const blank = listed.length === 0 || listed.some((one) => one.trim() === '');
		if (blank && kind !== 'reported') {
			this.at(file, [index, 'words'], say.quoteWithoutWords(kind));
		}
		this.marks(file, [index, 'words'], words);

		const translation = quote.translation ?? {};
		for (const [tag, translated] of Object.entries(translation)) {
			const path = [index, 'translation', tag];
			this.marks(file, path, translated);
			if (tag === language) {
				this.at(file, path, say.translatedIntoItself(tag), 'key');
			} else if (count(words) !== count(translated)) {
				this.at(file, path, say.termsDiffer(count(words), count(translated)));
			}
		}
		if (this.entries.languages && !blank && isLanguage(language)) {
			const wanted = this.entries.languages.filter((tag) => tag !== language);
			const others = Object.fromEntries(Object.entries(translation).filter(([tag]) => tag !== language));
			this.translated(file, [index, 'translation'], others, wanted);
		}
	}

	private marks(file: FileName, path: Path, words: string | string[]): void {
		[words].flat().forEach((text, i) => {
			const marks = marksAround(text.trim());
			if (marks) {
				this.at(file, Array.isArray(words) ? [...path, i] : path, say.wrappedInMarks(...marks));
			}
		});
	}

	private figure({ chart, whole, ...figure }: z.infer<typeof figureSchema>, index: number): void {
		if (chart !== 'share') {
			return;
		}
		if (!whole) {
			this.at('figures.yaml', [index, 'chart'], say.shareWithoutWhole());
			return;
		}
		const sums = new Map<string, number>();
		for (const { group, unit, format, value } of figure.rows) {
			const sameUnit = !unit || JSON.stringify(unit) === JSON.stringify(figure.unit);
			if (sameUnit && (!format || format === figure.format)) {
				const key = JSON.stringify(group ?? null);
				sums.set(key, (sums.get(key) ?? 0) + value);
			}
		}
		const largest = Math.max(0, ...sums.values());
		if (largest > whole.value * (1 + 1e-9)) {
			this.at('figures.yaml', [index, 'rows'], say.shareAboveWhole(largest, whole.value), 'key');
		}
	}

	private scenes(): void {
		const file = 'scenes.yaml';
		const dates = new Map<string, DateSpan | null>();
		for (const kind of Object.keys(items) as Kind[]) {
			for (const { value, span } of this.entries[items[kind]]) {
				const ref: Ref = `${kind}-${value.id}`;
				dates.set(ref, dates.get(ref) ?? span);
			}
		}
		const scene = new Map<string, string>();
		for (const { value, span, index } of this.entries.scenes) {
			if (value.cards.length + value.lights.length === 0) {
				this.at(file, [index, 'cards'], say.sceneWithoutItems(), 'key');
			}
			if (value.ending && index < this.entries.scenes.at(-1)!.index) {
				this.at(file, [index, 'ending'], say.endingNotLast());
			}
			const window = this.window(span, index);
			value.cards.forEach((ref, i) => {
				const other = scene.get(ref);
				const date = dates.get(ref);
				if (other !== undefined) {
					this.at(file, [index, 'cards', i], say.cardTwice(ref, other));
				} else if (window && date && (date.max <= window.min || date.min >= window.max)) {
					this.at(file, [index, 'cards', i], say.cardOutsideWindow(ref, date.edtf, window.edtf));
				}
				scene.set(ref, other ?? value.id);
			});
		}
		const { otherCards, ids } = this.entries;
		if (!otherCards || !ids.scene.complete) {
			return;
		}
		for (const kind of Object.keys(items) as Kind[]) {
			for (const { value, index } of this.entries[items[kind]]) {
				const ref: Ref = `${kind}-${value.id}`;
				if (!scene.has(ref) && !otherCards.includes(ref) && !this.meant.has(ref)) {
					this.at(`${items[kind]}.yaml`, [index], say.cardNowhere(ref));
				}
			}
		}
	}

	/** The window of a scene, if it is a stretch of time. */
	private window(span: DateSpan | null, index: number): DateSpan | null {
		const path = [index, 'window'];
		if (span?.kind === 'choice') {
			this.at('scenes.yaml', path, say.windowNotInterval(span.edtf));
		} else if (span && (span.openStart || span.openEnd)) {
			this.at('scenes.yaml', path, say.windowOpen(span.edtf));
		} else {
			return span;
		}
		return null;
	}
}

/** The parts of a zod schema that are needed to follow it. */
export type Schema = z.core.$ZodType & { def?: unknown };
interface Definition {
	type: string;
	shape?: Record<string, Schema>;
	element?: Schema;
	innerType?: Schema;
}

export function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

function split(ref: string): [say.IdKind, string] {
	const dash = ref.indexOf('-');
	return [ref.slice(0, dash) as say.IdKind, ref.slice(dash + 1)];
}

/** The number of terms in a list; null for a single text. */
const count = (words: string | string[]) => (Array.isArray(words) ? words.length : null);
