/** An import → the files of a story folder, which pass the checks and can be edited further. */
import { seen } from '../story/characters.ts';
import { compareDates } from '../story/date.ts';
import { wordDate } from '../story/dateWords.ts';
import { capital } from '../text/capital.ts';
import { count, fill } from '../text/fill.ts';
import { strings, type Strings } from '../text/strings.ts';
import { castOf, type Cast } from './cast.ts';
import { isTag } from './fields.ts';
import { chooseEvenly, chooseTold, isRowable, mostCharacters, mostTold, ordered, toldBeside } from './fit.ts';
import { Ids } from './ids.ts';
import { oneLine, toPlain } from './plain.ts';
import { storyQuotes, type StoryQuote } from './quotes.ts';
import { tableFile, tableOf } from './rows.ts';
import { cutScenes, fewCards, headingOf, windowOf, type Dated } from './scenes.ts';
import { sourcesOf } from './sources.ts';
import { linkTo, opening, paragraph, spanOf, summaryOf, whenOf } from './words.ts';
import { toYaml } from './yaml.ts';
import { Problems, shown, type Imported, type ImportedEvent, type ImportedQuote, type ImportProblem } from './types.ts';

export interface FolderOptions {
	/** Name of the folder. */
	slug: string;
	/** BCP 47; the only language of the story. */
	lang: string;
	/** By default the title in the file, or its name. */
	title?: string;
	/** EDTF; by default the last year in the story. */
	published?: string;
}

export interface StoryFolder {
	files: { name: string; text: string }[];
	/** What a story cannot hold, besides `imported.problems`. */
	problems: ImportProblem[];
	/** Number of events put into a table because the story cannot tell more. */
	rows: number;
}

/**
 * @returns the files of a story: seven in YAML, and a table where there are more events than one can tell; `parseStory`
 * reads them without a problem
 * @throws RangeError where there are no events, or the language or publication date is invalid
 */
export function toStoryFolder(imported: Imported, options: FolderOptions): StoryFolder {
	const { lang } = options;
	if (imported.events.length === 0)
		throw new RangeError('there is no event to make a story of; a story has at least one');
	if (!isTag(lang)) throw new RangeError(`"${lang}" is no language; write it as BCP 47, e.g. en or zh-Hans`);
	const events = ordered(imported.events);
	if (events.length + imported.quotes.length <= mostTold) {
		const whole = new Folder(imported, events, [], imported.quotes, options).write();
		if (whole) return whole;
	}
	return withTable(imported, events, options);
}

/**
 * Tells the most important events and makes rows of the others; tells fewer events, and lastly quotations, until all
 * fits.
 */
function withTable(imported: Imported, events: readonly ImportedEvent[], options: FolderOptions): StoryFolder {
	const must = events.filter((item) => !isRowable(item));
	const place = new Map(events.map((item, index) => [item, index]));
	let n = Math.min(toldBeside, events.length - must.length);
	let m = Math.min(imported.quotes.length, mostTold - toldBeside);
	let k = Math.min(must.length, mostTold - toldBeside - m);
	for (;;) {
		const told = chooseTold(events, n);
		const kept = new Set(must.slice(0, k));
		const tells = [...told].filter((item) => kept.has(item) || isRowable(item));
		if (tells.length === 0) throw new RangeError('its texts are longer than the files of a story hold; shorten them');
		tells.sort((a, b) => place.get(a)! - place.get(b)!);
		const rows = events.filter((item) => !told.has(item));
		const quotes = imported.quotes.slice(0, m);
		const folder = new Folder(imported, tells, rows, quotes, options).write();
		if (folder) return full(folder, imported, [...must.slice(k), ...imported.quotes.slice(m)]);
		if (n > 1) n = Math.floor(n / 2);
		else if (m > 0) m = Math.floor(m / 2);
		else if (k > 0) k = Math.floor(k / 2);
		else n = 0;
	}
}

/** Reports items for which neither the story nor its table has room. */
function full(folder: StoryFolder, { file }: Imported, lost: readonly (ImportedEvent | ImportedQuote)[]): StoryFolder {
	const problems = new Problems(file);
	for (const item of lost)
		problems.skipped(
			item,
			'the files of the story are full, and no table can hold it (a quotation, a title of more than 300 characters, or a date of hundreds of millennia); import the file in parts'
		);
	return { ...folder, problems: [...folder.problems, ...problems.list] };
}

