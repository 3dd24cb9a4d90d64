/** What a file of slides is made of, before any program’s form. Units are points; a slide is 16:9, 13.33 × 7.5 inches. */
import type { SideColour } from '../../layout/theme.ts';
import type { PictureLayout } from '../parts.ts';

export const slideSize = { width: 960, height: 540 };
export const margin = 40;
/** Nothing is set smaller. */
export const least = 12;
/** Where the foot stands, and what stands above it ends. */
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
	/** BCP 47, where it is not the deck’s. */
	lang?: string;
	bold?: boolean;
	ink?: Ink;
}

export interface Paragraph {
	runs: Run[];
	size: number;
	face: 'serif' | 'sans';
	/** Times the size. */
	leading: number;
	/** Points above it, unless it is the first. */
	before?: number;
	align?: 'start' | 'end';
}

interface Named extends Box {
	/** As a list of the slide’s parts names it. */
	name: string;
}

export interface SlideText extends Named {
	type: 'text';
	/** A slide’s title is found by screen readers, and in the outline. */
	title?: true;
	paragraphs: Paragraph[];
}

/** An area of one colour: the bar before a quotation. */
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
	/** Stands in the legend where there is one. */
	name: string;
	/** One for each category; null where nothing is known. */
	values: (number | null)[];
	ink: Ink;
	/** Of each value, where they differ. */
	inks?: Ink[];
	labels: (PointLabel | null)[];
	/** Lightened, to be told from another of the same colour. */
	lighter?: boolean;
}

/** A chart that a program draws from its numbers: what an editor opens is a table. */
export interface NativeChart {
	form: 'bars' | 'share' | 'line';
	categories: string[];
	series: Series[];
	/** Ends of the axis of values. */
	from: number;
	to: number;
	/** Where bars or lines are, in shares of the chart’s width and height. */
	plot: Box;
	/** Of words beside and in it. */
	size: number;
	/** A bar’s part of its row. */
	fill: number;
}

export interface Slide {
	parts: SlidePart[];
	/** A paragraph each, for who speaks. */
	notes: string[];
}

export interface Deck {
	lang: string;
	dir: 'ltr' | 'rtl';
	title: string;
	subject: string;
	author: string;
	/** Stands in the file as its date, so that the same deck is the same file. */
	date: Date;
	/** On every slide: source, and address where one is known; the name of the product before the slide’s number. */
	foot: { left: string; right: string };
	slides: Slide[];
}
