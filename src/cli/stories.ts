/** Finds and reads story folders for the commands. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readStoryFolder, storyNames } from '../lib/node/stories.ts';
import type { Story } from '../lib/story/model.ts';
import { formatProblem, type Problem } from '../lib/story/parse.ts';
import { asChecked } from '../lib/verify/record.ts';
import { allow, Failed, Misused } from './failures.ts';

export { storyNames };

/**
 * @param name the name of a story in `data`, or the path of its folder
 * @returns the folder
 * @throws Misused, naming the existing stories
 */
export function storyFolder(name: string, data: string): string {
	const isPath = /[\\/.]/.test(name);
	if (isPath && existsSync(name) && statSync(name).isDirectory()) return name;
	const names = storyNames(data);
	if (!isPath && names.length === 0)
		throw new Misused(`no story in ${resolve(data)}; a story is a folder there, see: throughline new --help`);
	if (isPath) throw new Misused(`no folder ${name}`);
	allow('story', [name], names);
	return join(data, name);
}

export function checkFolder(folder: string): { name: string; problems: Problem[]; story: Story | null } {
	const { story, problems } = readStoryFolder(folder);
	return { name: basename(resolve(folder)), problems, story };
}

/**
 * @returns the story as readers get it, with only those records of checks that still apply
 * @throws Failed with all problems
 */
export function readStory(folder: string): Story {
	const { story, problems } = checkFolder(folder);
	if (!story) throw new Failed(toCorrect(problems, 'exported'));
	return asChecked(story);
}

/** @param what what cannot be done with the story until the problems are corrected */
export const toCorrect = (problems: readonly Problem[], what: string): string =>
	`${problems.map(formatProblem).join('\n')}\n${problems.length} to correct before it can be ${what}`;
