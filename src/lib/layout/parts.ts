/** What layout gives to drawing: named parts with final positions, px. Nothing here is left to decide. */
import type { Kind, Ref } from '../view/local.ts';

/** Of a cluster: its lane and stretch of time, so that it is the same one wherever the window stands. */
export type ClusterRef = `cluster-${string}`;
export type PartRef = Ref | ClusterRef;

/** lit: the scene speaks of it; plain: nothing is lit; dim: something else is. */
export type Tone = 'lit' | 'plain' | 'dim';

/** The type of counts, px: that of what is small, up to so much; larger where a picture is seen from afar. */
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
	/** Middle of the text. */
	x: number;
	y: number;
	text: string;
	major: boolean;
	/** Where the axis lines are that the tick marks. */
	stubs: Line[];
}

/** A break in the axis. */
export interface Fold {
	/** The middle of the break. */
	x: number;
	y: number;
	/** Its length in words, a line each: “44 years”, “11 months”. */
	lines: { text: string; y: number }[];
	box: Box;
	/** Where it crosses the axis lines: one slanted cut each, around this point. */
	cuts: { x: number; y: number; colour?: string }[];
}

export interface Lane {
	id: string;
	/** As there is room for. */
	name: string;
	/** Where it may have been cut. */
	full?: string;
	colour: string;
	x: number;
	y: number;
	anchor: 'start' | 'middle' | 'end';
	/** A rule over the lane’s words that bends into its axis line: from its outer end to the line. */
	rule?: { x1: number; x2: number; y: number };
}

/** A line of the axis; without a colour it is of no side. */
export interface AxisLine extends Line {
	colour?: string;
}

export interface Mark {
	ref: PartRef;
	kind: Kind | 'cluster';
	/** Name for a pointer’s tip and a screen reader. */
	title: string;
	x: number;
	y: number;
	/** Half its width, px. */
	size: number;
	colour: string;
	tone: Tone;
	/** dot: a disc whatever it is of. none: a span or a neighbour is its sign; it is there to be reached. */
	shape?: 'dot' | 'none';
	/** What the same mark tells: the quotations and figures about an event. */
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
	/** Some time within it, not all of it. */
	hatch?: boolean;
	/** It lies on another: paper shows round it. */
	over?: true;
	tone: Tone;
}

/** From the true place in time to the words. */
export interface Link extends Line {
	ref: PartRef;
	colour: string;
	tone: Tone;
	/**
	 * Straight from the words to this place along the other axis, then to the point in time; else a curve. Where time runs
	 * across and it is the words’ own place (y2): along their row first, then straight to the line.
	 */
	elbow?: number;
}

/** Around words that share a date: a line along them with a foot at each end. */
export interface Bracket {
	ref: PartRef;
	/** Of its line; its feet point to the words. */
	x: number;
	y: number;
	length: number;
	/** Where the words are, from the line: to smaller or larger x (y where time runs across). */
	dir: 1 | -1;
	colour: string;
	tone: Tone;
}

/** An event that joins sides: across the axis from one to the other. */
export interface Bridge extends Line {
	ref: PartRef;
	colours: [string, string];
	tone: Tone;
	/** Radius of the ring at the side that it concerns, px; 3.5 by default. */
	ring?: number;
	/** Where it leaves room for lines that it passes, px. */
	gaps?: readonly number[];
}

/** The two times of a quotation, while its card is open: a curve from where it stands to the other. */
export interface Join extends Line {
	ref: PartRef;
	/** Control point of the curve (quadratic). */
	cx: number;
	cy: number;
	colour: string;
}

export interface Label {
	ref: PartRef;
	x: number;
	anchor: 'start' | 'end';
	/** Baselines. */
	lines: { text: string; y: number; size: number; role: 'title' | 'date' | 'party' }[];
	/** Of a party: its side’s. */
	colour?: string;
	box: Box;
	/** A line runs behind it, which the text is kept clear of. */
	halo: boolean;
	tone: Tone;
}

/** How much lies where beside a lane’s axis line, where not all of it has its name. */
export interface Density {
	/** SVG path data. */
	path: string;
	colour: string;
}

export interface TimelineLayout {
	orientation: 'down' | 'across';
	width: number;
	height: number;
	/** Type sizes, px: labels; dates and the axis. */
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
	/** “6 more”: how many stand where not all are drawn or named. */
	counts?: Note[];
	/** What its signs mean, where that is said in the picture. */
	key?: KeyEntry[];
	/** Of titles and names; 400 where the script has no bold. */
	weight?: 400 | 600;
	/** Drawn beside the timeline (export/Density.svelte), by who has any. */
	density?: readonly Density[];
}

/**
 * A sign of the picture that a reader may not know. known: the month or year is known; within: some time in the span;
 * about: both ends uncertain; other: the side that it concerns; dots: what is not told here; fold: time left out.
 */
export const signs = ['known', 'within', 'about', 'other', 'dots', 'fold'] as const;
export type Sign = (typeof signs)[number];

export interface KeyEntry {
	sign: Sign;
	/** Middle of the sign, and beginning of its words. */
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

/** On the way between two pictures, 0–1; parts of a settled layout have none. */
export type Faded<T> = T & { opacity?: number };