/** Maximum number of people and organisations in actors.yaml beside a table. */
const mostActors = 3000;

class Folder {
	private readonly problems: Problems;
	private readonly words: Strings['imported'];
	private readonly file: string;
	private readonly events: { id: string; item: ImportedEvent }[];
	private readonly quotes: StoryQuote[];
	private readonly cast: Cast;
	private readonly sources: ReturnType<typeof sourcesOf>;

	constructor(
		private readonly imported: Imported,
		told: readonly ImportedEvent[],
		private readonly rows: readonly ImportedEvent[],
		quotes: readonly ImportedQuote[],
		private readonly options: FolderOptions
	) {
		const { lang } = options;
		this.problems = new Problems(imported.file);
		this.words = strings(lang).ui.imported;
		this.file = oneLine(toPlain(imported.file, false).text) || 'file';
		this.events = withIds(told, this.problems);
		const idsOfEvents = new Map(this.events.flatMap(({ item, id }) => (item.id ? [[item.id, id] as const] : [])));
		this.quotes = storyQuotes(quotes, idsOfEvents, lang, this.problems);
		const items = [...this.events, ...this.quotes].map(({ item }) => item);
		this.cast = castOf([...items, ...rows], this.words, this.problems, rows.length > 0 ? mostActors : undefined);
		this.sources = sourcesOf(items, this.file, lang, this.words);
	}

	/** @returns null where a file would be larger than the limit for reading */
	write(): StoryFolder | null {
		const dated: Dated[] = [
			...this.events.map(({ id, item }) => ({ ref: `event-${id}`, span: spanOf(item) })),
			...this.quotes.map(({ id, item }) => ({ ref: `quote-${id}`, span: spanOf(item) }))
		].sort((a, b) => compareDates(a.span, b.span));
		const { cast, sources, say } = this;
		const [{ id: source }] = sources.sources;
		const values = {
			story: this.story(dated),
			actors: cast.actors.map(({ id, name, side, anonymous }) => ({
				id,
				kind: 'group',
				side,
				name: say(name),
				...(anonymous && { anonymous }),
				sources: [{ source }]
			})),
			events: this.events.map(this.event),
			quotes: this.quotes.map(this.quote),
			figures: [],
			scenes: this.scenes(dated),
			sources: sources.sources
		};
		const files = Object.entries(values).map(([name, value]) => ({
			name: `${name}.yaml`,
			text: toYaml(value, name === 'story' ? `Imported from ${this.file}.` : '')
		}));
		if (files.some(({ text }) => text.length > mostCharacters)) return null;
		const rows = this.rows.length;
		if (rows > 0) files.push({ name: tableFile, text: tableOf(this.rows, cast, this.options.lang, this.problems) });
		return { files, problems: this.problems.list, rows };
	}

	private say = (text: string): Record<string, string> => ({ [this.options.lang]: text });

	private base(item: ImportedEvent | ImportedQuote) {
		const when = whenOf(item, this.options.lang);
		return {
			date: item.date,
			...(when && { when: this.say(when) }),
			basis: item.basis ?? 'stated',
			...(item.basis === 'inferred' && { from: this.say(this.words.inferred) })
		};
	}

	private story(dated: readonly Dated[]) {
		const { imported, options, words, file, say } = this;
		const { lang } = options;
		const media = (imported.media ?? []).map(({ url, caption }) =>
			url ? paragraph(linkTo(url, caption || url)) : caption && paragraph(caption)
		);
		const window = headingOf(dated, lang);
		const names = [oneLine(toPlain(options.title ?? '', false).text), imported.title, titleOf(file, lang)];
		return {
			title: say(names.find((name) => name && seen.test(name)) ?? words.title),
			dek: say(imported.dek || count(lang, words.dek, this.events.length + this.rows.length, { window })),
			about: say([paragraph(fill(words.about, { file })), ...media].filter(Boolean).join('\n\n')),
			languages: [lang],
			published: publishedOn(options.published, dated),
			sides: this.cast.sides.map(({ id, name }, index) => ({
				id,
				name: say(name),
				...(index === 5 && { colour: 'ink' })
			})),
			...(this.rows.length > 0 && { table: { file: tableFile, source: this.sources.sources[0].id } })
		};
	}

