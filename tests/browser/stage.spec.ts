/** The picture beside the prose follows it: which picture is shown at rest, and what is seen in transitions. */
import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { isEvent } from '../../src/lib/story/kinds.ts';
import { linksOf } from '../../src/lib/view/items.ts';
import { select } from '../../src/lib/view/select.ts';
import { initialView } from '../../src/lib/view/view.ts';
import {
	currentLink,
	drawing,
	frames as drawn,
	sceneLink,
	scenes,
	scrollByKey,
	scrollToScene,
	settle,
	stage,
	still,
	story,
	storyUrl,
	type Stage
} from './support.ts';

const desk = { width: 1440, height: 900 };
const sizes = [
	{ width: 390, height: 844 },
	{ width: 820, height: 1180 },
	{ width: 1440, height: 900 }
];

/** Refs that a scene lights, read from the story and not from the page. */
const litBy = (lang: string, scene: string) => [...select(story(lang), { ...initialView(lang), scene }).lit].sort();
const told = (lang: string) => story(lang).scenes.filter(({ ending }) => !ending);

async function open(page: Page, size: typeof desk, lang = 'en', rest = '') {
	await page.setViewportSize(size);
	await page.goto(storyUrl(lang, rest));
	await settle(page);
}

async function reach(page: Page, id: string): Promise<Stage> {
	await scrollToScene(page, id);
	await settle(page);
	return stage(page);
}

