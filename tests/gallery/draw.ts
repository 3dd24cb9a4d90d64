/** Writes the gallery as files. main.mjs compiles this module, as pictures are drawn with Svelte components. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readStoryFolder } from '../../src/lib/node/stories.ts';
import { formatProblem } from '../../src/lib/story/parse.ts';
import { localise } from '../../src/lib/view/localise.ts';
import { compare } from './compare.ts';
import { changesPage, galleryPage } from './page.ts';
import { plates, type Plate } from './pictures.ts';

export interface Options {
	/** Folders of stories. */
	data: string[];
	/** Only these stories; by default all. */
	stories: string[];
	out: string;
	/** The folder of an earlier gallery. */
	against?: string;
	say: (line: string) => void;
}

/** @throws Error with a message for people if a story or a folder is not as it should be */
export async function drawGallery({ data, stories, out, against, say }: Options): Promise<void> {
	const start = performance.now();
	if (against && resolve(against) === resolve(out))
		throw new Error(`--against ${against} is where the new gallery goes; move the earlier one first`);
	const before = against && read(against);
	const folders = data.flatMap((folder) =>
		readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
			one.isDirectory() && (!stories.length || stories.includes(one.name)) ? [join(folder, one.name)] : []
		)
	);
	if (!folders.length)
		throw new Error(`no story${stories.length ? ` ${stories.join(', ')}` : ''} in ${data.join(', ')}`);
	clear(out);
	const shown: Omit<Plate, 'svg'>[] = [];
	const after = new Map<string, string>();
	for (const folder of folders) {
		const { story, problems } = readStoryFolder(folder);
		if (!story) throw new Error(problems.map(formatProblem).join('\n'));
		for (const lang of story.languages)
			for await (const { svg, ...plate } of plates(localise(story, lang))) {
				if (after.has(plate.name)) throw new Error(`two pictures are named ${plate.name}`);
				writeFileSync(join(out, plate.name), svg);
				after.set(plate.name, svg);
				shown.push(plate);
			}
	}
	writeFileSync(join(out, 'index.html'), galleryPage(shown));
	say(`${shown.length} pictures in ${seconds(start)} s: ${join(out, 'index.html')}`);
	if (!against || !before) return;

	const editions = new Set(shown.map(({ edition }) => edition));
	// If only some stories are drawn, pictures of the others are not gone.
	const changes = compare(before, after, (name) => [...editions].some((edition) => name.startsWith(`${edition}.`)));
	mkdirSync(join(out, 'before'));
	for (const name of [...changes.changed, ...changes.gone])
		copyFileSync(join(against, name), join(out, 'before', name));
	writeFileSync(join(out, 'changes.html'), changesPage(shown, changes));
	const { changed, added, gone } = changes;
	say(
		`${changed.length} of ${shown.length} changed, ${added.length} new, ${gone.length} gone: ${join(out, 'changes.html')}`
	);
}

const seconds = (start: number) => ((performance.now() - start) / 1000).toFixed(0);

const isPicture = (name: string) => name.endsWith('.svg');

/** The pictures of a gallery, by name. */
function read(folder: string): Map<string, string> {
	const names = existsSync(folder) ? readdirSync(folder).filter(isPicture) : [];
	if (!names.length) throw new Error(`no gallery in ${folder}`);
	return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Removes what an earlier run wrote there, and nothing else. */
function clear(folder: string): void {
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(folder))
		if (isPicture(name) || ['index.html', 'changes.html', 'before'].includes(name))
			rmSync(join(folder, name), { recursive: true });
}
