/**
 * The service worker: a story that was read once opens without a network. The page asks for it to be kept
 * (entry/offline.ts); what belongs to it is listed by the build (node/offline.ts).
 */
import { languageFor, languagesIn, offlinePath, withStories } from './lib/offline/notKept.ts';
import { allSets, forget, keep, setOf, use, type OfflineSet } from './lib/offline/sets.ts';
import { tile } from './lib/offline/tiles.ts';
import { homeOf, pathOf, wayOf, type Way } from './lib/offline/ways.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
const base = new URL(scope).pathname.slice(0, -1);

/** How long a kept page waits for the network’s, ms. */
const patience = 3000;

/**
 * Set by client for pages shown from what is kept: whatever else they load is of the same version. Forgotten when the
 * browser stops the worker; scripts, whose names change with their content, are right in any case.
 */
const shown = new Map<string, string>();

// Nothing kept depends on the worker’s own version, and each page and its files are of one version: a new worker can
// take over at once.
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) =>
	event.waitUntil(Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.enable()]))
);

worker.addEventListener('message', (event) => {
	const { home, version } = event.data;
	const client = event.source as WindowClient;
	const work = async () => {
		const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
		const open = all.filter(({ id }) => id !== client.id).map(({ url }) => homeOf(url));
		if (await keep(home, version, open)) client.postMessage({ newer: home });
	};
	// It is tried again on the next visit, or when the network is back.
	event.waitUntil(work().catch(() => {}));
});

worker.addEventListener('fetch', (event) => {
	const way = wayOf(event.request, scope);
	if (way) event.respondWith(ways[way](event));
});

const ways: Record<Way, (event: FetchEvent) => Promise<Response>> = {
	async page(event) {
		const network = fromNetwork(event);
		event.waitUntil(network.catch(() => {}));
		const set = await setOf(homeOf(event.request.url));
		if (!set) return network.catch((error) => notKept(event.request.url, error));
		const late = new Promise<undefined>((done) => setTimeout(done, patience));
		const response = await Promise.race([network, late]).catch(() => undefined);
		if (!response || response.status >= 500) return (await keptPage(event, set)) ?? network;
		if (response.status === 404 || response.status === 410) event.waitUntil(forget(set.home));
		return response;
	},

	async hashed({ request }) {
		return (await caches.match(request.url.replace(/[?#].*/, ''), { ignoreVary: true })) ?? fetch(request);
	},

	tile: (event) => tile(event.request, (work) => event.waitUntil(work.catch(() => {}))),

	async file({ request, clientId }) {
		const cacheName = shown.get(clientId);
		const own = cacheName && (await caches.match(request, { cacheName, ignoreVary: true }));
		if (own) return own;
		try {
			return await fetch(request);
		} catch (error) {
			for (const { name } of await allSets()) {
				const kept = await caches.match(request, { cacheName: name, ignoreVary: true });
				if (kept) return kept;
			}
			throw error;
		}
	}
};

/** The browser has requested the page already while it was starting this worker. */
const fromNetwork = async (event: FetchEvent): Promise<Response> =>
	(await event.preloadResponse) ?? fetch(event.request);

async function keptPage(event: FetchEvent, { name, home, list }: OfflineSet): Promise<Response | undefined> {
	const page = await caches.match(pathOf(event.request.url), { cacheName: name, ignoreVary: true });
	if (!page) return undefined;
	shown.set(event.resultingClientId, name);
	event.waitUntil(use(home, list!));
	return page;
}

/** @throws the error that is given, where no story is kept */
async function notKept(url: string, error: unknown): Promise<Response> {
	const sets = await allSets();
	const known = sets.flatMap(({ list }) => languagesIn(list?.files ?? []));
	const lang = languageFor(pathOf(url).slice(base.length), worker.navigator.languages, known);
	const page = lang && (await caches.match(base + offlinePath(lang)));
	if (!page) throw error;
	return new Response(withStories(await page.text(), sets), {
		status: 503,
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});
}
