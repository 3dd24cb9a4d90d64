/**
 * Parts of a table by time, which can be built on different machines: every part reads and checks the whole table, so
 * that all know the same about it, and writes the tiles of its own span. Tiles that cross a cut are added up on
 * merging.
 */
import {
	createReadStream,
	copyFileSync,
	createWriteStream,
	existsSync,
	linkSync,
	readdirSync,
	readFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TileMeta } from '../../tiles/format.ts';
import type { Characters } from './characters.ts';
import { crossingAt } from './cuts.ts';
import { beside, FolderWriter, replace } from './folder.ts';
import { Gathered, type Head, type Plan } from './gather.ts';
import type { SavedTile } from './openTile.ts';
import type { Span } from './table.ts';

export interface PartOf {
	/** Number of the part, from 1. */
	part: number;
	parts: number;
}

interface PartFile extends PartOf {
	head: Head;
	crossed: SavedTile[];
	characters: ReturnType<Characters['saved']>;
}

const partFile = 'part.json';
const wordsFile = 'words.ndjson';

/**
 * @param span the span of time of the part, one of `spansOf` the table
 * @param tiles writes its tiles
 * @param about writes what merging needs of it besides, into a folder of its own
 */
export async function writePart(
	plan: Plan,
	{ part, parts }: PartOf,
	span: Span,
	tiles: FolderWriter,
	about: FolderWriter
): Promise<void> {
	const { head } = plan;
	const gathered = new Gathered(head);
	await gathered.read(plan.rows(span), tiles.write, crossingAt(head.meta, span));
	if (gathered.words) {
		const lines = Readable.from(endedLines(gathered.words.saved()));
		await pipeline(lines, createWriteStream(about.place(wordsFile)));
	}
	const crossed = gathered.crossed.map((tile) => tile.saved());
	const file: PartFile = { part, parts, head, crossed, characters: gathered.characters.saved() };
	about.write(partFile, JSON.stringify(file));
}

function* endedLines(lines: Iterable<string>) {
	for (const line of lines) yield `${line}\n`;
}

/** The parts do not make a whole table. */
export class PartsRefused extends Error {}

/**
 * @param folders the folders of all parts of one table, in any order; they are not changed
 * @param out folder for its tiles, which will be the same as if built in one go
 * @param version the version that the table’s tiles should have
 * @throws PartsRefused where a part is missing, given twice, or of another table
 */
export async function mergeParts(folders: readonly string[], out: string, version: string): Promise<TileMeta> {
	const parts = wholeOf(folders, version);
	const { head } = parts[0].file;
	return beside(resolve(out), async (temp) => {
		const writer = new FolderWriter(join(temp, 'tiles'));
		for (const { folder } of parts) linkFiles(folder, head.meta.version, writer);
		const { meta } = await addUp(parts, writer);
		replace(join(temp, 'tiles'), out);
		return meta;
	});
}

/**
 * Writes the files that are of several parts or of all.
 * @param folders what `writePart` has written about each part, in any order
 * @param writer of the folder that has the tiles of all parts
 */
export const mergeWritten = (folders: readonly string[], version: string, writer: FolderWriter): Promise<Merged> =>
	addUp(wholeOf(folders, version), writer);

interface Merged {
	meta: TileMeta;
	/** Number of tiles that are of several parts. */
	tiles: number;
}

async function addUp(parts: readonly { folder: string; file: PartFile }[], writer: FolderWriter): Promise<Merged> {
	const gathered = new Gathered(parts[0].file.head);
	for (const { folder, file } of parts) {
		gathered.characters.merge(file.characters);
		const words = join(folder, wordsFile);
		if (gathered.words) await gathered.words.merge(createInterface(createReadStream(words)));
	}
	const before = writer.files;
	gathered.writeCrossed(
		parts.flatMap(({ file }) => file.crossed),
		writer.write
	);
	const tiles = writer.files - before;
	return { meta: gathered.finish(writer.write), tiles };
}

/** @returns the parts in order of time */
function wholeOf(folders: readonly string[], version: string): { folder: string; file: PartFile }[] {
	const all = folders.map((folder) => {
		const path = join(folder, partFile);
		if (!existsSync(path)) throw new PartsRefused(`${folder} is no part of a table; make one with --part`);
		return { folder, file: JSON.parse(readFileSync(path, 'utf8')) as PartFile };
	});
	const { parts } = all[0].file;
	const other = all.find(({ file }) => file.parts !== parts || file.head.meta.version !== version);
	if (other)
		throw new PartsRefused(`${other.folder} is not of this table, or not cut into as many parts; make it again`);
	return Array.from({ length: parts }, (_, n) => {
		const [found, twice] = all.filter(({ file }) => file.part === n + 1);
		if (!found) throw new PartsRefused(`part ${n + 1} of ${parts} is missing; name the folders of all parts`);
		if (twice) throw new PartsRefused(`part ${n + 1} is there twice: ${found.folder}, ${twice.folder}; name one`);
		return found;
	});
}

/** Adds the tiles of a part, as links where both folders are on one disk, since these take no room. */
function linkFiles(folder: string, version: string, writer: FolderWriter): void {
	const tiles = join(folder, version);
	if (!existsSync(tiles)) return;
	for (const path of readdirSync(tiles, { recursive: true, encoding: 'utf8' })) {
		if (!path.endsWith('.json')) continue;
		const place = writer.place(join(version, path));
		try {
			linkSync(join(tiles, path), place);
		} catch {
			copyFileSync(join(tiles, path), place);
		}
	}
}
