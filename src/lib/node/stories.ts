/** The only reader of story folders. A story with any problem is left out of a build, and all of them are listed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { draftsOf, withoutDrafts } from '../story/drafts.ts';
import { formatProblem, isFileName, parseStory, type ParsedStory, type StoryFileText } from '../story/parse.ts';
import type { Story } from '../story/model.ts';
import { maxBytes } from '../story/yamlFile.ts';
import { printable } from '../text/terminal.ts';
import { asChecked } from '../verify/record.ts';
import { site } from './site.ts';
import { metaIn, tilesFolder } from './tiles/place.ts';
import { tilesVersion } from './tiles/version.ts';

/** @param slug the slug of a story, as in `readStories` */
export const folderOf = (slug: string) => join(site().stories, slug);

interface Shared {
	/** What was read of each folder, while its files are the same. */
	parsed: Map<string, { stamp: string; story: ParsedStory }>;
	/** All valid stories of a folder of stories. */
	all?: { folder: string; stories: Map<string, Story> };
}

// The command line and the pages are compiled separately, and share this in one process.
const key = Symbol.for('throughline.stories');
const shared: Shared = ((globalThis as { [key]?: Shared })[key] ??= { parsed: new Map() });

/**
 * Reads the story in a folder, without its table; once, while its files stay as they are.
 *
 * @param path of the folder; its name is the story’s in addresses
 * @returns the story, or null and every problem, each with its file, line and column
 */
export function readStoryFolder(path: string): ParsedStory {
	const stamp = filesStamp(path);
	const known = knownOf(path, stamp);
	if (known) return known;
	const story = parseFiles(path, storyFiles(path));
	shared.parsed.set(resolve(path), { stamp, story });
	return story;
}

function knownOf(path: string, stamp: string): ParsedStory | undefined {
	const known = shared.parsed.get(resolve(path));
	return known?.stamp === stamp ? known.story : undefined;
}

/**
 * As `readStoryFolder`, which then has it too, with another way to parse: such as one that keeps what it parsed.
 * @param parse called with the files where the folder was not read yet as it is; `parseFiles` does the work itself
 */
export async function readStoryBy(
	path: string,
	parse: (files: StoryFileText[]) => Promise<ParsedStory>
): Promise<ParsedStory> {
	const stamp = filesStamp(path);
	const known = knownOf(path, stamp);
	if (known) return known;
	const story = await parse(storyFiles(path));
	shared.parsed.set(resolve(path), { stamp, story });
	return story;
}

export const parseFiles = (path: string, files: StoryFileText[]): ParsedStory =>
	parseStory(basename(resolve(path)), files, { folder: path });

function storyFiles(path: string): StoryFileText[] {
	return readdirSync(path, { withFileTypes: true })
		.filter((file) => file.isFile() && !file.name.startsWith('.'))
		.map(({ name }): StoryFileText => {
			// Only the name of a file outside the story format is reported, so it may have any size.
			if (!isFileName(name)) return { name, text: '' };
			const file = join(path, name);
			const tooLarge = statSync(file).size > maxBytes;
			return { name, text: tooLarge ? '' : readFileSync(file, 'utf8'), tooLarge };
		});
}

/**
 * Names of the stories in a folder: every folder in it with a YAML file. This leaves out what editors’ programs, git,
 * npm or an interrupted command put beside them, drafts, and empty folders.
 */
export const storyNames = (path: string): string[] => foldersIn(path).filter((name) => hasYaml(join(path, name)));

/** Names of folders that are not stories but may have been meant as such, because they are not empty. */
export const passedOver = (path: string): string[] =>
	foldersIn(path).filter((name) => !hasYaml(join(path, name)) && readdirSync(join(path, name)).some(isSeen));

const isSeen = (name: string) => !name.startsWith('.') && name !== 'node_modules';

function foldersIn(path: string): string[] {
	if (!existsSync(path)) return [];
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && isSeen(entry.name))
		.map(({ name }) => name);
}

const hasYaml = (folder: string) => readdirSync(folder).some((name) => /^[^.].*\.ya?ml$/.test(name));

/** The result of reading a folder. */
interface Read {
	/** State of its files: the folder is read again when it changes. */
	stamp: string;
	story?: Story;
	/** One line per problem: `file:line:column path: what to write`. */
	problems: string[];
	drafts?: Drafts;
}

