/** History of a page that keeps its document: cards and the explorer have their own entries. */

/** Gives every entry a state, so that one without is known to be new: from the address bar or a followed link. */
export function markEntries(): void {
	const mark = () => history.state ?? history.replaceState({}, '');
	mark();
	// After `popstate`, whose listeners need to see whether the entry is new.
	addEventListener('hashchange', mark);
	// Restores the scroll position for readers who return from another document.
	addEventListener('pagehide', () => (history.scrollRestoration = 'auto'));
}

/** @param url an address within this document */
export function push(url: string): void {
	// Cards and the explorer lie over the page, which does not move: on going back there is no scroll to restore.
	history.scrollRestoration = 'manual';
	history.pushState({}, '', url);
}

/** Changes the address of the present entry, but not of a new one, whose address has still to be read. */
export function replace(url: string): void {
	if (history.state) history.replaceState(history.state, '', url);
}
