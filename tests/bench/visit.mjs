/** One visit of one page in a new profile: everything that is measured of it. */
import { writeFileSync } from 'node:fs';
import { instrument } from './page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */
/** @typedef {import('./subjects.mjs').Subject} Subject */
/** @typedef {import('./server.mjs').Host} Host */

const viewport = { width: 1280, height: 800 };

/** A page that is not ready, or a gesture that has not ended, by then has not finished. ms */
export const limit = 60_000;
/** After the last input its late effects are still counted. ms */
const tail = 250;
/** Of a drag, one way. */
const steps = 30;
/** Of a zoom, one way: 1.2 to this power is nine times. */
const zoomings = 12;

/**
 * @typedef {object} Motion of a gesture
 * @property {number} p50 ms between frames
 * @property {number} p95
 * @property {number} work ms of the main thread’s tasks a frame
 * @property {number} cpu the same as CPU time of the thread
 */
/**
 * @typedef {object} Visit
 * @property {number} [bytes]
 * @property {number} [ready] ms
 * @property {number} [heap] bytes
 * @property {Partial<Record<'zoom1' | 'pan1' | 'zoom4' | 'pan4', Motion>>} motion by slow-down of the CPU
 * @property {number} [filter] ms
 * @property {string} [failure] why what is missing is missing
 */

export class Unfinished extends Error {}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what
 * @param {number} [ms]
 * @returns {Promise<T>}
 */
function within(promise, what, ms = limit) {
	/** @type {ReturnType<typeof setTimeout>} */
	let timer;
	const late = new Promise((_, fail) => {
		timer = setTimeout(() => fail(new Unfinished(`${what} after ${ms / 1000} s`)), ms);
	});
	return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

const sleep = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @typedef {object} Options
 * @property {string} [shots] beginning of names of files: pictures are taken, and what is measured meanwhile is of no use
 * @property {string} [profiles] likewise, CPU profiles of the gestures
 */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {Subject} subject
 * @param {number} n
 * @param {Host} host
 * @param {Options} [options]
 * @returns {Promise<Visit>} with `failure` where the page was not ready in time, crashed, or did not react
 */
export async function visit(browser, subject, n, host, options = {}) {
	const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'UTC' });
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
 * @param {Visit} result what is measured is put here at once
 * @param {Page} page
 * @param {Subject} subject
 * @param {number} n
 * @param {Host} host
 * @param {Options} options
 */
async function measure(result, page, subject, n, host, options) {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Network.enable');
	await cdp.send('Performance.enable');
	let bytes = 0;
	let last = 0;
	cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
		bytes += encodedDataLength;
		last = Date.now();
	});
	/** @type {(ms: number) => void} */
	let tell;
	const told = new Promise((/** @type {(ms: number) => void} */ done) => (tell = done));
	await page.exposeFunction('benchReady', (/** @type {string} */ ms) => tell(Number(ms)));
	// As text: a page’s policy may forbid to make functions of strings.
	await page.addInitScript({ content: `(${instrument})(${subject.ready})` });

	const before = host.sent();
	await within(page.goto(host.origin + subject.path(n), { waitUntil: 'commit', timeout: limit }), 'not ready');
	result.ready = await within(told, 'not ready');
	const since = Date.now();
	while (Date.now() - Math.max(last, since) < 500) await sleep(100);
	// Workers’ requests are not this page’s: the host has seen all.
	const sent = host.sent() - before;
	if (Math.abs(sent - bytes) > 0.02 * sent + 2000)
		throw new Error(`${subject.name}: the browser counts ${bytes} bytes, the host ${sent}`);
	result.bytes = bytes;

	result.heap = await heapOf(cdp);
	const { shots, profiles } = options;
	if (shots) await page.screenshot({ path: `${shots}-ready.png` });
	for (const slow of /** @type {const} */ ([1, 4])) {
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: slow });
		const pictures = slow === 1 ? shots : undefined;
		const profile = (/** @type {string} */ gesture) =>
			profiles ? `${profiles}-${gesture}${slow}.cpuprofile` : undefined;
		result.motion[`zoom${slow}`] = await zoom(page, cdp, subject, pictures, profile('zoom'));
		result.motion[`pan${slow}`] = await pan(page, cdp, subject, pictures, profile('pan'));
	}
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	if (subject.filter) result.filter = await filtered(page, subject.filter);
	if (shots) await page.screenshot({ path: `${shots}-filter.png` });
}

