/** What an input costs a page: frames, main-thread time, long tasks. */
import { writeFileSync } from 'node:fs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */

/**
 * @typedef {object} Motion
 * @property {number} p50 ms between frames
 * @property {number} p95
 * @property {number} work ms of main-thread tasks per frame
 * @property {number} cpu the same as CPU time of the thread
 * @property {number} long how many tasks took more than 50 ms
 * @property {number} longest ms of the longest of these, 0 if there is none
 */

/** Time in ms after which a page that is not ready, or a gesture that has not ended, counts as unfinished. */
export const limit = 60_000;
/** How long after the last input its late effects still count, ms. */
export const tail = 250;

export class Unfinished extends Error {}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what
 * @param {number} [ms]
 * @returns {Promise<T>}
 */
export function within(promise, what, ms = limit) {
	/** @type {ReturnType<typeof setTimeout>} */
	let timer;
	const late = new Promise((_, fail) => {
		timer = setTimeout(() => fail(new Unfinished(`${what} after ${ms / 1000} s`)), ms);
	});
	return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

export const sleep = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** One wheel step; resolves once the page has handled it. */
export const wheel = (
	/** @type {CDPSession} */ cdp,
	/** @type {{ x: number, y: number }} */ at,
	/** @type {{ deltaX?: number, deltaY?: number, modifiers?: number }} */ part
) => cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', deltaX: 0, deltaY: 0, ...at, ...part });

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
export async function motion(page, cdp, input, profile) {
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
	/** @type {{ frames: number[], long: number[] }} */
	const { frames: times, long } = await page.evaluate(() => /** @type {any} */ (globalThis).bench.end());
	const deltas = times
		.slice(1)
		.map((time, n) => time - times[n])
		.sort((a, b) => a - b);
	const at = (/** @type {number} */ q) => deltas[Math.floor((deltas.length - 1) * q)];
	const each = (/** @type {'work' | 'cpu'} */ part) => (after[part] - before[part]) / deltas.length;
	return {
		p50: at(0.5),
		p95: at(0.95),
		work: each('work'),
		cpu: each('cpu'),
		long: long.length,
		longest: Math.max(0, ...long)
	};
}
