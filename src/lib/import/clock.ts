/**
 * Times of day. A time with a zone is an instant, which EDTF can express. Without a zone the instant is unknown, so the
 * date is the day, and the time is kept in the wording for readers.
 */
import { parseDate } from '../story/date.ts';
import type { DateRead, ReadDate } from './dateRead.ts';

interface Time {
	date: string;
	hours: number;
	minutes: number;
	seconds: number;
	/** Digits after the decimal point of the second. */
	fraction: string;
	/** `Z` or ±hh:mm; empty without a zone. */
	offset: string;
	/** As written. */
	text: string;
}

const pattern =
	/^(?=.*\d)(.+?)(?:T|,? (?:at )?|(?<=[日号]))((\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?([ap])?(?:\.?m\.?)? ?(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?)$/i;

/**
 * @param text one line of normalised characters
 * @returns null where it has no time, or more than one
 */
export function splitTime(text: string): Time | null {
	const match = /[[{]|\d\/\d{4}-\d\d-\d\dT/.test(text.replace(/\[[\w/+-]+\]$/, '')) ? null : pattern.exec(text);
	if (!match || /:\d\d/.test(match[1])) return null;
	const [, date, written, h, minutes, seconds = '0', fraction = '', half = '', zone = ''] = match;
	const hours = half ? (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(h);
	const [, sign, east, more = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
	const offset = sign ? `${sign}${east}:${more}` : zone ? 'Z' : '';
	return {
		date: date.replace(/,$/, '').trim(),
		hours,
		minutes: Number(minutes),
		seconds: Number(seconds),
		fraction,
		offset: /^[+-]00:00$/.test(offset) ? 'Z' : offset,
		text: written.trim()
	};
}

const two = (n: number) => String(n).padStart(2, '0');
const clockOf = ({ hours, minutes, seconds }: Pick<Time, 'hours' | 'minutes' | 'seconds'>) =>
	`${two(hours)}:${two(minutes)}${seconds ? `:${two(seconds)}` : ''}`;

/** Such as “UTC−5” or “UTC+5:30”. */
export const nameOffset = (offset: string) =>
	offset === 'Z'
		? 'UTC'
		: `UTC${offset[0] === '-' ? '−' : '+'}${Number(offset.slice(1, 3))}${offset.endsWith(':00') ? '' : offset.slice(3)}`;

/** @param readDay reads the date before the time */
export function withTime(time: Time, written: string, readDay: (text: string) => ReadDate): ReadDate {
	const day = readDay(time.date);
	if ('problem' in day) return day;
	if (time.hours > 23 || time.minutes > 59 || time.seconds > 59) {
		const limit = time.seconds === 60 ? 'leap seconds are not read; write second 59' : 'write 00:00:00 to 23:59:59';
		return { problem: `"${written}": ${time.text} is no time of a day; ${limit}` };
	}
	const isDay = /^-?\d{4}-\d\d-\d\d$/.test(day.edtf);
	const clock = clockOf(time);
	if (!isDay) return { ...day, note: `the time ${time.text} was left out: ${day.edtf} is no single day` };
	const ms = Math.floor(Number(`0.${time.fraction || 0}`) * 1000);
	if (time.offset) {
		const edtf = `${day.edtf}T${two(time.hours)}:${two(time.minutes)}:${two(time.seconds)}${time.offset}`;
		const read = parseDate(edtf);
		if ('problem' in read) return read;
		const local = time.offset === 'Z' ? undefined : { day: day.edtf, clock, zone: nameOffset(time.offset) };
		const note = ms > 0 ? `the part of a second, .${time.fraction}, orders it and is not shown` : undefined;
		return { edtf, ...(local && { local }), ...(ms > 0 && { after: ms }), ...(note && { note }) };
	}
	if (clock === '00:00' && ms === 0)
		return { ...day, note: `the time ${time.text} was left out: midnight is what tools write where there is none` };
	return untimed(day, clock, ((time.hours * 60 + time.minutes) * 60 + time.seconds) * 1000 + ms);
}

/**
 * A time without a zone.
 * @param after ms since the start of the day
 */
export const untimed = (day: DateRead, clock: string, after: number): DateRead => ({
	edtf: day.edtf,
	local: { day: day.edtf, clock },
	after,
	note: `the time ${clock} has no time zone: the day is the date, and readers see the time beside it`
});
