/** The tiles command: tables of stories → folders of tiles. Also checks a table without writing tiles. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPart, buildTiles, checkTable } from '../lib/node/tiles/build.ts';
import { mergeParts, PartsRefused, type PartOf } from '../lib/node/tiles/parts.ts';
import { tilesFolder } from '../lib/node/tiles/place.ts';
import { tilesVersion } from '../lib/node/tiles/version.ts';
import type { Story } from '../lib/story/model.ts';
import { formatProblem, type Problem } from '../lib/story/parse.ts';
import type { Streams } from './export.ts';
import { Failed, Misused } from './failures.ts';
import { checkFolder, storyFolder, storyNames } from './stories.ts';

export interface TilesOptions {
	all?: boolean;
	out?: string;
	quiet?: boolean;
	data: string;
	/** Part to build, such as 2/4. */
	part?: string;
	/** Folders of all parts to merge. */
	merge?: string[];
	threads?: number;
}

/** @throws Misused; Failed with all problems in the tables */
export async function tiles(names: readonly string[], options: TilesOptions, streams: Streams): Promise<void> {
	const { out = tilesFolder(), threads } = options;
	const part = options.part === undefined ? undefined : partOf(options.part);
	if (part && !options.out) throw new Misused('a part is no whole table; say with --out where to make it');
	if ((part || options.merge) && (names.length !== 1 || options.all || (part && options.merge)))
		throw new Misused('--part and --merge each take one story, and not the other');
	if (options.merge) return merge(names[0], options.merge, out, options, streams);
	if (!names.length && !options.all) throw new Misused('name the stories whose tables are to be made tiles, or --all');
	const folders = (options.all ? storyNames(options.data) : names).map((name) => storyFolder(name, options.data));
	const failed: string[] = [];
	for (const folder of folders) {
		const { story, problems } = checkFolder(folder);
		if (!story) {
			// A table with problems does not stop the others.
			failed.push(listed(problems, problems.length));
			continue;
		}
		if (!story.table) {
			if (!options.all) throw new Misused(`${folder} has no table; write "table:" in its story.yaml`);
			continue;
		}
		const begun = performance.now();
		const say = (words: string) => !options.quiet && streams.error(words);
		const progress = (phase: string) => say(`${story.slug}: ${phase} …`);
		const place = join(out, part ? `${story.slug}-${part.part}-of-${part.parts}` : story.slug);
		const result = part
			? await buildPart(story, folder, place, part, { progress })
			: await buildTiles(story, folder, place, { progress, threads });
		if ('problems' in result) {
			failed.push(listed(result.problems, result.count));
			continue;
		}
		streams.out(place);
		const { meta, tiles, bytes } = result;
		const seconds = ((performance.now() - begun) / 1000).toFixed(1);
		say(
			tiles || part
				? `${story.slug}: ${meta.count} events, ${tiles} tiles, ${bytes} bytes, ${seconds} s`
				: `${story.slug}: ${meta.count} events, nothing has changed`
		);
	}
	if (failed.length) throw new Failed(failed.join('\n'));
}

function partOf(text: string): PartOf {
	const [part, parts] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).slice(1).map(Number);
	if (!part || part > parts) throw new Misused(`--part "${text}" is none; write 2/4 for the second of four`);
	return { part, parts };
}

async function merge(
	name: string,
	folders: readonly string[],
	out: string,
	{ data, quiet }: TilesOptions,
	streams: Streams
): Promise<void> {
	const folder = storyFolder(name, data);
	const { story, problems } = checkFolder(folder);
	if (!story) throw new Failed(listed(problems, problems.length));
	if (!story.table) throw new Misused(`${folder} has no table; write "table:" in its story.yaml`);
	const place = join(out, story.slug);
	try {
		const meta = await mergeParts(folders, place, tilesVersion(story, folder));
		streams.out(place);
		if (!quiet) streams.error(`${story.slug}: ${meta.count} events, merged of ${folders.length} parts`);
	} catch (error) {
		throw error instanceof PartsRefused ? new Failed(error.message) : error;
	}
}

const listed = (problems: readonly Problem[], count: number) =>
	[...problems.map(formatProblem), rest(problems, count), `${count} to correct before tiles can be made`]
		.filter(Boolean)
		.join('\n');

const rest = ({ length }: readonly Problem[], count: number) => (count > length ? `… and ${count - length} more` : '');

/** All problems in a story’s table, if it has one. */
export async function tableProblems(
	story: Story | null,
	folder: string
): Promise<{ problems: Problem[]; count: number }> {
	if (!story?.table) return { problems: [], count: 0 };
	const temp = mkdtempSync(join(tmpdir(), 'throughline-'));
	try {
		return await checkTable(story, folder, temp);
	} finally {
		rmSync(temp, { recursive: true, force: true });
	}
}
