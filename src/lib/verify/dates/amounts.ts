/** What a number counts or measures: 1984 people, 2000 km, 1500页. Such a number is not a day or year. */
import { any, type Unless } from './rule.ts';

/** The gap between two words, and the one within an expression after a punctuation mark. */
export const space = ' {1,4}';
export const gap = ' {0,4}';

/** Units of measure, money and quantity as words, which never follow a year. */
const unitWords = any(
	'per ?cent',
	'hundred',
	'thousand',
	'[mb]illion',
	'trillion',
	'dozen',
	'times',
	'per',
	'[kcmnμµ]?m',
	'[km]?g',
	'[kmgt]?(?:hz|b)',
	'(?:kilo|centi|milli|nano)?met(?:re|er)s?',
	'(?:kilo|milli)?grams?',
	'lit(?:re|er)s?',
	'miles?',
	'feet',
	'foot',
	'ft',
	'inch(?:es)?',
	'yards?',
	'acres',
	'hectares',
	'ha',
	'tons?',
	'tonnes',
	'pounds?',
	'lbs?',
	'kw',
	'mw',
	'watts?',
	'volts?',
	'hp',
	'horsepower',
	'cc',
	'rpm',
	'[hk]?pa',
	'square',
	'cubic',
	'degrees',
	'dollars?',
	'euros?',
	'yuan',
	'yen',
	'francs?',
	'r(?:o?u|u)bles?',
	'rupees?',
	'marks',
	'crowns',
	'cents?',
	'points?'
);
/** Lengths of time: “1984 hours”. */
const timeWords = any(
	'years?',
	'(?:calendar )?months?',
	'weeks?',
	'days?',
	'nights?',
	'hours?',
	'minutes?',
	'seconds?'
);
/** People and things that are counted; they may also follow a year, as in “In 1944 soldiers came”. */
const countedWords = any(
	'people',
	'persons?',
	'(?:wo)?men',
	'children',
	'boys',
	'girls',
	'users',
	'members',
	'employees',
	'staff',
	'workers',
	'soldiers',
	'troops',
	'students',
	'pupils',
	'fans',
	'spectators',
	'guests',
	'passengers',
	'prisoners',
	'patients',
	'visitors',
	'residents',
	'inhabitants',
	'refugees',
	'voters',
	'pieces',
	'votes',
	'homes',
	'houses',
	'copies',
	'cases',
	'deaths',
	'words',
	'books',
	'ships',
	'cars',
	'jobs',
	'shares',
	'seats'
);

const measure = `[%°]|[-‐]?(?:${unitWords}|${timeWords})(?![a-z])`;
/** A lookahead: the number is not followed by something that it counts, so it may be a day. */
export const uncounted = `(?!${gap}(?:${measure}|${countedWords}(?![a-z])))`;

const measureAfter = new RegExp(`^${gap}(?:${measure}|K(?![A-Za-z])|±|×)`, 'i');
const countedAfter = new RegExp(
	`^ (?:(?:more|other|such|new) )?(?:${countedWords}(?![a-z'])|who\\b|of (?:them|these|those|which|whom)\\b)`,
	'i'
);
/** Any plural, for use where the words before a number already show that it is a quantity. */
const pluralAfter = /^ (?:[a-z]{3,20} )?[a-z]{2,20}[^s\W]s\b/;
const howMany =
	/\b(?:than|over|nearly|almost|exactly|at least|at most|up to|as many as|total of|holds?|seats?|has|had|have|bought|sold) $/i;
/** A time begins here: “In 1944 soldiers came”. Later in a sentence, “in 2000 homes” is just as often a quantity. */
const timeBefore = /(?:^|[.,;:!?“"(] ?|\b(?:and|but|that) )(?:in|since|by|until|during|before|after) $/i;
const countedInChinese =
	/^ ?(?:[万亿千百]|元(?!旦)|公[里斤顷尺升]|平方|立方|[毫厘]米|[个条次人名米吨岁倍页号份件册卷篇字艘辆座套枚句例余])/;

/**
 * Does a number of four digits count or measure something?
 * @param left, right text before and after it, as foldDates gives it
 */
export function isAmount(number: string, left: string, right: string): boolean {
	if (measureAfter.test(right) || countedInChinese.test(right)) return true;
	if (countedAfter.test(right)) {
		// A round number is a quantity even there: “In 2000 homes …”.
		return number.endsWith('00') || !timeBefore.test(left);
	}
	return howMany.test(left) && pluralAfter.test(right);
}

/** Durations, not years: 距今1950年, 有1500年历史; also numbers too large to be years. */
export const isDuration: Unless = (year, left, right) =>
	/(?:距今|长达|历时|历经|(?<![临接靠最将附])近|逾|佛历|回历)(?:已有)?(?:大?约|近)?(?:\d{4}(?:年?[-至到]))?$/.test(
		left
	) ||
	/^(?:的)?(?:历史(?![最上性])|文明|树龄|古[树城镇村]|之久)/.test(right) ||
	(!/公元|西元/.test(left + year) && Number(/\d{4}/.exec(year)?.[0] ?? 0) > 2199);
