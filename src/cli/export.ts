/** The export command: options → requests → files. */
import { SingleBar } from 'cli-progress';
import { dataFormats, extensionOf, toData, type DataFormat } from '../lib/export/data/formats.ts';
import {
	dataName,
	imageFormats,
	resolutions,
	slideFormats,
	slidesName,
	type ImageFormat,
	type Resolution
} from '../lib/export/names.ts';
import { pictureSizeNames, type PictureSize } from '../lib/export/parts.ts';
import { quoteSizes } from '../lib/export/quotePicture.ts';
import { pictureThemes, type PictureTheme } from '../lib/layout/palettes.ts';
import { named } from '../lib/node/missing.ts';
import { imageName, renderImage, type ImageRequest } from '../lib/node/render.ts';
import { site } from '../lib/node/site.ts';
import type { LocalStory, Ref } from '../lib/view/local.ts';
import { localise } from '../lib/view/localise.ts';
import { writeUrl } from '../lib/view/url.ts';
import { initialView, orders, quotePlaces, scales, type View } from '../lib/view/view.ts';
import { allow, Failed, Misused } from './failures.ts';
import { draftsSaid, readStory, storyFolder } from './stories.ts';
import { openFolder, removeLeftovers, writeWhole } from './write.ts';

/** Options as on the command line; lists are comma-separated there. */
export interface ExportOptions {
	lang?: string[];
	actors?: string[];
	scene?: string[];
	order: string;
	scale: string;
	quotesAt: string;
	format: string[];
	size: string[];
	theme: string[];
	resolution: string;
	quotes?: string[] | true;
	highlight?: string[];
	all?: boolean;
	address: string;
	out: string;
	data: string;
	quiet?: boolean;
	/** Whether to write images with missing characters, which show boxes in their places. */
	allowMissingGlyphs?: boolean;
}

export interface Streams {
	out: (line: string) => void;
	error: (line: string) => void;
	/** Whether a person is watching the terminal. */
	watched: boolean;
}

interface Task {
	name: string;
	/** @param missing called with the characters that no font has */
	make: (missing: (characters: string) => void) => Promise<Uint8Array | string>;
}

interface Made {
	name: string;
	file: Uint8Array | string;
	/** Characters that no font has, each once, in a readable form. */
	missing: string;
}

type Format = ImageFormat | DataFormat | (typeof slideFormats)[number];

const themes = Object.keys(pictureThemes) as PictureTheme[];

/** @throws Misused; Failed, also for a picture that is not written because no font has some of its characters */
export async function exportStory(name: string, options: ExportOptions, streams: Streams): Promise<void> {
	const folder = storyFolder(name, options.data);
	// Options are checked before the story is read.
	const formats = allow('format', options.format, [...imageFormats, ...slideFormats, ...dataFormats]);
	allow('size', options.size, options.quotes && !options.all ? [...quoteSizes] : pictureSizeNames);
	allow('theme', options.theme, themes);
	allow('resolution', [options.resolution], resolutions.map(String));
	allow('order', [options.order], orders);
	allow('scale', [options.scale], scales);
	allow('quotes-at', [options.quotesAt], quotePlaces);
	const { story, drafts } = readStory(folder);
	const langs = options.lang ? allow('language', options.lang, story.languages) : story.languages;
	const notes = new Set<string>();
	if (!options.quiet && draftsSaid(drafts)) streams.error(draftsSaid(drafts));
	const tasks = langs.flatMap((lang) =>
		tasksOf(localise(story, lang, site().name), formats, options, (note) => notes.add(note))
	);
	await openFolder(options.out);
	removeLeftovers(options.out);

	const bar =
		streams.watched && !options.quiet && tasks.length > 3
			? new SingleBar({
					format: '{bar} {value}/{total} {file}',
					stream: process.stderr,
					clearOnComplete: true,
					hideCursor: true
				})
			: null;
	bar?.start(tasks.length, 0, { file: '' });
	let without = 0;
	try {
		for await (const { name, file, missing } of madeAhead(tasks)) {
			bar?.update({ file: name });
			if (missing) {
				const boxes = options.allowMissingGlyphs;
				notes.add(
					`${name}: no font has ${missing}; ${boxes ? 'there are boxes in their places' : 'it is not written'}`
				);
				if (!boxes) {
					without++;
					bar?.increment();
					continue;
				}
			}
			const path = await writeWhole(options.out, name, file);
			bar?.increment();
			if (!options.quiet) streams.out(path);
		}
	} finally {
		bar?.stop();
		for (const note of notes) streams.error(note);
	}
	if (without)
		throw new Failed(
			`${without} of ${tasks.length} files not written; replace those characters, or give --allow-missing-glyphs for boxes in their places`
		);
}

