/** The parts of a picture for export, and its sizes. */
import type { ChartLayout } from '../layout/chart.ts';
import type { Sign, TimelineLayout } from '../layout/parts.ts';
import type { Kind } from '../view/local.ts';

export interface Size {
	/** px at 1×. */
	width: number;
	height: number;
	/** px for each unit of the layout: pictures that are seen small, in a feed, need larger type, marks and lines. */
	zoom: number;
	/** Paper size in mm, for a picture to be printed. */
	sheet?: { width: number; height: number };
	/** Sizes of type, in units of the layout. */
	title: number;
	heading: number;
	/** Legend and footer: the smallest type. */
	small: number;
	/** Labels: the largest size that fits is used. */
	labels: readonly number[];
	/** Sentences under the title; without this size they are left out. */
	dek?: number;
}

const labels = [20, 18, 16, 15, 14, 13];
/** For a picture that hangs on a wall. */
const largeLabels = [28, 26, 24, 22, 20, 18];

/** For a poster: labels are read from near, the sheet is seen from afar. */
const posterLabels = [24, 22, 20, 19, 18, 17, 16, 15, 14, 13];

/** A4, 16:9, 1:1, 9:16, the image for link previews, A3 and A2. */
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
	/** A side’s colour, instead of the tone. */
	colour?: string;
	/** BCP 47, where it differs from the picture’s. */
	lang?: string;
}

/** A legend entry: a side’s colour, the shape of a kind, a bridge, or a soft end, followed by its text. */
export interface LegendItem {
	x: number;
	/** Vertical middle. */
	y: number;
	sign: { type: 'side'; colour: string } | { type: Kind } | { type: 'bridge' } | { type: 'soft' } | { type: Sign };
	text: PictureText;
}

export interface PictureLayout {
	/** px at 1×. */
	width: number;
	height: number;
	/** Paper size in mm. */
	sheet?: { width: number; height: number };
	/** The frame in units of the layout, as all positions below. */
	box: { width: number; height: number };
	lang: string;
	title: string;
	/** Alternative text, which can also be copied. */
	alt: string;
	texts: PictureText[];
	legend: LegendItem[];
	/** Rules; `strong` ones separate the bands of a poster. */
	rules: { x1: number; x2: number; y: number; strong?: boolean }[];
	/** Areas in a side’s colour. */
	fields: { x: number; y: number; width: number; height: number; colour: string }[];
	/** The main one first. */
	timelines: { x: number; y: number; layout: TimelineLayout }[];
	/** `scale` is units of the picture for each unit of the chart, 1 by default. */
	charts: { x: number; y: number; scale?: number; layout: ChartLayout }[];
	/** QR code of the address. */
	code?: { x: number; y: number; width: number; module: number; path: string };
	/** Whether time runs across, because lanes side by side had no room for counts. */
	turned?: boolean;
	/** Number of clusters without room for their count. */
	cutCounts?: number;
}