/** Scrolls from the current position as a wheel does, a little in each frame. */
async function wheelTo(page: Page, id: string) {
	const reached = await page.evaluate(async (id) => {
		const scene = document.getElementById(`scene-${id}`)!;
		for (let steps = 0; steps < 400; steps++) {
			const away = scene.getBoundingClientRect().top - 100;
			if (Math.abs(away) < 2) return true;
			scrollBy({ top: Math.max(-150, Math.min(150, away)), behavior: 'instant' });
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		return false;
	}, id);
	if (!reached) throw new Error(`${id} was not reached`);
}

/**
 * From now on records for every frame how much is visible, and what. Transitions are drawn on a canvas: there it counts
 * the points in a small copy that differ from the ground.
 */
const watch = (page: Page) =>
	page.evaluate(() => {
		const seen: { drawn: string; marks: number; shown: boolean }[] = [];
		Object.assign(globalThis, { seen });
		const copy = Object.assign(document.createElement('canvas'), { width: 120, height: 120 });
		const brush = copy.getContext('2d', { willReadFrequently: true })!;
		const look = () => {
			const svg = document.querySelector('.stand .timeline svg, .stand .surface svg')!;
			const way = document.querySelector<HTMLCanvasElement>('.stand canvas:not([hidden])');
			if (way) {
				brush.drawImage(way, 0, 0, 120, 120);
				const points = [...new Uint32Array(brush.getImageData(0, 0, 120, 120).data.buffer)];
				seen.push({
					drawn: `way ${points.reduce((sum, point) => (sum * 31 + point) >>> 0, 7)}`,
					marks: points.filter((point) => point !== points[0]).length,
					shown: way.getClientRects().length > 0
				});
			} else
				seen.push({
					drawn: svg.outerHTML,
					marks: svg.querySelectorAll('[data-ref]').length,
					shown: svg.getClientRects().length > 0
				});
			requestAnimationFrame(look);
		};
		look();
	});
const watched = async (page: Page) => {
	const { seen } = await page.evaluate(() => ({
		seen: (globalThis as unknown as { seen: { drawn: string; marks: number; shown: boolean }[] }).seen
	}));
	return seen.map((frame) => ({ ...frame, drawn: drawing(frame.drawn) }));
};

test.describe('at rest', () => {
	test.use(still);

	for (const lang of ['en', 'zh-Hans'])
		for (const size of sizes)
			test(`beside every scene stands what it tells: ${lang}, ${size.width} px`, async ({ page }) => {
				await open(page, size, lang);
				const phone = size.width < 768;
				const { items } = story(lang);
				for (const { id, stage: figure } of told(lang)) {
					const { marks, lit, figure: shown } = await reach(page, id);
					const expected = litBy(lang, id);
					expect(expected.length, id).toBeGreaterThan(0);
					// A quotation may stand at the mark of the event that it is about.
					const allowed = [
						...expected,
						...items.flatMap((item) => (!isEvent(item) && expected.includes(item.ref) ? linksOf(item) : []))
					];
					if (phone) {
						// One after the other in the caption, each linking to its evidence.
						const caption = page.locator('.strip .foot a');
						const named = new Set<string>();
						for (let steps = 0; steps < expected.length; steps++) {
							named.add((await caption.getAttribute('data-ref'))!);
							const next = page.locator('.strip .foot button').last();
							if (await next.count()) await next.click();
						}
						for (const ref of named) expect(allowed, id).toContain(ref);
						expect(named.size, `${id}: ${[...named].join()}`).toBeGreaterThan(0);
					} else {
						if (size.width >= 960) expect(shown, id).toBe(figure ?? null);
						expect(lit.length, id).toBeGreaterThan(0);
						for (const ref of lit) expect(allowed, id).toContain(ref);
					}
					expect(marks.length, id).toBeGreaterThan(0);
				}
			});

	for (const size of sizes.slice(1))
		test(`the line of the whole says where the page stands: ${size.width} px`, async ({ page }) => {
			await open(page, size);
			for (const { id } of told('en')) {
				await reach(page, id);
				await expect(page.locator(currentLink)).toHaveAttribute('href', `#scene-${id}`);
			}
			expect((await scenes(page)).length).toBe(story('en').scenes.length);
		});
});

for (const size of sizes)
	test(`whatever the way, a scene has its one picture: ${size.width} px`, async ({ page }) => {
		await open(page, size);
		const list = told('en').map(({ id }) => id);
		// Slowly through all scenes, then back up.
		const seen: Record<string, string> = {};
		for (const id of list) {
			await wheelTo(page, id);
			await settle(page);
			seen[id] = (await stage(page)).drawn;
		}
		expect(new Set(Object.values(seen)).size).toBe(list.length);
		for (const id of [...list].reverse().filter((_, index) => index % 3 === 1)) {
			await wheelTo(page, id);
			await settle(page);
			expect((await stage(page)).drawn, `${id}, back up`).toBe(seen[id]);
		}
		// By keyboard.
		await reach(page, list[2]);
		await scrollByKey(page, 'j');
		expect((await stage(page)).drawn, 'J').toBe(seen[list[3]]);
		await scrollByKey(page, 'k');
		expect((await stage(page)).drawn, 'K').toBe(seen[list[2]]);
		// To the end and the beginning, where the picture of the last and the first scene stays.
		await scrollByKey(page, 'End');
		expect((await stage(page)).drawn, 'End').toBe(seen[list.at(-1)!]);
		await scrollByKey(page, 'Home');
		expect((await stage(page)).drawn, 'Home').toBe(seen[list[0]]);
		// By its link, and by its address.
		if (await page.locator(sceneLink(list[5])).isVisible()) {
			await page.locator(sceneLink(list[5])).focus();
			await scrollByKey(page, 'Enter');
			await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
			expect((await stage(page)).drawn, 'link').toBe(seen[list[5]]);
		}
		await page.goto(storyUrl('en', `#scene-${list[4]}`));
		await page.reload();
		await settle(page);
		expect((await stage(page)).drawn, 'address').toBe(seen[list[4]]);
	});

test('scrolling that is interrupted ends in the picture of where it ends', async ({ page }) => {
	await open(page, desk);
	const list = told('en').map(({ id }) => id);
	const [a, b, c] = [list[0], list[1], list[4]];
	const seen: Record<string, string> = {};
	for (const id of [a, b, c]) seen[id] = (await reach(page, id)).drawn;
	await reach(page, a);
	for (const way of [
		[c, b],
		[b, a],
		[b, c, a, b],
		[c, c, a]
	]) {
		for (const id of way) {
			await scrollToScene(page, id);
			await drawn(page, 8);
		}
		await settle(page);
		expect((await stage(page)).drawn, way.join(' ')).toBe(seen[way.at(-1)!]);
	}
});

test('the picture is never blank, and between two scenes there is a way', async ({ page }) => {
	await open(page, desk);
	const list = told('en').map(({ id }) => id);
	const rest = [(await stage(page)).drawn];
	await reach(page, list[0]);
	await watch(page);
	for (const id of [...list, ...[...list].reverse()]) rest.push((await reach(page, id)).drawn);
	const frames = await watched(page);
	expect(frames.length).toBeGreaterThan(list.length * 20);
	expect(frames.filter(({ marks, shown }) => !marks || !shown)).toEqual([]);
	const atRest = new Set(rest);
	const between = new Set(frames.map(({ drawn }) => drawn).filter((drawn) => !atRest.has(drawn)));
	console.log(`${frames.length} frames seen, ${between.size} pictures between scenes`);
	expect(between.size).toBeGreaterThan(list.length * 2);
});

/** The darkness of each square of 6 px, so that letters half a px aside count as the same. */
function inked({ data, width, height }: PNG): number[] {
	const squares: number[] = [];
	for (let top = 0; top + 6 <= height; top += 6)
		for (let left = 0; left + 6 <= width; left += 6) {
			let sum = 0;
			for (let at = 0; at < 36; at++) {
				const point = 4 * ((top + Math.floor(at / 6)) * width + left + (at % 6));
				for (const part of [0, 1, 2]) sum += Math.abs(data[point + part] - data[part]);
			}
			squares.push(sum / 108);
		}
	return squares;
}

for (const [lang, rest] of [
	['en', ''],
	['zh-Hans', ''],
	['en', '?theme=dark']
])
	test(`a way begins in the picture that stood there: ${lang}${rest}`, async ({ page }) => {
		// Time stands still for the camera while `held` is set.
		await page.addInitScript(() => {
			const frame = requestAnimationFrame;
			globalThis.requestAnimationFrame = (call) =>
				frame((now) => call((globalThis as unknown as { held?: number }).held ?? now));
		});
		await open(page, desk, lang, rest);
		// In scenes with a figure, the picture is hidden.
		const list = told(lang).flatMap(({ id, stage }) => (stage ? [] : [id]));
		const picture = page.locator('.stand .timeline');
		for (const [index, id] of [...list.entries()].filter(([index]) => index % 3 === 1)) {
			await reach(page, id);
			const still = PNG.sync.read(await picture.screenshot());
			await page.evaluate(() => Object.assign(globalThis, { held: performance.now() }));
			await scrollToScene(page, list[index + 1] ?? list[index - 1]);
			await page.locator('.stand canvas:not([hidden])').waitFor();
			await drawn(page, 3);
			const way = PNG.sync.read(await picture.screenshot());
			await page.evaluate(() => Object.assign(globalThis, { held: undefined }));
			const [before, after] = [inked(still), inked(way)];
			const changed = before.filter((dark, at) => Math.abs(dark - after[at]) > 20).length;
			const all = before.filter((dark) => dark > 20).length;
			console.log(`${id}: ${changed} of ${all} squares with ink are not as they were`);
			// Only the key, counts and lengths of folds are missing in it.
			expect(all, id).toBeGreaterThan(300);
			expect(changed / all, id).toBeLessThan(0.15);
		}
	});

test('with less motion no picture between two is ever seen', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, desk);
	const list = told('en').map(({ id }) => id);
	const seen = new Set<string>();
	for (const id of list) seen.add((await reach(page, id)).drawn);
	await reach(page, list[0]);
	await watch(page);
	for (const id of [list[3], list[1], list[0], list[6]]) {
		await scrollToScene(page, id);
		await drawn(page, 9);
	}
	await settle(page);
	const frames = await watched(page);
	expect(new Set(frames.map(({ drawn }) => drawn)).size).toBeGreaterThan(3);
	expect(frames.filter(({ drawn }) => !seen.has(drawn)).length).toBe(0);
});
