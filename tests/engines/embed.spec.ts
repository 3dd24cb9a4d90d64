/** A timeline in a page of another origin, in each engine. Details are tested in one engine only (tests/browser). */
import { story } from '../browser/support.ts';
import { openHost, pasted } from '../support/hostPage.ts';
import { expect, test } from './engine.ts';

test('a frame takes the height of what it shows, and its title', async ({ tab, baseURL }) => {
	const host = await openHost();
	try {
		await tab.goto(host.page(pasted(baseURL!)));
		/** Height of the frame, px, once its page said another than before. */
		const said = (before: string) =>
			tab.until(
				'the frame says its height',
				(before) => {
					const frame = document.querySelector('throughline-timeline')?.shadowRoot?.querySelector('iframe');
					return frame && frame.style.height !== before ? frame.style.height : '';
				},
				before
			);
		const wide = await said('700px');
		expect(parseInt(wide)).toBeGreaterThan(300);
		await tab.resize(600, 800);
		const narrow = await said(wide);
		expect(parseInt(narrow)).toBeGreaterThan(300);
		expect(
			await tab.evaluate(() => {
				const frame = document.querySelector('throughline-timeline')!.shadowRoot!.querySelector('iframe')!;
				return [frame.title, frame.loading, document.documentElement.scrollWidth <= innerWidth];
			})
		).toEqual([story('en').title, 'lazy', true]);
	} finally {
		host.close();
	}
});
