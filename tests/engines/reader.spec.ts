/** What readers do, in each engine that they use. Details are tested in one engine only (tests/browser). */
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { pictureSizes } from '../../src/lib/export/parts.ts';
import { keep, orderScenes } from '../../src/lib/view/select.ts';
import { slug, story, storyUrl } from '../browser/support.ts';
import { expect, test } from './engine.ts';
import { StoryPage, type Stage } from './page.ts';

const languages = ['en', 'zh-Hans'];

for (const lang of languages)
	test(`scrolling goes through every scene and the picture follows, ${lang}`, async ({ tab, baseURL }) => {
		const page = new StoryPage(tab);
		await page.open(baseURL + storyUrl(lang));
		const scenes = await page.scenes();
		expect(scenes).toEqual(story(lang).scenes.map(({ id }) => id));
		const seen: Record<string, Stage> = {};
		let last = '';
		// The ending has a picture of its own.
		for (const id of scenes.slice(0, -1)) {
			const refs = await page.refsOf(id);
			await page.scrollTo(id);
			seen[id] = await page.stageThat(
				`another than before ${id}, and about it`,
				({ drawn, lit }) => drawn !== last && (lit.some((ref) => refs.includes(ref)) || hasFigure(lang, id))
			);
			expect(await page.stageInView()).toBe(true);
			last = seen[id].drawn;
		}
		// Back, and by a link: the picture is that of the scene, however it was reached.
		const id = scenes[Math.floor(scenes.length / 2)];
		await page.scrollTo(id);
		await page.stageThat(`as it was at ${id}`, ({ lit }) => String(lit) === String(seen[id].lit));
		await page.open(`${baseURL}${storyUrl(lang)}#scene-${id}`);
		await page.stageThat(`as it was at ${id}`, ({ lit }) => String(lit) === String(seen[id].lit));
	});

/** Does a scene show a figure where others show the timeline? */
const hasFigure = (lang: string, id: string) => !!story(lang).scenes.find((scene) => scene.id === id)?.stage;

for (const lang of languages)
	test(`the type of the story is the one seen, ${lang}`, async ({ tab, baseURL }) => {
		const page = new StoryPage(tab);
		await page.open(baseURL + storyUrl(lang));
		const scenes = await page.scenes();
		await page.scrollTo(scenes.at(-1)!);
		await page.stage();
		const { failed, family, heading, seen } = await page.faces();
		expect(failed).toEqual([]);
		expect(family).toMatch(/^Throughline/);
		expect(heading).toContain('loaded');
		expect(seen.length).toBeGreaterThan(0);
		for (const { words, width, inAnother } of seen)
			expect(Math.abs(width - inAnother), `${words}: ${width} px wide`).toBeGreaterThan(0.2);
	});

test('a link in the text opens its evidence, and one step closes it', async ({ tab, baseURL }) => {
	const page = new StoryPage(tab);
	await page.open(baseURL + storyUrl('en'));
	const ref = await page.firstLink();
	const line = await tab.evaluate(
		(ref) => getComputedStyle(document.querySelector(`.prose a[data-ref="${ref}"]`)!).textDecorationLine,
		ref
	);
	expect(line).toBe('underline');
	const { title } = story('en').items.find((item) => item.ref === ref)!;
	for (const way of ['Escape', 'button'] as const) {
		expect(await page.openEvidence(ref)).toContain(title);
		await page.closeEvidence(ref, way);
	}
});

test('the filter by an actor leaves only what is theirs, and is in the address', async ({ tab, baseURL }) => {
	const page = new StoryPage(tab);
	const { actors } = story('en');
	const [{ id }] = [...actors].sort((a, b) => b.events - a.events);
	const theirs = keep(story('en'), [id]).map(({ ref }) => ref as string);
	const only = ({ marks }: Stage) => marks.length > 0 && marks.every((ref) => theirs.includes(ref));
	await page.open(baseURL + storyUrl('en'));
	expect(only(await page.stage())).toBe(false);
	await page.setFilter(id);
	await page.stageThat(`only of ${id}`, only);
	await tab.until('the address has the filter', (id) => location.search === `?actors=${id}`, id);
});

test('the order changes to that of time and holds in the address', async ({ tab, baseURL }) => {
	const page = new StoryPage(tab);
	await page.open(baseURL + storyUrl('en'));
	const byTime = orderScenes(story('en'), 'time').map(({ id }) => id);
	expect(await page.scenes()).not.toEqual(byTime);
	await page.setOrder('time');
	await tab.until('the address has the order', () => location.search === '?order=time');
	expect(await page.scenes()).toEqual(byTime);
	await page.open(`${baseURL}${storyUrl('en')}${await page.search()}`);
	expect(await page.scenes()).toEqual(byTime);
});

