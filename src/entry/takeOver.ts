import { hydrate, type Component } from 'svelte';
import { markEntries } from './history.ts';

/**
 * Hydrates a page: its element holds the component as rendered by the server, and the data beside it are the
 * component’s props (routes/Live.svelte).
 */
export function takeOver<Props extends object>(page: Component<Props>): void {
	markEntries();
	const [target, data] = ['page', 'data'].map((id) => document.getElementById(id)!);
	hydrate(page as Component, { target, props: JSON.parse(data.textContent) });
}
