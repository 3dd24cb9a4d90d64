/** The JSON of TimelineJS 3 → slides. Values are not trusted to have the documented types. */
import { foreignJson } from './foreign.ts';
import { jsonPlaces, lineColumns } from './jsonPlaces.ts';
import { caption, type Parts, type Slide } from './timelinejs.ts';
import type { Problems } from './types.ts';

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const member = (value: unknown, name: string): unknown =>
	isValues(value) && Object.hasOwn(value, name) ? value[name] : undefined;
/** A string trimmed, a number in digits, anything else as an empty string. */
const word = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** @returns null, with a problem, where there are no slides to read */
export function jsonSlides(text: string, problems: Problems): { slides: Slide[]; others: number } | null {
	const places = jsonPlaces(text);
	const timeline = parse(text, problems, places.error);
	if (timeline === undefined) return null;
	const events = member(timeline, 'events');
	if (!Array.isArray(events)) {
		problems.skipped({ line: 1 }, foreignJson(timeline), 'events');
		return null;
	}
	const place = lineColumns(text);
	const lineOf = (path: string) => {
		const offset = places.at.get(path);
		return offset === undefined ? undefined : place(offset).line;
	};
	const slides: Slide[] = [];
	let others = 0;
	const title = member(timeline, 'title');
	if (isValues(title)) slides.push(slide(title, 'title', { line: lineOf('title') }));
	const each = (list: unknown[], name: string, what: 'event' | 'era') =>
		list.forEach((value, index) => {
			const place = { line: lineOf(`${name}/${index}`), row: index + 1 };
			if (isValues(value)) slides.push(slide(value, what, place));
			else {
				others++;
				problems.skipped(place, `${name}[${index}] is no { … }; write start_date and text in it`, name);
			}
		});
	each(events, 'events', 'event');
	const eras = member(timeline, 'eras');
	if (Array.isArray(eras)) each(eras, 'eras', 'era');
	return { slides, others };
}

function parse(text: string, problems: Problems, error: ReturnType<typeof jsonPlaces>['error']): unknown {
	try {
		return JSON.parse(text) ?? {};
	} catch (thrown) {
		if (!error) problems.skipped({ line: 1 }, `this is not JSON: ${(thrown as Error).message}`);
		else {
			const { line, column } = lineColumns(text)(error.offset);
			problems.skipped({ line }, `this is not JSON: expected ${error.expected}`, `character ${column}`);
		}
		return undefined;
	}
}

/** Members of a slide that are read, or only control how TimelineJS shows it. */
const known = new Set(
	'start_date,end_date,display_date,text,group,media,background,unique_id,edtf,autolink'.split(',')
);

function slide(value: Values, what: Slide['what'], place: { line?: number; row?: number }): Slide {
	const start = member(value, 'start_date');
	const end = member(value, 'end_date');
	const background = member(value, 'background');
	const backdrop = word(member(background, 'url'));
	return {
		...place,
		what,
		id: word(member(value, 'unique_id')),
		edtf: word(member(value, 'edtf')),
		start: parts(start),
		end: parts(end),
		when: word(member(value, 'display_date')) || word(member(start, 'display_date')),
		headline: word(member(member(value, 'text'), 'headline')),
		text: word(member(member(value, 'text'), 'text')),
		group: word(member(value, 'group')),
		media: [
			...mediaOf(member(value, 'media')),
			...(backdrop ? [{ written: backdrop, caption: word(member(background, 'alt')), name: 'background' }] : [])
		],
		lost: [
			...(word(member(member(value, 'media'), 'thumbnail')) ? ['media.thumbnail'] : []),
			...(word(member(background, 'color')) ? ['background.color'] : []),
			...Object.keys(value).filter((name) => !known.has(name) && isFilled(value[name]))
		],
		names: {
			year: 'start_date',
			end: 'end_date',
			headline: 'text.headline',
			text: 'text.text',
			group: 'group',
			when: 'display_date'
		}
	};
}

const isFilled = (value: unknown) => (typeof value === 'object' ? value !== null : word(value) !== '');

function mediaOf(media: unknown): Slide['media'] {
	const of = (name: string) => word(member(media, name));
	const words = caption(of('caption') || of('title') || of('alt'), of('credit'));
	const address = typeof media === 'string' ? media.trim() : of('url');
	const all = [
		{ written: address, caption: words, name: 'media' },
		{ written: of('link'), caption: words, name: 'media.link' }
	].filter(({ written }, index, all) => written && all.findIndex((one) => one.written === written) === index);
	// A caption without an address is kept, since it may be the slide’s title.
	return all.length === 0 && words ? [{ written: '', caption: words, name: 'media' }] : all;
}

function parts(date: unknown): Parts | null {
	if (!isValues(date)) return null;
	const [year, month, day] = ['year', 'month', 'day'].map((name) => word(member(date, name)));
	const clock = ['hour', 'minute', 'second', 'millisecond'].map((name) => word(member(date, name)));
	if (!clock.some(Boolean)) return { year, month, day, time: '' };
	const [hours, minutes, seconds] = clock.map((part) => (part || '0').padStart(2, '0'));
	const time = `${hours}:${minutes}${clock[2] || clock[3] ? `:${seconds}` : ''}`;
	return { year, month, day, time: clock[3] ? `${time}.${clock[3].padStart(3, '0')}` : time };
}