test('the scale changes to the true one and the picture with it', async ({ tab, baseURL }) => {
	const page = new StoryPage(tab);
	await page.open(baseURL + storyUrl('en'));
	const before = await page.stage();
	await page.setScale('true');
	await page.stageThat('another than folded', ({ drawn }) => drawn !== before.drawn);
	await tab.until('the address has the scale', () => location.search === '?scale=true');
});

test('the picture is saved as a PNG of its size, drawn and not blank', async ({ tab, baseURL }, info) => {
	const page = new StoryPage(tab);
	await page.open(baseURL + storyUrl('zh-Hans'));
	const { name, bytes } = await page.exportPng();
	writeFileSync(info.outputPath('saved.png'), bytes);
	expect(name).toBe(`${slug}.zh-Hans.slide@2x.png`);
	const png = PNG.sync.read(bytes);
	expect([png.width, png.height]).toEqual([pictureSizes.slide.width * 2, pictureSizes.slide.height * 2]);
	const { colours, ink } = inspect(png);
	expect(colours).toBeGreaterThan(50);
	expect(ink).toBeGreaterThan(0.01);
	expect(ink).toBeLessThan(0.5);
});

for (const theme of ['light', 'dark'])
	test(`what is seen is ${theme} where the link says so`, async ({ tab, baseURL }, info) => {
		const page = new StoryPage(tab);
		const [, second] = story('en').scenes;
		await page.open(`${baseURL}${storyUrl('en')}?theme=${theme}#scene-${second.id}`);
		await page.stage();
		const bytes = await tab.screenshot();
		writeFileSync(info.outputPath('seen.png'), bytes);
		const png = PNG.sync.read(bytes);
		const { ground, colours, ink } = inspect(png);
		expect(colours).toBeGreaterThan(50);
		expect(ink).toBeGreaterThan(0.01);
		if (theme === 'light') expect(ground).toBeGreaterThan(200);
		else expect(ground).toBeLessThan(60);
	});

test('in a narrow window the picture stays in view, and nothing is wider than the window', async ({ tab, baseURL }) => {
	const page = new StoryPage(tab);
	const drawn = () => tab.until('the timeline of this width', () => !!document.querySelector('.stand[data-live]'));
	await page.open(`${baseURL}${storyUrl('zh-Hans')}#scene-words`);
	await drawn();
	// No narrower, as the window of WebKit’s test browser cannot be.
	await tab.resize(460, 800);
	await drawn();
	let last = await page.stage();
	for (const id of (await page.scenes()).slice(0, 3)) {
		await page.scrollTo(id);
		const before = last;
		last = await page.stageThat(`another than before ${id}`, ({ drawn }) => drawn !== before.drawn);
		expect(await page.stageInView()).toBe(true);
	}
	expect(await page.overflow()).toBeLessThanOrEqual(0);
});

test('the explorer zooms by keys and finds words', async ({ tab, baseURL }) => {
	const page = new StoryPage(tab);
	const all = story('en').items.length;
	await page.openExplorer(`${baseURL}${storyUrl('en')}/explore`);
	await page.listed('has everything', all, all);
	await page.keysOnPicture('End', '+', '+', '+');
	await page.listed('has what is in the window', 1, all - 1);
	await tab.until('the address has the window', () => /[?&]from=.*&to=/.test(location.search));
	await page.keysOnPicture('0');
	await page.listed('has everything again', all, all);
	await page.find('kimi');
	const { list, marks } = await page.listed('has what was found', 1, all - 1);
	expect(list).toContain('event-kimi');
	expect(marks).toEqual(list);
	await tab.until('the address has the words', () => location.search.includes('q=kimi'));
});

/** @returns lightness of the ground (0 to 255), number of colours, and share of pixels that differ from the ground */
function inspect({ data }: PNG) {
	const counts = new Map<number, number>();
	for (let at = 0; at < data.length; at += 4) {
		const colour = data.readUIntBE(at, 3);
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	const [[ground, most]] = [...counts].sort((a, b) => b[1] - a[1]);
	const light = ((ground >> 16) + ((ground >> 8) & 255) + (ground & 255)) / 3;
	return { ground: light, colours: counts.size, ink: 1 - most / (data.length / 4) };
}
