/** The page tells first: its length, what it consists of, its order, its filter, and its quote cards. */
import { expect, test, type Page } from '@playwright/test';
import { count, fill } from '../../src/lib/text/fill.ts';
import { filterStory, orderScenes } from '../../src/lib/view/select.ts';
import { scenes, scrollToScene, settle, still, story, storyUrl } from './support.ts';

test.use(still);

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const limits = { screens: { 1440: 10, 390: 18 }, told: 0.6, scene: [0.7, 1.1] };

async function open(page: Page, rest = '', lang = 'en', size = desk) {
	await page.setViewportSize(size);
	await page.goto(storyUrl(lang, rest));
	await settle(page);
}

/** Height in px from the top of the page to the end of the ending, and how many of those px hold story content. */
const measure = (page: Page) =>
	page.evaluate(() => {
		const end = document.getElementById('all-evidence')!.getBoundingClientRect().top + scrollY;
		const told = [
			'.opening :is(h1, .dek, .quotes, .line)',
			'.telling :is(h2, .prose, .instead)',
			'.ending :is(h2, .stage, .words)'
		].join();
		// No pixel counts twice where boxes stand side by side or one inside another.
		const boxes = [...document.querySelectorAll(told)]
			.map((element) => element.getBoundingClientRect())
			.filter(({ width, height }) => width && height)
			.map(({ top, bottom }) => [top + scrollY, bottom + scrollY])
			.sort(([a], [b]) => a - b);
		let [sum, last] = [0, 0];
		for (const [top, bottom] of boxes) {
			sum += Math.max(0, bottom - Math.max(last, top));
			last = Math.max(last, bottom);
		}
		const scenes = [...document.querySelectorAll<HTMLElement>('.telling [data-scene]')].map((scene) => ({
			id: scene.dataset.scene!,
			screens: scene.offsetHeight / innerHeight
		}));
		return { screens: end / innerHeight, told: sum / end, scenes };
	});

/** Sentences of the interface as the page may show them: of each, the longest stretch without a blank to fill. */
function boilerplate(lang: string) {
	const { page, opening, line, scale, filter, ending, time, card } = story(lang).ui;
	const strings: string[] = [];
	const collect = (part: unknown) => {
		if (typeof part === 'string') strings.push(part);
		else if (part) Object.values(part).forEach(collect);
	};
	[page, opening, line, scale, filter, ending, time, card].forEach(collect);
	const least = lang === 'en' ? 14 : 5;
	const longest = (text: string) =>
		text
			.split(/\{\w+\}/)
			.sort((a, b) => b.length - a.length)[0]
			.trim();
	return [...new Set(strings.map(longest))].filter((text) => text.length >= least);
}

/** The text that a reader sees before the evidence, scene by scene. */
const said = (page: Page) =>
	page.evaluate(() => {
		const parts: string[] = [];
		for (const root of document.querySelectorAll('.opening, .telling, .stand, .ending')) {
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const { parentElement: parent, textContent } = walker.currentNode;
				if (!parent?.checkVisibility({ visibilityProperty: true })) continue;
				// A label in a picture is not a sentence.
				if (parent.closest('svg, .visually-hidden, .skip, style, script')) continue;
				parts.push(textContent!);
			}
		}
		return parts.join(' ').replace(/\s+/g, ' ');
	});

for (const lang of ['en', 'zh-Hans'])
	for (const size of [desk, phone])
		test(`so long, and so much of it told: ${lang}, ${size.width} px`, async ({ page }) => {
			await open(page, '', lang, size);
			const { screens, told, scenes } = await measure(page);
			console.log(
				`${lang}, ${size.width} × ${size.height}: ${screens.toFixed(2)} screens, ${(told * 100).toFixed(1)}% told; ` +
					scenes.map(({ id, screens }) => `${id} ${screens.toFixed(2)}`).join(', ')
			);
			expect(screens).toBeLessThanOrEqual(limits.screens[size.width as 1440 | 390]);
			expect(told).toBeGreaterThanOrEqual(limits.told);
			if (size === desk)
				for (const { id, screens } of scenes) {
					expect(screens, id).toBeGreaterThanOrEqual(limits.scene[0]);
					expect(screens, id).toBeLessThanOrEqual(limits.scene[1]);
				}

			const sentences = boilerplate(lang);
			expect(sentences.length).toBeGreaterThan(20);
			const words = await said(page);
			const times = sentences.map((text) => [text, words.split(text).length - 1] as const);
			// The list must contain what the page really says.
			expect(times.filter(([, n]) => n).length).toBeGreaterThan(3);
			expect(times.filter(([, n]) => n > 1)).toEqual([]);
		});

