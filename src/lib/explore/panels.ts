/** The panels of the explorer’s bar, and the notes on a link, in a bundle of their own. */
export { default as ActorFilter } from '../page/ActorFilter.svelte';
export { default as Notes } from '../page/Notes.svelte';
export { default as ViewPanel } from './ViewPanel.svelte';
