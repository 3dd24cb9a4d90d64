/** A story that was read, without its host. Engines differ in when they ask a service worker, and for what. */
import { strings } from '../../src/lib/text/strings.ts';
import { story, storyUrl } from '../browser/support.ts';
import { openHost } from '../support/ownHost.ts';
import { storiesFolder } from '../support/sites.mjs';
import { expect, test } from './engine.ts';
import { StoryPage } from './page.ts';

test.use({ keepsOffline: true });

test('a story that was read opens whole without its host; another one says that it is not kept', async ({ tab }) => {
	const host = await openHost(storiesFolder);
	let up = true;
	try {
		const page = new StoryPage(tab);
		const home = storyUrl('en');
		await page.open(host.url + home);
		test.skip(!(await tab.evaluate(() => !!navigator.serviceWorker)), 'this browser has no service workers');
		await tab.until(
			'the story is kept',
			async (home) => !!(await caches.match(`${home}/offline.json`)) && !!navigator.serviceWorker.controller,
			home
		);
		await host.stop();
		up = false;

		await page.open(host.url + home);
		expect(await page.scenes()).toEqual(story('en').scenes.map(({ id }) => id));
		const ref = await page.firstLink();
		expect(await page.openEvidence(ref)).toBeTruthy();
		await page.closeEvidence(ref, 'Escape');
		await page.setFilter(story('en').actors[0].id);
		const { failed, family, heading } = await page.faces();
		expect(failed).toEqual([]);
		expect(family).toMatch(/^Throughline/);
		expect(heading).toContain('loaded');
		await page.openExplorer(`${host.url}${home}/explore`);
		expect(await tab.problems()).toEqual([]);

		await tab.goto(`${host.url}/en/web-platform`);
		await tab.until(
			'it says that it is not kept',
			(title) => document.querySelector('h1')?.textContent === title,
			strings('en').ui.home.offline.title
		);
		await tab.click('li a');
		await tab.until('the story opens', (title) => document.title === title, story('en').title);
	} finally {
		if (up) await host.stop();
		// The test itself caused requests to fail.
		await tab.problems();
	}
});
