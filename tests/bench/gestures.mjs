/** How a reader moves a timeline: zooming, panning, and filtering by actor. */
import { motion, sleep, tail, Unfinished, wheel, within } from './motion.mjs';

/** @typedef {import('./motion.mjs').Page} Page */
/** @typedef {import('./motion.mjs').CDPSession} CDPSession */
/** @typedef {import('./subjects.mjs').Subject} Subject */

/** Steps of a drag, each way. */
const steps = 30;
/** Steps of a zoom, each way: 1.2 to this power is about nine. */
const zoomings = 12;

/**
 * @param {Subject} subject
 * @returns {import('./visit.mjs').Use} each gesture at full CPU speed and slowed four times, and the filter
 */
export const gestures =
	(subject) =>
	async ({ page, cdp, result, shots, profiles }) => {
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
	};

/** @param {Page} page @param {string} selector */
async function middle(page, selector) {
	const box = await page.locator(selector).first().boundingBox();
	if (!box) throw new Unfinished(`no ${selector}`);
	return { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 700) / 2 };
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

/**
 * @param {Page} page
 * @param {CDPSession} cdp
 * @param {Subject} subject
 * @param {1 | -1} direction 1 zooms in
 */
async function zoomSteps(page, cdp, subject, direction) {
	if (subject.zoom === 'buttons') {
		// Each click magnifies by at least half and runs the page’s own transition.
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
 * Zooms in about nine times and out again, three times; only once with buttons.
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
 * Pans there and back, zoomed in.
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
 * Filters by three actors in turn, timed from the click to the paint of its result.
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
