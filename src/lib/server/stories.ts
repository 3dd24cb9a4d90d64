/** The only reader of story folders. A story with any problem stops the build, with all its problems at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { formatProblem, isTableFile, parseStory, type ParsedStory } from '../story/parse.ts';
import type { Story } from '../story/model.ts';
import { current } from '../verify/record.ts';

/** `THROUGHLINE_STORIES` names another folder of stories; by default `data`. */
const folder = process.env.THROUGHLINE_STORIES ?? 'data';

/** @param slug of a story, as `readStories` names it */
export const folderOf = (slug: string) => join(folder, slug);

/** The story in one folder, or everything to correct in it. */
export function readStoryFolder(path: string): ParsedStory {
	const files = readdirSync(path, { withFileTypes: true })
		.filter((file) => file.isFile() && !file.name.startsWith('.'))
		.map(({ name }) => ({ name, text: isTableFile(name) ? '' : readFileSync(join(path, name), 'utf8') }));
	return parseStory(basename(resolve(path)), files, { folder: path });
}

let cache: Map<string, Story> | undefined;

/**
 * @returns every story, by the name of its folder
 * @throws Error whose message lists every problem of every story, a line each: `file:line:column path: what to write`
 */
export function readStories(): Map<string, Story> {
	// In development an editor’s change shows on the next reload.
	if (cache && !import.meta.env.DEV) return cache;
	const stories = new Map<string, Story>();
	const problems: string[] = [];
	for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
		if (!entry.isDirectory()) continue;
		const { story, problems: found } = readStoryFolder(join(folder, entry.name));
		problems.push(...found.map(formatProblem));
		// Readers are told of what was checked as it now stands.
		if (story) stories.set(entry.name, story.verified ? { ...story, verified: current(story, story.verified) } : story);
	}
	if (problems.length)
		throw new Error(`\n${problems.join('\n')}\n${problems.length} to correct before it can be built.`);
	if (!stories.size)
		throw new Error(`no story in ${folder}/; a story is a folder there with story.yaml and its other files`);
	return (cache = stories);
}

/** Every story in each of its languages, as the parameters of its routes. */
export const editions = () =>
	[...readStories().values()].flatMap(({ slug, languages }) => languages.map((lang) => ({ lang, story: slug })));
