/** The panels of the explorer’s bar, and what is told of a link, in a chunk of their own. */
export { default as ActorFilter } from '../page/ActorFilter.svelte';
export { default as Notes } from '../page/Notes.svelte';
export { default as ViewPanel } from './ViewPanel.svelte';
