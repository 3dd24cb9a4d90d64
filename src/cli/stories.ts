/** Finds and reads story folders for the commands. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { site } from '../lib/node/site.ts';
import { readStoryFolder, storyNames, type Drafts } from '../lib/node/stories.ts';
import { draftsOf, withoutDrafts } from '../lib/story/drafts.ts';
import type { Story } from '../lib/story/model.ts';
import { formatProblem, type ParsedStory, type Problem } from '../lib/story/parse.ts';
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

export const checkFolder = (folder: string): ParsedStory & { name: string } => ({
	name: basename(resolve(folder)),
	...readStoryFolder(folder)
});

/**
 * @returns the story as readers get it, with only those records of checks that still apply, and the number of drafts
 * that are left out of it
 * @throws Failed with all problems, or where the story is a draft and drafts are left out
 */
export function readStory(folder: string): { story: Story; drafts: Drafts } {
	const { name, story, problems, draftProblems } = checkFolder(folder);
	if (!story) throw new Failed(toCorrect(problems, 'exported'));
	const checked = asChecked(story);
	if (site().drafts) return { story: checked, drafts: { stories: 0, entries: 0 } };
	if (draftProblems.length) throw new Failed(toCorrect(draftProblems, 'exported without --drafts'));
	const published = withoutDrafts(checked);
	if (!published) throw new Failed(`the story "${name}" is a draft; --drafts exports it`);
	return { story: published, drafts: { stories: 0, entries: draftsOf(story).size } };
}

/** @returns a sentence about the drafts that are left out; '' where there are none */
export function draftsSaid({ stories, entries }: Drafts): string {
	const counts = [
		...(stories ? [`${stories} ${stories === 1 ? 'story' : 'stories'}`] : []),
		...(entries ? [`${entries} ${entries === 1 ? 'entry' : 'entries'}`] : [])
	];
	if (!counts.length) return '';
	return `${counts.join(', ')} ${
		stories + entries === 1
			? 'is a draft and left out; --drafts brings it in'
			: 'are drafts and left out; --drafts brings them in'
	}`;
}

/** @param what what cannot be done with the story until the problems are corrected */
export const toCorrect = (problems: readonly Problem[], what: string): string =>
	`${problems.map(formatProblem).join('\n')}\n${problems.length} to correct before it can be ${what}`;
