/** The first occurrence of a recurring event, where the one at DTSTART was cancelled or moved. */
import ICAL from 'ical.js';

export type Properties = ReadonlyMap<string, ICAL.Property[]>;

/** Number of occurrences to search for one that takes place. */
const most = 1000;

/** Rules that give an occurrence within a few steps; others may search for a day that never comes. */
const plainRule =
	/^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)$|^(?:INTERVAL|COUNT)=[1-9]\d{0,5}$|^UNTIL=[\dTZ]+$|^WKST=[A-Z]{2}$/;
const weeklyDays = /^BYDAY=(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*$/;

const written = (time: unknown) => String(time).replace(/Z$/, '');

/** The dates and times in a property, each as written; invalid ones are left out. */
export const timesOf = (properties: readonly ICAL.Property[] = []): string[] =>
	properties.flatMap((one) => {
		try {
			return one.getValues().map(written);
		} catch {
			return [];
		}
	});

/**
 * @param out occurrences that do not take place as the rule says
 * @returns DTSTART and DTEND unchanged where the first occurrence takes place, otherwise moved to the next one; null
 * where there is none, or none that can be determined
 */
export function firstTime(all: Properties, out: ReadonlySet<string>): FirstTime | null {
	try {
		return out.size > 0 ? search(all, out) : { properties: all };
	} catch {
		// An invalid time is reported where it is read.
		return { properties: all };
	}
}

interface FirstTime {
	properties: Properties;
	moved?: string;
}

function search(all: Properties, out: ReadonlySet<string>): FirstTime | null {
	const start = all.get('dtstart')?.[0];
	const begins: unknown = start?.getFirstValue();
	if (!start || !(begins instanceof ICAL.Time) || !out.has(written(begins))) return { properties: all };
	const rule = all.get('rrule')?.[0];
	const parts = String(rule?.getFirstValue() ?? '').split(';');
	const isWeekly = parts.includes('FREQ=WEEKLY');
	if (!rule || !parts.every((part) => plainRule.test(part) || (isWeekly && weeklyDays.test(part)))) return null;
	const end: unknown = all.get('dtend')?.[0]?.getFirstValue();
	const times = (rule.getFirstValue() as unknown as ICAL.Recur).iterator(begins);
	for (let n = 0, time = times.next(); time && n < most; n++, time = times.next()) {
		if (out.has(written(time))) continue;
		const begin = time.clone();
		const properties = new Map(all).set('dtstart', [withValue(start, begin)]);
		if (end instanceof ICAL.Time) {
			const ends = begin.clone();
			ends.addDuration(end.subtractDate(begins));
			properties.set('dtend', [withValue(all.get('dtend')![0], ends)]);
		}
		return { properties, moved: written(begin) };
	}
	return null;
}

function withValue(property: ICAL.Property, time: ICAL.Time): ICAL.Property {
	const copy = new ICAL.Property(JSON.parse(JSON.stringify(property.toJSON())));
	copy.setValue(time);
	return copy;
}
