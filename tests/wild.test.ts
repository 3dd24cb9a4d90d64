/** Every story that check accepts can be drawn in every way that needs no browser, as wild as the schema allows. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataFormats, toData } from '../src/lib/export/data/formats.ts';
import { layoutPicture } from '../src/lib/export/picture.ts';
import { pictureSizeNames } from '../src/lib/export/parts.ts';
import { layoutQuote, quoteSizes } from '../src/lib/export/quotePicture.ts';
import { exploreParts } from '../src/lib/node/explore.ts';
import { renderImage } from '../src/lib/node/render.ts';
import { storyParts } from '../src/lib/node/serverDrawn.ts';
import { parseStory } from '../src/lib/story/parse.ts';
import { localise } from '../src/lib/view/localise.ts';
import { initialView, orders, scales } from '../src/lib/view/view.ts';
import { wildFolder } from './support/wildFolder.ts';

/** Stories from folders that check accepts; for those that it rejects it gives reasons. */
const read = wildFolder()
	.map((files) => parseStory('wild', files))
	.filter(({ story }) => story !== null)
	.map(({ story }) => story!);

const bad = /NaN|undefined|Infinity|Invalid Date|\[object/;

it('draws every picture and every part of a page of whatever check accepts', () => {
	fc.assert(
		fc.property(read, fc.nat(), (story, pick) => {
			const lang = story.languages[pick % story.languages.length];
			const local = localise(story, lang);
			const parts = Object.entries({ ...storyParts(local).html, ...exploreParts(local, undefined).html } as Record<
				string,
				string
			>);
			for (const [name, html] of parts) expect(html.replace(/>[^<]*</g, '><'), name).not.toMatch(bad);
			const view = { ...initialView(lang), order: orders[pick % 2], scale: scales[pick % scales.length] };
			for (const size of pictureSizeNames) {
				const { width, height, alt } = layoutPicture(local, view, { size, link: '/en/wild' });
				expect(Math.min(width, height)).toBeGreaterThan(0);
				expect(alt).toBeTruthy();
			}
			for (const item of local.items)
				if (item.kind === 'quote')
					for (const size of quoteSizes) layoutQuote(local, item.ref, { size, link: '/en/wild' });
		}),
		{ numRuns: 40 }
	);
});

it('writes it as data of every format', async () => {
	await fc.assert(
		fc.asyncProperty(read, fc.constantFrom(...dataFormats), async (story, format) => {
			const local = localise(story, story.languages[0]);
			const { text } = await toData(local, initialView(local.lang), format, () => 'https://example.org/wild');
			expect(text).not.toMatch(/\bNaN\b|Invalid Date/);
			expect(text.length).toBeGreaterThan(50);
		}),
		{ numRuns: 200 }
	);
});

it('writes it as PNG, SVG and PDF', async () => {
	let n = 0;
	await fc.assert(
		fc.asyncProperty(
			read,
			fc.constantFrom('png', 'svg', 'pdf'),
			fc.constantFrom(...pictureSizeNames),
			async (story, format, size) => {
				// Fonts are cached by the story’s name.
				const local = localise({ ...story, slug: `wild-${n++}` }, story.languages[0]);
				const view = initialView(local.lang);
				const bytes = await renderImage({ story: local, view, size, format, theme: 'light', resolution: 1, link: '' });
				expect(bytes.length).toBeGreaterThan(1000);
			}
		),
		{ numRuns: 15 }
	);
});
