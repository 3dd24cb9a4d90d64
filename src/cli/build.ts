/** The build and preview commands: write the site as files, and serve them as a host would. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ask } from '../lib/node/app.ts';
import { drawSite } from '../lib/node/draw.ts';
import { headersOf } from '../lib/node/headers.ts';
import { folderAnswers, listen, type Where } from '../lib/node/serve.ts';
import { site } from '../lib/node/site.ts';
import type { Streams } from './export.ts';
import { Failed, Misused } from './failures.ts';
import { draftsSaid } from './stories.ts';

/** @throws Failed where a story was left out or a page could not be rendered; everything else is written */
export async function build(out: string, streams: Streams): Promise<void> {
	const begun = performance.now();
	let tables: string[] = [];
	const { files, leftOut, drafts, failed } = await drawSite(out, async (ask) => {
		tables = await makeTiles(ask, streams);
	});
	streams.out(out);
	streams.error(`${files} files in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
	if (draftsSaid(drafts)) streams.error(draftsSaid(drafts));
	const wrong = [
		...tables,
		...leftOut.problems,
		...(leftOut.stories.length
			? [`${leftOut.problems.length} to correct; left out of the site until then: ${leftOut.stories.join(', ')}`]
			: []),
		...failed
	];
	if (wrong.length) throw new Failed(`\n${wrong.join('\n')}`);
}

/**
 * Makes the tiles of every table that has changed; loads nothing for it where no story has a table. A story with
 * problems is passed over, since these are listed where stories are read.
 * @returns problems in tables, one per line
 */
export async function makeTiles(ask: Ask, streams: Streams): Promise<string[]> {
	const names: string[] = await (await ask('/tables.json')).json();
	if (!names.length) return [];
	const { tiles } = await import('./tiles.ts');
	try {
		await tiles(names, { data: site().stories }, { ...streams, out: () => {} });
		return [];
	} catch (error) {
		if (error instanceof Failed) return [error.message];
		throw error;
	}
}

/** Serves the built site until the process ends. */
export async function preview(out: string, where: Omit<Where, 'base'>, streams: Streams): Promise<void> {
	if (!existsSync(join(out, 'index.html'))) throw new Misused(`no site in ${out}; build it first: throughline build`);
	const { base } = site();
	const { url } = await listen(folderAnswers(out, base, headersOf), { ...where, base });
	streams.out(`${url}/`);
	streams.error('Throughline serves it there until Ctrl+C.');
	// The parent process may end without sending a signal.
	process.once('disconnect', () => process.exit());
}
