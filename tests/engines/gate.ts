/** A way to a site that can be shut: what every engine takes for a network that is gone, and back. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @param site where it leads */
export async function openGate(site: string) {
	let shut = false;
	const server = createServer((request, response) => {
		if (shut) return void request.socket.destroy();
		void (async () => {
			const answer = await fetch(site + request.url, { method: request.method });
			const type = answer.headers.get('content-type');
			response.writeHead(answer.status, type ? { 'content-type': type } : {});
			response.end(Buffer.from(await answer.arrayBuffer()));
		})().catch(() => request.socket.destroy());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		shut(now: boolean) {
			shut = now;
			// What is kept open would still be answered.
			if (now) server.closeAllConnections();
		},
		/** Comes back when what was asked is answered. */
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeIdleConnections();
			await closed;
		}
	};
}
