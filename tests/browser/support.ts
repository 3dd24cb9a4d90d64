/** Shared by the browser tests: where the story is, when the page has settled, and what its picture shows. */
import { expect, test as plain, type BrowserContext, type Page } from '@playwright/test';
import axe from 'axe-core';
import { keep } from '../../src/lib/view/select.ts';
import { readStory } from '../support/story.ts';

export const slug = 'silicon-valley-turns';
/** Path of the site under test: '', or `/timelines` in the project `based` (playwright.config.ts). */
export const base = () => new URL(plain.info().project.use.baseURL!).pathname.replace(/\/$/, '');
/** Begins the addresses that the site shows elsewhere: whole where it was built for an address, as in `based`. */
export const published = () => (base() ? plain.info().project.use.baseURL! : '');
export const storyUrl = (lang: string, rest = '') => `${base()}/${lang}/${slug}${rest}`;

/** Below a path, nothing is asked for outside it, and everything that is asked for is there. */
export const test = plain.extend<{ watched: void }>({
	watched: [
		async ({ context }, use) => {
			const wrong = base() ? watch(context) : [];
			await use();
			expect(wrong).toEqual([]);
		},
		{ auto: true }
	]
});

/** The project that runs this test below a path too: `test('…', below, …)`. */
export const below = { tag: '@below' };

function watch(context: BrowserContext): string[] {
	const wrong: string[] = [];
	context.on('request', (request) => {
		const url = request.url();
		if (/^https?:/.test(url) && !url.startsWith(`${published()}/`)) wrong.push(`outside: ${url}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
	});
	return wrong;
}
export const story = (lang: string) => readStory(`data/${slug}`, lang);

/** Refs that a filter keeps, read from the data and not from the page. */
export const actorsOf = (lang: string, actors: string[]) =>
	keep(story(lang), actors)
		.map(({ ref }) => ref as string)
		.sort();

export const scenes = (page: Page) =>
	page.locator('[data-scene]').evaluateAll((list) => list.map((scene) => (scene as HTMLElement).dataset.scene!));

/**
 * Checks a page against every rule that axe enables by default, including best practices. Runs in the page itself:
 * Playwright’s own builder also transfers everything that passes, which takes four times as long.
 * @param within checks only this part of the page
 */
export async function expectNoFaults(page: Page, within?: string) {
	await page.evaluate(axe.source);
	const faults = await page.evaluate(async (within) => {
		const own = (globalThis as unknown as { axe: typeof axe }).axe;
		const { violations } = await own.run(within ?? document, { resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
	}, within);
	expect(faults).toEqual([]);
}

/**
 * Waits until the page is hydrated (only then is there a drawer for cards) and follows the reader; until fonts are
 * there, scrolling is handled and over, the picture is at rest, and the address is written.
 */
export async function settle(page: Page) {
	await page.waitForFunction(() => document.querySelector('dialog#evidence[data-ready]'));
	await page.evaluate(() => dispatchEvent(new PointerEvent('pointermove', { movementX: 1 })));
	await page.waitForFunction(() => !document.querySelector('.stand:not([data-live])'));
	await page.evaluate(async () => {
		await document.fonts.ready;
		for (let still = 0, at = NaN; still < 3; still++) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			if (scrollY !== at || document.querySelector('[data-moving], main[data-writing]')) still = -1;
			at = scrollY;
		}
	});
}

/** Presses a key that scrolls. Scrolling starts some frames later, so waiting for stillness alone may be too early. */
export async function scrollByKey(page: Page, key: string) {
	const from = await page.evaluate(() => scrollY);
	await page.keyboard.press(key);
	await page.waitForFunction((from) => scrollY !== from, from);
	await settle(page);
}

/** Waits for this many frames. */
export const frames = (page: Page, n: number) =>
	page.evaluate(async (n) => {
		for (let frame = 0; frame < n; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
	}, n);

/** Waits until the explorer is live and at rest: picture, window, list and address no longer change. */
export async function explored(page: Page) {
	await page.locator('.explorer[data-rest]').waitFor();
	await page.evaluate(() => document.fonts.ready.then(() => {}));
}

export const sceneLink = (id: string) => `nav.mini a[href="#scene-${id}"]`;
export const currentLink = 'nav.mini a[aria-current]';

/** @param above distance of the scene’s top below the viewport’s, px */
export const scrollToScene = (page: Page, id: string, above = 100) =>
	page.evaluate(
		([id, above]) => {
			const element = document.getElementById(`scene-${id}`)!;
			scrollTo({ top: element.getBoundingClientRect().top + scrollY - Number(above), behavior: 'instant' });
		},
		[id, above] as const
	);

/** The picture beside the prose, or over it on a phone. */
export interface Stage {
	/** All that is drawn, as text: equal if two pictures are. */
	drawn: string;
	/** Refs of its marks, and of those that the scene lights, sorted. */
	marks: string[];
	lit: string[];
	/** Ref of the figure that is shown instead of the timeline. */
	figure: string | null;
	/** The text in it. */
	words: string;
}

/** What an element draws, whatever the order of its attributes. @param html its markup */
export const drawing = (html: string) =>
	html.replace(/<!--.*?-->/g, '').replace(
		/<([a-z]\w*)((?: [\w:-]+="[^"]*")+)/gi,
		(_, tag: string, attributes: string) =>
			`<${tag} ${attributes
				.match(/[\w:-]+="[^"]*"/g)!
				.sort()
				.join(' ')}`
	);

export async function stage(page: Page): Promise<Stage> {
	const seen = await page.evaluate(() => {
		const svg = [...document.querySelectorAll('.stand .timeline svg, .stand .surface svg')].find(
			(svg) => svg.getClientRects().length
		)!;
		const refs = (selector: string) =>
			[...svg.querySelectorAll<SVGElement>(selector)].map(({ dataset }) => dataset.ref!).sort();
		const figure = [...document.querySelectorAll<HTMLElement>('.stand .figure')].find((figure) =>
			figure.checkVisibility({ visibilityProperty: true })
		);
		const name = figure?.querySelector<HTMLElement>('[data-ref]')?.dataset.ref ?? null;
		return {
			drawn: svg.outerHTML,
			marks: refs('[data-ref]'),
			lit: refs('[data-tone="lit"]'),
			figure: name,
			words: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ')
		};
	});
	return { ...seen, drawn: drawing(seen.drawn) };
}

/** The picture as text. */
export const marks = async (page: Page) => (await stage(page)).drawn;
