import { hydrate, type Component } from 'svelte';
import { markEntries } from './history.ts';
import { keepOffline, type Shown } from './offline.ts';

/**
 * Hydrates a page: its element holds the component as rendered by the server, and the data beside it are the
 * component’s props (routes/Live.svelte).
 */
export function takeOver<Props extends Shown>(page: Component<Props>): void {
	markEntries();
	const [target, data] = ['page', 'data'].map((id) => document.getElementById(id)!);
	const props: Props = JSON.parse(data.textContent);
	hydrate(page as Component, { target, props });
	keepOffline(props);
}
