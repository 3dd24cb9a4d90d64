/** The panels of the top bar, and the notes about a link, in a chunk of their own. */
export { default as ActorFilter } from './ActorFilter.svelte';
export { default as Notes } from './Notes.svelte';
export { default as ViewMenu } from './ViewMenu.svelte';
