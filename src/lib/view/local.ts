/**
 * A story in one language: what the page, the layout and an image need, with every text resolved. Plain data, so that
 * it passes unchanged from the build to the reader. Times are ms since 1970-01-01T00:00Z.
 */
import type { ItemKind, Kind } from '../story/kinds.ts';
import type { Block } from '../story/prose.ts';
import type { StoryStrings } from '../text/strings.ts';
import type { Format, Qualifier } from './numbers.ts';

export type { ItemKind, Kind, Block };

/** Kind and id; also the item’s anchor. */
export type Ref = `${ItemKind}-${string}`;

export interface LocalDate {
	edtf: string;
	/** In the reader’s language: “early 2025”. */
	label: string;
	/** A shorter form, where there is one: “c. Nov 2025”. */
	short?: string;
	/** For `<time datetime>`, where HTML has a form for it. */
	iso?: string;
	/** The span [min, max) that the date covers; infinite where it is open. */
	min: number;
	max: number;
	/** Time of its point mark. */
	at: number;
	/** An interval is drawn as a bar, everything else as a point with its span. */
	interval: boolean;
	softStart: boolean;
	softEnd: boolean;
	basis: 'stated' | 'inferred';
	from?: string;
}

export interface LocalCitation {
	source: string;
	/** “paragraph 43”, “paragraphs 51, 52” */
	place: string;
	/** A few words of the source, verbatim, in its language. */
	excerpt?: string;
	/** What the source says instead, where it disagrees. */
	says?: string;
}

export interface LocalCorrection {
	/** In the reader’s language. */
	date: string;
	what: string;
	why: string;
}

/** What every item has. */
interface ItemBase {
	ref: Ref;
	id: string;
	title: string;
	date: LocalDate;
	/** Ids; the one who acts or speaks comes first. */
	actors: string[];
	/** Ids of the sides of `actors`, in their order, without duplicates. */
	sides: string[];
	/** 1–5 */
	importance: number;
	sources: LocalCitation[];
}

/** What an item has that the story tells. */
interface Told {
	/** The scene that holds its card. */
	scene: string;
	/** Position among all cards, in told order. */
	told: number;
	corrections?: LocalCorrection[];
	/** How and when it was checked against its sources, one sentence each; undefined where it was not. */
	checked?: string[];
	/** Not published yet. */
	draft?: true;
}

/** An event in one language. */
export interface EventItem extends ItemBase, Told {
	kind: 'event';
	summary: string;
	/** Quotes and figures about it. */
	linked: Ref[];
}

/** A quotation in one language of the story; its words stay in their own. */
export interface QuoteItem extends ItemBase, Told {
	kind: 'quote';
	speaker: { id: string; name: string; role?: string; affiliation?: string; side: string };
	quoteKind: 'direct' | 'term' | 'reported';
	/** Verbatim; several where several terms are quoted. */
	words: string[];
	language: string;
	/** Into the reader’s language, where there is one; never into others. */
	translations: { language: string; name: string; words: string[] }[];
	context: string;
	about: Ref[];
	/** The time that the words are about, where it is another. */
	speaksOf?: LocalDate;
}

/** The date of a line chart’s row. */
export type RowDate = Omit<LocalDate, 'basis' | 'from'>;

export interface FigureRow {
	/** In a line chart, the line that the point belongs to. */
	label: string;
	group?: string;
	/** Set in every row of a line chart, and only there. */
	date?: RowDate;
	value: number;
	/** As written: “over” means more than `value`, “under” less. Undefined where the value is exact. */
	qualifier?: Exclude<Qualifier, 'exactly'>;
	/** Computed from numbers of the source, which does not print it. */
	computed?: true;
	/** “over 40%”, or in the author’s words “under a third”. */
	text: string;
	unit: string;
	side?: string;
	inferred?: string;
}

/** Texts of a chart besides its rows, in the story’s language; without them there are only numbers. */
export interface ChartWording {
	/** Language for number formats, BCP 47. */
	lang: string;
	/** Template of an amount in the figure’s format: “${n}”. */
	amount: string;
	/** For the rest that the source does not name: “not said”. */
	unsaid: string;
	/** A part and its share, in the order of the language: “{label}, {amount}”. */
	part: string;
	/** A part given as a count: “{amount} {label}”. */
	counted: string;
	/** Marks an amount that the source does not print: “computed”. */
	computed: string;
}

