/** On paper: complete at any moment after loading, few pages, nothing that only a screen needs. Read with poppler. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { cardTitle } from '../../src/lib/cards/words.ts';
import { settle, still, story, storyUrl } from './support.ts';

test.use(still);

/** Number of tries for each page: `THROUGHLINE_PRINTS=50`. */
const tries = Number(process.env.THROUGHLINE_PRINTS ?? 3);
const mostPages = 14;

/** Text without spaces, which are lost at line ends, and with compatibility characters normalised. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200d\u2060]+/g, '');

interface Printed {
	/** Text of each page, as from `plain`. */
	pages: string[];
	size: string;
}

async function print(page: Page, file: string): Promise<Printed> {
	writeFileSync(file, await page.pdf({ format: 'A4' }));
	const read = (tool: string, ...args: string[]) => spawnSync(tool, args, { encoding: 'utf8' }).stdout;
	const pages = read('pdftotext', '-raw', file, '-').split('\f').slice(0, -1).map(plain);
	return { pages, size: /Page size:\s*(.*)/.exec(read('pdfinfo', file))![1] };
}

/** What a reader of the printout must find: every heading, and the title of every card or the words in its place. */
function told(lang: string): string[] {
	const it = story(lang);
	const headings = it.scenes.map(({ heading }) => heading);
	const cards = it.items.map((item) => {
		if (item.kind !== 'quote') return cardTitle(item, it);
		const ours = item.translations.find(({ language }) => language === lang);
		return (ours?.words ?? item.words)[0];
	});
	return [it.title, ...headings, ...cards].map(plain);
}

const missing = ({ pages }: Printed, lang: string) => {
	const text = pages.join('');
	return told(lang).filter((words) => !text.includes(words));
};

for (const lang of ['en', 'zh-Hans'])
	test(`printed, the story is whole on at most ${mostPages} pages, ${lang}`, async ({ page }, info) => {
		await page.goto(storyUrl(lang));
		await settle(page);
		const printed = await print(page, info.outputPath('settled.pdf'));
		expect(missing(printed, lang)).toEqual([]);
		expect(printed.size).toContain('A4');
		expect(printed.pages.length).toBeLessThanOrEqual(mostPages);
		for (const text of printed.pages) expect(text.length).toBeGreaterThan(100);
		// The opening shares its page with prose, and the evidence follows everything else.
		const { scenes, ui } = story(lang);
		expect(printed.pages[0]).toContain(plain(scenes[0].heading));
		expect(printed.pages[0]).toContain(plain(scenes[1].heading));
		const evidence = printed.pages.findIndex((text) => text.includes(plain(ui.card.evidence)));
		expect(evidence).toBeGreaterThan(1);
	});

for (const moment of ['domcontentloaded', 'load'] as const)
	for (const [lang, width] of [
		['en', 1280],
		['zh-Hans', 390]
	] as const)
		test(`printed at ${moment}, the page is whole, ${lang} ${width} px`, async ({ browser }, info) => {
			test.setTimeout(60_000 * tries);
			for (let n = 0; n < tries; n++) {
				// A new reader each time, with an empty cache.
				const context = await browser.newContext({ viewport: { width, height: 800 } });
				const page = await context.newPage();
				await page.goto(storyUrl(lang), { waitUntil: moment });
				const printed = await print(page, info.outputPath(`${n}.pdf`));
				expect(missing(printed, lang), `try ${n}`).toEqual([]);
				expect(printed.pages.length).toBeLessThanOrEqual(mostPages);
				await context.close();
			}
		});

for (const [width, height] of [
	[390, 844],
	[820, 1180],
	[1440, 900]
])
	test(`paper has one whole timeline, and nothing that sticks or opens, ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto(storyUrl('en', '#quote-chesky'));
		await settle(page);
		await expect(page.locator('dialog#evidence')).toBeVisible();
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		await page.emulateMedia({ media: 'print' });
		const seen = await page.evaluate(() => ({
			timelines: [...document.querySelectorAll('.stand svg[role=group]')]
				.filter((svg) => svg.checkVisibility())
				.map((svg) => svg.getAttribute('viewBox')),
			sticking: [...document.querySelectorAll('body *')]
				.filter((part) => part.checkVisibility() && /fixed|sticky/.test(getComputedStyle(part).position))
				.map((part) => part.className)
		}));
		expect(seen).toEqual({ timelines: ['0 0 680 690'], sticking: [] });
	});
