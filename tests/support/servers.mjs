/** Runs before Playwright reads a test: builds the sites under test from these sources for this run alone. */
import { cpSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { openSite } from './site.mjs';
import { sweep } from '../../scripts/sweep.mjs';
import { portOf } from './sites.mjs';

/** A port that is free now, for a site that has to know its address before it is served. */
async function freePort() {
	const server = createServer().listen(0, 'localhost');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	server.close();
	await once(server, 'close');
	return port;
}

export default async function setup() {
	sweep('test-results', /^run-(\d+)$/);
	const port = portOf(3) || (await freePort());
	const told = `${process.env.THROUGHLINE_RESULTS}/stories`;
	for (const folder of ['data/silicon-valley-turns', 'tests/fixtures/stories/port-log'])
		cpSync(folder, `${told}/${folder.split('/').at(-1)}`, { recursive: true });
	const asked = [
		{ name: 'stories', port: portOf(0) },
		{ name: 'fixtures', port: portOf(1), stories: 'tests/fixtures/stories' },
		{ name: 'based', port, stories: told, address: `http://localhost:${port}/timelines` }
	];
	const opened = await Promise.allSettled(asked.map(openSite));
	const stop = () => opened.forEach((one) => one.status === 'fulfilled' && one.value.stop());
	for (const [n, one] of opened.entries()) {
		if (one.status === 'rejected') {
			stop();
			throw one.reason;
		}
		// Playwright’s workers inherit this process’s environment.
		const name = `THROUGHLINE_TEST_${asked[n].name.toUpperCase()}`;
		process.env[name] = one.value.url;
		process.env[`${name}_FOLDER`] = one.value.folder;
	}
	return stop;
}
