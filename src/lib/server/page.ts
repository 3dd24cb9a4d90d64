/** What a story’s page is built from: the story in one language, charts and curve laid out, and its fonts. */
import type { FontFile } from '../export/file.ts';
import { layoutChart, type ChartLayout } from '../layout/chart.ts';
import { layoutCurve } from '../layout/storyCurve.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import { localise } from '../view/localise.ts';
import { facesFor, fontCss, fontUrl, type FaceFile } from './faces.ts';
import { readStories } from './stories.ts';

/** @returns undefined where there is no such story, or not in this language */
export function localStory(slug: string, lang: string): LocalStory | undefined {
	const story = readStories().get(slug);
	return story?.languages.includes(lang) ? localise(story, lang) : undefined;
}

/** Everything that the page shows of a story besides the story. */
export function dress(story: LocalStory, base: string) {
	const charts: Record<Ref, ChartLayout> = {};
	for (const item of story.items)
		if (item.kind === 'figure') charts[item.ref] = layoutChart(item, story.sides, { width: 400 });
	// In an image the serif sets the title alone, which is a heading.
	const fonts = storyFaces(story)
		.filter(({ name }) => name !== 'serif-han')
		.map(({ name, family, unicodeRange }): FontFile => ({
			family,
			unicodeRange,
			url: fontUrl(story.slug, story.lang, name, base)
		}));
	return {
		charts,
		curve: layoutCurve(story.scenes, { width: 300, height: 52, pad: 12 }),
		fonts
	};
}

/** The `@font-face` rules of a story’s page, and what to fetch first: the faces that the page’s language is set in. */
export function fontHead(slug: string, lang: string, base: string): string {
	const story = localStory(slug, lang);
	if (!story) return '';
	const faces = storyFaces(story);
	const own = lang.startsWith('zh');
	const first = faces.filter(({ name }) => name.endsWith('-latin') || (own && name.endsWith('-han')));
	const links = first.map(
		({ name }) =>
			`<link rel="preload" href="${fontUrl(slug, lang, name, base)}" as="font" type="font/woff2" crossorigin="anonymous">`
	);
	return `${links.join('')}<style>${fontCss(slug, lang, faces, base)}</style>`;
}

/** The faces of a story’s page, each with just the characters that the page can show in it. */
export function storyFaces(story: LocalStory): FaceFile[] {
	const { scenes, items, actors, sources, ui, about, title, dek } = story;
	const titles = items.map(({ title }) => title);
	const headings = [title, scenes.map(({ heading }) => heading), titles, ui.sources, ui.page.about, ui.filter.named];
	const read = items.map((item) =>
		item.kind === 'quote' ? [item.words, item.translations.map(({ words }) => words)] : item.summary
	);
	const instruments = items.map((item) => ({
		...item,
		words: null,
		translations: item.kind === 'quote' ? item.translations.map(({ name }) => name) : null,
		summary: null
	}));
	return facesFor(
		{
			serif: strings([
				dek,
				about,
				scenes.map(({ prose }) => prose),
				read,
				sources.map(({ description }) => description),
				ui.page
			]),
			display: strings(headings),
			sans: strings([
				ui,
				title,
				story.languages,
				story.sides,
				actors,
				sources,
				story.published,
				instruments,
				scenes.map(({ heading, windowLabel }) => [heading, windowLabel])
			])
		},
		story.lang
	);
}

/** Every string in a value, however deep. */
function strings(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value && typeof value === 'object') return Object.values(value).map(strings).join('');
	return '';
}
