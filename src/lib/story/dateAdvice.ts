/** Why a text is not a date, and what to write instead: one sentence for an editor. */
import { daysIn } from './calendar.ts';
import { dated, four, guess, isAmbiguous, isDate, monthNames, two, yearOf } from './dateGuess.ts';
import { beyond, Mistake, mostYears, NoDate, yearParts } from './datePoint.ts';

/** @param error thrown while `text` was read as a date */
export function adviceOn(error: unknown, text: string): string {
	return error instanceof Mistake ? error.message : explain(error instanceof NoDate ? error.part : text);
}

/** First editors’ usual mistakes, then the general rule. */
function explain(text: string): string {
	const bare = text.replace(/[~?%]/g, '');
	let match = /^(-?\d{4})-(\d\d)(?:-(\d\d))?$/.exec(bare);
	if (match) return explainCalendar(text, match[1], match[2], match[3]);
	if (/^-?\d{5,}$/.test(text) && Math.abs(Number(text)) > mostYears) return beyond(text);
	if (/^-?\d{1,3}$|^-\d{5,15}$/.test(text)) return explainYear(text);
	match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
	const readings = match && [dated(match[3], match[2], match[1]), dated(match[3], match[1], match[2])];
	if (readings && isAmbiguous(match![1], match![2]))
		return `"${text}" is not EDTF; write ${readings[0]}, or ${readings[1]} if its month comes first`;
	const meant = guess(text);
	if (match && !meant) return explainCalendar(text, match[3], two(match[2]), two(match[1]));
	if (meant) return `"${text}" is not EDTF; write ${meant}${/^Y?-/.test(meant) ? ' (year 0000 is 1 BCE)' : ''}`;
	const forms = '2022-11-30, 2022-11 or 2022; 1977~ for about, 2024-01/2024-11 for from … to, 197X for a decade';
	return `"${text}" is not EDTF; write ${forms}`;
}

/** A year before the common era has two readings: the usual count, or EDTF’s, where year 0000 is 1 BCE. */
function explainYear(text: string): string {
	const n = Math.abs(Number(text));
	if (text.startsWith('-'))
		return n === 0
			? `"${text}" is not EDTF; write 0000 for 1 BCE`
			: `"${text}" is not EDTF; write ${yearOf(1 - n)} for ${n} BCE, or ${yearOf(-n)} for ${n + 1} BCE (year 0000 is 1 BCE)`;
	const decade = text.length === 3 && n >= 150 && n < 210 ? `, or ${n}X for the ${n}0s` : '';
	const century = text.length === 2 ? `, or 19${text} or 20${text} if that is its century` : '';
	return `"${text}" needs a year of four digits; write ${four(n)}${decade}${century}`;
}

function explainCalendar(text: string, y: string, m: string, d?: string): string {
	const month = Number(m);
	const bare = [y, m, d].filter(Boolean).join('-');
	if (y === '-0000') return `"${text}" is not EDTF; write ${bare.slice(1)} (year 0000 is 1 BCE, without a sign)`;
	if (isDate(bare)) return `"${text}" is not EDTF; write ${bare}, ${bare}~ for about or ${bare}? for doubtful`;
	if (month < 1 || month > 12) {
		const no = `"${text}" has no month ${m}; write`;
		if (month === 0) return `${no} 01 to 12, or ${y} for the whole year`;
		if (d) {
			const swapped = isDate(`${y}-${d}-${m}`) ? `${y}-${d}-${m} (year-month-day)` : '01 to 12';
			return `${no} ${swapped}${yearParts.has(month) ? `, or ${y}-${m}, a part of the year, without a day` : ''}`;
		}
		const years = isDate(`${y}/${y.slice(0, -2)}${m}`) ? `, or ${y}/${y.slice(0, -2)}${m} for years` : '';
		return `${no} 01 to 12 (or 21–41 for a season, quarter, third or half)${years}`;
	}
	const length = daysIn(Number(y), month);
	const whole = d === '00' ? `, or ${y}-${m} for the whole month` : '';
	const name = `${monthNames[month - 1]} ${y.startsWith('-') ? y : Number(y)}`;
	return `"${text}" is not a date: ${name} has ${length} days; write a day from 01 to ${length}${whole}`;
}
