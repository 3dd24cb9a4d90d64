/** All rules for dates, by the script that a text must have for one of them to fit. */
import { chineseCalendar, englishCalendar } from './calendar.ts';
import { chineseCounted, englishCounted } from './counted.ts';
import { chineseEras } from './eras.ts';
import { numeric } from './numeric.ts';
import { occasions } from './occasions.ts';
import { chineseParts, englishParts } from './parts.ts';
import { chineseRelative, englishRelative } from './relative.ts';
import type { Rule } from './rule.ts';

/** Of two rules that fit the same words, the earlier. */
export const english: readonly Rule[] = [...englishCalendar, ...englishParts, ...englishRelative, ...englishCounted];
export const chinese: readonly Rule[] = [
	...chineseCalendar,
	...chineseEras,
	...chineseParts,
	...chineseRelative,
	...chineseCounted
];
export const either: readonly Rule[] = [...numeric, ...occasions];