/** How many drafts are left out: whole stories, and entries of other stories. */
export interface Drafts {
	stories: number;
	entries: number;
}

const known = new Map<string, Read>();

const stampOf = (name: string) => filesStamp(folderOf(name)) + fileStamp(join(tilesFolder(), name, 'meta.json'));

/** Names, sizes and times of all files in a folder. */
const filesStamp = (folder: string) =>
	readdirSync(folder)
		.map((name) => fileStamp(join(folder, name)))
		.join();

function fileStamp(path: string): string {
	const stats = statSync(path, { throwIfNoEntry: false });
	return stats ? `${path} ${stats.size} ${stats.mtimeMs}` : '';
}

function read(name: string): Read {
	const path = folderOf(name);
	const before = known.get(path);
	if (before && !site().edited) return before;
	const stamp = stampOf(name);
	if (before?.stamp === stamp) return before;
	const now = { stamp, ...readForBuild(name, path) };
	// While an editor fixes a problem, the last valid version is shown.
	now.story ??= before?.story;
	known.set(path, now);
	return now;
}

function readForBuild(name: string, path: string): Omit<Read, 'stamp'> {
	const parsed = readStoryFolder(path);
	const { story } = parsed;
	if (!story) return { problems: parsed.problems.map(formatProblem) };
	if (story.draft && !site().drafts) return { problems: [], drafts: { stories: 1, entries: 0 } };
	if (parsed.draftProblems.length && !site().drafts) return { problems: parsed.draftProblems.map(formatProblem) };
	if (story.table && metaIn(join(tilesFolder(), name))?.version !== tilesVersion(story, path))
		return { problems: [`${path}: its table is not made into tiles; run: npx throughline tiles ${name}`] };
	// Leaves out records of checks and reviews of entries that have changed since.
	const checked = asChecked(story);
	if (site().drafts) return { story: checked, problems: [] };
	return { story: withoutDrafts(checked)!, problems: [], drafts: { stories: 0, entries: draftsOf(story).size } };
}

/**
 * All valid stories; one with problems is left out and does not stop the others.
 *
 * @returns every story that can be shown, by the name of its folder
 * @throws NoStory where there is none, with a message that lists every problem of every story
 */
export function readStories(): Map<string, Story> {
	const folder = site().stories;
	if (shared.all?.folder === folder && !site().edited) return shared.all.stories;
	const stories = new Map<string, Story>();
	for (const name of storyNames(folder)) {
		const { story } = read(name);
		if (story) stories.set(name, story);
	}
	if (!stories.size) {
		const { problems } = leftOut();
		throw new NoStory(
			problems.length
				? `\n${printable(problems.join('\n'))}\n${problems.length} to correct before it can be built.`
				: draftsLeftOut().stories
					? `every story in ${folder}/ is a draft; --drafts brings them in`
					: `no story in ${folder}/; a story is a folder there with story.yaml and its other files`
		);
	}
	shared.all = { folder, stories };
	return stories;
}

/** For a thread that draws what another has read. @param stories as `readStories` gave them there */
export function useStories(stories: Map<string, Story>): void {
	shared.all = { folder: site().stories, stories };
}

/** There is no story to show; the error is reported where the stories are read. */
export class NoStory extends Error {}

/** The stories with problems, and these problems, one per line. */
export function leftOut(): { stories: string[]; problems: string[] } {
	const all = storyNames(site().stories).map((name) => ({ name, problems: read(name).problems }));
	return {
		stories: all.flatMap(({ name, problems }) => (problems.length ? [name] : [])),
		problems: all.flatMap(({ problems }) => problems)
	};
}

/** The drafts that are left out of all stories without problems. */
export function draftsLeftOut(): Drafts {
	const all = storyNames(site().stories).flatMap((name) => read(name).drafts ?? []);
	const sum = (key: keyof Drafts) => all.reduce((sum, drafts) => sum + drafts[key], 0);
	return { stories: sum('stories'), entries: sum('entries') };
}

/** Every story in each of its languages, as parameters of its routes. */
export const editions = () =>
	[...readStories().values()].flatMap(({ slug, languages }) => languages.map((lang) => ({ lang, story: slug })));
