/**
 * A story in one language: what the page, the layout and an image need, every word resolved. Plain data, so that it
 * travels from the build to the reader as it is. Times are ms since 1970-01-01T00:00Z.
 */
import type { Kind, Ref } from '../story/model.ts';
import type { Block } from '../story/prose.ts';
import type { StoryStrings } from '../text/strings.ts';
import type { Format, Qualifier } from './numbers.ts';

export type { Kind, Ref, Block };

export interface LocalDate {
	edtf: string;
	/** In the reader’s language: “early 2025”. */
	label: string;
	/** The same in fewer letters, where there is such a form: “c. Nov 2025”. */
	short?: string;
	/** For `<time datetime>`, where HTML has a form for it. */
	iso?: string;
	/** The span [min, max) that the date covers; infinite where it is open. */
	min: number;
	max: number;
	/** Where a point mark stands. */
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
	/** A few words of the source, to the letter, in its language. */
	excerpt?: string;
	/** The source disagrees: what it says instead. */
	says?: string;
}

export interface LocalCorrection {
	/** In the reader’s language. */
	date: string;
	what: string;
	why: string;
}

interface ItemBase {
	ref: Ref;
	id: string;
	title: string;
	date: LocalDate;
	/** Ids, who acts or speaks first. */
	actors: string[];
	/** Ids of the sides of `actors`, in their order, each once. */
	sides: string[];
	/** 1–5 */
	importance: number;
	/** The scene that holds its card. */
	scene: string;
	/** Place among all cards, in told order. */
	told: number;
	sources: LocalCitation[];
	corrections?: LocalCorrection[];
	/** How and when it was checked against its sources, a sentence each; none where it was not. */
	checked?: string[];
}

export interface EventItem extends ItemBase {
	kind: 'event';
	summary: string;
	/** Quotes and figures about it. */
	linked: Ref[];
	/** More of it, elsewhere. */
	url?: string;
}

export interface QuoteItem extends ItemBase {
	kind: 'quote';
	speaker: { id: string; name: string; role?: string; affiliation?: string; side: string };
	quoteKind: 'direct' | 'term' | 'reported';
	/** To the letter; several where several terms are quoted. */
	words: string[];
	language: string;
	/** Into the reader’s language, if there is one: none into others. */
	translations: { language: string; name: string; words: string[] }[];
	context: string;
	about: Ref[];
	/** The time that the words speak about, where it is another. */
	speaksOf?: LocalDate;
}

/** When a row of a line chart was so much. */
export type RowDate = Omit<LocalDate, 'basis' | 'from'>;

export interface FigureRow {
	/** Of a line chart, the line that it is a point of. */
	label: string;
	group?: string;
	/** In a line chart, and there in each row. */
	date?: RowDate;
	value: number;
	/** As written: “over” is more than `value`, “under” less. Exactly so much where there is none. */
	qualifier?: Exclude<Qualifier, 'exactly'>;
	/** Computed from numbers of the source, not printed there. */
	computed?: true;
	/** “over 40%”; or as the author words it, “under a third”. */
	text: string;
	unit: string;
	side?: string;
	inferred?: string;
}

/** What a chart says besides its rows, in the story’s language; where it is left out only numbers are. */
export interface ChartWording {
	/** For numbers. */
	lang: string;
	/** An amount of the figure’s format: “${n}”. */
	amount: string;
	/** What is no part that the source names: “not said”. */
	unsaid: string;
	/** A part and its share, in the order that the language has: “{label}, {amount}”. */
	part: string;
	/** A part that is counted: “{amount} {label}”. */
	counted: string;
	/** Of an amount that the source does not print: “computed”. */
	computed: string;
}

export interface FigureItem extends ItemBase {
	kind: 'figure';
	summary: string;
	chart: 'line' | 'bars' | 'share' | 'numbers';
	/** Said in the chart. */
	note?: string;
	unit: string;
	format?: Format;
	wording?: ChartWording;
	whole?: { value: number; qualifier?: FigureRow['qualifier']; text: string; label: string };
	rows: FigureRow[];
	about: Ref[];
}

export type Item = EventItem | QuoteItem | FigureItem;

/** How many lie before and after a stretch of time. */
export interface Outside {
	before: number;
	after: number;
}

export interface LocalScene {
	id: string;
	/** 1, 2, … in told order */
	number: number;
	heading: string;
	prose: Block[];
	/** In place of the first paragraph in time order. */
	lead?: Block[];
	/** A figure whose chart takes the stage. */
	stage?: Ref;
	/** It ends the story, in both orders. */
	ending: boolean;
	/** null: all of the story’s time */
	window: [number, number] | null;
	windowLabel: string;
	/** The items whose evidence belongs to it, in the order told. */
	cards: Ref[];
	/** How many there are, where these are not all: the rest is on a page of the scene’s own. */
	whole?: number;
	/** Of the story’s items that its page does not carry: how many lie outside the scene’s window. */
	uncarried?: Outside;
	/** What it tells: the items that its prose links to or sets, and those that its author names besides. */
	lights: Ref[];
	/** Earliest and latest time lit, for time order. */
	when: [number, number];
	sources: LocalCitation[];
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
	/** Ids of itself and of all its members. */
	family: string[];
	/** Events that it, or one of its members, takes part in; all items likewise. */
	events: number;
	items: number;
	/** It acts in a table too, or a member does, and the table has too many actors to count this one. */
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
	/** Address of a copy that stays as it is. */
	archived?: string;
	/** When it was read. */
	accessed?: string;
	note?: string;
	/** “荣智慧, NetEase Hao, around November 2025” */
	short: string;
}

export interface LocalStory {
	slug: string;
	lang: string;
	dir: 'ltr' | 'rtl';
	languages: { lang: string; name: string }[];
	title: string;
	dek: string;
	about: Block[];
	published: LocalDate;
	/** One or two items that say what changed. */
	opening: Ref[];
	sides: LocalSide[];
	actors: LocalActor[];
	/** Sorted by time (compareDates), then told order. */
	items: Item[];
	/** How many there are, where these are not all (shorten.ts). */
	whole?: Record<Kind, number>;
	/** Of items whose cards the story’s page does not carry: the page that does, below it. */
	elsewhere?: Record<Ref, string>;
	/** In told order. */
	scenes: LocalScene[];
	sources: LocalSource[];
	corrections?: LocalCorrection[];
	/** All of the story’s time, ms. */
	extent: [number, number];
	ui: StoryStrings;
}
