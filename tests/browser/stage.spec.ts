/** What stands beside the prose follows it: which picture is at rest, and what is seen on the way there. */
import { expect, test, type Page } from '@playwright/test';
import { select } from '../../src/lib/view/select.ts';
import { initialView } from '../../src/lib/view/view.ts';
import {
	currentLink,
	drawing,
	scenes,
	sceneLink,
	scrollToScene,
	settle,
	stage,
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

/** Refs that a scene tells, read from the story and not from the page. */
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

/** From where the page is, as a wheel does it: a little at a time. */
async function wheelTo(page: Page, id: string) {
	for (let steps = 0; steps < 400; steps++) {
		const away = await page.evaluate(
			(id) => document.getElementById(`scene-${id}`)!.getBoundingClientRect().top - 100,
			id
		);
		if (Math.abs(away) < 2) return;
		await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), Math.max(-150, Math.min(150, away)));
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
	}
	throw new Error(`${id} was not reached`);
}

/** Looks at every frame from now on: how much the picture has, and what it is. */
const watch = (page: Page) =>
	page.evaluate(() => {
		const seen: { drawn: string; marks: number; shown: boolean }[] = [];
		Object.assign(globalThis, { seen });
		const look = () => {
			const svg = document.querySelector('.stand .timeline svg, .stand .surface svg')!;
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

for (const lang of ['en', 'zh-Hans'])
	for (const size of sizes)
		test(`beside every scene stands what it tells: ${lang}, ${size.width} px`, async ({ page }) => {
			test.slow();
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
					...items.flatMap((item) => (item.kind !== 'event' && expected.includes(item.ref) ? item.about : []))
				];
				if (phone) {
					// One after the other in the caption, each a link to its evidence.
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

for (const size of sizes)
	test(`whatever the way, a scene has its one picture: ${size.width} px`, async ({ page }) => {
		test.slow();
		await open(page, size);
		const list = told('en').map(({ id }) => id);
		// Slowly through all, then back up.
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
		// By keys.
		await reach(page, list[2]);
		await page.keyboard.press('j');
		await settle(page);
		expect((await stage(page)).drawn, 'J').toBe(seen[list[3]]);
		await page.keyboard.press('k');
		await settle(page);
		expect((await stage(page)).drawn, 'K').toBe(seen[list[2]]);
		// To the end and the beginning, where the last and the first scene’s picture stays.
		await page.keyboard.press('End');
		await settle(page);
		expect((await stage(page)).drawn, 'End').toBe(seen[list.at(-1)!]);
		await page.keyboard.press('Home');
		await settle(page);
		expect((await stage(page)).drawn, 'Home').toBe(seen[list[0]]);
		// By its link, and at its address.
		if (await page.locator(sceneLink(list[5])).isVisible()) {
			await page.locator(sceneLink(list[5])).press('Enter');
			await settle(page);
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
			await page.waitForTimeout(130);
		}
		await settle(page);
		expect((await stage(page)).drawn, way.join(' ')).toBe(seen[way.at(-1)!]);
	}
});

test('the picture is never blank, and between two scenes there is a way', async ({ page }) => {
	test.slow();
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
		await page.waitForTimeout(150);
	}
	await settle(page);
	const frames = await watched(page);
	expect(new Set(frames.map(({ drawn }) => drawn)).size).toBeGreaterThan(3);
	expect(frames.filter(({ drawn }) => !seen.has(drawn)).length).toBe(0);
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
