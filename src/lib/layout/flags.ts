/** What a flag is: a mark on a pole over its time, its words beside it, in a level away from the line. */

/** A flag to place. */
export interface Flag {
	/** px along the line */
	x: number;
	/** px from the pole to where the words begin: room for the marks. */
	head: number;
	/** Width of all its words on one line, px. */
	words: number;
	/** Width of what may fill a second line where the words need only one (its date), px; 0: nothing. */
	second: number;
	/** 1–6 */
	importance: number;
	/** Placed before all that are not. */
	first: boolean;
}

/** Where a flag stands. */
export interface PlacedFlag {
	/** Its level, from 0 nearest to the line; the lower one where it takes two. */
	level: number;
	levels: 1 | 2;
	/** The side of the pole that the words lie on: 1 later, -1 earlier. */
	side: 1 | -1;
	/** Width that the words may take, px; 0: the mark alone. */
	room: number;
}

/** Maximum width of words, and the minimum that they are cut to, px. */
export const mostWords = 220;
export const leastWords = 60;
/** A flag chosen to be named gets at least this much where it needs it, px. */
export const fairWords = 110;
/** Half a mark, plus its distance from others, px. */
export const headStart = 8;
/** Distance of what a flag takes from the next in its level, px. */
export const flagGap = 8;
/** Poles closer than this count as one, px. */
export const samePole = 1.5;
