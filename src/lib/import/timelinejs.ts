/** TimelineJS, as JSON (version 3) and as the table of its spreadsheet template → events. */
import { parseDate } from '../story/date.ts';
import { Fields, Skip } from './fields.ts';
import { joinDates } from './dates.ts';
import type { Table } from './table.ts';
import { idOf } from './ids.ts';
import { oneLine } from './plain.ts';
import { shown, type Imported, type ImportedEvent, type Place, type Problems } from './types.ts';

/** One date, its parts as written. */
export interface Parts {
	year: string;
	month: string;
	day: string;
	time: string;
}

/** One slide or era, its values as written; empty where there is none. */
export interface Slide extends Place {
	what: 'event' | 'title' | 'era';
	id: string;
	edtf: string;
	start: Parts | null;
	end: Parts | null;
	when: string;
	headline: string;
	text: string;
	group: string;
	/** Names of what is shown beside the text: media, background. */
	beside: string[];
	/** What a value is called in the file. */
	names: Record<'year' | 'end' | 'headline' | 'text' | 'group' | 'when' | 'beside', string>;
}

export type Timeline = Pick<Imported, 'title' | 'dek' | 'events'>;

export function readSlides(slides: readonly Slide[], problems: Problems): Timeline {
	const fields = new Fields(problems, true);
	const timeline: Timeline = { events: [] };
	for (const slide of slides)
		fields.row(slide, () => {
			if (slide.what === 'title' && timeline.title === undefined) readTitle(slide, fields, timeline);
			else timeline.events.push(readEvent(slide, fields, problems));
			if (slide.beside.length > 0)
				problems.changed(slide, `${slide.beside.join(' and ')} left out; a story has words only`, slide.names.beside);
		});
	return timeline;
}

function readTitle(slide: Slide, fields: Fields, timeline: Timeline): void {
	timeline.title = fields.title(slide.headline, slide, slide.names.headline);
	timeline.dek = oneLine(fields.text(slide.text, slide, slide.names.text)) || undefined;
}

function readEvent(slide: Slide, fields: Fields, problems: Problems): ImportedEvent {
	const { names } = slide;
	const date = fields.edtf(slide.edtf, slide, 'edtf') ?? readDates(slide, problems);
	const title = fields.title(slide.headline, slide, names.headline);
	const group = fields.line(slide.group, slide, names.group);
	if (slide.what === 'era') problems.changed(slide, 'the era was made an event that lasts as long', names.headline);
	if (slide.what === 'title') problems.changed(slide, 'a second title was made an event', names.headline);
	return {
		line: slide.line,
		row: slide.row,
		// Only our own export writes an `edtf`.
		id: idOf(slide.id, slide.edtf !== ''),
		date,
		when: fields.line(slide.when, slide, names.when) || undefined,
		title,
		text: fields.text(slide.text, slide, names.text),
		actors: [],
		sides: group ? [group] : []
	};
}

/** @throws Skip where there is no date, or none that can be read */
function readDates({ what, start, end, names, ...place }: Slide, problems: Problems): string {
	if (!start?.year) throw new Skip('there is no year; write one, e.g. 2022, or -44 for 44 BCE', names.year);
	if (what === 'era' && !end?.year) throw new Skip('the era has no end; write a year', names.end);
	const from = readParts(start, place, names.year, problems);
	if (!end?.year) {
		if (end && (end.month || end.day || end.time))
			problems.changed(place, 'the end has no year and was left out', names.end);
		return from;
	}
	const read = joinDates(from, readParts(end, place, names.end, problems));
	if ('problem' in read) throw new Skip(read.problem, names.end);
	return read.edtf;
}

/**
 * TimelineJS hands a negative year to JavaScript’s Date as it is, where -1 is 2 BCE, but words it as “1 BCE”
 * (Language.formatDate: the year without its sign, then the era’s label). Who wrote -44 saw “44 BCE” and meant it, so the
 * label counts: year -1 is 1 BCE, EDTF’s 0000.
 */