for (const lang of ['en', 'zh-Hans'])
	test(`the opening is one screen: ${lang}`, async ({ page }) => {
		for (const [width, height] of [
			[1440, 900],
			[1280, 800],
			[820, 1180],
			[390, 844]
		]) {
			await page.setViewportSize({ width, height });
			await page.goto(storyUrl(lang));
			await settle(page);
			const foot = await page.locator('.opening footer .next').evaluate((last) => last.getBoundingClientRect().bottom);
			expect(foot, `${width} × ${height}`).toBeLessThanOrEqual(height);
		}
	});

test('every quotation set large is a card that shows its mark, and its mark shows it', async ({ page }) => {
	await open(page);
	let [cards, own] = [0, 0];
	for (const id of (await scenes(page)).slice(0, -1)) {
		await scrollToScene(page, id);
		await settle(page);
		for (const ref of await page
			.locator(`#scene-${id} .said`)
			.evaluateAll((list) => list.map((card) => (card as HTMLElement).dataset.ref!))) {
			const card = page.locator(`#scene-${id} .said[data-ref="${ref}"]`);
			const link = card.locator('blockquote a');
			await expect(link).toHaveAttribute('href', `#${ref}`);
			await link.scrollIntoViewIfNeeded();
			await settle(page);
			if (!(await page.locator('.desk .timeline svg').isVisible())) continue;
			const scene = await page.locator('nav.mini a[aria-current]').getAttribute('href');
			if (scene !== `#scene-${id}`) continue;
			cards++;
			const rings = page.locator('.desk .ring[opacity="1"]');
			await page.mouse.move(2, 400);
			await expect(rings).toHaveCount(0);
			await link.hover();
			await expect(rings, ref).toHaveCount(1);
			await page.mouse.move(2, 400);
			await expect(rings).toHaveCount(0);
			// The same by keyboard.
			await link.focus();
			await expect(rings, ref).toHaveCount(1);
			await link.blur();
			await page.mouse.move(3, 401);
			await expect(card).not.toHaveClass(/active/);
			// Its own mark, or that of the event that it is about.
			const mark = page.locator(`.desk a.mark:is([data-ref="${ref}"], [data-also~="${ref}"])`);
			const words = mark.locator('text');
			if (!(await words.count())) continue;
			own++;
			await words.first().hover();
			await expect(card, ref).toHaveClass(/active/);
			await page.mouse.move(2, 400);
			await expect(card).not.toHaveClass(/active/);
			await mark.focus();
			await expect(card, ref).toHaveClass(/active/);
			await page.locator('.bar .home').focus();
		}
	}
	console.log(`${cards} quote cards, ${own} with words at a mark`);
	expect(cards).toBeGreaterThan(5);
	expect(own).toBeGreaterThan(3);
});

for (const lang of ['en', 'zh-Hans'])
	test(`scenes that the filter leaves empty are one line, which opens them: ${lang}`, async ({ page }) => {
		const actors = ['openai', 'deepseek'];
		await open(page, `?actors=${actors}`, lang);
		const { ui, actors: all } = story(lang);
		const { scenes: filtered, counts } = filterStory(story(lang), actors, 'told');
		const inFlow = filtered.filter(({ scene }) => !scene.ending);
		const empty = inFlow.filter(({ empty }) => empty);
		expect(empty.length).toBeGreaterThan(0);
		expect(empty.length).toBeLessThan(inFlow.length);
		const names = actors.map((id) => all.find((actor) => actor.id === id)!.name).join(ui.list.separator);
		const line = page.locator('.skipped');
		await expect(line).toHaveCount(1);
		await expect(line).toContainText(
			fill(count(lang, ui.filter.skipped, empty.length), { total: inFlow.length, actors: names })
		);
		const shown = page.locator('.telling [data-scene]:visible');
		await expect(shown).toHaveCount(inFlow.length - empty.length);
		await expect(page.locator('.bar .badge')).toHaveText(`${counts.event.shown}/${counts.event.total}`);
		await line.getByRole('button').click();
		await expect(shown).toHaveCount(inFlow.length);
		await expect(line).toHaveCount(0);
		// A scene that was opened reads like any other.
		await scrollToScene(page, empty[0].scene.id);
		await settle(page);
		await expect(page.locator('nav.mini a[aria-current]')).toHaveAttribute('href', `#scene-${empty[0].scene.id}`);
	});

