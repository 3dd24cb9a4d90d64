/** Selects the site for a command: the one in the working directory. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { site, siteFileName, useSite, type Site } from '../lib/node/site.ts';
import { placeOf, readSite } from '../lib/node/siteFile.ts';
import { formatProblem } from '../lib/story/parse.ts';
import { Failed } from './failures.ts';

/** Folder of the pages, compiled beside the command line. */
const app = fileURLToPath(new URL('../app', import.meta.url));

/** Folder of the package, or of the clone that this was compiled in. */
const home = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Options of the command take precedence over site.yaml; also sets the default of `--data`.
 * @throws Failed with all problems in site.yaml
 */
export function useSiteOf(command: Command): void {
	const { address, data, drafts } = command.opts<{ address?: URL | string; data?: string; drafts?: boolean }>();
	useSite({
		app,
		invites: isOwn(),
		...settings(),
		...(data && { stories: data }),
		...(address instanceof URL && placeOf(address)),
		drafts: !!drafts
	});
	if (!data && command.options.some(({ long }) => long === '--data')) command.setOptionValue('data', site().stories);
	if (command.name() === 'export' && !address) command.setOptionValue('address', site().origin + site().base);
}

/** Whether this is Throughline’s own site: built in its clone, which nobody has given the settings of another. */
const isOwn = () => !relative(home, process.cwd()) && !existsSync(siteFileName);

function settings(): Partial<Site> {
	const { site, problems } = readSite('.');
	if (!site) throw new Failed(`${problems.map(formatProblem).join('\n')}\n${problems.length} to correct`);
	const { name, address, stories } = site;
	return { ...(name && { name }), ...(stories && { stories }), ...(address && placeOf(new URL(address))) };
}
