/** All rules for dates, grouped by the script that a text must have for one to match. */
import { chineseCalendar, englishCalendar } from './calendar.ts';
import { chineseCounted, englishCounted } from './counted.ts';
import { chineseEras } from './eras.ts';
import { numeric } from './numeric.ts';
import { chineseNthWeekdays, englishNthWeekdays } from './nthWeekdays.ts';
import { chineseOccasions, englishOccasions, september11Rules } from './occasions.ts';
import { chineseLunar } from './lunar.ts';
import { chineseParts } from './partsChinese.ts';
import { englishParts } from './partsEnglish.ts';
import { chineseRelative } from './relativeChinese.ts';
import { englishRelative } from './relativeEnglish.ts';
import type { Rule } from './rule.ts';
import { chineseTurns, englishTurns } from './turns.ts';

/** Where two rules match the same words, the earlier applies. */
export const english: readonly Rule[] = [
	...englishCalendar,
	...englishParts,
	...englishTurns,
	...englishNthWeekdays,
	...englishRelative,
	...englishCounted,
	...englishOccasions
];
export const chinese: readonly Rule[] = [
	...chineseCalendar,
	...chineseLunar,
	...chineseEras,
	...chineseTurns,
	...chineseNthWeekdays,
	...chineseParts,
	...chineseRelative,
	...chineseCounted,
	...chineseOccasions
];
/** Dates in digits alone occur in texts in either script. */
export const either: readonly Rule[] = [...september11Rules, ...numeric];
