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
import { crossingAt, spansOf } from './cuts.ts';
import { beside, FolderWriter, replace } from './folder.ts';
import { Gathered, type Head, type Plan } from './gather.ts';
import type { SavedTile } from './openTile.ts';
import type { ReadTable } from './table.ts';

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

/** @returns the number of tiles in the part */
export async function writePart(
	plan: Plan,
	{ part, parts }: PartOf,
	read: ReadTable,
	writer: FolderWriter
): Promise<number> {
	const { head } = plan;
	const span = (await spansOf(head.meta, parts, (spans) => read.countIn(spans)))[part - 1];
	const gathered = new Gathered(head);
	await gathered.read(plan.rows(span), writer.write, crossingAt(head.meta, span));
	const tiles = writer.files;
	if (gathered.words) {
		const lines = Readable.from(endedLines(gathered.words.saved()));
		await pipeline(lines, createWriteStream(writer.place(wordsFile)));
	}
	const crossed = gathered.crossed.map((tile) => tile.saved());
	const file: PartFile = { part, parts, head, crossed, characters: gathered.characters.saved() };
	writer.write(partFile, JSON.stringify(file));
	return tiles;
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
		const gathered = new Gathered(head);
		for (const { folder, file } of parts) {
			linkFiles(folder, head.meta.version, writer);
			gathered.characters.merge(file.characters);
			const words = join(folder, wordsFile);
			if (gathered.words) await gathered.words.merge(createInterface(createReadStream(words)));
		}
		gathered.writeCrossed(
			parts.flatMap(({ file }) => file.crossed),
			writer.write
		);
		const meta = gathered.finish(writer.write);
		replace(join(temp, 'tiles'), out);
		return meta;
	});
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
