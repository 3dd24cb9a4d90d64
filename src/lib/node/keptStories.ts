/** Stories as they were parsed, kept from build to build: to read the YAML of one takes longer than all else about it. */
import { deserialize, serialize } from 'node:v8';
import { codeHash } from './answerKeys.ts';
import { kept } from './kept.ts';
import { folderOf, parseFiles, readStoryBy, storyNames } from './stories.ts';
import { site } from './site.ts';

/**
 * Reads all stories, with problems too; afterwards `readStories` and the command line need not parse them.
 * @returns names of those with a table
 */
export async function readKeptStories(): Promise<string[]> {
	const tabled: string[] = [];
	for (const name of storyNames(site().stories)) {
		const path = folderOf(name);
		const { story } = await readStoryBy(path, async (files) =>
			deserialize(await kept([codeHash(), path, JSON.stringify(files)], async () => serialize(parseFiles(path, files))))
		);
		if (story?.table) tabled.push(name);
	}
	return tabled;
}
