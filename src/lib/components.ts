/** What draws: each a pure function of its props, in a browser and on a server. docs/components.md describes them. */
export { default as Timeline } from './timeline/Timeline.svelte';
export { default as Chart } from './timeline/Chart.svelte';
export { default as EventCard } from './cards/EventCard.svelte';
export { default as QuoteCard } from './cards/QuoteCard.svelte';
