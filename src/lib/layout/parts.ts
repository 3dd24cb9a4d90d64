/** What layout gives to drawing: named parts with final positions, px. Nothing here is left to decide. */
import type { Kind, Ref } from '../view/local.ts';

/** Of a cluster: its lane and stretch of time, so that it is the same one wherever the window stands. */
export type ClusterRef = `cluster-${string}`;
export type PartRef = Ref | ClusterRef;

/** lit: the scene speaks of it; plain: nothing is lit; dim: something else is. */
export type Tone = 'lit' | 'plain' | 'dim';

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
	/** Where it crosses the axis lines: one zigzag each, around this point. */
	cuts: { x: number; y: number }[];
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
	tone: Tone;
}

/** From the true place in time to the mark. */
export interface Link extends Line {
	ref: PartRef;
	colour: string;
	tone: Tone;
}

/** An event that joins sides: across the axis from one to the other. */
export interface Bridge extends Line {
	ref: PartRef;
	colours: [string, string];
	tone: Tone;
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
	lines: { text: string; y: number; size: number; role: 'title' | 'date' | 'body' }[];
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
	axis: { lines: Line[]; ticks: AxisTick[]; folds: Fold[]; before: Note | null; after: Note | null };
	lanes: Lane[];
	spans: Span[];
	bridges: Bridge[];
	links: Link[];
	joins: Join[];
	marks: Mark[];
	labels: Label[];
	/** Labels are headings over a body. */
	strong?: boolean;
	/** Labels that had to leave out their body. */
	lost: number;
	/** Drawn beside the timeline (export/Density.svelte), by who has any. */
	density?: readonly Density[];
}

export interface Note {
	x: number;
	y: number;
	text: string;
	anchor: 'start' | 'middle' | 'end';
}
