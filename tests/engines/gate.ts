/** A gateway to a site that can be shut, which every engine sees as the network going down and coming back. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @param site where requests are forwarded to */
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
			// Connections that are kept alive would still be answered.
			if (now) server.closeAllConnections();
		},
		/** Resolves once pending requests are answered. */
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeIdleConnections();
			await closed;
		}
	};
}
