/** The JSON of TimelineJS 3 → slides. Nothing in it is trusted to have the type that it should. */
import { jsonPlaces, lineColumn } from './jsonPlaces.ts';
import type { Parts, Slide } from './timelinejs.ts';
import type { Problems } from './types.ts';

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const member = (value: unknown, name: string): unknown =>
	isValues(value) && Object.hasOwn(value, name) ? value[name] : undefined;
/** Text as it is, a number in digits, anything else as nothing. */
const word = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** @returns null where there are no slides to read; then there is a problem that says why */
export function jsonSlides(text: string, problems: Problems): Slide[] | null {
	const places = jsonPlaces(text);
	const timeline = parse(text, problems, places.error);
	if (timeline === undefined) return null;
	if (isValues(member(timeline, 'timeline'))) {
		problems.skipped({ line: 1 }, 'this is the JSON of TimelineJS 1 or 2; write it as version 3, { "events": [ … ] }');
		return null;
	}
	const events = member(timeline, 'events');
	if (!Array.isArray(events)) {
		problems.skipped(
			{ line: 1 },
			'there is no list “events”; write { "events": [ … ] } as TimelineJS 3 does',
			'events'
		);
		return null;
	}
	const lineOf = (path: string) => {
		const offset = places.at.get(path);
		return offset === undefined ? undefined : lineColumn(text, offset).line;
	};
	const slides: Slide[] = [];
	const title = member(timeline, 'title');
	if (isValues(title)) slides.push(slide(title, 'title', { line: lineOf('title') }));
	const each = (list: unknown[], name: string, what: 'event' | 'era') =>
		list.forEach((value, index) => {
			const place = { line: lineOf(`${name}/${index}`), row: index + 1 };
			if (isValues(value)) slides.push(slide(value, what, place));
			else problems.skipped(place, `${name}[${index}] is no { … }; write start_date and text in it`, name);
		});
	each(events, 'events', 'event');
	const eras = member(timeline, 'eras');
	if (Array.isArray(eras)) each(eras, 'eras', 'era');
	return slides;
}

function parse(text: string, problems: Problems, error: ReturnType<typeof jsonPlaces>['error']): unknown {
	try {
		return JSON.parse(text) ?? {};
	} catch (thrown) {
		if (!error) problems.skipped({ line: 1 }, `this is not JSON: ${(thrown as Error).message}`);
		else {
			const { line, column } = lineColumn(text, error.offset);
			problems.skipped({ line }, `this is not JSON: expected ${error.expected}`, `character ${column}`);
		}
		return undefined;
	}
}

function slide(value: Values, what: Slide['what'], place: { line?: number; row?: number }): Slide {
	const start = member(value, 'start_date');
	const end = member(value, 'end_date');
	const media = member(value, 'media');
	const pictured = isValues(media) && Object.values(media).some((one) => word(one));
	const background = member(value, 'background');
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
		beside: [pictured && 'media', isValues(background) && 'background'].filter((name) => name !== false),
		names: {
			year: 'start_date',
			end: 'end_date',
			headline: 'text.headline',
			text: 'text.text',
			group: 'group',
			when: 'display_date',
			beside: 'media'
		}
	};
}

function parts(date: unknown): Parts | null {
	if (!isValues(date)) return null;
	const time = ['hour', 'minute', 'second'].map((name) => word(member(date, name))).filter(Boolean);
	const [year, month, day] = ['year', 'month', 'day'].map((name) => word(member(date, name)));
	return { year, month, day, time: time.map((part) => part.padStart(2, '0')).join(':') };
}
