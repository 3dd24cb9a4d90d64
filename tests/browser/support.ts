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

/** For tests that do not look at movement: what changes, changes at once, for a third of the work. */
export const still = { contextOptions: { reducedMotion: 'reduce' } } as const;

/**
 * Checks a page against every rule that axe enables by default, including best practices. Runs in the page itself:
 * Playwright’s own builder also transfers everything that passes, which takes four times as long.
 *
 * Contrast takes most of the time. It depends on styles, so another language or theme of a page that was checked whole
 * needs one text of each kind; its other rules do not depend on the theme.
 * @param within checks only this part of the page
 * @param contrast of all texts, or of one of each kind: the same tags, classes and computed colours up to that part
 * @param rules all of them, or only those about colour
 */
export async function expectNoFaults(
	page: Page,
	within?: string,
	{ contrast = 'all', rules = 'all' }: { contrast?: 'all' | 'kinds'; rules?: 'all' | 'colour' } = {}
) {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
	if (contrast === 'kinds') await page.evaluate(tagKinds, within);
	const faults = await page.evaluate(
		async ({ within, contrast, rules }) => {
			const own = (globalThis as unknown as { axe: typeof axe }).axe;
			own.configure({ rules: [{ id: 'color-contrast', selector: contrast === 'kinds' ? '[data-kind]' : '*' }] });
			const { violations } = await own.run(within ?? document, {
				resultTypes: ['violations'],
				...(rules === 'colour' && { runOnly: ['color-contrast', 'link-in-text-block'] })
			});
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
		},
		{ within, contrast, rules }
	);
	expect(faults).toEqual([]);
}

/** Runs in the page: gives the first text of each kind that is seen `data-kind`. */
function tagKinds(within?: string) {
	const kinds = new Map<string, number>();
	const kindOf = new Map<Element, number>();
	// In document order, so that the parent’s kind is known.
	for (const part of document.querySelectorAll(within ? `${within}, ${within} *` : '*')) {
		delete (part as HTMLElement).dataset.kind;
		const { color, backgroundColor, backgroundImage, fill, fontSize, fontWeight, opacity } = getComputedStyle(part);
		const kind = [
			kindOf.get(part.parentElement!),
			part.tagName,
			part.getAttribute('class'),
			...[color, backgroundColor, backgroundImage, fill, fontSize, fontWeight, opacity],
			part.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
			[...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
		].join('|');
		const known = kinds.get(kind);
		kindOf.set(part, known ?? kinds.size);
		if (known !== undefined) continue;
		kinds.set(kind, kinds.size);
		if (kind.endsWith('true')) (part as HTMLElement).dataset.kind = '';
	}
}

/**
 * Waits until the page is hydrated (only then is there a drawer for cards) and follows the reader; until fonts are
 * there, scrolling is handled and over, the picture is at rest, and the address is written.
 */
export const settle = (page: Page) =>
	// Begins anew where the page is left for another meanwhile.
	page.waitForFunction(async () => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		while (!document.querySelector('dialog#evidence[data-ready]')) await frame();
		dispatchEvent(new PointerEvent('pointermove', { movementX: 1 }));
		while (document.querySelector('.stand:not([data-live])')) await frame();
		await document.fonts.ready;
		for (let quiet = 0, at = NaN; quiet < 3; quiet++) {
			await frame();
			if (scrollY !== at || document.querySelector('[data-moving], main[data-writing]')) quiet = -1;
			at = scrollY;
		}
		return true;
	});

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
