/** Serves the site of THROUGHLINE_BUILD, tells its parent where, and ends with it. See site.mjs. */
import { preview } from 'vite';

const [port, next, host] = process.argv.slice(2);
process.once('disconnect', () => process.exit());
try {
	const { resolvedUrls } = await preview({
		logLevel: 'error',
		preview: { port: Number(port), strictPort: next !== 'true', ...(host && { host }) }
	});
	const url = resolvedUrls?.local[0] ?? resolvedUrls?.network[0] ?? '';
	process.send?.(url.replace(/\/$/, ''));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
