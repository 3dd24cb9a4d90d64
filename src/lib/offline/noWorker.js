/**
 * Stands in for the service worker where a site keeps nothing any more (`offline: false`), and where `dev` serves what
 * was a built site before: a browser asks for it on the next visit, removes what there was, and loads the page anew.
 */
const worker = /** @type {any} */ (self);
worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', async () => {
	const names = (await caches.keys()).filter((name) => name.startsWith('throughline-'));
	await Promise.all(names.map((name) => caches.delete(name)));
	await worker.registration.unregister();
	for (const client of await worker.clients.matchAll({ type: 'window' })) client.navigate(client.url);
});
