/**
 * What a reader does on the pages of a story, in one place: all selectors of this suite are here. Each method returns
 * once the page shows that it is done.
 */
import type { Tab } from './tab.ts';

export interface Stage {
	/** All that is drawn, as text: equal if two pictures are. */
	drawn: string;
	/** Refs of the marks in the picture, and those of them that it names in full. */
	marks: string[];
	lit: string[];
}

/** The page of a story, and its explorer. */
export class StoryPage {
	readonly #tab: Tab;

	constructor(tab: Tab) {
		this.#tab = tab;
	}

	/** Loads the page and waits until it is hydrated: Svelte keeps a button’s handlers on the button itself. */
	async open(url: string) {
		await this.#tab.goto(url);
		await this.#tab.until('the page is alive', () => {
			const button = document.querySelector('[data-open="export"]');
			return document.readyState === 'complete' && button && Object.getOwnPropertySymbols(button).length > 0;
		});
		await this.#tab.evaluate(() => document.fonts.ready.then(() => null));
	}

	/** @returns ids of scenes, in page order */
	scenes = () =>
		this.#tab.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('section[data-scene]')].map(({ dataset }) => dataset.scene!)
		);

	/** @returns refs in the prose of a scene, or on its cards */
	refsOf = (scene: string) =>
		this.#tab.evaluate(
			(scene) =>
				[...document.querySelectorAll<HTMLElement>(`section[data-scene="${scene}"] [data-ref]`)].map(
					({ dataset }) => dataset.ref!
				),
			scene
		);

	scrollTo = (scene: string) =>
		this.#tab.evaluate((scene) => {
			const { top } = document.querySelector(`section[data-scene="${scene}"]`)!.getBoundingClientRect();
			scrollTo({ top: top + scrollY - 100, behavior: 'instant' });
		}, scene);

	/** @returns the picture beside the text, once it has been still for twelve frames */
	stage = (): Promise<Stage> => this.#tab.until('the picture comes to rest', atRest);

	/**
	 * @param what the picture should become, for error messages
	 * @returns the first picture at rest that fulfils the condition
	 */
	async stageThat(what: string, is: (stage: Stage) => boolean): Promise<Stage> {
		let stage = await this.stage();
		// It may be seen at rest before it begins to move; each look takes twelve frames.
		for (let looks = 0; looks < 40 && !is(stage); looks++) stage = await this.stage();
		if (!is(stage)) throw new Error(`the picture is at rest, but not so: ${what} (it names ${stage.lit.join(', ')})`);
		return stage;
	}

	/** @returns whether the picture lies within the viewport */
	stageInView = () =>
		this.#tab.evaluate(() =>
			[...document.querySelectorAll('.stand .timeline svg, .stand .surface svg')].some((svg) => {
				const { top, bottom, width } = svg.getBoundingClientRect();
				return width > 0 && top >= 0 && bottom <= innerHeight + 1;
			})
		);

	/** @returns ref of the first event that the prose of a scene links to */
	firstLink = () =>
		this.#tab.evaluate(
			() => document.querySelector<HTMLElement>('section[data-scene] a[data-ref^="event-"]')!.dataset.ref!
		);

	/** Opens the target of a link in the text. @returns its text */
	async openEvidence(ref: string): Promise<string> {
		await this.#tab.click(`section[data-scene] a[data-ref="${ref}"]`);
		return this.#tab.until(
			`the evidence of ${ref} opens`,
			(ref) => {
				const dialog = document.querySelector('dialog#evidence[open]');
				if (dialog) return dialog.textContent;
				const card = document.querySelector(`article#${ref}:target`);
				const box = card?.getBoundingClientRect();
				return box && box.top >= 0 && box.top < innerHeight ? card!.textContent : '';
			},
			ref
		);
	}

	/** Closes it in the given way, and waits until the link to it is visible again. */
	async closeEvidence(ref: string, way: 'Escape' | 'button') {
		const drawer = await this.#tab.evaluate(() => !!document.querySelector('dialog#evidence[open]'));
		if (!drawer) await this.#tab.evaluate(() => history.back());
		else if (way === 'Escape') await this.#tab.press('Escape');
		else await this.#tab.click('dialog#evidence button[data-close]');
		await this.#tab.until(
			`the evidence of ${ref} closes, and its link is seen again`,
			(ref, drawer) => {
				const link = document.querySelector(`section[data-scene] a[data-ref="${ref}"]`)!;
				const { top, bottom } = link.getBoundingClientRect();
				const open = drawer ? document.querySelector('dialog#evidence[open]') : location.hash === `#${ref}`;
				return !open && bottom > 0 && top < innerHeight;
			},
			ref,
			drawer
		);
	}

	setFilter = (actor: string) => this.#choose('filter', `[data-actor="${actor}"]`);
	setOrder = (order: string) => this.#choose('view', `input[name="order"][value="${order}"]`);
	setScale = (scale: string) => this.#choose('view', `input[name="scale"][value="${scale}"]`);

	/** Opens a panel, clicks one thing in it and closes the panel. */
	async #choose(panel: string, selector: string) {
		await this.#tab.click(`[data-open="${panel}"]`);
		await this.#tab.click(selector);
		await this.#tab.press('Escape');
		await this.#tab.until(
			'the panel closes',
			(selector) => ![...document.querySelectorAll(selector)].some((part) => part.getClientRects().length),
			selector
		);
	}

	/** Saves the picture with the dialog’s defaults. @returns the PNG file that would be saved */
	async exportPng(): Promise<{ name: string; bytes: Buffer }> {
		await this.#tab.click('[data-open="export"]');
		await this.#tab.until('the preview is drawn', () => !!document.querySelector('dialog[open] .preview svg'));
		await this.#tab.evaluate(keepWhatIsSaved);
		await this.#tab.click('dialog[open] button[type="submit"]');
		const saved = await this.#tab.until('the file is saved', readSaved);
		await this.#tab.press('Escape');
		await this.#tab.until('the dialog closes', () => !document.querySelector('dialog[open]'));
		return { name: saved.name, bytes: Buffer.from(saved.base64, 'base64') };
	}

	/**
	 * @returns families of the fonts that failed, and the state of the heading’s fonts. A font face without a file, which
	 * adjusts one of the reader’s machine, fails if the machine lacks that font, and is left out. `seen`: the Latin words
	 * of the heading and of the first paragraphs in its family, with their widths in px as set and without that family.
	 */
	faces = () =>
		this.#tab.evaluate(async () => {
			await document.fonts.ready;
			const plain = (family: string) => family.trim().replace(/^["']|["']$/g, '');
			const withFile = [...document.styleSheets]
				.flatMap(({ cssRules }) => [...cssRules])
				.filter((rule) => rule instanceof CSSFontFaceRule && /url\(/.test(rule.style.getPropertyValue('src')))
				.map((rule) => plain((rule as CSSFontFaceRule).style.getPropertyValue('font-family')));
			const faces = [...document.fonts]
				.map(({ family, status }) => ({ family: plain(family), status }))
				.filter(({ family }) => withFile.includes(family));
			const family = plain(getComputedStyle(document.querySelector('h1')!).fontFamily.split(',')[0]);
			// A loaded font may still not be shown: an engine may have given up waiting for it and kept another.
			const told = [...document.querySelectorAll<HTMLElement>('h1, section[data-scene] p')].filter(
				(text) => text.checkVisibility() && plain(getComputedStyle(text).fontFamily.split(',')[0]) === family
			);
			const seen = told.slice(0, 6).flatMap((text) => {
				const words = text.textContent.match(/[A-Za-z]{3,}/g)?.join(' ');
				const others = getComputedStyle(text).fontFamily.split(',').slice(1).join(',');
				const widths = ['inherit', others].map((fontFamily) => {
					const probe = text.appendChild(document.createElement('span'));
					Object.assign(probe.style, { fontFamily, position: 'absolute', whiteSpace: 'nowrap' });
					probe.textContent = words ?? '';
					const { width } = probe.getBoundingClientRect();
					probe.remove();
					return width;
				});
				return words ? [{ words, width: widths[0], inAnother: widths[1] }] : [];
			});
			return {
				failed: faces.filter(({ status }) => status === 'error').map(({ family }) => family),
				family,
				heading: faces.filter((face) => face.family === family).map(({ status }) => status as string),
				seen
			};
		});

	/** @returns how much wider the page is than the viewport, px */
	overflow = () => this.#tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);

	search = () => this.#tab.evaluate(() => decodeURIComponent(location.search));

	/** Opens the explorer, which is loaded once its picture is drawn in the page. */
	async openExplorer(url: string) {
		await this.open(url);
		await this.#tab.until('the explorer draws', () => !!document.querySelector('.axis a.mark'));
	}

	/** Presses keys with the explorer’s picture focused. */
	async keysOnPicture(...keys: string[]) {
		await this.#tab.evaluate(() => document.querySelector<HTMLElement>('.picture')!.focus());
		for (const key of keys) await this.#tab.press(key);
	}

	async find(words: string) {
		await this.#tab.click('input[type="search"]');
		await this.#tab.type(words);
	}

	/** @returns refs in the explorer’s list and in its picture, sorted, once the list has a length in the given range */
	async listed(what: string, from: number, to: number) {
		return this.#tab.until(
			`the list ${what}`,
			(from, to) => {
				const refs = (selector: string) =>
					[...document.querySelectorAll<HTMLElement>(selector)].map((part) => part.dataset.ref!).sort();
				const list = refs('.list > ol > li[data-ref]');
				return list.length >= from && list.length <= to ? { list, marks: refs('.axis a.mark') } : null;
			},
			from,
			to
		);
	}
}

