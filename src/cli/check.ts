/** The check command: lists every problem in story folders, including their tables. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteFileName } from '../lib/node/site.ts';
import { passedOver } from '../lib/node/stories.ts';
import { formatProblem } from '../lib/story/parse.ts';
import type { Streams } from './export.ts';
import { allow, Misused } from './failures.ts';
import { checkFolder, storyFolder, storyNames } from './stories.ts';
import { tableProblems } from './tiles.ts';

export interface CheckOptions {
	format: string;
	data: string;
}

/**
 * @param names the names of stories, or paths of folders; an empty list means all
 * @returns the exit code
 * @throws Misused where there is no such story
 */
export async function check(names: string[], options: CheckOptions, streams: Streams): Promise<number> {
	allow('format', [options.format], ['text', 'json']);
	const found = names.length ? names : storyNames(options.data);
	const folders = found.map((name) => storyFolder(name, options.data));
	// site.yaml was read before the command: one that has a problem does not come as far as this.
	if (folders.length === 0 && existsSync(siteFileName)) {
		if (options.format === 'json') streams.out('[]');
		streams.error(`nothing to correct in ${siteFileName}; there is no story in ${options.data} yet`);
		return 0;
	}
	if (folders.length === 0) throw new Misused(`no story in ${options.data}`);
	const checked = [];
	for (const folder of folders) {
		const { name, problems, draftProblems, story } = checkFolder(folder);
		const table = await tableProblems(story, folder);
		const own = [...problems, ...draftProblems];
		checked.push({ name, problems: [...own, ...table.problems], count: own.length + table.count });
	}
	const problems = checked.flatMap((one) => one.problems);
	const count = checked.reduce((sum, one) => sum + one.count, 0);
	if (options.format === 'json') streams.out(JSON.stringify(problems, null, '\t'));
	else for (const problem of problems) streams.out(formatProblem(problem));
	const wrong = checked.filter((one) => one.count).length;
	streams.error(
		wrong
			? `${count} to correct in ${wrong} of ${checked.length}`
			: `nothing to correct in ${checked.map(({ name }) => name).join(', ')}`
	);
	const others = names.length ? [] : passedOver(options.data);
	if (others.length)
		streams.error(`passed over, without a YAML file: ${others.map((name) => join(options.data, name)).join(', ')}`);
	return wrong ? 1 : 0;
}
