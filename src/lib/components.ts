/**
 * What draws: each a pure function of its props, whole by itself, in a browser and on a server. A card brings its style
 * sheet along and takes colours and faces from the custom properties of `themeCss()`. docs/components.md describes them.
 */
export { default as Timeline } from './timeline/Timeline.svelte';
export { default as Chart } from './timeline/Chart.svelte';
export { default as EventCard } from './cards/EventCard.svelte';
export { default as QuoteCard } from './cards/QuoteCard.svelte';
export { default as FigureCard } from './cards/FigureCard.svelte';
export { default as ItemCard } from './cards/ItemCard.svelte';
