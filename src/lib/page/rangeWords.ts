/** A stretch of time in the reader’s language, as precisely as it is written. */
import { yearOf } from '../story/calendar.ts';
import { yearLabel } from '../layout/ticks.ts';
import { formatter } from '../text/dateForms.ts';
import type { LocalStory } from '../view/local.ts';
import type { Range, RangeEnd } from '../view/range.ts';

/** @returns “Jan 2024 – Jun 2025”; “2024 –” where it is open */
export function rangeWords({ ends }: Range, story: Pick<LocalStory, 'lang' | 'ui'>): string {
	const words = ends.map((end) => (end ? endWords(end, story) : ''));
	return words[0] === words[1] ? words[0] : words.join(' – ').trim();
}

function endWords({ min, precision }: RangeEnd, { lang, ui }: Pick<LocalStory, 'lang' | 'ui'>): string {
	const year = yearOf(min);
	// In a year that Date cannot format, only the year is given.
	if (precision === 'year' || year <= 0 || year > 9999) return yearLabel(year, { lang, bce: ui.time.bce });
	const day = precision === 'day' ? ({ day: 'numeric' } as const) : {};
	return formatter(lang === 'en' ? 'en-GB' : lang, { ...day, month: 'short', year: 'numeric' }).format(min);
}
