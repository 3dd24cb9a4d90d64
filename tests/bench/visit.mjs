/** One visit to a page in a new profile: what it loads, when it is ready, its memory, and what using it costs. */
import { limit, sleep, Unfinished, within } from './motion.mjs';
import { instrument } from './page.mjs';

/** @typedef {import('./motion.mjs').Page} Page */
/** @typedef {import('./motion.mjs').CDPSession} CDPSession */
/** @typedef {import('./motion.mjs').Motion} Motion */
/** @typedef {import('./server.mjs').Host} Host */

/**
 * A page to be visited.
 * @typedef {object} Shown
 * @property {string} name
 * @property {string} words description for the table
 * @property {(n: number) => string} path
 * @property {() => boolean} ready runs in the page: is it drawn, and does it react?
 */
/**
 * @typedef {object} Visit
 * @property {number} [bytes]
 * @property {number} [ready] ms
 * @property {number} [heap] bytes
 * @property {number} [all] bytes, including those loaded while it was used
 * @property {Partial<Record<'zoom1' | 'pan1' | 'zoom4' | 'pan4' | 'scroll1' | 'scroll4', Motion>>} motion by slow-down
 * of the CPU
 * @property {number} [filter] ms
 * @property {string} [failure] why some values are missing
 */
/**
 * Uses a page that is ready, and puts each measurement into `result` at once.
 * @callback Use
 * @param {{ page: Page, cdp: CDPSession, result: Visit, shots?: string, profiles?: string }} visited
 * @returns {Promise<void>}
 */
/**
 * @typedef {object} Options
 * @property {Use} [use]
 * @property {{ width: number, height: number }} [viewport]
 * @property {{ kbit: number, latency: number }} [line] kbit/s each way, ms; not slowed by default
 * @property {string} [shots] prefix of file names: takes screenshots, which makes the measurements useless
 * @property {string} [profiles] likewise for CPU profiles of the gestures
 */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {Shown} subject
 * @param {number} n
 * @param {Host} host
 * @param {Options} [options]
 * @returns {Promise<Visit>} with `failure` if the page was not ready in time, crashed, or did not react
 */
export async function visit(browser, subject, n, host, options = {}) {
	const { viewport = { width: 1280, height: 800 } } = options;
	const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'UTC', serviceWorkers: 'block' });
	const page = await context.newPage();
	const crashed = new Promise((_, fail) => {
		page.on('crash', () => fail(new Unfinished('crashed')));
		browser.on('disconnected', () => fail(new Unfinished('the browser crashed')));
	});
	crashed.catch(() => {});
	/** @type {Visit} */
	const result = { motion: {} };
	try {
		const all = Promise.race([measure(result, page, subject, n, host, options), crashed]);
		await within(all, 'not done', 10 * limit);
	} catch (error) {
		if (!(error instanceof Unfinished)) throw error;
		result.failure = error.message;
	} finally {
		// A page that hangs does not close; the caller then ends the browser.
		await within(context.close(), 'not closed', 5000).catch(() => {});
	}
	return result;
}

/**
 * @param {Visit} result receives each measurement at once
 * @param {Page} page
 * @param {Shown} subject
 * @param {number} n
 * @param {Host} host
 * @param {Options} options
 */
async function measure(result, page, subject, n, host, { use, line, shots, profiles }) {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Performance.enable');
	const traffic = await listen(cdp);
	if (line) await slowDown(cdp, line);
	/** @type {(ms: number) => void} */
	let tell;
	const told = new Promise((/** @type {(ms: number) => void} */ done) => (tell = done));
	await page.exposeFunction('benchReady', (/** @type {string} */ ms) => tell(Number(ms)));
	// Passed as text, since a page’s policy may forbid making functions from strings.
	await page.addInitScript({ content: `(${instrument})(${subject.ready})` });

	const before = host.sent();
	await within(page.goto(host.origin + subject.path(n), { waitUntil: 'commit', timeout: limit }), 'not ready');
	result.ready = await within(told, 'not ready');
	await within(traffic.quiet(), 'still loading');
	const bytes = traffic.bytes();
	// The browser does not report workers’ requests for this page, but the host has seen them all.
	const sent = host.sent() - before;
	if (Math.abs(sent - bytes) > 0.02 * sent + 2000)
		throw new Error(`${subject.name}: the browser counts ${bytes} bytes, the host ${sent}`);
	result.bytes = bytes;

	result.heap = await heapOf(cdp);
	if (shots) await page.screenshot({ path: `${shots}-ready.png` });
	await use?.({ page, cdp, result, shots, profiles });
	result.all = traffic.bytes();
}

/**
 * @param {CDPSession} cdp
 */
async function listen(cdp) {
	await cdp.send('Network.enable');
	let bytes = 0;
	let last = 0;
	/** @type {Set<string>} */
	const open = new Set();
	cdp.on('Network.requestWillBeSent', ({ requestId }) => open.add(requestId));
	cdp.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		open.delete(requestId);
		bytes += encodedDataLength;
		last = Date.now();
	});
	return {
		bytes: () => bytes,
		/** Waits for half a second without a request. */
		async quiet() {
			const since = Date.now();
			while (open.size || Date.now() - Math.max(last, since) < 500) await sleep(100);
		}
	};
}

/**
 * @param {CDPSession} cdp
 * @param {NonNullable<Options['line']>} line
 */
async function slowDown(cdp, { kbit, latency }) {
	const each = (kbit * 1000) / 8;
	await cdp.send('Network.emulateNetworkConditions', {
		offline: false,
		latency,
		downloadThroughput: each,
		uploadThroughput: each
	});
}

/**
 * Memory after garbage collection: scripts’ objects, their array buffers outside the heap, and the document’s own.
 * @param {CDPSession} cdp
 */
async function heapOf(cdp) {
	for (let n = 0; n < 2; n++) await within(cdp.send('HeapProfiler.collectGarbage'), 'garbage not collected');
	const usage = /** @type {Record<string, number>} */ (
		/** @type {unknown} */ (await within(cdp.send('Runtime.getHeapUsage'), 'no heap'))
	);
	return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}
