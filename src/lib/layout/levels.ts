/**
 * Places flags on a line that runs across: a mark on a pole over its time, its words beside it, in levels away from the
 * line. A pole may pass behind words, at a cost like losing some of the words; words never overlap.
 */
import { FlagPlacer } from './flagPlacer.ts';
import { flagGap, mostWords, type Flag, type PlacedFlag } from './flags.ts';

/**
 * @param length px; nothing leaves [0, length]
 * @param count number of levels
 * @param topFirst with two levels, the first line and the mark are farther from the line (labels above it)
 * @returns one entry per flag; null: no room
 */
export function placeFlags(
	flags: readonly Flag[],
	length: number,
	count: number,
	topFirst: boolean
): (PlacedFlag | null)[] {
	if (count < 1) return flags.map(() => null);
	const lay = (levelsOf: (flag: Flag) => 1 | 2) => new FlagPlacer(flags, length, count, topFirst, levelsOf).place();
	const low = lay(() => 1);
	if (count < 2) return low.placed;
	// Two lines for all flags, or else only for those too long for one, where no other flag loses words by it.
	const tooLong = ({ words }: Flag) => words > mostWords;
	for (const two of [(flag: Flag) => flag.second > 0 || tooLong(flag), tooLong]) {
		const demand = flags.reduce((sum, flag) => sum + widthOf(flag) * (two(flag) ? 2 : 1), 0);
		if (demand > count * length) continue;
		const tall = lay((flag) => (two(flag) ? 2 : 1));
		if (tall.named >= low.named && tall.crossed <= low.crossed && tall.lost <= low.lost) return tall.placed;
	}
	return low.placed;
}

const widthOf = ({ head, words }: Flag) => head + Math.min(words, mostWords) + flagGap;
