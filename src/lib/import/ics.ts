/** iCalendar (RFC 5545) → events: one for each VEVENT. Each is parsed for itself, so that a broken one breaks no other. */
import ICAL from 'ical.js';
import { Fields, Skip } from './fields.ts';
import { joinDates } from './dates.ts';
import { idOf } from './ids.ts';
import { oneLine } from './plain.ts';
import { shown, type Imported, type ImportedEvent, type Place, type Problems } from './types.ts';

/** A logical line: long ones are folded into several in the file (RFC 5545, 3.1). */
interface Line {
	text: string;
	/** Counted from 1. */
	line: number;
}

interface Block extends Required<Place> {
	lines: Line[];
}

/** Properties that are read, and those that only tools need: neither is missed. */
const read = new Set(
	(
		'dtstart dtend duration summary description categories url uid rrule rdate x-throughline-edtf x-throughline-actors ' +
		'dtstamp created last-modified sequence transp class status priority recurrence-id exdate'
	).split(' ')
);

export function readCalendar(text: string, problems: Problems): Pick<Imported, 'title' | 'events'> {
	const lines = unfold(text);
	const begin = lines.findIndex((line) => isMark(line, 'begin', 'vcalendar'));
	if (begin < 0) {
		problems.skipped({ line: 1 }, 'there is no BEGIN:VCALENDAR; write an iCalendar file (.ics) as calendars export it');
		return { events: [] };
	}
	const { blocks, calendar } = split(lines.slice(begin + 1), problems);
	const own = calendar.some(({ text }) => /^PRODID[^:]*:.*throughline/i.test(text));
	const reader = new Calendar(new Fields(problems, !own), problems, own);
	const events = blocks.flatMap((block) => reader.fields.row(block, () => reader.event(block)) ?? []);
	reader.listUnread();
	const name = calendar.find(({ text }) => /^(X-WR-CALNAME|NAME)[;:]/i.test(text));
	const title =
		name && oneLine(reader.fields.text(String(property(name)?.getFirstValue() ?? ''), name, 'X-WR-CALNAME'));
	return { ...(title && { title }), events };
}

const isMark = ({ text }: Line, mark: 'begin' | 'end', component: string) =>
	text.trim().toLowerCase() === `${mark}:${component}`;

function unfold(text: string): Line[] {
	const lines: Line[] = [];
	text.split(/\r\n|\r|\n/).forEach((one, index) => {
		if (/^[ \t]/.test(one) && lines.length > 0) lines.at(-1)!.text += one.slice(1);
		else if (one !== '') lines.push({ text: one, line: index + 1 });
	});
	return lines;
}

/** The VEVENTs, and the calendar’s own lines. Other components are listed; time zones and alarms say nothing here. */
function split(lines: Line[], problems: Problems): { blocks: Block[]; calendar: Line[] } {
	const blocks: Block[] = [];
	const calendar: Line[] = [];
	let block: Block | null = null;
	let inside: string[] = [];
	let ended = false;
	for (const line of lines) {
		const [, mark, name] = /^(begin|end):\s*(\S+)\s*$/i.exec(line.text)?.map((part) => part.toLowerCase()) ?? [];
		if (mark === 'begin' && name === 'vevent') {
			if (block) unfinished(block, problems);
			block = { lines: [], line: line.line, row: blocks.length + 1 };
			inside = [];
			blocks.push(block);
		} else if (mark === 'end' && name === 'vevent') {
			block = null;
			inside = [];
		} else if (mark === 'end' && name === 'vcalendar') {
			if (block) unfinished(block, problems);
			block = null;
			ended = true;
		} else if (mark === 'begin') {
			inside.push(name);
			if (!block && ['vtodo', 'vjournal'].includes(name))
				problems.skipped(line, `a ${name.toUpperCase()} is no event; write it as a VEVENT`, name.toUpperCase());
		} else if (mark === 'end') inside.pop();
		else if (inside.length === 0) (block ? block.lines : calendar).push(line);
	}
	if (block) unfinished(block, problems);
	if (!ended)
		problems.changed({ line: lines.at(-1)?.line ?? 1 }, 'END:VCALENDAR is missing; the file may have been cut off');
	return { blocks, calendar };
}

const unfinished = (block: Block, problems: Problems) =>
	problems.changed(block, 'END:VEVENT is missing; what stands before the next component was read', 'END');

/** @returns undefined where the line is no property */
function property({ text }: Line): ICAL.Property | undefined {
	try {
		return new ICAL.Property(ICAL.parse.property(text));
	} catch {
		return undefined;
	}
}

class Calendar {
	/** Property → how many events have it. */
	private readonly unread = new Map<string, number>();

	constructor(
		readonly fields: Fields,
		private readonly problems: Problems,
		/** Written by our own export: its categories are the kinds of items, no sides. */
		private readonly own: boolean
	) {}

