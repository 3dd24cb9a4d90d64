/** Code that only a table too large for the page needs; it is fetched with the first of its tiles. */
export { TileStore } from '../tiles/load.ts';
export { WordStore } from './wordStore.ts';
export { heldTiles, keptCasts } from './tileHolder.ts';
