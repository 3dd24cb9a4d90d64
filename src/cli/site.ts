/** Selects the site for a command: the one in the working directory. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { placeOf, site, siteFileName, useSite, type Site } from '../lib/node/site.ts';
import { readSite } from '../lib/node/siteFile.ts';
import { formatProblem, type Problem } from '../lib/story/parse.ts';
import { Failed } from './failures.ts';

/** Folder of the pages, compiled beside the command line. */
const app = fileURLToPath(new URL('../app', import.meta.url));

/** Folder of the package, or of the clone that this was compiled in. */
const home = fileURLToPath(new URL('../..', import.meta.url));

/** What the command’s options say of the site: they take precedence over site.yaml. */
let asked: Partial<Site> = {};

/**
 * Options of the command take precedence over site.yaml; also sets the default of `--data`.
 * @throws Failed with all problems in site.yaml
 */
export function useSiteOf(command: Command): void {
	const { address, data, drafts } = command.opts<{ address?: URL | string; data?: string; drafts?: boolean }>();
	asked = {
		app,
		invites: isOwn(),
		...(data && { stories: data }),
		...(address instanceof URL && placeOf(address)),
		drafts: !!drafts
	};
	const problems = rereadSite();
	if (problems.length) throw new Failed(`${problems.map(formatProblem).join('\n')}\n${problems.length} to correct`);
	if (!data && command.options.some(({ long }) => long === '--data')) command.setOptionValue('data', site().stories);
	if (command.name() === 'export' && !address) command.setOptionValue('address', site().origin + site().base);
}

/** Whether this is Throughline’s own site: built in its clone, which nobody has given the settings of another. */
const isOwn = () => !relative(home, process.cwd()) && !existsSync(siteFileName);

let last = '';

/**
 * Reads site.yaml again. Where it has a problem, or says the same as before, the site stays as it is.
 * @param also what the command knows besides
 * @returns problems in site.yaml
 */
export function rereadSite(also: Partial<Site> = {}): Problem[] {
	const { settings, problems } = readSite('.');
	if (problems.length) return problems;
	const all = { ...settings, ...asked, ...also };
	if (JSON.stringify(all) !== last) useSite(all);
	last = JSON.stringify(all);
	return [];
}
