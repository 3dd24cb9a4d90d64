/** TimelineJS, as JSON (version 3) and as the table of its spreadsheet template → events. */
import { splitTime, withTime } from './clock.ts';
import { readDate } from './dates.ts';
import type { DateRead } from './dateRead.ts';
import { Fields, Skip } from './fields.ts';
import { monthOf } from './months.ts';
import type { Table } from './table.ts';
import { idOf } from './ids.ts';
import { oneLine } from './plain.ts';
import { shown, type Imported, type ImportedEvent, type Media, type Place, type Problems } from './types.ts';

/** A date, its parts as written. */
export interface Parts {
	year: string;
	month: string;
	day: string;
	time: string;
}

/** A slide or era, its values as written; empty where there is none. */
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
	/** What is shown beside the text: an address or HTML that embeds something, and its caption. */
	media: { written: string; caption: string; name: string }[];
	/** Names of values that a story cannot hold. */
	lost: string[];
	/** Names of values in the file. */
	names: Record<'year' | 'end' | 'headline' | 'text' | 'group' | 'when', string>;
}

export type Timeline = Pick<Imported, 'title' | 'dek' | 'media' | 'events' | 'entries'>;

/** @param others number of entries in the file that are not slides */
export function readSlides(slides: readonly Slide[], problems: Problems, others = 0): Timeline {
	const fields = new Fields(problems, true);
	const timeline: Timeline = { events: [], entries: slides.length + others };
	for (const slide of slides)
		fields.row(slide, () => {
			if (slide.what === 'title' && timeline.title === undefined && timeline.dek === undefined) {
				timeline.entries--;
				readTitle(slide, fields, timeline);
			} else timeline.events.push(readEvent(slide, fields, problems));
			for (const name of slide.lost) problems.changed(slide, `${name} was left out; a story has no place for it`, name);
		});
	return timeline;
}

function readTitle(slide: Slide, fields: Fields, timeline: Timeline): void {
	const { names } = slide;
	const text = oneLine(fields.text(slide.text, slide, names.text));
	const media = mediaOf(slide, fields);
	const hasWords = fields.line(slide.headline, slide, names.headline) || text || media.some(({ caption }) => caption);
	const { title, text: dek } = hasWords
		? fields.titled(slide.headline, text, captionsOf(media), slide, names.headline)
		: { title: '', text };
	Object.assign(timeline, { title: title || undefined, dek: dek || undefined, ...(media.length > 0 && { media }) });
}

const mediaOf = (slide: Slide, fields: Fields): Media[] =>
	slide.media.flatMap(({ written, caption, name }) => {
		const words = fields.line(caption, slide, name);
		return written ? fields.media(written, words, slide, name) : [{ url: '', caption: words }];
	});
const captionsOf = (media: readonly Media[]) => media.map(({ caption }) => ['caption', caption] as const);

function readEvent(slide: Slide, fields: Fields, problems: Problems): ImportedEvent {
	const { names } = slide;
	const dates = readSlideDates(slide, fields, problems);
	const when = fields.line(slide.when, slide, names.when) || undefined;
	// Links in Throughline’s own export only lead back to its cards.
	const linked = slide.edtf ? [] : fields.linked(slide.text, slide, names.text);
	const media = [...mediaOf(slide, fields), ...linked];
	const written = fields.text(slide.text, slide, names.text);
	const others = [...captionsOf(media), ['date', when ?? dates.date] as const];
	const titled = fields.titled(slide.headline, written, others, slide, names.headline);
	const group = fields.line(slide.group, slide, names.group);
	if (slide.what === 'era') problems.changed(slide, 'the era was made an event that lasts as long', names.headline);
	if (slide.what === 'title') problems.changed(slide, 'a second title was made an event', names.headline);
	return {
		line: slide.line,
		row: slide.row,
		// Only Throughline’s own export writes an `edtf`.
		id: idOf(slide.id, slide.edtf !== ''),
		...dates,
		when,
		...titled,
		actors: [],
		sides: group ? [group] : [],
		...(media.length > 0 && { media })
	};
}

type Dates = Pick<ImportedEvent, 'date' | 'local' | 'after'>;

/** @throws Skip where there is no date, or no readable one */
function readSlideDates({ what, edtf, start, end, names, ...place }: Slide, fields: Fields, problems: Problems): Dates {
	const own = fields.edtf(edtf, place, 'edtf');
	if (own) return { date: own };
	if (!start?.year) throw new Skip('there is no year; write one, e.g. 2022, or -44 for 44 BCE', names.year);
	if (what === 'era' && !end?.year) throw new Skip('the era has no end; write a year', names.end);
	const from = readParts(start, place, names.year, problems);
	if (end && !end.year && (end.month || end.day || end.time))
		problems.changed(place, 'the end has no year and was left out', names.end);
	return fields.joined(from, end?.year ? readParts(end, place, names.end, problems) : undefined, names.end);
}

/**
 * TimelineJS passes a negative year unchanged to JavaScript’s Date, where -1 is 2 BCE, but labels it “1 BCE”
 * (Language.formatDate: the year without its sign, then the era’s label). An author who wrote -44 saw “44 BCE” and
 * meant it, so the label counts: year -1 is 1 BCE, EDTF’s 0000.
 */
