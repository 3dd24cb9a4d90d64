/** Serves a folder as a static host does. */
import { createReadStream } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { compress } from './compress.ts';

/** A server that runs. */
export interface Listening {
	/** Such as `http://localhost:4173/timelines`, without a trailing slash. */
	url: string;
	/** Ends the server, with the connections that are still open. */
	close: () => Promise<void>;
}

/** Where a server listens. */
export interface Where {
	/** Port; 0 for any free one. */
	port: number;
	/** Whether to try the next port where this one is taken. */
	next?: boolean;
	/** Host name, localhost by default. */
	host?: string;
	/** Path that the site is served under: '' or `/timelines`. */
	base: string;
}

/** Number of ports to try. */
const tries = 50;

/**
 * Starts a server.
 *
 * @param answer answers its requests, such as `folderAnswers`
 * @throws Error where the port is taken or not allowed
 */
export async function listen(answer: RequestListener, { port, next, host, base }: Where): Promise<Listening> {
	for (let n = 0; ; n++) {
		const server = createServer(answer);
		try {
			await new Promise<void>((done, fail) =>
				server.once('error', fail).listen(port && port + n, host ?? 'localhost', done)
			);
			const { port: taken } = server.address() as AddressInfo;
			const close = () =>
				new Promise<void>((done) => {
					server.close(() => done());
					server.closeAllConnections();
				});
			return { url: `http://${host ?? 'localhost'}:${taken}${base}`, close };
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === 'EADDRINUSE' && next && n < tries) continue;
			throw code === 'EADDRINUSE'
				? new Error(`port ${port} is taken; write another one with --port, or end what uses it`)
				: error;
		}
	}
}

/**
 * Answers as a static host would: `/en/story` is `en/story.html`, and any missing file is `404.html`.
 * @param base '' or `/timelines`; nothing exists outside it
 * @param headersOf what goes with a path below the base (headers.ts has what `build` writes for hosts)
 */
export function folderAnswers(
	folder: string,
	base: string,
	headersOf: (path: string) => Record<string, string>
): RequestListener {
	const send = (response: ServerResponse, path: string) =>
		Object.entries(headersOf(path)).forEach(([name, value]) => response.setHeader(name, value));
	const files = sirv(folder, { dev: true, etag: true, extensions: ['html'], setHeaders: send });
	return (request, response) => {
		compress(request, response);
		const nothing = () => {
			send(response, '/404');
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
			createReadStream(join(folder, '404.html'))
				.on('error', () => response.end())
				.pipe(response);
		};
		const path = below(request.url ?? '/', base);
		if (path === null) return nothing();
		request.url = path;
		files(request, response, nothing);
	};
}

/** @returns the path below the site’s base, null for an address outside it */
export function below(url: string, base: string): string | null {
	if (url === base) return '/';
	return url.startsWith(`${base}/`) || url.startsWith(`${base}?`) ? url.slice(base.length) : null;
}
