/** What only a table of more than a page’s worth needs; it is fetched with the first of its tiles. */
export { TileStore } from '../tiles/load.ts';
export { WordStore } from './wordStore.ts';
export { heldTiles, keptCasts } from './tileHolder.ts';
