/** What layout hands to drawing: named parts with final positions, px. Drawing decides nothing. */
import type { ItemKind, Ref } from '../view/local.ts';

/** Made from a cluster’s lane and stretch of time, so that it stays the same wherever the window is. */
export type ClusterRef = `cluster-${string}`;
export type PartRef = Ref | ClusterRef;

export type MarkKind = ItemKind | 'cluster';

/** `lit`: the scene speaks of it; `plain`: nothing is lit; `dim`: only other things are lit. */
export type Tone = 'lit' | 'plain' | 'dim';

/** Type size of counts, px: that of small words, up to this maximum; larger where a picture is seen from afar. */
export const mostCountType = 12.5;
const afar = 14;
export const countType = ({ small }: { small: number }): number => (small > afar ? 15 : Math.min(mostCountType, small));

export interface Line {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface AxisTick {
	/** Centre of the text. */
	x: number;
	y: number;
	text: string;
	major: boolean;
	/** The tick’s short strokes at the axis lines. */
	stubs: Line[];
}

/** A break in the axis. */
export interface Fold {
	/** Centre of the break. */
	x: number;
	y: number;
	/** Its length in words, one line per unit: “44 years”, “11 months”. */
	lines: { text: string; y: number }[];
	box: Box;
	/** Where it interrupts the axis lines: one slanted cut around each point. */
	cuts: { x: number; y: number; colour?: string }[];
}

export interface Lane {
	id: string;
	/** As much of the name as fits. */
	name: string;
	/** The full name, where `name` may be cut. */
	full?: string;
	colour: string;
	x: number;
	y: number;
	anchor: 'start' | 'middle' | 'end';
	/** A rule above the lane’s words that bends into its axis line: from its outer end to the line. */
	rule?: { x1: number; x2: number; y: number };
}

/** A part of an axis line; without a colour it belongs to no side. */
export interface AxisLine extends Line {
	colour?: string;
}

/** The sign of an item, or of several together, at its time; `x` and `y` are its middle, px. */
export interface Mark {
	ref: PartRef;
	kind: MarkKind;
	/** Name for tooltips and screen readers. */
	title: string;
	x: number;
	y: number;
	/** Half its width, px. */
	size: number;
	colour: string;
	tone: Tone;
	/** `dot`: a disc, whatever the kind. `none`: not drawn, since a span or neighbour shows it, but reachable. */
	shape?: 'dot' | 'none';
	/** Other items that the mark stands for: quotations and figures about an event. */
	also?: readonly Ref[];
}

/** The time that a date covers, along an axis line. */
export interface Span {
	ref: PartRef;
	x: number;
	y: number;
	length: number;
	thickness: number;
	colour: string;
	softStart: boolean;
	softEnd: boolean;
	/** Some time within the span, not all of it. */
	hatch?: boolean;
	/** Lies on another span, so it is set off by an outline in the paper’s colour. */
	over?: true;
	tone: Tone;
}

/** A leader from the true place in time to the words. */
export interface Link extends Line {
	ref: PartRef;
	colour: string;
	tone: Tone;
	/**
	 * Where the line bends on the other axis: straight from the words to there, then to the point in time; else a curve.
	 * Where time runs across and it equals y2: along the row of words first, then straight to the line.
	 */
	elbow?: number;
}

/** A line along words that share a date, with a foot at each end. */
export interface Bracket {
	ref: PartRef;
	/** Position of the line; its feet point to the words. */
	x: number;
	y: number;
	length: number;
	/** Direction from the line to the words: smaller or larger x (y where time runs across). */
	dir: 1 | -1;
	colour: string;
	tone: Tone;
}

/** Connects the sides of an event: from one axis line to the other. */
export interface Bridge extends Line {
	ref: PartRef;
	colours: [string, string];
	tone: Tone;
	/** Radius of the ring at the side that the event concerns, px; 3.5 by default. */
	ring?: number;
	/** Positions where it is interrupted for lines that it passes, px. */
	gaps?: readonly number[];
}

/** The two times of a quotation whose card is open: a curve from its mark to the other time. */
export interface Join extends Line {
	ref: PartRef;
	/** Control point of the curve (quadratic). */
	cx: number;
	cy: number;
	colour: string;
}

/** The words for an item, beside its mark; `x` is where its lines start or end, px. */
export interface Label {
	ref: PartRef;
	x: number;
	anchor: 'start' | 'end';
	/** `y` is the baseline. */
	lines: { text: string; y: number; size: number; role: 'title' | 'date' | 'party' }[];
	/** For a party, the colour of its side. */
	colour?: string;
	box: Box;
	/** A line runs behind the label, so the text has a halo. */
	halo: boolean;
	tone: Tone;
}

/** The distribution of events beside a lane’s axis line, where not all of them are named. */
export interface Density {
	/** SVG path data. */
	path: string;
	colour: string;
}

/** A timeline’s parts with final positions, px from its top left; `Timeline` draws them in this order. */
export interface TimelineLayout {
	orientation: 'down' | 'across';
	width: number;
	height: number;
	/** Type sizes, px: labels, and dates with the axis. */
	font: { label: number; small: number };
	axis: { lines: AxisLine[]; ticks: AxisTick[]; folds: Fold[]; before: Note | null; after: Note | null };
	lanes: Lane[];
	spans: Span[];
	bridges: Bridge[];
	links: Link[];
	joins: Join[];
	marks: Mark[];
	labels: Label[];
	brackets?: Bracket[];
	/** “6 more”: how many there are where not all are drawn or named. */
	counts?: Note[];
	/** What the signs mean, where the picture explains them. */
	key?: KeyEntry[];
	/** Font weight of titles and names; 400 where the script has no bold. */
	weight?: 400 | 600;
	/** Drawn beside the timeline by export/Density.svelte, where there is any. */
	density?: readonly Density[];
}

/**
 * A sign that a reader may not know. `known`: the month or year is known; `within`: some time in the span; `about`:
 * both ends uncertain; `other`: the side that an event concerns; `dots`: what is not told here; `fold`: time left out.
 */
export const signs = ['known', 'within', 'about', 'other', 'dots', 'fold'] as const;
export type Sign = (typeof signs)[number];

export interface KeyEntry {
	sign: Sign;
	/** Centre of the sign; `textX` is the start of its words. */
	x: number;
	y: number;
	text: string;
	textX: number;
}

export interface Note {
	x: number;
	y: number;
	text: string;
	anchor: 'start' | 'middle' | 'end';
}

/** Opacity during a transition between two pictures, 0–1; parts of a settled layout have none. */
export type Faded<T> = T & { opacity?: number };
