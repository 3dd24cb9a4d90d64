/** What loads on a click, over a network that goes and comes back. Engines differ in what they keep of a failure. */
import { story, storyUrl } from '../browser/support.ts';
import { expect, test } from './engine.ts';
import { openGate } from './gate.ts';
import { StoryPage } from './page.ts';
import type { Tab } from './tab.ts';

/** Waits for the message that the part did not come, rather than that it is on its way: the try is over. */
const lacks = (tab: Tab, place: string) =>
	tab.until(
		'that it did not come is told',
		(place, words) => !!document.querySelector(place)?.textContent.includes(words),
		place,
		missing
	);
const missing = story('en')
	.ui.part.missing.split('{part}')
	.sort((a, b) => b.length - a.length)[0];
const comes = (tab: Tab, selector: string) =>
	tab.until(`${selector} comes`, (selector) => !!document.querySelector(selector)?.getClientRects().length, selector);

const parts = [
	{ part: 'a panel', open: 'filter', place: '#filter-panel .coming', here: '#filter-panel .chip' },
	{ part: 'the export dialog', open: 'export', place: '.coming.over', here: 'dialog[open] .preview svg' }
];

for (const { part, open, place, here } of parts)
	for (const way of ['asked', 'online'] as const)
		test(`${part} that did not come comes later: ${way}`, async ({ tab, baseURL }) => {
			const gate = await openGate(baseURL!);
			try {
				const page = new StoryPage(tab);
				await page.open(gate.url + storyUrl('en'));
				gate.shut(true);
				await tab.click(`[data-open="${open}"]`);
				await lacks(tab, place);
				// Twice, so that the second try meets whatever the engine kept of the first.
				await tab.click(`${place} [data-again]`);
				await lacks(tab, place);
				gate.shut(false);
				if (way === 'asked') await tab.click(`${place} [data-again]`);
				else await tab.evaluate(() => void dispatchEvent(new Event('online')));
				await comes(tab, here);
				// Its display is not the default, so its stylesheet has come too.
				expect(await tab.evaluate((here) => getComputedStyle(document.querySelector(here)!).display, here)).toMatch(
					open === 'filter' ? /inline-block|block/ : /block/
				);
				// Further requests of the page now go to a site that is up.
				await page.open(baseURL + storyUrl('en'));
			} finally {
				await gate.close();
				// The test itself caused scripts to fail.
				await tab.problems();
			}
		});
