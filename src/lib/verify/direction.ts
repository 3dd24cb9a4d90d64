/** Whether a clause says that something rose or fell, by a word list in English and Chinese. */
import { memoiseByText } from './remember.ts';

export type Direction = 'up' | 'down';

const words: [Direction, RegExp][] = [
	[
		'up',
		/\b(?:rose|rises?|risen|rising|grew|grown?|grows|growing|growth|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|(?:edg(?:e[sd]?|ing)|creep(?:s|ing)?|crept|inch(?:e[sd]|ing)) up|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e[sd]?|ing)|rocketed|swell(?:s|ed|ing)?|swollen|gain(?:s|ed)?(?= (?:\d|an? |more|of))|expand(?:s|ed|ing)?|widen(?:s|ed|ing)?|doubl(?:e[sd]|ing|e(?= (?:within|in|from|to|over|by|its|their)))|tripl(?:e[sd]|ing)|quadrupled|rais(?:e[sd]|ing)|up (?:by|from|\d|an? |nearly|about|more|almost|some)|higher than|(?:went|goes|go|gone|going) up)\b|增(?!值税)|涨|上升|上扬|攀升|飙升|提高|回升|提到(?=\d)|提至|提价|上调|升至|升到|升了|扩大|翻了?[一两]?番/gi
	],
	[
		'down',
		/\b(?:fell|falls|fallen|falling|fall(?= (?:to|by|from|of|in|within|over)\b)|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|sank|sunk|sinks|plung(?:e[sd]?|ing)|plummet(?:s|ed|ing)?|shr(?:ank|unk|inks?|inking)|slid|slides?|slump(?:s|ed|ing)?|tumbl(?:e[sd]?|ing)|dwindl(?:e[sd]?|ing)|(?:slip|dip)(?:s|ped|ping)?(?= (?:to|by|from|below|back)\b)|(?:edg(?:e[sd]?|ing)|inch(?:e[sd]|ing)) down|lower(?:s|ed|ing)\b|halved?|reduc(?:e[sd]?|ing|tion)|cut (?:by|from|to)|narrow(?:s|ed|ing)|down (?:by|from|to|\d|an? |nearly|about|more|almost|some)|lower than|(?:went|goes|go|gone|going) down)\b|减(?!免)|跌|下降|下滑|下挫|回落|降低|降价|下调|降至|降到|降了|缩小|缩减|萎缩|少了(?=近|将近|约|超过?|不到|[\d一二两三四五六七八九十])/gi
	]
];
const denied = /(?:\b(?:not|never|no|hardly|nor|without)\b[^,.;]{0,16}|n't |不|没有?|未|并未|停止)$/i;

/** [start, end) of the first word for each direction; a negated one does not count. */
function directionsOf(text: string): Partial<Record<Direction, [number, number]>> {
	const found: Partial<Record<Direction, [number, number]>> = {};
	for (const [direction, pattern] of words)
		for (const { 0: word, index } of text.matchAll(pattern))
			if (!denied.test(text.slice(Math.max(0, index - 24), index))) {
				found[direction] = [index, index + word.length];
				break;
			}
	return found;
}

/** The one direction that a text gives; null for none or both. */
export const directionOf: (text: string) => Direction | null = memoiseByText((text) => {
	const { up, down } = directionsOf(text);
	return up && !down ? 'up' : down && !up ? 'down' : null;
});
