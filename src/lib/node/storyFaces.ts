/** The characters that a story’s page, or its pictures, can show in each face. */
import { quotationMarks } from '../export/cardText.ts';
import { ownWords } from '../layout/sceneBlocks.ts';
import type { LocalStory } from '../view/local.ts';
import { facesFor, type FaceFile } from './faces.ts';
import { footText } from './siteFoot.ts';

const known = new WeakMap<LocalStory, { rows: string; web?: FaceFile[]; picture?: FaceFile[] }>();

/** Computed once per story, since each of its pages asks. */
function once(story: LocalStory, rows: string, kind: 'web' | 'picture', find: () => FaceFile[]): FaceFile[] {
	let faces = known.get(story);
	if (faces?.rows !== rows) known.set(story, (faces = { rows }));
	return (faces[kind] ??= find());
}

/**
 * The faces of a story’s page, each with only the characters that the page can show in it.
 * @param rows characters of its table
 */
export const storyFaces = (story: LocalStory, rows = '') => once(story, rows, 'web', () => findStoryFaces(story, rows));

function findStoryFaces(story: LocalStory, rows: string): FaceFile[] {
	const { scenes, items, actors, sources, ui, about, title, dek } = story;
	const titles = items.map(({ title }) => title);
	const headings = [title, scenes.map(({ heading }) => heading), titles, ui.sources, ui.page.about, ui.filter.named];
	const read = items.map((item) =>
		item.kind === 'quote'
			? [item.words, item.translations.map(({ words }) => words)]
			: // Amounts are large in a figure’s chart, so they are set in the serif too.
				[item.summary, item.kind === 'figure' ? item.rows.map(({ text }) => text) : '']
	);
	const instruments = items.map((item) =>
		item.kind === 'quote'
			? // Its words are large in the serif; in a picture they may be its mark’s label too.
				{
					...item,
					words: ownWords(item, story),
					translations: item.translations.map(({ name }) => name),
					summary: null
				}
			: { ...item, summary: null }
	);
	return facesFor(
		{
			serif: strings([
				headings,
				dek,
				about,
				scenes.map(({ prose }) => prose),
				read,
				sources.map(({ description }) => description),
				ui.page,
				ui.explore.open,
				ui.explore.lead
			]),
			sans: strings([
				ui,
				title,
				story.languages,
				story.sides,
				actors,
				sources,
				story.published,
				instruments,
				footText(story.lang),
				scenes.map(({ heading, windowLabel }) => [heading, windowLabel]),
				rows
			])
		},
		story.lang
	);
}

/** The faces of a story’s pictures, with all of its characters: any text may be a label of a poster. */
export const pictureFaces = (story: LocalStory, rows = '') =>
	once(story, rows, 'picture', () => {
		const marks = story.items.flatMap((item) => (item.kind === 'quote' ? quotationMarks(item.language) : []));
		const all = strings([story, marks]) + rows;
		return facesFor({ serif: all, sans: all }, story.lang);
	});

/** All strings in a value, at any depth. */
function strings(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value && typeof value === 'object') return Object.values(value).map(strings).join('');
	return '';
}
