/** The history of a page that keeps its document: cards and the explorer have entries of their own. */

/** Every entry gets a state, so that one without is known to be new: written in the address, or clicked. */
export function markEntries(): void {
	const mark = () => history.state ?? history.replaceState({}, '');
	mark();
	// After `popstate`, whose listeners want to know.
	addEventListener('hashchange', mark);
	// Who comes back from another document finds the place.
	addEventListener('pagehide', () => (history.scrollRestoration = 'auto'));
}

/** @param url of this document */
export function push(url: string): void {
	// What opens lies over the page, which stands still: on the way back the browser has nothing to restore.
	history.scrollRestoration = 'manual';
	history.pushState({}, '', url);
}

/** Another address of the same entry; not of one that is new: what was written there is still to be read. */
export function replace(url: string): void {
	if (history.state) history.replaceState(history.state, '', url);
}
