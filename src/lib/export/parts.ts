/** What a picture that leaves the page is made of, and the sizes that it has. */
import type { ChartLayout } from '../layout/chart.ts';
import type { Sign, TimelineLayout } from '../layout/parts.ts';
import type { Kind } from '../view/local.ts';

export interface Size {
	/** px at 1×. */
	width: number;
	height: number;
	/** px for one unit of the layout: what is mostly seen small, in a feed, needs larger type, marks and lines. */
	zoom: number;
	/** mm, where it is made to be printed on one. */
	sheet?: { width: number; height: number };
	/** Type, in units of the layout. */
	title: number;
	heading: number;
	/** Of the legend and the foot: the smallest there is. */
	small: number;
	/** Of labels: the largest that fits is taken. */
	labels: readonly number[];
	/** Of the sentences under the title; without it they are left out. */
	dek?: number;
}

const labels = [20, 18, 16, 15, 14, 13];
/** What hangs on a wall. */
const largeLabels = [28, 26, 24, 22, 20, 18];

/** What is read from near, on a sheet seen from afar. */
const posterLabels = [24, 22, 20, 19, 18, 17, 16, 15, 14, 13];

/** A4, 16:9, 1:1, 9:16, what a link to the story shows elsewhere, A3 and A2. */
export const pictureSizes = {
	page: {
		width: 840,
		height: 1188,
		zoom: 1,
		sheet: { width: 210, height: 297 },
		title: 30,
		heading: 14.5,
		small: 12.5,
		labels
	},
	slide: { width: 1200, height: 675, zoom: 1, title: 42, heading: 18, small: 15, labels: largeLabels },
	square: { width: 1080, height: 1080, zoom: 1.5, title: 34, heading: 16, small: 13, labels },
	phone: { width: 540, height: 960, zoom: 1, title: 30, heading: 16, small: 13, labels },
	card: { width: 1200, height: 630, zoom: 1, title: 72, dek: 26, heading: 24, small: 22, labels: [24] },
	poster: {
		width: 1188,
		height: 1680,
		zoom: 1,
		sheet: { width: 297, height: 420 },
		...{ title: 50, dek: 24, heading: 16, small: 12.5, labels: posterLabels }
	},
	'poster-a2': {
		width: 1680,
		height: 2376,
		zoom: 1,
		sheet: { width: 420, height: 594 },
		...{ title: 70, dek: 30, heading: 20, small: 13, labels: posterLabels }
	}
} as const satisfies Record<string, Size>;
export type PictureSize = keyof typeof pictureSizes;
export const pictureSizeNames = Object.keys(pictureSizes) as PictureSize[];

export interface PictureText {
	x: number;
	/** Baseline. */
	y: number;
	text: string;
	size: number;
	face: 'serif' | 'sans';
	anchor: 'start' | 'end';
	weight: 400 | 600;
	tone: 'ink' | 'ink2';
	/** A side’s, instead of the tone. */
	colour?: string;
	/** BCP 47, where it is not the picture’s. */
	lang?: string;
}

/** A legend entry: a side’s colour, the shape of a kind, a bridge, or a soft end; its words follow it. */
export interface LegendItem {
	x: number;
	/** Middle. */
	y: number;
	sign: { type: 'side'; colour: string } | { type: Kind } | { type: 'bridge' } | { type: 'soft' } | { type: Sign };
	text: PictureText;
}

export interface PictureLayout {
	/** px at 1×. */
	width: number;
	height: number;
	/** mm, of the sheet that it is made for. */
	sheet?: { width: number; height: number };
	/** The frame in units of the layout, as are all places below. */
	box: { width: number; height: number };
	lang: string;
	title: string;
	/** What a reader who cannot see it is told; also to copy. */
	alt: string;
	texts: PictureText[];
	legend: LegendItem[];
	/** `strong` ones part bands of a sheet. */
	rules: { x1: number; x2: number; y: number; strong?: boolean }[];
	/** Areas of a side’s colour. */
	fields: { x: number; y: number; width: number; height: number; colour: string }[];
	/** The main one first. */
	timelines: { x: number; y: number; layout: TimelineLayout }[];
	/** `scale`: units of the picture for one of the chart, 1 by default. */
	charts: { x: number; y: number; scale?: number; layout: ChartLayout }[];
	/** Its address, for a camera. */
	code?: { x: number; y: number; width: number; module: number; path: string };
	/** Time runs across, since lanes side by side had no room for counts. */
	turned?: boolean;
	/** Clusters whose count there was no room for. */
	cutCounts?: number;
}