/** The results of the tasks in order. The next image is laid out while one is rendered. */
async function* madeAhead(tasks: readonly Task[]): AsyncGenerator<Made> {
	const begin = (task: Task | undefined) => {
		const missing = new Set<string>();
		const file = task?.make((characters) => [...characters].forEach((one) => missing.add(one)));
		// An error is thrown at the task’s own turn, even if it occurs earlier.
		file?.catch(() => {});
		return file && { file, missing };
	};
	let next = begin(tasks[0]);
	for (const [index, { name }] of tasks.entries()) {
		const { file, missing } = next!;
		next = begin(tasks[index + 1]);
		yield { name, file: await file, missing: named([...missing]) };
	}
}

function tasksOf(
	story: LocalStory,
	formats: readonly Format[],
	options: ExportOptions,
	note: (words: string) => void
): Task[] {
	const { all } = options;
	const ids = story.actors.filter(({ items }) => items > 0).map(({ id }) => id);
	const base: View = {
		...initialView(story.lang),
		actors: allow('actor', options.actors ?? [], ids),
		order: options.order as View['order'],
		scale: options.scale as View['scale'],
		quotes: options.quotesAt as View['quotes']
	};
	const scenes = options.scene
		? allow(
				'scene',
				options.scene,
				story.scenes.map(({ id }) => id)
			)
		: [null];
	const views = scenes.map((scene): View => ({ ...base, scene }));
	const home = `${options.address.replace(/\/+$/, '')}/${story.lang}/${story.slug}`;
	const link = (view: View) => home + writeUrl(view);
	const images = all ? [...imageFormats] : formats.filter((format): format is ImageFormat => isImage(format));
	const resolution: Resolution = options.resolution === '8k' ? '8k' : (Number(options.resolution) as Resolution);

	const image = (request: Omit<ImageRequest, 'story' | 'theme' | 'format' | 'resolution'>): Task[] =>
		images.flatMap((format) =>
			(options.theme as PictureTheme[]).map((theme): Task => {
				const whole: ImageRequest = { ...request, story, theme, format, resolution };
				const name = imageName(whole);
				return { name, make: (onmissing) => renderImage({ ...whole, onmissing }) };
			})
		);

	const quotes = quotesOf(story, options);
	const ofQuotes = quotes.flatMap((quote) =>
		quoteSizes
			.filter((size) => all || options.quotes === undefined || options.size.includes(size))
			.flatMap((size) => image({ view: base, quote, size, link: `${home}/${quote}` }))
	);
	const highlight = allow(
		'highlight',
		options.highlight ?? [],
		story.items.map(({ ref }) => ref)
	);
	const sizes = all ? pictureSizeNames : (options.size as PictureSize[]);
	const ofViews =
		options.quotes && !all
			? []
			: views.flatMap((view) => sizes.flatMap((size) => image({ view, highlight, size, link: link(view) })));
	const slides = (): Task => {
		const name = slidesName(story, base, options.scene);
		return {
			name,
			make: async (onmissing) => {
				// The library is large, and only needed here.
				const { renderSlides } = await import('../lib/node/pptx.ts');
				return renderSlides({ story, view: base, link: link(base), scenes: options.scene, onmissing });
			}
		};
	};
	const data = views.flatMap((view) =>
		formats
			.filter((format): format is DataFormat => (dataFormats as readonly string[]).includes(format))
			.map((format): Task => ({
				name: dataName(story, view, extensionOf(format)),
				make: async () => {
					const { text, losses } = await toData(story, view, format, link);
					for (const loss of losses) note(`${dataName(story, view, extensionOf(format))}: ${loss}`);
					return text;
				}
			}))
	);
	return [...ofViews, ...ofQuotes, ...(formats.includes('pptx') ? [slides()] : []), ...data];
}

const isImage = (format: string): format is ImageFormat => (imageFormats as readonly string[]).includes(format);

function quotesOf(story: LocalStory, { quotes, all }: ExportOptions): Ref[] {
	if (!quotes && !all) return [];
	const refs = story.items.filter(({ kind }) => kind === 'quote').map(({ ref }) => ref);
	if (refs.length === 0 && quotes) throw new Misused(`the story "${story.slug}" has no quotes`);
	if (!quotes || quotes === true) return refs;
	const wanted = quotes.map((id) => (id.startsWith('quote-') ? id : `quote-${id}`));
	return allow('quote', wanted, refs);
}
