/** The compiled pages (scripts/adapter.js), requested as from a server. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { site } from './site.ts';

/** The parts of SvelteKit’s server that are used here. */
interface Server {
	init(options: { env: Record<string, string> }): Promise<void>;
	respond(request: Request, options: { getClientAddress: () => string }): Promise<Response>;
}

/** No page uses the host: links are made from the site’s own address. */
const host = 'http://localhost';

/** Requests a path below the site’s base. */
export type Ask = (path: string) => Promise<Response>;

/** @throws Error where the pages are not compiled */
export async function openApp(): Promise<Ask> {
	const load = (name: string) => import(/* @vite-ignore */ pathToFileURL(resolve(site().app, 'server', name)).href);
	const { Server } = await load('index.js');
	const { manifest } = await load('manifest.js');
	const server: Server = new Server(manifest);
	await server.init({ env: {} });
	return (path) =>
		server.respond(new Request(host + path, { headers: { accept: 'application/json, text/html;q=0.9' } }), {
			getClientAddress: () => '::1'
		});
}

/** The folder of files that are the same for every site: scripts, styles, licences. */
export const assetsFolder = () => join(site().app, 'client');