function readParts(parts: Parts, place: Place, column: string, problems: Problems): string {
	const [year, month, day] = [parts.year, parts.month, parts.day].map((text) => text.replace(/[\s,]+/g, ''));
	if (!/^-?\d{1,12}$/.test(year))
		throw new Skip(`${shown(parts.year)} is no year; write digits, e.g. 2022 or -44`, column);
	if (Number(year) === 0) throw new Skip('there is no year 0; write -1 for 1 BCE, 1 for 1 CE', column);
	if (day && !month) throw new Skip(`the day ${shown(day)} has no month; write one from 1 to 12`, column);
	for (const [text, most, what] of [
		[month, 12, 'month'],
		[day, 31, 'day']
	] as const)
		if (text && !(/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= most))
			throw new Skip(`${shown(text)} is no ${what}; write 1 to ${most}`, column);
	if (parts.time) problems.changed(place, `the time ${shown(parts.time)} was left out; days are kept`, column);
	const astronomical = Number(year) < 0 ? Number(year) + 1 : Number(year);
	const digits = String(Math.abs(astronomical)).padStart(4, '0');
	const sign = astronomical < 0 ? '-' : '';
	if (digits.length > 4) {
		if (month)
			problems.changed(place, `the month of the year ${year} was left out; beyond 9999 a date is a year`, column);
		return `Y${sign}${digits}`;
	}
	const edtf = sign + [digits, month && month.padStart(2, '0'), day && day.padStart(2, '0')].filter(Boolean).join('-');
	const read = parseDate(edtf);
	if ('problem' in read) throw new Skip(read.problem, column);
	return edtf;
}

const isTable = ['headline', 'year'];

/** @param header as written */
export const isTimelineTable = (header: readonly string[]) =>
	isTable.every((name) => header.some((cell) => cell.toLowerCase() === name));

const known = new Set(
	(
		'year,month,day,time,end year,end month,end day,end time,display date,headline,text,media,media credit,' +
		'media caption,media thumbnail,alt text,type,group,tag,background'
	).split(',')
);

export function tableSlides({ header, rows }: Table, problems: Problems): Slide[] {
	const lower = header.map((cell) => cell.toLowerCase());
	lower.forEach((name, index) => {
		const filled = rows.filter(({ cells }) => cells[index].trim()).length;
		const shownName = header[index] || `column ${index + 1}`;
		if (filled > 0 && (!known.has(name) || lower.indexOf(name) < index))
			problems.changed(
				{ line: 1, row: 1 },
				`the column ${shown(shownName)} is not read; ${filled} filled cells left out`,
				shownName
			);
	});
	return rows.map(({ cells, line, row }): Slide => {
		const cell = (name: string) => cells[lower.indexOf(name)]?.trim() ?? '';
		const parts = (prefix: string): Parts => ({
			year: cell(`${prefix}year`),
			month: cell(`${prefix}month`),
			day: cell(`${prefix}day`),
			time: cell(`${prefix}time`)
		});
		const type = cell('type').toLowerCase();
		if (type && type !== 'title' && type !== 'era')
			problems.changed(
				{ line, row },
				`there is no type ${shown(type)} (title, era or nothing); read as an event`,
				'Type'
			);
		return {
			line,
			row,
			what: type === 'title' || type === 'era' ? type : 'event',
			id: '',
			edtf: '',
			start: parts(''),
			end: parts('end '),
			when: cell('display date'),
			headline: cell('headline'),
			text: cell('text'),
			group: cell('group') || cell('tag'),
			beside: ['media', 'media credit', 'media caption', 'media thumbnail', 'background'].filter(cell),
			names: {
				year: 'Year',
				end: 'End Year',
				headline: 'Headline',
				text: 'Text',
				group: cell('group') ? 'Group' : 'Tag',
				when: 'Display Date',
				beside: 'Media'
			}
		};
	});
}