/**
 * Scripts’ objects, what they hold outside (array buffers) and the document’s own, after garbage collection.
 * @param {CDPSession} cdp
 */
async function heapOf(cdp) {
	for (let n = 0; n < 2; n++) await within(cdp.send('HeapProfiler.collectGarbage'), 'garbage not collected');
	const usage = /** @type {Record<string, number>} */ (
		/** @type {unknown} */ (await within(cdp.send('Runtime.getHeapUsage'), 'no heap'))
	);
	return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** @param {Page} page @param {string} selector */
async function middle(page, selector) {
	const box = await page.locator(selector).first().boundingBox();
	if (!box) throw new Unfinished(`no ${selector}`);
	return { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 700) / 2 };
}

/**
 * @param {CDPSession} cdp
 */
async function mainThread(cdp) {
	const { metrics } = await cdp.send('Performance.getMetrics');
	const of = (/** @type {string} */ key) => (metrics.find(({ name }) => name === key)?.value ?? NaN) * 1000;
	return { work: of('TaskDuration'), cpu: of('ThreadTime') };
}

/**
 * @param {Page} page
 * @param {CDPSession} cdp
 * @param {() => Promise<void>} input
 * @param {string} [profile] name of a file
 * @returns {Promise<Motion>}
 */
async function motion(page, cdp, input, profile) {
	await page.evaluate(() => /** @type {any} */ (globalThis).bench.begin());
	if (profile) {
		await cdp.send('Profiler.enable');
		await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
		await cdp.send('Profiler.start');
	}
	const before = await mainThread(cdp);
	await within(input(), 'a gesture had not ended');
	await sleep(tail);
	const after = await within(mainThread(cdp), 'a gesture had not ended');
	if (profile) writeFileSync(profile, JSON.stringify((await cdp.send('Profiler.stop')).profile));
	const times = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (globalThis).bench.end()));
	const deltas = times
		.slice(1)
		.map((time, n) => time - times[n])
		.sort((a, b) => a - b);
	const at = (/** @type {number} */ q) => deltas[Math.floor((deltas.length - 1) * q)];
	const each = (/** @type {'work' | 'cpu'} */ part) => (after[part] - before[part]) / deltas.length;
	return { p50: at(0.5), p95: at(0.95), work: each('work'), cpu: each('cpu') };
}

/**
 * @param {Page} page
 * @param {Subject} subject
 * @param {string} before
 * @param {string} what
 */
async function moved(page, subject, before, what) {
	const now = await page.evaluate(subject.probe);
	if (subject.name !== 'empty' && now === before) throw new Error(`${subject.name}: ${what} moved nothing: ${now}`);
	return now;
}

/** One wheel step, which ends when the page has taken it: one a frame. */
const wheel = (
	/** @type {CDPSession} */ cdp,
	/** @type {{ x: number, y: number }} */ at,
	/** @type {{ deltaX?: number, deltaY?: number, modifiers?: number }} */ part
) => cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', deltaX: 0, deltaY: 0, ...at, ...part });

/**
 * @param {Page} page
 * @param {CDPSession} cdp
 * @param {Subject} subject
 * @param {1 | -1} direction 1: nearer
 */
