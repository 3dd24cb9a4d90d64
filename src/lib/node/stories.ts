/** The only reader of story folders. A story with any problem is left out of a build, all its problems listed at once. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { formatProblem, isFileName, parseStory, type ParsedStory, type StoryFileText } from '../story/parse.ts';
import type { Story } from '../story/model.ts';
import { maxBytes } from '../story/yamlFile.ts';
import { printable } from '../text/terminal.ts';
import { asChecked } from '../verify/record.ts';
import { noteLeftOut } from './leftOut.ts';
import { metaIn, tilesFolder } from './tiles/place.ts';
import { tilesVersion } from './tiles/version.ts';

/** `THROUGHLINE_STORIES` names another folder of stories; by default `data`. */
const folder = process.env.THROUGHLINE_STORIES ?? 'data';

/** @param slug of a story, as `readStories` names it */
export const folderOf = (slug: string) => join(folder, slug);

/** The story in one folder, or everything to correct in it. */
export function readStoryFolder(path: string): ParsedStory {
	const files = readdirSync(path, { withFileTypes: true })
		.filter((file) => file.isFile() && !file.name.startsWith('.'))
		.map(({ name }): StoryFileText => {
			// What is no file of a story is told of by its name alone, and may be of any size.
			if (!isFileName(name)) return { name, text: '' };
			const file = join(path, name);
			const tooLarge = statSync(file).size > maxBytes;
			return { name, text: tooLarge ? '' : readFileSync(file, 'utf8'), tooLarge };
		});
	return parseStory(basename(resolve(path)), files, { folder: path });
}

/**
 * Names of the stories in a folder of stories: every folder in it that holds something and whose name begins with no dot.
 * An editor’s `.vscode`, a `.git` and what an interrupted command left are none, nor is a folder where nothing is yet.
 */
export function storyNames(path: string): string[] {
	if (!existsSync(path)) return [];
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.map(({ name }) => name)
		.filter((name) => readdirSync(join(path, name)).some((file) => !file.startsWith('.')));
}

let cache: Map<string, Story> | undefined;

/** Why a story cannot be built, a line a problem: `file:line:column path: what to write`; the story where it can. */
function readForBuild(name: string): { story?: Story; problems: string[] } {
	const path = join(folder, name);
	const { story, problems } = readStoryFolder(path);
	if (!story) return { problems: problems.map(formatProblem) };
	if (story.table && metaIn(join(tilesFolder(), name))?.version !== tilesVersion(story, path))
		return { problems: [`${path}: its table is not made into tiles; run: npx throughline tiles ${name}`] };
	// Readers are told of what was checked as it now stands.
	return { story: asChecked(story), problems: [] };
}

/**
 * In a build a story with problems is left out and noted (leftOut.ts), so that it stops no other; in development it
 * stops, where the editor is looking.
 *
 * @returns every story that can be built, by the name of its folder
 * @throws Error where there is none, whose message lists every problem of every story
 */
export function readStories(): Map<string, Story> {
	// In development an editor’s change shows on the next reload.
	if (cache && !import.meta.env.DEV) return cache;
	const stories = new Map<string, Story>();
	const problems: string[] = [];
	for (const name of storyNames(folder)) {
		const { story, problems: found } = readForBuild(name);
		problems.push(...found);
		if (story) stories.set(name, story);
	}
	const listed = `${printable(problems.join('\n'))}\n${problems.length} to correct`;
	if (problems.length && (import.meta.env.DEV || !stories.size)) throw new Error(`\n${listed} before it can be built.`);
	if (problems.length)
		noteLeftOut(
			`${listed}; left out of the site until then: ${storyNames(folder)
				.filter((name) => !stories.has(name))
				.join(', ')}`
		);
	if (!stories.size)
		throw new Error(`no story in ${folder}/; a story is a folder there with story.yaml and its other files`);
	return (cache = stories);
}

/** Every story in each of its languages, as the parameters of its routes. */
export const editions = () =>
	[...readStories().values()].flatMap(({ slug, languages }) => languages.map((lang) => ({ lang, story: slug })));
