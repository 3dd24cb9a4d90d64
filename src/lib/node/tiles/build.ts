/** A story’s table → its folder of tiles, written completely or not at all. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../../story/parse.ts';
import type { Story } from '../../story/model.ts';
import type { TileMeta } from '../../tiles/format.ts';
import { delimiterOf, readCsv } from './csv.ts';
import { spansOf } from './cuts.ts';
import { beside, FolderWriter, replace } from './folder.ts';
import { Gathered, planFor, type Plan } from './gather.ts';
import { writePart, type PartOf } from './parts.ts';
import { metaIn } from './place.ts';
import type { TableResult } from './table.ts';
import { threadsFor, writeTogether } from './threads.ts';
import { tilesVersion } from './version.ts';

/** Largest CSV in bytes that is read whole, without a database. */
const smallCsv = 2e6;

export interface Built {
	meta: TileMeta;
	/** Number of tiles, and bytes of all files, written; 0 where nothing had changed. */
	tiles: number;
	bytes: number;
}

export type Outcome = Built | { problems: Problem[]; count: number };

export interface BuildOptions {
	/** Called when a phase begins: reading, checking, sorting, writing. */
	progress?: (phase: string) => void;
	/** Size in bytes above which a CSV goes through the database. */
	small?: number;
	/** Number of threads that write, 1 to 16; by default one, and for a very large table as many as there are cores. */
	threads?: number;
}

/**
 * @param folder the folder of the story, which has a table
 * @param out folder for its tiles
 * @returns what was written, or the problems in the table; then nothing was written
 */
export async function buildTiles(
	story: Story,
	folder: string,
	out: string,
	options: BuildOptions = {}
): Promise<Outcome> {
	const version = tilesVersion(story, folder);
	const before = metaIn(out);
	if (before?.version === version) return { meta: before, tiles: 0, bytes: 0 };
	return beside(resolve(out), async (temp) => {
		const read = await readTable(story, folder, temp, options);
		if ('problems' in read) return read;
		try {
			const plan = planFor(story, version, read);
			const writer = new FolderWriter(join(temp, 'tiles'));
			const { progress = () => {} } = options;
			const threads = threadsFor(read, options.threads);
			const built =
				threads > 1
					? await writeTogether(story, plan, read, threads, temp, writer, progress)
					: await writeAll(plan, writer);
			replace(join(temp, 'tiles'), out);
			return built;
		} finally {
			read.close();
		}
	});
}

async function writeAll(plan: Plan, writer: FolderWriter): Promise<Built> {
	const gathered = new Gathered(plan.head);
	await gathered.read(plan.rows(), writer.write);
	const tiles = writer.files;
	return { meta: gathered.finish(writer.write), tiles, bytes: writer.bytes };
}

/**
 * Builds only the rows in one span of time; `mergeParts` makes tiles of all parts.
 * @param folder the folder of the story, which has a table
 * @param out folder for the part
 */
export async function buildPart(
	story: Story,
	folder: string,
	out: string,
	part: PartOf,
	options: BuildOptions = {}
): Promise<Outcome> {
	return beside(resolve(out), async (temp) => {
		const read = await readTable(story, folder, temp, options);
		if ('problems' in read) return read;
		try {
			const plan = planFor(story, tilesVersion(story, folder), read);
			const { meta } = plan.head;
			const [tiles, about] = [new FolderWriter(join(temp, 'part')), new FolderWriter(join(temp, 'part'))];
			const span = (await spansOf(meta, part.parts, (spans) => read.countIn(spans)))[part.part - 1];
			await writePart(plan, part, span, tiles, about);
			replace(join(temp, 'part'), out);
			return { meta, tiles: tiles.files, bytes: tiles.bytes + about.bytes };
		} finally {
			read.close();
		}
	});
}

/** The first problems of a story’s table, and how many there are. */
export async function checkTable(
	story: Story,
	folder: string,
	temp: string,
	options: BuildOptions = {}
): Promise<{ problems: Problem[]; count: number }> {
	return beside(join(temp, story.slug), async (inside) => {
		const read = await readTable(story, folder, inside, options);
		if ('problems' in read) return read;
		read.close();
		return { problems: [], count: 0 };
	});
}

async function readTable(story: Story, folder: string, temp: string, options: BuildOptions): Promise<TableResult> {
	const { progress = () => {}, small = smallCsv } = options;
	const path = join(folder, story.table!.file);
	const source = { path, story, temp, progress };
	if (path.endsWith('.csv') && statSync(path).size <= small) {
		progress('reading');
		return readCsv(source);
	}
	const { readByDuck } = await import('./duck.ts');
	return readByDuck(source, path.endsWith('.csv') ? delimiterOf(headOf(path)) : '');
}

function headOf(path: string): string {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.alloc(1 << 16);
		return bytes.toString('utf8', 0, readSync(file, bytes));
	} finally {
		closeSync(file);
	}
}
