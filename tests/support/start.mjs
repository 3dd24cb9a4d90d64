/**
 * `npm start`: builds the site and serves it, on 4173 or the next port that is free. THROUGHLINE_PORT or `--port` asks for
 * one port and no other; `--host` for another host than localhost.
 */
import { parseArgs } from 'node:util';
import { endOnSignals, openSite } from './site.mjs';

endOnSignals();
try {
	const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
	const fixed = values.port ?? process.env.THROUGHLINE_PORT;
	console.log('Building …');
	const { url, stop, ended } = await openSite({
		name: 'start',
		port: Number(fixed ?? 4173),
		next: !fixed,
		host: values.host
	});
	console.log(`Throughline is at ${url}/ (Ctrl+C ends it)`);
	await ended;
	stop();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
