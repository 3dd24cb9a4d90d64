/** Reads the story’s own texts: their dates, numbers and links, each traceable to its place in what was written. */
import type { DateSpan } from '../story/date.ts';
import type { DateFound } from './dates.ts';
import { normalise, type Normal } from './normalise.ts';
import { findNumbers } from './numerals.ts';
import type { NumberFound } from './numerals/found.ts';
import { datesIn } from './scope.ts';

export interface Link {
	/** Target: `event-chatgpt`, or `=385.3-346.2` for a computed number. */
	to: string;
	/** Position of its words in the normal form, [start, end). */
	start: number;
	end: number;
}

export interface Told {
	/** As the editor wrote it. */
	written: string;
	/** Normal form of its words, without Markdown. */
	normal: Normal;
	links: Link[];
	dates: DateFound[];
	numbers: NumberFound[];
}

/** A character that the normal form leaves out, so that the text around it joins. */
const nothing = '\u2060';
const link =
	/(?<image>!?)\[(?<words>[^[\]]*)\]\((?:#(?<ref>[a-z0-9-]+)|(?<computed>=[\d.,%+*/() -]{1,200})|[^()\s]*)\)/g;

/** Markdown reduced to its words, each in its place, with its links by position. */
function unmarked(markdown: string): { text: string; links: Link[] } {
	const links: Link[] = [];
	const text = markdown.replace(link, (all, ...rest) => {
		const { image, words, ref, computed } = rest.at(-1) as Record<string, string | undefined>;
		const at = rest.at(-3) as number;
		if (image) return nothing.repeat(all.length);
		const to = ref ?? computed;
		if (to) links.push({ to, start: at + 1, end: at + 1 + words!.length });
		return nothing + words + nothing.repeat(all.length - words!.length - 1);
	});
	// The end of a paragraph also ends a sentence.
	const ended = text.replace(/\n(?=\n)/g, ';');
	return { text: ended.replace(/\*(?=\S)|(?<=\S)\*/g, nothing), links };
}

const known = new Map<string, Told>();

/**
 * Results are cached, as a draft differs little from the last.
 * @param reference when the source was published, @param previous the date that the text is about
 */
export function readTold(
	written: string,
	{
		reference = null,
		previous = null,
		markdown = false
	}: { reference?: DateSpan | null; previous?: DateSpan | null; markdown?: boolean } = {}
): Told {
	const key = [markdown, reference?.edtf, previous?.edtf, written].join('\n');
	let told = known.get(key);
	if (told) return told;
	const { text, links } = markdown ? unmarked(written) : { text: written, links: [] };
	const normal = normalise(text);
	const place = (offset: number) => {
		const at = normal.starts.findIndex((start) => start >= offset);
		return at < 0 ? normal.text.length : at;
	};
	const dates = [...datesIn(text, normal, { reference, previous, about: true })];
	told = {
		written,
		normal,
		links: links.map(({ to, start, end }) => ({ to, start: place(start), end: place(end) })),
		dates,
		numbers: findNumbers(
			normal.text,
			dates.map(({ start, end }): [number, number] => [start, end])
		)
	};
	if (known.size > 20_000) known.clear();
	known.set(key, told);
	return told;
}

/** Where a stretch of the normal form was written: [start, end) in UTF-16 units of what the editor wrote. */
export function writtenAt({ normal, written }: Told, start: number, end: number): [number, number] {
	const from = normal.starts[start] ?? written.length;
	return [from, end > start ? normal.ends[end - 1] : from];
}

/** A number in a text in the story’s own words. */
export interface NumberTold {
	number: NumberFound;
	/** The text that contains it, in normal form, and its language. */
	text: string;
	language: string;
	/** Dates of the text. */
	dates: readonly DateFound[];
	/** All numbers of the text, and the index of this one. */
	all: readonly NumberFound[];
	index: number;
	/** Words that belong to it: [start, end) in the text. */
	segment: [number, number];
}
