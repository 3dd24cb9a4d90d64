/** iCalendar (RFC 5545), with ical.js: each item is a VEVENT of whole days. */
import ICAL from 'ical.js';
import { calendarDay, dayLength } from '../../story/calendar.ts';
import { fileDate } from '../fileDate.ts';
import { fill } from '../../text/fill.ts';
import { corrections, disputes } from '../../view/claims.ts';
import { isEvent, kinds } from '../../story/kinds.ts';
import type { Item } from '../../view/local.ts';
import { quotedWith } from '../cardText.ts';
import { actorNames, amounts, citations, isFinite, textOf } from './words.ts';
import type { DataInput } from './input.ts';

/** Range of DATE, ms (RFC 5545, 3.3.4: years of four digits). */
const [earliest, latest] = [-62135596800000, 253402300800000];

// Lines have at most 75 octets (RFC 5545, 3.1); the library does not count the space that starts a folded line.
ICAL.foldLength = 74;

export function toCalendar({ story, items, linkTo }: DataInput) {
	const losses: string[] = [];
	const calendar = new ICAL.Component('vcalendar');
	calendar.updatePropertyWithValue('version', '2.0');
	calendar.updatePropertyWithValue('prodid', '-//Throughline//Throughline 1//EN');
	calendar.updatePropertyWithValue('x-wr-calname', escapeText(clean(story.title)));
	const stamp = fileDate(story);
	for (const item of items) {
		const { min, max, edtf, label } = item.date;
		const lost = (words: string) => losses.push(fill(words, { title: item.title, date: label }));
		const [from, to] = [isFinite(min) ? min : max - dayLength, isFinite(max) ? max : min + dayLength];
		// Also where a date is open at both ends, which leaves nothing to write.
		if (!(from >= earliest && to <= latest)) {
			lost(story.ui.data.leftOut);
			continue;
		}
		if (!isFinite(min) || !isFinite(max)) lost(story.ui.data.openEnd);
		const event = new ICAL.Component('vevent');
		event.updatePropertyWithValue('uid', `${item.ref}@${story.slug}.throughline`);
		event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stamp, true));
		event.updatePropertyWithValue('dtstart', dateOf(from));
		// The first day after the event.
		event.updatePropertyWithValue('dtend', dateOf(to));
		event.updatePropertyWithValue('summary', clean(item.title));
		event.updatePropertyWithValue('description', clean(describe(item)));
		event.updatePropertyWithValue('categories', story.ui.kind[kinds[item.kind].as]);
		event.updatePropertyWithValue('url', linkTo(item));
		event.updatePropertyWithValue('x-throughline-edtf', escapeText(clean(edtf)));
		const actors = actorNames(item, story).map((name) => name.replace(/[\\;]/g, '\\$&'));
		if (actors.length) event.updatePropertyWithValue('x-throughline-actors', escapeText(clean(actors.join('; '))));
		calendar.addSubcomponent(event);
	}
	return { text: `${calendar.toString()}\r\n`, losses };

	function describe(item: Item): string {
		const since = [...corrections(item, story), ...disputes(item, story)];
		if (isEvent(item)) return [textOf(item), ...since].join('\n');
		const said = item.kind === 'quote' ? [quotedWith(item, story.lang, story.ui)] : amounts(item, story);
		return [textOf(item), ...said, ...since, item.date.label, ...citations(item, story)].join('\n');
	}
}

function dateOf(time: number) {
	return ICAL.Time.fromData({ ...calendarDay(time), isDate: true });
}

/** Lines may not contain control characters (RFC 5545, 3.1); every kind of line break becomes `\n`. */
const clean = (text: string) =>
	text
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
		// eslint-disable-next-line no-control-regex
		.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** Escapes TEXT (RFC 5545, 3.3.11), the type of unregistered properties, which the library writes unescaped. */
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