/** Runs in the page. */
async function atRest(): Promise<Stage | null> {
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const seen = [...document.querySelectorAll('.stand .timeline svg, .stand .surface svg')].filter(
		(svg) => svg.getClientRects().length
	);
	const draw = () => seen.map((svg) => svg.innerHTML).join('');
	let drawn = draw();
	for (let still = 0; still < 12; still++) {
		await frame();
		const next = draw();
		if (next !== drawn) still = -1;
		drawn = next;
	}
	const refs = (selector: string) =>
		seen.flatMap((svg) => [...svg.querySelectorAll<SVGElement>(selector)].map(({ dataset }) => dataset.ref!)).sort();
	return { drawn, marks: refs('a.mark'), lit: refs('a.mark[data-tone="lit"]') };
}

interface Saving {
	savedBlob?: Blob;
	savedName?: string;
}

/** Runs in the page: keeps saved files here instead of in a folder, which not every engine under test has. */
function keepWhatIsSaved() {
	const saving = globalThis as Saving;
	const { createObjectURL } = URL;
	const { click } = HTMLAnchorElement.prototype;
	const blobs = new Map<string, Blob>();
	URL.createObjectURL = (blob: Blob) => {
		const url = createObjectURL(blob);
		blobs.set(url, blob);
		return url;
	};
	HTMLAnchorElement.prototype.click = function () {
		if (!this.download) return click.call(this);
		saving.savedBlob = blobs.get(this.href);
		saving.savedName = this.download;
	};
}

/** Runs in the page. */
async function readSaved() {
	const { savedBlob, savedName } = globalThis as Saving;
	if (!savedBlob || !savedName) return null;
	const reader = new FileReader();
	await new Promise((resolve, reject) => {
		reader.onload = resolve;
		reader.onerror = reject;
		reader.readAsDataURL(savedBlob);
	});
	return { name: savedName, base64: String(reader.result).split(',')[1] };
}
