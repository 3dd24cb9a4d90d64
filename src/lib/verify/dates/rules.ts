/** All rules for dates, by the script that a text must have for one of them to fit. */
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

/** Of two rules that fit the same words, the earlier. */
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
/** Digits alone are dates in texts of either. */
export const either: readonly Rule[] = [...september11Rules, ...numeric];
