/**
 * A static host for the benchmark: serves files from several folders, text compressed with brotli beforehand, and
 * nothing else in between. It counts what it sends, to check what the browser reports.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const types = /** @type {Record<string, string>} */ ({
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.woff2': 'font/woff2',
	'.png': 'image/png'
});
const packed = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt']);

/** Best quality costs a second per megabyte: a host that compresses once uses it for all but the largest files. */
const bestUntil = 2 ** 22;

const compress = promisify(brotliCompress);

/**
 * @typedef {object} Host
 * @property {string} origin
 * @property {() => number} sent bytes of responses with their headers so far
 * @property {(folder: string) => Promise<void>} pack compresses everything in a folder
 * @property {() => void} close
 */

/**
 * @param {string[]} folders searched in order
 * @param {string} cache folder for compressed files
 * @returns {Promise<Host>}
 */
export async function host(folders, cache) {
	mkdirSync(cache, { recursive: true });
	let sent = 0;
	/** @type {Map<string, { stamp: string, body: Buffer }>} */
	const known = new Map();

	/** @param {string} file */
	async function bodyOf(file) {
		const { size, mtimeMs } = statSync(file);
		const stamp = `${size} ${mtimeMs}`;
		const kept = known.get(file);
		if (kept?.stamp === stamp) return kept.body;
		const plain = readFileSync(file);
		let body = plain;
		if (packed.has(extname(file))) {
			const quality = size <= bestUntil ? 11 : 9;
			const name = join(cache, `${createHash('sha256').update(plain).digest('hex')}.${quality}.br`);
			if (existsSync(name)) body = readFileSync(name);
			else {
				const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size };
				body = await compress(plain, { params });
				writeFileSync(name, body);
			}
		}
		known.set(file, { stamp, body });
		return body;
	}

	/** @param {string} path */
	function find(path) {
		for (const folder of folders)
			for (const end of ['', '.html', '/index.html']) {
				const file = join(folder, normalize(`/${path}`) + end);
				if (existsSync(file) && statSync(file).isFile()) return file;
			}
	}

	const server = createServer(async (request, response) => {
		const file = find(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname));
		if (!file) {
			response.writeHead(404).end();
			return;
		}
		const kind = extname(file);
		const body = await bodyOf(file);
		response.writeHead(200, {
			'content-type': types[kind] ?? 'application/octet-stream',
			'content-length': body.length,
			'cache-control': 'no-cache',
			...(packed.has(kind) && { 'content-encoding': 'br' })
		});
		response.end(body);
	});
	server.on('connection', (socket) => {
		let before = 0;
		const count = () => {
			sent += socket.bytesWritten - before;
			before = socket.bytesWritten;
		};
		counts.add(count);
		socket.on('close', () => {
			count();
			counts.delete(count);
		});
	});
	/** @type {Set<() => void>} */
	const counts = new Set();
	await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

	return {
		origin: `http://localhost:${port}`,
		sent() {
			for (const count of counts) count();
			return sent;
		},
		async pack(folder) {
			const files = readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile() && packed.has(extname(entry.name)))
				.map((entry) => join(entry.parentPath, entry.name));
			const one = async () => {
				for (let file = files.pop(); file; file = files.pop()) await bodyOf(file);
			};
			await Promise.all([one(), one()]);
			// The compressed files are on disk; those of a million events need not stay in memory.
			known.clear();
		},
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}
