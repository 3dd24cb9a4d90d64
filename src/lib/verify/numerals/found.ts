/** What is known of a number that was found in a text. */
import type { Qualifier } from '../qualifiers.ts';

/** points: percentage points; ordinal: the third, 第三; day: a day whose month is not given, 18日. */
export type NumberKind = 'count' | 'percent' | 'points' | 'money' | 'ordinal' | 'day';

export interface NumberFound {
	/** 385300000 for 3.853亿; percentages as written, 60 for 60%; fractions as per cent, 33.333… for 三分之一. */
	value: number;
	kind: NumberKind;
	qualifier: Qualifier;
	/** Precision: the value of one unit of its last digit; 0 for words and fractions. */
	unit: number;
	/** Position in the text, [start, end), without qualifier and unit. */
	start: number;
	end: number;
	/** A small number in words (三个, two): searched for, but not required. */
	weak: boolean;
	/** Part of a name: the 4 in Grok 4. */
	name: boolean;
	/** Compares two numbers: twenty times, 二十倍. */
	ratio: boolean;
	/** Gives only a magnitude: hundreds is 100, 数千 is 1000. */
	vague: boolean;
	/** Currency of an amount of money: see units.ts. */
	currency?: string;
	/** Unit of measure: hours, kilometres. */
	measure?: string;
}
