/** Time zones of calendars: their offset from UTC. */
import ICAL from 'ical.js';

export interface Zone {
	name: string;
	/** Minutes east of UTC for a local time, given as ms since 1970 as if it were UTC. */
	eastWhere(local: number): number;
	/** Minutes east of UTC at an instant, ms since 1970. */
	eastAt(time: number): number;
}

const two = (n: number) => String(n).padStart(2, '0');

/** Minutes east of UTC as ±hh:mm. */
export const offsetOf = (minutes: number) =>
	minutes === 0
		? 'Z'
		: `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

/** @returns undefined where the platform does not know the name */
export function platformZone(name: string): Zone | undefined {
	try {
		const format = new Intl.DateTimeFormat('en', {
			timeZone: name,
			...{ year: 'numeric', month: 'numeric', day: 'numeric', era: 'short' },
			...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' }
		});
		const eastAt = (time: number) => {
			const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
			const year = parts.era.startsWith('B') ? 1 - Number(parts.year) : Number(parts.year);
			const local = new Date(0).setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
			const clock = (Number(parts.hour) * 60 + Number(parts.minute)) * 60 + Number(parts.second);
			return Math.round((local + clock * 1000 - time) / 60_000);
		};
		return { name, eastAt, eastWhere: (local) => eastAt(local - eastAt(local) * 60_000) };
	} catch {
		return undefined;
	}
}

/** @param lines the lines of a VTIMEZONE */
export function calendarZone(lines: readonly string[]): Zone | undefined {
	try {
		const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines.join('\r\n'))));
		const eastWhere = (local: number) => Math.round(zone.utcOffset(ICAL.Time.fromJSDate(new Date(local), true)) / 60);
		return { name: zone.tzid, eastWhere, eastAt: (time) => eastWhere(time + eastWhere(time) * 60_000) };
	} catch {
		return undefined;
	}
}
