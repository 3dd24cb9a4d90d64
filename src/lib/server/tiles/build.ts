/** A story’s table → its folder of tiles, whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../../story/parse.ts';
import type { Story } from '../../story/model.ts';
import { mostIndexed } from '../../tiles/words.ts';
import { checkMeta, fewEvents, form, rootFor, unitBits, type TileMeta } from '../../tiles/format.ts';
import { castFor } from './casts.ts';
import { Characters, charactersFile } from './characters.ts';
import { delimiterOf, readCsv } from './csv.ts';
import { metaIn } from './place.ts';
import { WordIndex } from './words.ts';
import { writePyramid } from './pyramid.ts';
import type { ReadTable, TableResult } from './table.ts';
import { tilesVersion } from './version.ts';

/** A CSV of no more bytes is read whole, without a database. */
const smallCsv = 2e6;

export interface Built {
	meta: TileMeta;
	/** Tiles, and bytes of all files, that were written; 0 where nothing had changed. */
	tiles: number;
	bytes: number;
}

export type Outcome = Built | { problems: Problem[]; count: number };

export interface BuildOptions {
	/** Called as a phase begins: reading, checking, sorting, writing. */
	progress?: (phase: string) => void;
	/** A CSV of more bytes goes through the database. */
	small?: number;
}

/**
 * @param folder of the story, which has a table
 * @param out the folder of its tiles
 * @returns what was written, or what has to be corrected in the table first; then nothing was written
 */
export async function buildTiles(story: Story, folder: string, out: string, options: BuildOptions = {}): Promise<Outcome> {
	const version = tilesVersion(story, folder);
	const before = metaIn(out);
	if (before?.version === version) return { meta: before, tiles: 0, bytes: 0 };
	return beside(resolve(out), async (temp) => {
		const read = await readTable(story, folder, temp, options);
		if ('problems' in read) return read;
		try {
			return await writeTiles(story, version, read, out, join(temp, 'tiles'));
		} finally {
			read.close();
		}
	});
}

/** Everything to correct in a story’s table: the first of them, and how many. */
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

async function writeTiles(story: Story, version: string, read: ReadTable, out: string, temp: string): Promise<Built> {
	const casting = castFor(read.together, story);
	const unit = 2 ** unitBits(read.at);
	const [first, last] = read.at.map((time) => Math.floor(time / unit) * unit);
	const extent: TileMeta['extent'] = [first, last + unit];
	const table = story.table!;
	const meta: TileMeta = {
		form,
		version,
		count: read.count,
		...rootFor(extent),
		extent,
		casts: casting.casts,
		unnamed: casting.unnamed,
		source: table.source,
		...(!read.translated && { language: table.language ?? story.languages[0] }),
		instants: read.plain === 'instant'
	};
	let [files, bytes] = [0, 0];
	const made = new Set<string>();
	const write = (path: string, text: string) => {
		const file = join(temp, path);
		const folder = dirname(file);
		if (!made.has(folder)) {
			mkdirSync(folder, { recursive: true });
			made.add(folder);
		}
		writeFileSync(file, text);
		files++;
		bytes += Buffer.byteLength(text);
	};
	const languages = read.translated ? story.languages : null;
	// A small table comes with the page, which searches it itself.
	const words = read.count > fewEvents && read.count <= mostIndexed ? new WordIndex() : undefined;
	const characters = new Characters(story.languages, read.translated);
	await writePyramid(read.rows(casting, unit), meta, languages, write, (row) => {
		words?.add(row);
		characters.add(row);
	});
	const tiles = files;
	if (words) meta.shards = words.write(meta, languages, write);
	write(charactersFile, JSON.stringify(characters.found()));
	// Last: who finds it finds all of them.
	write('meta.json', JSON.stringify(checkMeta(meta)));
	replace(temp, out);
	return { meta, tiles, bytes };
}

/** Work in a folder beside a place, which is taken away whatever comes of it. */
async function beside<T>(place: string, work: (temp: string) => Promise<T>): Promise<T> {
	const parent = dirname(place);
	mkdirSync(parent, { recursive: true });
	sweep(parent);
	const temp = join(parent, `.${basename(place)}-${randomBytes(4).toString('hex')}`);
	mkdirSync(temp);
	const sweepNow = () => rmSync(temp, { recursive: true, force: true });
	const stop = () => {
		sweepNow();
		process.exit(130);
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	try {
		return await work(temp);
	} finally {
		process.off('SIGINT', stop);
		process.off('SIGTERM', stop);
		sweepNow();
	}
}

/** What a build that was killed an hour ago or more has left. */
function sweep(parent: string): void {
	for (const name of readdirSync(parent)) {
		const path = join(parent, name);
		const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
		if (/^\..+-[0-9a-f]{8}$/.test(name) && age > 36e5) rmSync(path, { recursive: true, force: true });
	}
}

function replace(written: string, place: string): void {
	const old = `${written}-old`;
	const exists = existsSync(place);
	if (exists) renameSync(place, old);
	try {
		renameSync(written, place);
	} catch (error) {
		if (exists) renameSync(old, place);
		throw error;
	}
}
