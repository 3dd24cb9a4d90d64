/** iCalendar (RFC 5545) → an event for each VEVENT, each parsed separately, so that a broken one affects no other. */
import ICAL from 'ical.js';
import { Calendar, type Block } from './icsEvents.ts';
import { unescaped, unfold, type Line } from './icsText.ts';
import { Fields } from './fields.ts';
import { oneLine } from './plain.ts';
import { timesOf } from './recurs.ts';
import { calendarZone, platformZone, type Zone } from './zones.ts';
import { shown, type Imported, type Problems } from './types.ts';

export function readCalendar(text: string, problems: Problems): Pick<Imported, 'title' | 'events' | 'entries'> {
	const lines = unfold(text);
	const begin = lines.findIndex((line) => isMark(line, 'begin', 'vcalendar'));
	if (begin < 0) {
		problems.skipped({ line: 1 }, 'there is no BEGIN:VCALENDAR; write an iCalendar file (.ics) as calendars export it');
		return { events: [], entries: 0 };
	}
	const { blocks, calendar, zones, others } = split(lines.slice(begin + 1), problems);
	const of = (name: RegExp) => calendar.find(({ text }) => name.test(text));
	const valueOf = (line: Line | undefined) => unescaped(String((line && property(line))?.getFirstValue() ?? ''));
	const own = calendar.some(({ text }) => /^PRODID[^:]*:.*throughline/i.test(text));
	const zoneName = valueOf(of(/^X-WR-TIMEZONE[;:]/i)).trim();
	const zone = zoneName ? (zones.get(zoneName) ?? platformZone(zoneName)) : undefined;
	const isCancelled = of(/^METHOD:\s*CANCEL\s*$/i) !== undefined;
	const fields = new Fields(problems, !own);
	const parsed = blocks.map((block) => parse(block, problems));
	const reader = new Calendar(fields, problems, { own, zone, zones, isCancelled, moved: movedTimes(parsed) });
	const events = parsed.flatMap(({ block, all }) => fields.row(block, () => reader.event(block, all)) ?? []);
	reader.listUnread();
	const name = of(/^(X-WR-CALNAME|NAME)[;:]/i);
	const title = name && oneLine(fields.text(valueOf(name), name, 'X-WR-CALNAME'));
	return { ...(title && { title }), events, entries: blocks.length + others };
}

interface Parsed {
	block: Block;
	all: Map<string, ICAL.Property[]>;
}

function parse(block: Block, problems: Problems): Parsed {
	const all: Parsed['all'] = new Map();
	for (const line of block.lines) {
		const one = property(line);
		const name = one?.name ?? '';
		if (one) all.set(name, [...(all.get(name) ?? []), one]);
		else
			problems.changed(
				{ ...line, row: block.row },
				`${shown(line.text)} is no property and was left out; write NAME:value`
			);
	}
	return { block, all };
}

/** For the UID of each recurring event, the occurrences that have a VEVENT of their own. */
function movedTimes(parsed: readonly Parsed[]): Map<string, string[]> {
	const moved = new Map<string, string[]>();
	for (const { all } of parsed) {
		const [uid, times] = [String(all.get('uid')?.[0].getFirstValue() ?? ''), timesOf(all.get('recurrence-id'))];
		if (uid && times.length > 0) moved.set(uid, [...(moved.get(uid) ?? []), ...times]);
	}
	return moved;
}

const isMark = ({ text }: Line, mark: 'begin' | 'end', component: string) =>
	text.trim().toLowerCase() === `${mark}:${component}`;

interface Parts {
	blocks: Block[];
	/** The calendar’s own lines. */
	calendar: Line[];
	zones: Map<string, Zone>;
	/** Number of other components that might have been events. */
	others: number;
}

/** Reports components other than events; alarms are ignored. */
function split(lines: Line[], problems: Problems): Parts {
	const blocks: Block[] = [];
	const calendar: Line[] = [];
	const zones = new Map<string, Zone>();
	let zoneLines: string[] = [];
	let others = 0;
	let block: Block | null = null;
	let inside: string[] = [];
	let ended = false;
	for (const line of lines) {
		const [, mark, name] = /^(begin|end):\s*(\S+)\s*$/i.exec(line.text)?.map((part) => part.toLowerCase()) ?? [];
		if (!block && mark === 'begin' && name === 'vtimezone') zoneLines = [];
		if (!block) zoneLines.push(line.text);
		if (!block && mark === 'end' && name === 'vtimezone') {
			const zone = calendarZone(zoneLines);
			if (zone) zones.set(zone.name, zone);
		}
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
			if (!block && ['vtodo', 'vjournal'].includes(name)) {
				others++;
				problems.skipped(line, `a ${name.toUpperCase()} is no event; write it as a VEVENT`, name.toUpperCase());
			}
		} else if (mark === 'end') inside.pop();
		else if (inside.length === 0) (block ? block.lines : calendar).push(line);
	}
	if (block) unfinished(block, problems);
	if (!ended)
		problems.changed({ line: lines.at(-1)?.line ?? 1 }, 'END:VCALENDAR is missing; the file may have been cut off');
	return { blocks, calendar, zones, others };
}

const unfinished = (block: Block, problems: Problems) =>
	problems.changed(block, 'END:VEVENT is missing; what stands before the next component was read', 'END');

/** @returns undefined where the line is not a valid property */
function property({ text }: Line): ICAL.Property | undefined {
	try {
		return new ICAL.Property(ICAL.parse.property(text));
	} catch {
		return undefined;
	}
}
