/** Pages of another origin than the site, which show its timelines. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The lines that docs/export.md tells to paste, of the site under test.
 * @param site its address, without a slash at the end
 */
export function pasted(site: string): string {
	const blocks = readFileSync('docs/export.md', 'utf8').matchAll(/```html\n([^]*?)```/g);
	const [, lines] = [...blocks].find(([, lines]) => lines.includes('<throughline-timeline'))!;
	return lines.replaceAll('https://your.site', site);
}

/** Serves pages on a host of its own: the tests’ sites are on `localhost`. */
export async function openHost() {
	const pages = new Map<string, string>();
	const server = createServer((request, response) => {
		const page = pages.get(request.url!);
		response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(page);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		/** @param body HTML @returns the page’s address */
		page(body: string): string {
			const path = `/${pages.size}`;
			const head =
				'<meta name="viewport" content="width=device-width"><title>A newspaper</title><link rel="icon" href="data:,">';
			// Its own style for frames is none of the timeline’s.
			const style = '<style>body { margin: 16px } iframe { height: 9px; border: 9px solid }</style>';
			pages.set(path, `<!doctype html><html lang="en"><head>${head}${style}</head><body>${body}</body></html>`);
			return url + path;
		},
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