	private event = ({ id, item }: { id: string; item: ImportedEvent }) => {
		const summary = summaryOf(item, this.options.lang);
		return {
			id,
			...this.base(item),
			title: this.say(item.title),
			...(summary && { summary: this.say(summary) }),
			actors: this.cast.actorsOf.get(item)!,
			...(item.importance && { importance: item.importance }),
			sources: this.sources.cite(item)
		};
	};

	private quote = ({ id, item, about }: StoryQuote) => {
		const { lang } = this.options;
		const one = (texts: string[]) => (item.kind === 'term' ? texts : texts[0]);
		const [speaker, ...actors] = this.cast.actorsOf.get(item)!;
		return {
			id,
			...this.base(item),
			speaker,
			kind: item.kind,
			language: item.language,
			words: one(item.words),
			...(item.language !== lang && { translation: { [lang]: one(item.translation) } }),
			context: this.say(item.context || fill(this.words.said, { speaker: item.speaker })),
			...(about.length > 0 && { about }),
			...(actors.length > 0 && { actors }),
			sources: this.sources.cite(item)
		};
	};

	private scenes(dated: readonly Dated[]) {
		const byRef = new Map<string, ImportedEvent>(this.events.map(({ id, item }) => [`event-${id}`, item]));
		return cutScenes(dated).map((items, index) => {
			const window = headingOf(items, this.options.lang);
			return {
				id: `scene-${index + 1}`,
				heading: this.say(window),
				prose: this.say(this.prose(items, window, byRef)),
				window: windowOf(items),
				cards: items.map(({ ref }) => ref),
				sources: [{ source: this.sources.sources[0].id }]
			};
		});
	}

	/** The events in order, each with date and beginning of its text; of many the most important, and their number. */
	private prose(items: readonly Dated[], window: string, events: ReadonlyMap<string, ImportedEvent>): string {
		const { lang } = this.options;
		const { list } = strings(lang).ui;
		const told = mostImportant(items, events, fewCards);
		const all = told.map(({ ref, span }) => {
			const item = events.get(ref);
			if (!item) return `![](#${ref})`;
			const words = opening(item.text, lang);
			const when = `${list.apposition}${whenOf(item, lang) ?? wordDate(span, lang)}${list.stop}`;
			return paragraph(linkTo(`#${ref}`, item.title), words ? `${when} ${words}` : when);
		});
		const first =
			told.length < items.length ? [paragraph(count(lang, this.words.among, items.length, { window }))] : [];
		return [...first, ...all].join('\n\n');
	}
}

/** The most important items in their order; among equally important ones, evenly spread. */
function mostImportant(items: readonly Dated[], events: ReadonlyMap<string, ImportedEvent>, most: number): Dated[] {
	const told = items.filter(({ ref }) => events.has(ref));
	if (items.length <= most || told.length === 0) return items.slice(0, most);
	const chosen = chooseEvenly(told, most, ({ ref }) => events.get(ref)!.importance);
	return told.filter((item) => chosen.has(item));
}

/** The file’s name as a title: “my-story_2.csv” → “My story 2”. */
const titleOf = (file: string, lang: string) =>
	capital(
		file
			.replace(/\.[a-z0-9]{1,5}$/i, '')
			.replace(/[-_\s]+/g, ' ')
			.trim(),
		lang
	);

/** Assigns the file’s own ids first, so that an id made from a title does not take that of a later row. */
function withIds(items: readonly ImportedEvent[], problems: Problems): { id: string; item: ImportedEvent }[] {
	const ids = new Ids('event');
	const own = items.map((item) => (item.id && ids.claim(item.id) ? item.id : undefined));
	return items.map((item, index) => {
		const id = own[index] ?? ids.like(item.id, item.title);
		if (item.id && id !== item.id)
			problems.changed(
				item,
				`the id ${shown(item.id)} became ${shown(id)}: an id has lower-case letters, digits and single hyphens, and is used once`,
				'id'
			);
		return { id, item };
	});
}

function publishedOn(written: string | undefined, dated: readonly Dated[]): string {
	if (written !== undefined) return spanOf({ date: written }).edtf;
	const years = dated.flatMap(({ span }) => [span.first, span.last].flatMap((point) => point?.year ?? []));
	const last = years.reduce((a, b) => Math.max(a, b));
	const digits = (last < 0 ? '-' : '') + String(Math.abs(last)).padStart(4, '0');
	return Math.abs(last) > 9999 ? `Y${BigInt(last)}` : digits;
}