function readParts(parts: Parts, place: Place, column: string, problems: Problems): DateRead {
	const year = parts.year.replace(/[\s,]+/g, '');
	if (!/^-?\d{1,12}$/.test(year))
		throw new Skip(`${shown(parts.year)} is no year; write digits, e.g. 2022 or -44`, column);
	if (Number(year) === 0) throw new Skip('there is no year 0; write -1 for 1 BCE, 1 for 1 CE', column);
	const part = (written: string, what: 'month' | 'day', most: number) => {
		const text = written.replace(/[\s,]+/g, '');
		const number = /^\d{1,2}$/.test(text) ? Number(text) : what === 'month' ? monthOf(text) || NaN : NaN;
		if (!text || number === 0) {
			if (text) problems.changed(place, `the ${what} ${shown(written)} was read as none`, column);
			return '';
		}
		if (!(number <= most)) throw new Skip(`${shown(written)} is no ${what}; write 1 to ${most}`, column);
		return String(number).padStart(2, '0');
	};
	const [month, written] = [part(parts.month, 'month', 12), part(parts.day, 'day', 31)];
	if (written && !month) problems.changed(place, `the day ${shown(written)} has no month and was left out`, column);
	const day = month && written;
	const astronomical = Number(year) < 0 ? Number(year) + 1 : Number(year);
	const digits = String(Math.abs(astronomical)).padStart(4, '0');
	const sign = astronomical < 0 ? '-' : '';
	const lost = (message: string) => problems.changed(place, message, column);
	if (digits.length > 4) {
		if (month) lost(`the month of the year ${year} was left out; beyond 9999 a date is a year`);
		if (parts.time) lost(`the time ${shown(parts.time)} was left out; beyond 9999 a date is a year`);
		return { edtf: `Y${sign}${digits}` };
	}
	const edtf = sign + [digits, month, day].filter(Boolean).join('-');
	const read = readDate(edtf);
	if ('problem' in read) throw new Skip(read.problem, column);
	if (!parts.time) return { edtf };
	const time = splitTime(`${edtf} ${/^\d{1,2}$/.test(parts.time) ? `${parts.time}:00` : parts.time}`);
	const timed = time && day ? withTime(time, parts.time, (text) => ({ edtf: text })) : { problem: '' };
	if ('problem' in timed) {
		lost(
			`the time ${shown(parts.time)} was left out; ${day ? 'write hours and minutes, 14:30' : 'the date is no single day'}`
		);
		return { edtf };
	}
	if (timed.note) lost(`${shown(parts.time)}: ${timed.note}`);
	return timed;
}

const isAddress = (text: string) => /^(?:https?:)?\/\//.test(text);
/** Such as “A picture (somebody)”. */
export const caption = (words: string, credit: string) => (words && credit ? `${words} (${credit})` : words || credit);

const known = new Set(
	(
		'year,month,day,time,end year,end month,end day,end time,display date,headline,text,media,media credit,' +
		'media caption,media thumbnail,alt text,type,group,tag,background'
	).split(',')
);

/** Columns that only the template of TimelineJS has. */
const telling = new Set(['end year', 'display date', 'media credit', 'media caption', 'media thumbnail']);

/**
 * Whether it is TimelineJS’s template or a part of it. A table with a year and a headline may come from anywhere.
 * @param header names as written
 */
export function isTimelineTable(header: readonly string[]): boolean {
	const names = header.map((cell) => cell.trim().toLowerCase());
	if (!names.includes('headline') || !names.includes('year')) return false;
	return names.some((name) => telling.has(name)) || names.every((name) => name === '' || known.has(name));
}

export function tableSlides({ header, rows, place }: Table, problems: Problems): Slide[] {
	const lower = header.map((cell) => cell.toLowerCase());
	lower.forEach((name, index) => {
		const filled = rows.filter(({ cells }) => cells[index].trim()).length;
		const shownName = header[index] || `column ${index + 1}`;
		if (filled > 0 && (!known.has(name) || lower.indexOf(name) < index))
			problems.changed(place, `the column ${shown(shownName)} is not read; ${filled} filled cells left out`, shownName);
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
		const captionOf = () => caption(cell('media caption') || cell('alt text'), cell('media credit'));
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
			media: [
				...(cell('media') ? [{ written: cell('media'), caption: captionOf(), name: 'Media' }] : []),
				...(isAddress(cell('background')) ? [{ written: cell('background'), caption: '', name: 'Background' }] : [])
			],
			lost: [
				...(cell('media')
					? []
					: ['Media Credit', 'Media Caption', 'Alt Text'].filter((name) => cell(name.toLowerCase()))),
				...(cell('media thumbnail') ? ['Media Thumbnail'] : []),
				...(cell('background') && !isAddress(cell('background')) ? ['Background'] : [])
			],
			names: {
				year: 'Year',
				end: 'End Year',
				headline: 'Headline',
				text: 'Text',
				group: cell('group') ? 'Group' : 'Tag',
				when: 'Display Date'
			}
		};
	});
}
