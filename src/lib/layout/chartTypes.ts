/** What the parts of a line chart share. */
import type { FigureRow } from '../view/local.ts';

/** A point with its position; `bare` is its amount in the scale’s step: “10.6” where the scale is in millions. */
export interface PlotPoint {
	row: FigureRow;
	/** ms */
	at: number;
	bare: string;
	x: number;
	y: number;
}

export interface Series {
	name: string;
	colour: string;
	/** Drawn as rings: an earlier line has the same colour. */
	hollow: boolean;
	/** In order of time. */
	points: PlotPoint[];
}

/** The plot area: time runs from `left` to `right`, amounts from `bottom` up to `top`. */
export interface Plot {
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Upper limit for the words right of the plot. */
	ceiling: number;
	/** Width of the scale’s labels, px. */
	ticks: number;
}
