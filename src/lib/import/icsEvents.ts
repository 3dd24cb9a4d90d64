/** One VEVENT → an event: its dates, the occurrence used, its texts. */
import { dayLength } from '../story/calendar.ts';
import ICAL from 'ical.js';
import { nameOffset, untimed } from './clock.ts';
import { joinDates } from './dates.ts';
import type { DateRead } from './dateRead.ts';
import { Skip, type Fields } from './fields.ts';
import { unescaped, type Line } from './icsText.ts';
import { idOf } from './ids.ts';
import { firstTime, timesOf, type Properties } from './recurs.ts';
import { shown, type ImportedEvent, type Place, type Problems } from './types.ts';
import { offsetOf, platformZone, type Zone } from './zones.ts';

export interface Block extends Required<Place> {
	lines: Line[];
}

/** Properties that are read, and properties only relevant to calendar programs; all others are reported. */
const read = new Set(
	(
		'dtstart dtend duration summary description categories url uid rrule rdate x-throughline-edtf x-throughline-actors ' +
		'dtstamp created last-modified sequence transp class status priority recurrence-id exdate location attach'
	).split(' ')
);

interface Of {
	/** Whether it is Throughline’s own export, whose categories are kinds of items, not sides. */
	own: boolean;
	/** The zone that the calendar is shown in. */
	zone: Zone | undefined;
	/** Zones defined in the calendar, by name. */
	zones: ReadonlyMap<string, Zone>;
	isCancelled: boolean;
	/** For each UID, the occurrences that have a VEVENT of their own. */
	moved: ReadonlyMap<string, readonly string[]>;
}

interface Point extends DateRead {
	/** Whether it is a day without a time. */
	isDay: boolean;
	/** Time of day, such as `00:00:00`; empty where there is none. */
	clock: string;
	/** ms since 1970, if it is an instant. */
	instant?: number;
	zone?: Zone;
}

export class Calendar {
	/** Property → number of events that have it, and the first of them. */
	private readonly unread = new Map<string, { events: number; first: Block }>();

	constructor(
		private readonly fields: Fields,
		private readonly problems: Problems,
		private readonly of: Of
	) {}

	/** @throws Skip */
	event(block: Block, written: Properties): ImportedEvent {
		const { fields, of } = this;
		const text = (name: string) => String(valuesOf(written.get(name)?.[0])[0] ?? '');
		const status = text('status').trim().toUpperCase();
		if (of.isCancelled || status === 'CANCELLED')
			throw new Skip('the calendar says that it is cancelled; take STATUS:CANCELLED away to have it in', 'STATUS');
		for (const name of written.keys())
			if (!read.has(name) || (of.own && name === 'categories')) {
				const known = this.unread.get(name) ?? { events: 0, first: block };
				this.unread.set(name, { ...known, events: known.events + 1 });
			}
		const all = this.takingPlace(block, written);
		const own = fields.edtf(unescaped(text('x-throughline-edtf')), block, 'X-THROUGHLINE-EDTF');
		const dates = own ? { date: own } : this.dates(all, block);
		if (status === 'TENTATIVE')
			this.problems.changed(block, 'the calendar calls it tentative, for which a story has no place', 'STATUS');
		const listed = (name: string) => (written.get(name) ?? []).flatMap((one) => valuesOf(one).map(String));
		const names = of.own ? [] : listed('categories').map((name) => fields.line(name, block, 'CATEGORIES'));
		const actors = fields.names(unescaped(text('x-throughline-actors')), block, 'X-THROUGHLINE-ACTORS');
		const place = fields.line(text('location'), block, 'LOCATION');
		const media = listed('attach').flatMap((one) => fields.media(one, '', block, 'ATTACH'));
		const titled = fields.titled(
			text('summary'),
			fields.text(text('description'), block, 'DESCRIPTION'),
			[['place', place]],
			block,
			'SUMMARY'
		);
		return {
			line: block.line,
			row: block.row,
			id: idOf(text('uid').split('@')[0], of.own),
			...dates,
			...titled,
			actors,
			sides: [...new Set(names.filter(Boolean))],
			...(place && { place }),
			link: fields.link(text('url'), block, 'URL'),
			...(media.length > 0 && { media })
		};
	}

	/**
	 * The first occurrence that takes place.
	 * @throws Skip where there is none
	 */
	private takingPlace(block: Block, all: Properties): Properties {
		const tell = (message: string, column: string) => this.problems.changed(block, message, column);
		const excluded = timesOf(all.get('exdate'));
		const uid = String(valuesOf(all.get('uid')?.[0])[0] ?? '');
		const own = all.has('recurrence-id') ? [] : (this.of.moved.get(uid) ?? []);
		const recurs = all.has('rrule') || all.has('rdate');
		if (excluded.length > 0) tell(`EXDATE takes ${excluded.join(', ')} out; left out`, 'EXDATE');
		const found = firstTime(all, new Set([...excluded, ...(recurs ? own : [])]));
		if (!found)
			throw new Skip(
				'its first time was taken out or moved, and which comes next cannot be told; write it as an event of its own',
				'EXDATE'
			);
		if (found.moved) tell(`its first time was taken out or moved; the next one, ${found.moved}, was taken`, 'DTSTART');
		if (recurs) tell('the event recurs; only the first time is in the story', 'RRULE');
		return found.properties;
	}

