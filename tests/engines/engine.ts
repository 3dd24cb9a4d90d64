/** Gives each test a tab in the engine under test, and afterwards checks whether anything went wrong in its pages. */
import { expect, test as base } from '@playwright/test';
import { engines, findBrowser, findFirefox, findWebKit, howToGet } from '../support/browser.mjs';
import { openPuppeteer } from './puppeteer.ts';
import type { Tab } from './tab.ts';
import { openWebKit } from './webkit.ts';

export type EngineName = keyof typeof engines;
export interface EngineOptions {
	engineName: EngineName;
	/** Whether pages may have a service worker. */
	keepsOffline: boolean;
}

interface Engine {
	tab: Tab;
	version: string;
	close(): Promise<void>;
}

/** @returns null if this machine does not have the browser */
function open(name: EngineName, keeps: boolean): Promise<Engine> | null {
	if (name === 'webkit') {
		const paths = findWebKit();
		return paths ? openWebKit(paths, keeps) : null;
	}
	const path = name === 'firefox' ? findFirefox() : findBrowser();
	return path ? openPuppeteer(name, path, keeps) : null;
}

export const test = base.extend<{ tab: Tab }, EngineOptions & { engine: Engine | null }>({
	engineName: ['chromium', { scope: 'worker', option: true }],
	keepsOffline: [false, { scope: 'worker', option: true }],
	engine: [
		async ({ engineName, keepsOffline }, use) => {
			const engine = await open(engineName, keepsOffline);
			await use(engine);
			await engine?.close();
		},
		{ scope: 'worker', timeout: 300_000 }
	],
	tab: async ({ engine, engineName }, use, info) => {
		if (!engine) return info.skip(true, `No ${engines[engineName].title} here. ${howToGet(engineName)}`);
		info.annotations.push({ type: 'engine', description: engine.version });
		await engine.tab.resize(1440, 900);
		await use(engine.tab);
		if (info.status !== 'passed')
			await info.attach('seen', { body: await engine.tab.screenshot(), contentType: 'image/png' });
		expect(await engine.tab.problems(), 'what went wrong in the page').toEqual([]);
	}
});

export { expect };
