/**
 * Stands in for the service worker of a built site that was served at the same address before (dev.ts): a browser asks
 * for it on the next visit, removes what there was, and loads the page anew.
 */
const worker = /** @type {any} */ (self);
worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', async () => {
	await worker.registration.unregister();
	for (const client of await worker.clients.matchAll({ type: 'window' })) client.navigate(client.url);
});
