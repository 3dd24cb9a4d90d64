/** How the service worker answers a request, decided by the request alone. */

/**
 * - `page`: from the network, or from what is kept where that fails or takes too long
 * - `hashed`: a file whose name changes with its content, from what is kept, or else from the network
 * - `tile`: as `hashed`, and kept from then on, within limits
 * - `file`: of the version that the page is of
 */
export type Way = 'page' | 'hashed' | 'tile' | 'file';

/** What decides of a Request. */
export interface Asked extends Pick<Request, 'method' | 'mode' | 'destination' | 'url'> {
	headers: Pick<Headers, 'has'>;
}

/**
 * @param scope address of the site with a slash at the end, `https://example.org/timelines/`
 * @returns null for a request that the worker leaves to the browser: another origin or site, a part of a file, a page
 * in a frame, and whatever is never kept
 */
export function wayOf({ method, mode, destination, url, headers }: Asked, scope: string): Way | null {
	if (method !== 'GET' || headers.has('range') || !url.startsWith(scope)) return null;
	if (mode === 'navigate') return /^(document)?$/.test(destination) ? 'page' : null;
	const path = url.slice(scope.length).replace(/[?#].*/, '');
	if (path.startsWith('_app/immutable/')) return 'hashed';
	if (path.startsWith('tiles/')) return 'tile';
	return /\.(woff2|json|svg)$/.test(path) ? 'file' : null;
}

/** @returns the path under which a page is kept: hosts also serve it with `.html`, or with a slash at the end */
export const pathOf = (url: string): string => new URL(url).pathname.replace(/(\.html|\/)$/, '');

/** @returns the path of the story that a page belongs to, if it is the story’s own page or its explorer */
export const homeOf = (url: string): string => pathOf(url).replace(/\/explore$/, '');