for (const lang of ['en', 'zh-Hans'])
	test(`in the order of time a scene begins with its own words, and the ending is last: ${lang}`, async ({ page }) => {
		await open(page, '?order=time', lang);
		const ordered = orderScenes(story(lang), 'time');
		expect(await scenes(page)).toEqual(ordered.map(({ id }) => id));
		expect(ordered.at(-1)!.ending).toBe(true);
		const leads = ordered.filter(({ lead }) => lead);
		expect(leads.length).toBeGreaterThan(0);
		const first = (id: string) => page.locator(`#scene-${id} .prose p:visible`).first().innerText();
		const byTime: Record<string, string> = {};
		for (const { id } of ordered.slice(0, -1)) byTime[id] = await first(id);
		await open(page, '', lang);
		for (const { id, lead } of ordered.slice(0, -1)) {
			if (lead) expect(await first(id), id).not.toBe(byTime[id]);
			else expect(await first(id), id).toBe(byTime[id]);
		}
	});

for (const order of ['told', 'time'])
	test(`a sign is explained once, where it first stands: ${order} order`, async ({ page }) => {
		await open(page, order === 'time' ? '?order=time' : '');
		const { key } = story('en').ui;
		const words = Object.values(key).map((text) => text.replace(/\{n\}\s*/, ''));
		const explained: Record<string, string[]> = {};
		const list = (await scenes(page)).slice(0, -1);
		for (const id of list) {
			await scrollToScene(page, id);
			await settle(page);
			const said = await page.locator('.desk .stage').evaluate((stage) =>
				[...stage.querySelectorAll('text, .key li')]
					.filter((part) => part.checkVisibility({ visibilityProperty: true }))
					.map(({ textContent }) => textContent!.trim())
					.join(' ')
			);
			for (const text of words) if (said.includes(text)) (explained[text] ??= []).push(id);
		}
		console.log(order, JSON.stringify(explained));
		expect(Object.keys(explained).length).toBeGreaterThan(2);
		for (const [text, where] of Object.entries(explained)) expect(where, text).toHaveLength(1);
		// What first appears in the first scene is explained there.
		expect(Object.values(explained).flat()).toContain(list[0]);
	});

test('the scale says what it is, and its button changes it', async ({ page }) => {
	const { scale } = story('en').ui;
	await open(page);
	const line = page.locator('.stage .scale');
	const button = line.locator('.scale-toggle');
	await expect(button).toHaveText(scale.showTrue);
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	const folded = await line.innerText();
	await button.click();
	await expect(line).toContainText(scale.isTrue);
	await expect(button).toHaveText(scale.showFolded);
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect(page).toHaveURL(/scale=true/);
	await button.click();
	await expect(button).toHaveText(scale.showTrue);
	expect(await line.innerText()).toBe(folded);
	// Where the picture leaves out a stretch of time, its length is given.
	const said: string[] = [];
	for (const id of (await scenes(page)).slice(0, -1)) {
		await scrollToScene(page, id);
		await settle(page);
		if (await button.isVisible()) said.push(await line.innerText());
	}
	const [before, after] = scale.isFolded.split('{gaps}');
	const gaps = said.filter((text) => text.includes(before.trim()) && text.includes(after.trim()));
	expect(gaps.length).toBeGreaterThan(0);
	for (const text of gaps) expect(text).toMatch(/\d+ (years?|months?)/);
});
