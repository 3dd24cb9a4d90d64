/** Which side of a date the words beside it mean: since, until, after, before. */
import type { Sense } from './term.ts';

const sinceBefore = /(?:自从?|从|\b(?:since|from|starting|starting on|beginning|beginning on|as early as) )(?:the )?$/i;
const sinceAfter =
	/^(?:以来|起|开始|至今|[或及]?(?:之后|以后)(?=.)(?<=[或及].{2})| onwards?\b| on(?= ?[.,;:!?)]|$)|,? (?:or|and) (?:later|after)(?= ?[.,;:!?)]|$))/i;
const untilBefore = /(?:截至|截止到?|到|至|\b(?:by|until|till|as of|up to|no later than) )(?:the )?$/i;
const untilAfter = /^(?:为止|止(?![^\s,.;])|[或及](?:之前|以前))/;
const afterBefore = /\b(?:after|later than) (?:the )?$/i;
const afterAfter = /^(?:之后|以后|后(?![来者方期半续]))/;
const beforeBefore = /\b(?:before|prior to|earlier than) (?:the )?$/i;
const beforeAfter = /^(?:之前|以前|前(?![后往期半者身提途进所来沿线]))/;

/** The topic of a work is not an approximate date: “a film about 1945”. */
const topics = '(?:books?|films?|novels?|stor(?:y|ies)|songs?|articles?|papers?|talks?|facts?|know|what|how) ';
/** Words that mark a date as approximate; see also 前后 and 左右 in partsChinese.ts. */
export const circa =
	'(?:(?<![A-Za-z\\d])(?:circa|cca?\\.?|ca\\.?|c\\.?|approx(?:imately|\\.))|(?<![条公合契预相节制违邀特签纽北华里])[大]?约[在于为]?)';
const circaBefore = new RegExp(
	`(?:${circa}|\\b(?:roughly|around|(?<!\\b${topics})about)|大概在?) {0,2}(?:the )?(?:year )?$`,
	'i'
);

/** Is a date approximate: c. 1850, about 1325 BC, 约1340年? */
export const isAround = (text: string, start: number): boolean =>
	circaBefore.test(text.slice(Math.max(0, start - 28), start));

/** @param start, end position of the date in the text, [start, end) */
export function sideOf(text: string, start: number, end: number): Sense {
	const [left, right] = [text.slice(Math.max(0, start - 18), start), text.slice(end, end + 12)];
	if (sinceBefore.test(left) || sinceAfter.test(right)) return 'since';
	if (untilBefore.test(left) || untilAfter.test(right)) return 'until';
	if (afterBefore.test(left) || afterAfter.test(right)) return 'after';
	return beforeBefore.test(left) || beforeAfter.test(right) ? 'before' : 'exact';
}
