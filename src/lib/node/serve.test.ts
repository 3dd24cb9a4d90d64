import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf } from './headers.ts';
import { folderAnswers, listen, type Listening } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-serve-'));
// More than a stream’s buffers hold, and never the same for long.
const long = Array.from({ length: 200_000 }, (_, n) => `${n * n} lines, `).join('');
const files: Record<string, string | Buffer> = {
	'404.html': '<p>nothing',
	'en/story.html': `<p>${long}`,
	'en/story/embed.html': '<p>embed',
	'_app/immutable/a.js': `/* ${long} */`,
	'service-worker.js': 'self;',
	'font.woff2': Buffer.from([1, 2, 3])
};
let site: Listening;

beforeAll(async () => {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	site = await listen(folderAnswers(folder, '/base', headersOf), { port: 0, base: '/base' });
});
afterAll(async () => {
	await site.close();
	rmSync(folder, { recursive: true });
});

/** As sent: `fetch` would decompress it. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
	new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((done, fail) => {
		get(`${site.url}${path}`, { headers, method }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk) => chunks.push(chunk));
			answer.on('end', () =>
				done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) })
			);
		}).on('error', fail);
	});

describe('preview', () => {
	it.each([
		['br', brotliDecompressSync],
		['gzip', gunzipSync]
	])('sends text compressed (%s), the same bytes', async (encoding, decompress) => {
		for (const path of ['/en/story', '/_app/immutable/a.js']) {
			const { headers, body } = await ask(path, { 'accept-encoding': encoding });
			expect(headers['content-encoding']).toBe(encoding);
			expect(headers.vary).toBe('Accept-Encoding');
			const file = files[path.endsWith('.js') ? path.slice(1) : `${path.slice(1)}.html`];
			expect(decompress(body).equals(Buffer.from(file))).toBe(true);
			expect(body.length).toBeLessThan(file.length / 2);
		}
	});

	it('sends what is compressed already, and whoever asks for no compression, the file itself', async () => {
		const font = await ask('/font.woff2', { 'accept-encoding': 'br, gzip' });
		expect([font.headers['content-encoding'], font.headers['content-type'], [...font.body]]).toEqual([
			undefined,
			'font/woff2',
			[1, 2, 3]
		]);
		const plain = await ask('/en/story');
		expect([plain.headers['content-encoding'], plain.headers['content-length']]).toEqual([
			undefined,
			String(files['en/story.html'].length)
		]);
		const part = await ask('/en/story', { 'accept-encoding': 'br', range: 'bytes=0-9' });
		expect([part.status, String(part.body)]).toEqual([206, String(files['en/story.html']).slice(0, 10)]);
	});

	it('answers to HEAD and to what a browser has already without a body', async () => {
		const head = await ask('/en/story', { 'accept-encoding': 'br' }, 'HEAD');
		expect([head.status, head.body.length]).toEqual([200, 0]);
		const again = await ask('/en/story', { 'accept-encoding': 'br', 'if-none-match': head.headers.etag! });
		expect([again.status, again.body.length]).toEqual([304, 0]);
	});

	it('sends the headers of the table, for the missing page too', async () => {
		for (const [path, status] of [
			['/en/story', 200],
			['/en/story/embed', 200],
			['/_app/immutable/a.js', 200],
			['/service-worker.js', 200],
			['/en/missing', 404]
		] as const) {
			const answer = await ask(path, { 'accept-encoding': 'br' });
			expect(answer.status).toBe(status);
			for (const [name, value] of Object.entries(headersOf(path)))
				expect([path, name, answer.headers[name.toLowerCase()]]).toEqual([path, name, value]);
		}
	});
});