	/** DTSTART with DTEND or DURATION. A DTEND without a time is the day after the last one. */
	private dates(all: Properties, block: Block): Pick<ImportedEvent, 'date' | 'local' | 'after'> {
		const start = this.point(all.get('dtstart')?.[0], block, 'DTSTART');
		if (!start) throw new Skip('there is no DTSTART; write one, e.g. DTSTART;VALUE=DATE:20221130', 'DTSTART');
		const end = this.point(all.get('dtend')?.[0], block, 'DTEND') ?? this.after(start, all.get('duration')?.[0]);
		const last = end && this.lastDay(end);
		if (!last) return this.fields.joined(start, undefined, 'DTEND');
		const joined = joinDates(start.edtf, last.edtf);
		if ('edtf' in joined) return this.fields.joined(start, last, 'DTEND');
		// Some tools write an all-day event with an end equal to its start.
		if (!(end.isDay && end.edtf === start.edtf))
			this.problems.changed(block, `${joined.problem}; the end was left out`, 'DTEND');
		return this.fields.joined(start, undefined, 'DTEND');
	}

	/** An instant is exact; an end that is a day, or a midnight without a zone, means the day before. */
	private lastDay(end: Point): Point {
		const isOver = end.instant === undefined && (end.isDay || /^00:00(:00)?$/.test(end.clock));
		return isOver ? { edtf: dayBefore(end.edtf), isDay: true, clock: '' } : end;
	}

	/** A day as written; a time with a zone becomes an instant, shown in the calendar’s zone. */
	private point(property: ICAL.Property | undefined, block: Block, column: string): Point | null {
		if (!property) return null;
		// A date without VALUE=DATE is parsed as a time with empty parts.
		const written = String((property.toJSON() as unknown[])[3] ?? '').replace(/T::$/, '');
		const [, date = written, time = ''] = /^(.+?)T(.*)$/.exec(written) ?? [];
		const day = this.fields.date(date, block, column).edtf;
		const [, clock = '', utc] = /^(\d\d:\d\d(?::\d\d)?)(Z?)$/.exec(time) ?? [];
		const local = Date.parse(`${day}T${clock.padEnd(8, ':00')}Z`);
		if (!time) return { edtf: day, isDay: true, clock: '' };
		if (!clock || Number.isNaN(local)) {
			this.problems.changed(block, `the time ${shown(time)} is no time of a day and was left out`, column);
			return { edtf: day, isDay: true, clock: '' };
		}
		const name = String(property.getParameter('tzid') ?? '');
		const zone = utc ? this.of.zone : name ? (this.of.zones.get(name) ?? platformZone(name)) : undefined;
		if (zone) return instantIn(zone, utc ? local : local - zone.eastWhere(local) * 60_000);
		if (utc) return { edtf: `${day}T${clock.padEnd(8, ':00')}Z`, isDay: false, clock, instant: local };
		const read = untimed({ edtf: day }, clock.slice(0, 5), local - Date.parse(`${day}T00:00:00Z`));
		const why = name ? `the time zone ${shown(name)} is not known` : 'the time has no zone';
		this.problems.changed(
			block,
			`${why}: the day ${day} is the date, and readers see ${read.local!.clock} beside it`,
			column
		);
		return { ...read, ...(name && { local: { ...read.local!, zone: name } }), isDay: false, clock };
	}

	private after(start: Point, property?: ICAL.Property): Point | null {
		const [duration] = valuesOf(property);
		if (!(duration instanceof ICAL.Duration) || duration.toSeconds() <= 0) return null;
		const length = duration.toSeconds() * 1000;
		if (start.instant !== undefined) {
			const end = start.instant + length;
			return start.zone ? instantIn(start.zone, end) : { edtf: isoOf(end), isDay: false, clock: '', instant: end };
		}
		const from = Date.parse(`${start.edtf}T${(start.clock || '00:00:00').padEnd(8, ':00')}Z`);
		const to = new Date(from + length);
		if (Number.isNaN(to.getTime())) return null;
		const [day, clock] = to.toISOString().slice(0, 19).split('T');
		return { edtf: day, isDay: start.isDay, clock: start.isDay ? '' : clock };
	}

	/** Reports what a story has no place for, once for each property and not for each event. */
	listUnread(): void {
		for (const [name, { events, first }] of this.unread)
			this.problems.changed(
				first,
				`${name.toUpperCase()} is not read; left out of ${events} events`,
				name.toUpperCase()
			);
	}
}

/** The values of a property; none where they do not match its type. */
function valuesOf(property: ICAL.Property | undefined): unknown[] {
	try {
		return property?.getValues() ?? [];
	} catch {
		return [];
	}
}

const isoOf = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

function instantIn(zone: Zone, instant: number): Point {
	const offset = offsetOf(zone.eastAt(instant));
	const [day, clock] = isoOf(instant + zone.eastAt(instant) * 60_000)
		.replace('Z', '')
		.split('T');
	const name = zone.name || nameOffset(offset);
	const local = { day, clock: clock.slice(0, 5), zone: name };
	return { edtf: `${day}T${clock}${offset}`, local, isDay: false, clock, instant, zone };
}

function dayBefore(day: string): string {
	const time = Date.parse(`${day}T00:00:00Z`);
	return Number.isNaN(time) ? day : new Date(time - dayLength).toISOString().slice(0, 10);
}
