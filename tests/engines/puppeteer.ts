/** Drives Chromium and Firefox through Puppeteer: the first by its own protocol, the second by WebDriver BiDi. */
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import { launchOptions } from '../support/browser.mjs';
import { collect, told, withoutWorker } from './problems.ts';
import { Tab, type Key } from './tab.ts';

class PuppeteerTab extends Tab {
	readonly #page: Page;
	#problems: string[] = [];

	constructor(page: Page) {
		super();
		this.#page = page;
		// These also see what a page cannot: a font that cannot be decoded, an error in a frame.
		page.on('pageerror', (error) => this.#problems.push(String(error)));
		page.on('console', (message) => message.type() === 'error' && this.#problems.push(message.text()));
		page.on('response', (response) => {
			if (response.status() >= 400) this.#problems.push(`${response.status()} ${response.url()}`);
		});
	}

	async goto(url: string) {
		await this.#page.goto(url);
	}

	evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
		return this.#page.evaluate(work as (...args: unknown[]) => unknown, ...args) as Promise<Awaited<R>>;
	}

	clickAt = (x: number, y: number) => this.#page.mouse.click(x, y);
	press = (key: Key) => this.#page.keyboard.press(key as KeyInput);
	screenshot = async () => Buffer.from(await this.#page.screenshot());
	resize = (width: number, height: number) => this.#page.setViewport({ width, height });

	async problems() {
		return [...this.#problems.splice(0), ...(await this.evaluate(told))];
	}
}

/**
 * @param path of the browser
 * @param keeps whether pages may have a service worker
 */
export async function openPuppeteer(engine: 'chromium' | 'firefox', path: string, keeps: boolean) {
	const browser = await puppeteer.launch({
		browser: engine === 'chromium' ? 'chrome' : 'firefox',
		executablePath: path,
		headless: true,
		args: engine === 'chromium' ? launchOptions().args : []
	});
	const [page = await browser.newPage()] = await browser.pages();
	await page.evaluateOnNewDocument(collect);
	if (!keeps) await page.evaluateOnNewDocument(withoutWorker);
	const close = async () => {
		await Promise.race([browser.close(), pause(5000)]).catch(() => {});
		browser.process()?.kill('SIGKILL');
	};
	return { tab: new PuppeteerTab(page), version: await browser.version(), close };
}
