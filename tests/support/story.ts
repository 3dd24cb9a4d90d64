/** A story folder as a page would load it, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { formatProblem, parseStory } from '../../src/lib/story/parse.ts';
import type { LocalStory } from '../../src/lib/view/local.ts';
import { localise } from '../../src/lib/view/localise.ts';

export function readFolder(folder: string) {
	const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
	return parseStory(folder.split('/').at(-1)!, files, { folder });
}

/** @throws Error listing every problem, if the folder has any */
export function readStory(folder: string, lang: string): LocalStory {
	const { story, problems } = readFolder(folder);
	if (!story) throw new Error(problems.map(formatProblem).join('\n'));
	return localise(story, lang);
}