/** A figure in one language: the rows of its chart, and how its numbers are worded. */
export interface FigureItem extends ItemBase, Told {
	kind: 'figure';
	summary: string;
	chart: 'line' | 'bars' | 'share' | 'numbers';
	/** Shown in the chart. */
	note?: string;
	unit: string;
	format?: Format;
	wording?: ChartWording;
	whole?: { value: number; qualifier?: FigureRow['qualifier']; text: string; label: string };
	rows: FigureRow[];
	about: Ref[];
}

/** A row of the story’s table: an event that no scene tells and the story’s page has no card of. */
export interface RowItem extends ItemBase, Partial<Record<keyof Told | 'summary' | 'linked', undefined>> {
	kind: 'row';
	/** Address of more about it. */
	url?: string;
}

/** What has a card on the story’s page. */
export type ToldItem = EventItem | QuoteItem | FigureItem;
/** What is dated, cited and opened: `kind` says which. */
export type Item = ToldItem | RowItem;

/** How many items lie before and after a stretch of time. */
export interface Outside {
	before: number;
	after: number;
}

/** A scene in one language; its prose is parsed. */
export interface LocalScene {
	id: string;
	/** 1, 2, … in told order */
	number: number;
	heading: string;
	prose: Block[];
	/** Replaces the first paragraph in time order. */
	lead?: Block[];
	/** A figure whose chart fills the stage. */
	stage?: Ref;
	/** Whether it ends the story, in both orders. */
	ending: boolean;
	/** null: all of the story’s time */
	window: [number, number] | null;
	windowLabel: string;
	/** The items whose evidence belongs to the scene, in told order. */
	cards: Ref[];
	/** Total number of cards, where these are not all: the rest is on a page of the scene’s own. */
	whole?: number;
	/** Among the items that the story’s page does not carry, how many lie outside the scene’s window. */
	uncarried?: Outside;
	/** What it tells: the items that its prose links to or sets large, and others that its author names. */
	lights: Ref[];
	/** Earliest and latest time of `lights`, for time order. */
	when: [number, number];
	sources: LocalCitation[];
	/** Not published yet. */
	draft?: true;
}

export interface LocalSide {
	id: string;
	name: string;
	lane?: 'left' | 'right' | 'middle';
	colour: string;
}

export interface LocalActor {
	id: string;
	name: string;
	kind: 'company' | 'person' | 'government' | 'group';
	side: string;
	memberOf?: string;
	role?: string;
	note?: string;
	/** Ids of the actor and all its members. */
	family: string[];
	/** Number of events that it, or one of its members, takes part in; the same for all items. */
	events: number;
	items: number;
	/** It, or one of its members, also acts in a table that has too many actors to count this one. */
	uncounted?: true;
}

export interface LocalSource {
	id: string;
	kind: 'article' | 'book' | 'dataset' | 'website' | 'document';
	title: string;
	description: string;
	authors: string;
	outlet?: string;
	language: string;
	languageName: string;
	published?: string;
	basis?: string;
	url?: string;
	/** Address of a permanent copy. */
	archived?: string;
	/** When it was read. */
	accessed?: string;
	note?: string;
	/** “荣智慧, NetEase Hao, around November 2025” */
	short: string;
}

/** A story in one language: every text, date and number in the words that a reader sees. Plain data, and JSON. */
export interface LocalStory {
	slug: string;
	lang: string;
	dir: 'ltr' | 'rtl';
	languages: { lang: string; name: string }[];
	title: string;
	dek: string;
	about: Block[];
	published: LocalDate;
	/** One or two items that show what changed. */
	opening: Ref[];
	sides: LocalSide[];
	actors: LocalActor[];
	/** Sorted by time (compareDates), then in told order. */
	items: Item[];
	/** Totals, where `items` are not all (shorten.ts). */
	whole?: Record<Kind, number>;
	/** For items whose cards the story’s page does not carry, the page below it that does. */
	elsewhere?: Record<Ref, string>;
	/** In told order. */
	scenes: LocalScene[];
	sources: LocalSource[];
	corrections?: LocalCorrection[];
	/** All of the story’s time, ms. */
	extent: [number, number];
	/** Not published yet. */
	draft?: true;
	ui: StoryStrings;
}
