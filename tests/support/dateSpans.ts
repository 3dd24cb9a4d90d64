/** Dates of stories as tests read them. */
import { parseDate, type DateSpan } from '../../src/lib/story/date.ts';

/** @throws Error with the problem, where there is one */
export const read = (text: string): DateSpan => {
	const parsed = parseDate(text);
	if ('problem' in parsed) throw new Error(parsed.problem);
	return parsed.date;
};

/** First day covered and first day after; `+` or `-` for an open end. */
export const bounds = (text: string) => {
	const { min, max } = read(text);
	const iso = (time: number) => {
		if (!Number.isFinite(time)) return time > 0 ? '+' : '-';
		return new Date(time).toISOString().replace('T00:00:00.000Z', '');
	};
	return [iso(min), iso(max)];
};
