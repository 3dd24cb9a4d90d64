/** A browser as the suite drives it, whatever its engine. */
import { setTimeout as pause } from 'node:timers/promises';

export type Key = 'Escape' | 'Enter' | 'Tab' | (string & {});

/** How long the page may take to show something, ms. Waiting ends as soon as it does. */
const patience = 60_000;

/** A tab. What each engine must provide is abstract; everything else builds on that and is the same for all. */
export abstract class Tab {
	/** Loads an address, or goes to a place in the page if only the part after `#` differs. */
	abstract goto(url: string): Promise<void>;
	/**
	 * Runs a function in the page.
	 * @param work uses nothing outside itself; it and its arguments are sent as text and JSON
	 * @returns what it returns or resolves to, as JSON
	 */
	abstract evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
	/** Moves the pointer there and clicks: CSS px from the top left of the viewport. */
	abstract clickAt(x: number, y: number): Promise<void>;
	/** Presses one key, given by its name or the character that it types. */
	abstract press(key: Key): Promise<void>;
	/** @returns the viewport as a PNG file */
	abstract screenshot(): Promise<Buffer>;
	/** Sets the viewport’s size in CSS px, without the browser’s own bars. */
	abstract resize(width: number, height: number): Promise<void>;
	/**
	 * @returns what went wrong since the last call: errors, unhandled rejections, blocked and failed requests
	 */
	abstract problems(): Promise<string[]>;

	/**
	 * @param what is waited for, for error messages
	 * @param work as for `evaluate`; done once it returns anything truthy
	 * @throws Error with `what` if that does not happen within a minute
	 */
	async until<A extends unknown[], R>(
		what: string,
		work: (...args: A) => R,
		...args: A
	): Promise<NonNullable<Awaited<R>>> {
		const end = Date.now() + patience;
		for (;;) {
			let last;
			try {
				const value = await this.evaluate(work, ...args);
				if (value) return value;
				last = `the page said ${JSON.stringify(value)}`;
			} catch (error) {
				// Between two pages there is none to run it in.
				last = String(error);
			}
			if (Date.now() > end) throw new Error(`${what}: not within ${patience / 1000} s (${last})`);
			await pause(40);
		}
	}

	/** Clicks the first visible match of the selector as a person would: once it stands still and nothing covers it. */
	async click(selector: string): Promise<void> {
		const { x, y } = await this.until(`${selector} can be clicked`, pointOn, selector);
		await this.clickAt(x, y);
	}

	/** Types into the focused element, one key for each character. */
	async type(text: string): Promise<void> {
		for (const character of text) await this.press(character);
	}
}

/** Runs in the page: scrolls the target into view and returns where to click it, or null while it cannot be clicked. */
async function pointOn(selector: string): Promise<{ x: number; y: number } | null> {
	const boxOf = (element: Element) => element.getClientRects()[0];
	const element = [...document.querySelectorAll(selector)].find((element) => boxOf(element)?.width);
	if (!element) return null;
	const seen = (box: DOMRect) => box.top >= 0 && box.bottom <= innerHeight;
	if (!seen(boxOf(element))) element.scrollIntoView({ block: 'center', behavior: 'instant' });
	const before = boxOf(element);
	await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	const box = boxOf(element);
	if (!box || box.top !== before.top || box.left !== before.left) return null;
	const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
	const top = document.elementFromPoint(x, y);
	return top && (element.contains(top) || top.contains(element)) ? { x, y } : null;
}
