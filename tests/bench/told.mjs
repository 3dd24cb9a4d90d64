/** What is measured beside the story’s page, and how each page is read. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { motion, sleep, wheel } from './motion.mjs';
import { fontsOf, readTold, writePlain, writeScroller } from './scroller.mjs';
import { root } from './story.mjs';

/** The shipped story that is read. */
export const slug = 'silicon-valley-turns';
const lang = 'en';

/** Viewports of a desktop and a phone, by width in px. @type {Record<number, { width: number, height: number }>} */
export const viewports = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } };

/** Size of a wheel notch in px, and time between two in ms: a brisk reader. */
const notch = { px: 120, ms: 80 };

/** @type {import('./visit.mjs').Shown[]} */
export const readers = [
	{
		name: 'ours',
		words: 'Throughline',
		path: () => `/${lang}/${slug}`,
		// From then on a link opens its card over the page, and scrolling is followed.
		ready: () => document.readyState === 'complete' && document.querySelector('dialog#evidence[data-ready]') !== null
	},
	{
		name: 'plain',
		words: 'without scripts',
		path: () => '/plain/story',
		ready: () => document.readyState === 'complete'
	},
	{
		name: 'scroller',
		words: 'scrollama and D3',
		path: () => '/peers/scroller.html',
		ready: () => document.readyState === 'complete' && 'drawn' in document.documentElement.dataset
	}
];

/** @param {string} folder of stories, into which the story is copied to be built with them */
export const copyStory = (folder) => cpSync(join(root, 'data', slug), join(folder, slug), { recursive: true });

/**
 * Writes the pages to compare with.
 * @param {string} site folder of the built site
 * @param {string} folder becomes the site of the peers
 */
export async function writeReaders(site, folder) {
	const page = readFileSync(join(site, lang, `${slug}.html`), 'utf8');
	writePlain(folder, page);
	await writeScroller(folder, await readTold(slug, lang), fontsOf(page));
}

/**
 * Scrolls from the top to the last scene, notch by notch, at the same pace whatever the page does.
 * @param {1 | 4} slow how many times the CPU is slowed
 * @returns {import('./visit.mjs').Use}
 */
export const readThrough =
	(slow) =>
	async ({ page, cdp, result, shots, profiles }) => {
		const view = /** @type {{ width: number, height: number }} */ (page.viewportSize());
		/** Distance from the top of the viewport to the last scene, px. */
		const away = () =>
			page.evaluate(() => [...document.querySelectorAll('[data-scene]')].at(-1)?.getBoundingClientRect().top ?? NaN);
		const notches = Math.ceil(((await away()) - view.height / 4) / notch.px);
		const at = { x: view.width / 4, y: view.height / 2 };
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: slow });
		const profile = profiles && `${profiles}-scroll${slow}.cpuprofile`;
		result.motion[`scroll${slow}`] = await motion(
			page,
			cdp,
			async () => {
				const begun = Date.now();
				for (let n = 0; n < notches; n++) {
					await sleep(begun + n * notch.ms - Date.now());
					await wheel(cdp, at, { deltaY: notch.px });
					if (shots && n === notches >> 1) await page.screenshot({ path: `${shots}-scroll${slow}.png` });
				}
			},
			profile
		);
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
		await sleep(500);
		const left = await away();
		if (!(left < view.height / 2)) throw new Error(`the last scene is ${left} px away after ${notches} notches`);
		if (shots) await page.screenshot({ path: `${shots}-end${slow}.png` });
	};
