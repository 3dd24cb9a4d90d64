/** The parts of a deck, independent of file formats. Units are points; a slide is 16:9, 13.33 × 7.5 inches. */
import type { SideColour } from '../../layout/theme.ts';
import type { PictureLayout } from '../parts.ts';

export const slideSize = { width: 960, height: 540 };
export const margin = 40;
/** The smallest size of type. */
export const least = 12;
/** Top of the footer, and bottom of the content above it. */
export const footTop = 504;
export const bodyBottom = 494;

export type Ink = 'ink' | 'ink2' | 'ink3' | 'rule' | 'paper' | Exclude<SideColour, 'ink'>;

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface Run {
	text: string;
	/** BCP 47, where it differs from the deck’s. */
	lang?: string;
	bold?: boolean;
	ink?: Ink;
}

export interface Paragraph {
	runs: Run[];
	size: number;
	face: 'serif' | 'sans';
	/** Line height as a multiple of the size. */
	leading: number;
	/** Points above it, unless it is the first paragraph. */
	before?: number;
	align?: 'start' | 'end';
}

interface Named extends Box {
	/** Name in a program’s list of the slide’s parts. */
	name: string;
}

export interface SlideText extends Named {
	type: 'text';
	/** A slide’s title, for screen readers and the outline. */
	title?: true;
	paragraphs: Paragraph[];
}

/** An area of one colour, such as the bar before a quotation. */
export interface SlideField extends Named {
	type: 'field';
	ink: Ink;
}

export interface SlidePicture extends Named {
	type: 'picture';
	alt: string;
	picture: PictureLayout;
}

export interface SlideChart extends Named {
	type: 'chart';
	alt: string;
	chart: NativeChart;
}

export type SlidePart = SlideText | SlideField | SlidePicture | SlideChart;

export interface PointLabel {
	lines: string[];
	at: 'after' | 'within' | 'above' | 'below' | 'left' | 'right';
	ink: Ink;
	bold?: boolean;
}

export interface Series {
	/** Name in the legend, if there is one. */
	name: string;
	/** One value for each category; null where nothing is known. */
	values: (number | null)[];
	ink: Ink;
	/** Inks of the values, where they differ. */
	inks?: Ink[];
	labels: (PointLabel | null)[];
	/** Whether it is lightened, to distinguish it from another of the same colour. */
	lighter?: boolean;
}

/** A chart that a program draws from its numbers, and whose table an editor can open. */
export interface NativeChart {
	form: 'bars' | 'share' | 'line';
	categories: string[];
	series: Series[];
	/** Range of the value axis. */
	from: number;
	to: number;
	/** Position of the plot area, as shares of the chart’s width and height. */
	plot: Box;
	/** Size of type beside and in it. */
	size: number;
	/** Share of its row that a bar takes. */
	fill: number;
}

export interface Slide {
	parts: SlidePart[];
	/** Speaker notes, one text for each paragraph. */
	notes: string[];
}

export interface Deck {
	lang: string;
	dir: 'ltr' | 'rtl';
	title: string;
	subject: string;
	author: string;
	/** Date in the file’s metadata, so that the same deck gives the same file. */
	date: Date;
	/** On every slide, left: source, and address if known; right: the product’s name before the slide’s number. */
	foot: { left: string; right: string };
	slides: Slide[];
}
