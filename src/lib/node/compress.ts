/** Compresses what a server sends while it is sent, as hosts do. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** Other files are compressed already. */
const compressible =
	/^(text\/|application\/(json|manifest\+json|xml|ld\+json|vnd\.apache\.arrow)|image\/svg|font\/ttf)/;

/** The level at which a page takes some ms; hosts that compress ahead of time use more. */
const quality = 5;

/**
 * Makes a response compress its body: with Brotli where the browser takes it, else gzip. Answers without a whole body
 * (to HEAD, 304, 206) stay as they are. Call it before anything is written.
 */
export function compress(request: IncomingMessage, response: ServerResponse): void {
	const accepted = String(request.headers['accept-encoding'] ?? '');
	const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
	const { writeHead, write, end } = response;
	response.writeHead = function (status: number, ...rest: unknown[]) {
		const headers = rest.at(-1);
		if (headers && typeof headers === 'object')
			for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
		if (!compressible.test(String(response.getHeader('content-type')))) return writeHead.call(response, status);
		response.setHeader('Vary', 'Accept-Encoding');
		if (encoding && request.method === 'GET' && (status === 200 || status === 404)) {
			response.setHeader('Content-Encoding', encoding);
			response.removeHeader('Content-Length');
			const zip =
				encoding === 'br'
					? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
					: createGzip();
			zip.on('data', (chunk) => write.call(response, chunk, 'utf8') || zip.pause());
			zip.on('end', () => end.call(response, undefined, 'utf8'));
			// Whoever pipes into the response waits until it takes more.
			zip.on('drain', () => response.emit('drain'));
			response.on('drain', () => zip.resume());
			response.on('close', () => zip.destroy());
			response.write = (chunk: unknown) => zip.write(chunk);
			response.end = ((chunk?: unknown) => {
				zip.end(chunk);
				return response;
			}) as typeof response.end;
		}
		return writeHead.call(response, status);
	} as typeof response.writeHead;
}
