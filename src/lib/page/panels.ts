/** The panels of the bar, and what is told of a link, in a chunk of their own. */
export { default as ActorFilter } from './ActorFilter.svelte';
export { default as Notes } from './Notes.svelte';
export { default as ViewMenu } from './ViewMenu.svelte';
