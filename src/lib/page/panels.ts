/** The panels of the bar, in a chunk of their own. */
export { default as ActorFilter } from './ActorFilter.svelte';
export { default as ViewMenu } from './ViewMenu.svelte';
