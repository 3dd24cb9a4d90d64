/** What was imported → the files of a story folder that the checker accepts, for an editor to go on with. */
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { compareDates, parseDate, type DateSpan } from '../story/date.ts';
import { wordDate } from '../story/dateWords.ts';
import { count, fill } from '../text/fill.ts';
import { strings } from '../text/strings.ts';
import { castOf, type Cast } from './cast.ts';
import { isTag } from './fields.ts';
import { Ids } from './ids.ts';
import { cutScenes, headingOf, windowOf, type Dated } from './scenes.ts';
import { sourcesOf } from './sources.ts';
import { storyQuotes } from './quotes.ts';
import { oneLine, toPlain } from './plain.ts';
import { Problems, shown, type Imported, type ImportedEvent, type ImportedQuote, type ImportProblem } from './types.ts';

export interface FolderOptions {
	/** Name of the folder. */
	slug: string;
	/** BCP 47; the one language of the story. */
	lang: string;
	/** By default the file’s own, or a word for an imported timeline. */
	title?: string;
	/** EDTF; by default the last year that the story speaks of. */
	published?: string;
}

export interface StoryFolder {
	files: { name: string; text: string }[];
	/** What of `imported` a story has no place for, besides `imported.problems`. */
	problems: ImportProblem[];
}

/**
 * @returns the seven YAML files of a story; `parseStory` reads them without a problem
 * @throws RangeError where there is nothing to tell, or the language or the date of publishing cannot be read
 */
export function toStoryFolder(imported: Imported, options: FolderOptions): StoryFolder {
	const { lang } = options;
	if (imported.events.length === 0)
		throw new RangeError('there is no event to make a story of; a story has at least one');
	if (!isTag(lang)) throw new RangeError(`"${lang}" is no language; write it as BCP 47, e.g. en or zh-Hans`);
	const problems = new Problems(imported.file);
	const words = strings(lang).ui.imported;
	const say = (text: string) => ({ [lang]: text });
	const file = oneLine(toPlain(imported.file, false).text) || 'file';
	const events = withIds(imported.events, problems);
	const idsOfEvents = new Map(events.flatMap(({ item, id }) => (item.id ? [[item.id, id] as const] : [])));
	const quotes = storyQuotes(imported.quotes, idsOfEvents, lang, problems);
	const cast = castOf(
		[...events, ...quotes].map(({ item }) => item),
		words,
		problems
	);
	const { sources, cite } = sourcesOf(
		[...events, ...quotes].map(({ item }) => item),
		file,
		lang,
		words
	);

	const base = (item: ImportedEvent | ImportedQuote) => ({
		date: item.date,
		...(item.when && item.when !== wordDate(spanOf(item), lang) && { when: say(item.when) }),
		basis: item.basis ?? 'stated',
		...(item.basis === 'inferred' && { from: say(words.inferred) })
	});
	const dated: Dated[] = [
		...events.map(({ id, item }) => ({ ref: `event-${id}`, span: spanOf(item) })),
		...quotes.map(({ id, item }) => ({ ref: `quote-${id}`, span: spanOf(item) }))
	].sort((a, b) => compareDates(a.span, b.span));

	const story = {
		title: say(oneLine(toPlain(options.title ?? '', false).text) || imported.title || words.title),
		dek: say(imported.dek || fill(words.dek, { file })),
		about: say(prose(fill(words.about, { file }))),
		languages: [lang],
		published: publishedOn(options.published, dated),
		sides: cast.sides.map(({ id, name }, index) => ({ id, name: say(name), ...(index === 5 && { colour: 'ink' }) }))
	};
	const scenes = cutScenes(dated).map((items, index) => {
		const window = headingOf(items, lang);
		return {
			id: `scene-${index + 1}`,
			heading: say(window),
			prose: say(prose(count(lang, words.scene, items.length, { window }))),
			window: windowOf(items),
			cards: items.map(({ ref }) => ref),
			sources: [{ source: sources[0].id }]
		};
	});
	return {
		files: Object.entries({
			story,
			actors: actorsOf(cast, sources[0].id, say),
			events: events.map(({ id, item }) => ({
				id,
				...base(item),
				title: say(item.title),
				summary: say(item.text || item.title),
				actors: cast.actorsOf.get(item)!,
				...(item.importance && { importance: item.importance }),
				sources: cite(item)
			})),
			quotes: quotes.map(({ id, item, about }) => {
				const one = (texts: string[]) => (item.kind === 'term' ? texts : texts[0]);
				const [speaker, ...actors] = cast.actorsOf.get(item)!;
				return {
					id,
					...base(item),
					speaker,
					kind: item.kind,
					language: item.language,
					words: one(item.words),
					...(item.language !== lang && { translation: { [lang]: one(item.translation) } }),
					context: say(item.context || fill(words.said, { speaker: item.speaker })),
					...(about.length > 0 && { about }),
					...(actors.length > 0 && { actors }),
					sources: cite(item)
				};
			}),
			figures: [],
			scenes,
			sources
		}).map(([name, value]) => ({ name: `${name}.yaml`, text: toYaml(name, value) })),
		problems: problems.list
	};
}

type Say = (text: string) => Record<string, string>;

const actorsOf = ({ actors }: Cast, source: string, say: Say) =>
	actors.map(({ id, name, side }) => ({ id, kind: 'group', side, name: say(name), sources: [{ source }] }));

/** The file’s own ids first: one made of a title must not take the id that a later row has. */
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

/** A sentence as Markdown: no sign in a file’s name is taken for markup. */
const prose = (text: string) => toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: text }] }).trim();

function spanOf({ date }: { date: string }): DateSpan {
	const read = parseDate(date);
	if ('problem' in read) throw new RangeError(read.problem);
	return read.date;
}

function publishedOn(written: string | undefined, dated: readonly Dated[]): string {
	if (written !== undefined) return spanOf({ date: written }).edtf;
	const years = dated.flatMap(({ span }) => [span.first, span.last].flatMap((point) => point?.year ?? []));
	const last = years.reduce((a, b) => Math.max(a, b));
	const digits = (last < 0 ? '-' : '') + String(Math.abs(last)).padStart(4, '0');
	return Math.abs(last) > 9999 ? `Y${BigInt(last)}` : digits;
}

/** Lines folded for reading; several paragraphs stand as a block. */
const toYaml = (name: string, value: unknown) =>
	`# yaml-language-server: $schema=../../static/schema/${name}.json\n${stringify(value, { lineWidth: 120, aliasDuplicateObjects: false })}`;
