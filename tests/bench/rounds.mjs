/** Runs visits in rounds: each round visits every size with every subject, starting with a different subject. */
import { chromium } from '@playwright/test';
import { launchOptions } from '../support/browser.mjs';
import { failureOf, line } from './report.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('./visit.mjs').Visit} Visit */

/**
 * A freshly started browser still loads pages and fonts of its own, which would slow down the first visit: every
 * subject is visited once before anything is measured.
 * @param {readonly string[]} urls of all subjects
 */
export async function openBrowser(urls) {
	async function launch() {
		const launched = await chromium.launch(launchOptions());
		for (const url of urls) {
			const page = await launched.newPage();
			await page.goto(url);
			await new Promise((done) => setTimeout(done, 1500));
			await page.context().close();
		}
		return launched;
	}
	let browser = await launch();
	return {
		browser: () => browser,
		/** Replaces the browser if a page hangs in it. */
		async anew() {
			await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 10_000))]);
			browser = await launch();
		},
		close: () => browser.close()
	};
}

/**
 * @template {{ name: string }} T
 * @param {Awaited<ReturnType<typeof openBrowser>>} open
 * @param {object} asked
 * @param {readonly T[]} asked.subjects
 * @param {readonly number[]} asked.sizes numbers of events, or widths
 * @param {(n: number) => number} asked.roundsAt
 * @param {(browser: Browser, subject: T, n: number, round: number) => Promise<Visit>} asked.visit
 * @param {(words: string) => void} asked.say
 * @returns {Promise<import('./report.mjs').Record[]>}
 */
export async function inTurn(open, { subjects, sizes, roundsAt, visit, say }) {
	/** @type {import('./report.mjs').Record[]} */
	const records = [];
	const rounds = Math.max(0, ...sizes.map(roundsAt));
	for (let round = 0; round < rounds; round++)
		for (const [at, n] of sizes.filter((n) => round < roundsAt(n)).entries())
			for (let turn = 0; turn < subjects.length; turn++) {
				const subject = subjects[(turn + round + at) % subjects.length];
				// What did not finish is not tried again.
				if (failureOf(records, subject.name, n)) continue;
				const result = await visit(open.browser(), subject, n, round);
				records.push({ subject: subject.name, n, round, visit: result });
				say(`${round + 1}/${roundsAt(n)} ${n} ${line(subject.name, result)}`);
				if (result.failure) await open.anew();
			}
	return records;
}