async function zoomSteps(page, cdp, subject, direction) {
	if (subject.zoom === 'buttons') {
		// Each magnifies by a half or more, and lets its own transition run.
		const button = await middle(page, `.tl-menubar-button >> nth=${direction > 0 ? 0 : 1}`);
		for (let n = 0; n < 4; n++) {
			await page.mouse.click(button.x, button.y);
			await page.evaluate(() => /** @type {any} */ (globalThis).bench.frames(8));
		}
		return;
	}
	const at = await middle(page, subject.box);
	const modifiers = subject.zoom === 'ctrl-wheel' ? 2 : 0;
	for (let n = 0; n < zoomings; n++) await wheel(cdp, at, { deltaY: -direction * subject.wheel, modifiers });
}

/**
 * In about nine times and out again, three times over; what has buttons, once.
 * @param {Page} page
 * @param {CDPSession} cdp
 * @param {Subject} subject
 * @param {string} [shots]
 * @param {string} [profile]
 */
async function zoom(page, cdp, subject, shots, profile) {
	const start = await page.evaluate(subject.probe);
	return motion(
		page,
		cdp,
		async () => {
			for (let turn = 0; turn < (subject.zoom === 'buttons' ? 1 : 3); turn++) {
				await zoomSteps(page, cdp, subject, 1);
				if (!turn) await moved(page, subject, start, 'zooming');
				if (!turn && shots) await page.screenshot({ path: `${shots}-zoom.png` });
				await zoomSteps(page, cdp, subject, -1);
			}
		},
		profile
	);
}

/**
 * There and back, zoomed in.
 * @param {Page} page
 * @param {CDPSession} cdp
 * @param {Subject} subject
 * @param {string} [shots]
 * @param {string} [profile]
 */
async function pan(page, cdp, subject, shots, profile) {
	await within(zoomSteps(page, cdp, subject, 1), 'a gesture had not ended');
	await sleep(2 * tail);
	const at = await middle(page, subject.box);
	const step = 8;
	const from = await page.evaluate(subject.probe);
	const result = await motion(
		page,
		cdp,
		async () => {
			if (subject.pan === 'wheel') {
				for (let n = 0; n < steps; n++) await wheel(cdp, at, { deltaX: 4 * step });
				await moved(page, subject, from, 'a sideways wheel');
				for (let n = 0; n < steps; n++) await wheel(cdp, at, { deltaX: -4 * step });
				return;
			}
			const place = { ...at };
			const mouse = (/** @type {'mousePressed' | 'mouseMoved' | 'mouseReleased'} */ type) =>
				cdp.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', buttons: 1, clickCount: 1 });
			await mouse('mousePressed');
			for (let n = 0; n < 2 * steps; n++) {
				place[subject.along] += n < steps ? -step : step;
				await mouse('mouseMoved');
				if (n === steps) await moved(page, subject, from, 'dragging');
			}
			await mouse('mouseReleased');
		},
		profile
	);
	if (shots) await page.screenshot({ path: `${shots}-pan.png` });
	await within(zoomSteps(page, cdp, subject, -1), 'a gesture had not ended');
	await sleep(2 * tail);
	return result;
}

/**
 * Three actors in turn: from the click to what it leaves painted.
 * @param {Page} page
 * @param {NonNullable<Subject['filter']>} filter
 * @returns {Promise<number>} the median
 */
async function filtered(page, { open, choose, root }) {
	if (open) await page.locator(open).click();
	const list = [];
	for (let actor = 0; actor < 3; actor++)
		for (const turn of ['on', 'off']) {
			const button = await middle(page, `${choose} >> nth=${actor}`);
			await page.evaluate((selector) => /** @type {any} */ (globalThis).bench.painted(selector, 600), root);
			await page.mouse.click(button.x, button.y);
			const ms = await within(
				page.evaluate(() => /** @type {Promise<number | null>} */ (/** @type {any} */ (globalThis).benchPainted)),
				'a filter was not painted'
			);
			if (ms === null) throw new Error(`a filter put ${turn} changed nothing`);
			if (turn === 'on') list.push(ms);
		}
	return list.sort((a, b) => a - b)[1];
}