	/** @throws Skip */
	event(block: Block): ImportedEvent {
		const all = new Map<string, ICAL.Property[]>();
		for (const line of block.lines) {
			const one = property(line);
			const name = one?.name ?? '';
			if (one) all.set(name, [...(all.get(name) ?? []), one]);
			else
				this.problems.changed(
					{ ...line, row: block.row },
					`${shown(line.text)} is no property and was left out; write NAME:value`
				);
		}
		for (const name of all.keys())
			if (!read.has(name) || (this.own && name === 'categories'))
				this.unread.set(name, (this.unread.get(name) ?? 0) + 1);
		const text = (name: string) => String(all.get(name)?.[0].getFirstValue() ?? '');
		const { fields } = this;
		const date =
			fields.edtf(unescaped(text('x-throughline-edtf')), block, 'X-THROUGHLINE-EDTF') ?? this.dates(all, block);
		if (all.has('rrule') || all.has('rdate'))
			this.problems.changed(block, 'the event recurs; only the first time is in the story', 'RRULE');
		const categories = (this.own ? [] : (all.get('categories') ?? [])).flatMap((one) => one.getValues().map(String));
		const names = categories.map((name) => fields.line(name, block, 'CATEGORIES')).filter(Boolean);
		const actors = fields.names(unescaped(text('x-throughline-actors')), block, 'X-THROUGHLINE-ACTORS');
		return {
			line: block.line,
			row: block.row,
			id: idOf(text('uid').split('@')[0], this.own),
			date,
			title: fields.title(text('summary'), block, 'SUMMARY'),
			text: fields.text(text('description'), block, 'DESCRIPTION'),
			actors,
			sides: [...new Set(names)],
			link: fields.link(text('url'), block, 'URL')
		};
	}

	/** DTSTART with DTEND or DURATION, in days. A DTEND that is a date, or midnight, is the day after the last one. */
	private dates(all: ReadonlyMap<string, ICAL.Property[]>, block: Block): string {
		const start = this.point(all.get('dtstart')?.[0], block, 'DTSTART');
		if (!start) throw new Skip('there is no DTSTART; write one, e.g. DTSTART;VALUE=DATE:20221130', 'DTSTART');
		if (start.time)
			this.problems.changed(block, `the day ${start.day} was kept, the time ${start.time} left out`, 'DTSTART');
		const end = this.point(all.get('dtend')?.[0], block, 'DTEND') ?? this.after(start, all.get('duration')?.[0]);
		if (!end || end.day === start.day) return start.day;
		const atMidnight = !end.time || /^00:00(:00)?(?!\d)/.test(end.time);
		const last = atMidnight ? dayBefore(end.day) : end.day;
		const joined = joinDates(start.day, last);
		if ('edtf' in joined) return joined.edtf;
		this.problems.changed(block, `${joined.problem}; the end was left out`, 'DTEND');
		return start.day;
	}

	/** A date as written, in whatever time zone; the day is what a reader of the calendar sees there. */
	private point(
		property: ICAL.Property | undefined,
		block: Block,
		column: string
	): { day: string; time?: string } | null {
		if (!property) return null;
		const written = String((property.toJSON() as unknown[])[3] ?? '');
		const [, day = written, time] = /^(.+?)T(.*)$/.exec(written) ?? [];
		const zone = property.getParameter('tzid');
		return {
			day: this.fields.date(day, block, column),
			...(time && { time: zone ? `${time} ${String(zone)}` : time })
		};
	}

	private after(
		start: { day: string; time?: string },
		property?: ICAL.Property
	): { day: string; time?: string } | null {
		const duration = property?.getFirstValue();
		if (!(duration instanceof ICAL.Duration)) return null;
		const from = Date.parse(`${start.day}T${start.time?.slice(0, 8) ?? '00:00:00'}Z`);
		const to = new Date(from + duration.toSeconds() * 1000);
		if (Number.isNaN(to.getTime()) || to.getTime() < from) return null;
		const [day, time] = to.toISOString().split('T');
		return { day, ...(start.time && { time: time.slice(0, 8) }) };
	}

	/** What a story has no place for, once for each property and not for each event. */
	listUnread(): void {
		for (const [name, events] of this.unread)
			this.problems.changed({}, `${name.toUpperCase()} is not read; left out of ${events} events`, name.toUpperCase());
	}
}

/** The TEXT escapes (RFC 5545, 3.3.11), which ical.js does not undo in properties that it does not know. */
const unescaped = (text: string) => text.replace(/\\([\\;,])/g, '$1');

function dayBefore(day: string): string {
	const time = Date.parse(`${day}T00:00:00Z`);
	return Number.isNaN(time) ? day : new Date(time - 864e5).toISOString().slice(0, 10);
}
