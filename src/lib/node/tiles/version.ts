/** Which version of tiles a story’s table should have: a hash of its content, without parsing it as a table. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../../story/model.ts';
import { form } from '../../tiles/format.ts';

/** Revision of the format that this folder writes: increase it where the same table would give other tiles. */
const revision = 4;

/** Versions by file and settings: a table may have hundreds of MB, so it is read again only after a change. */
const known = new Map<string, string>();

/**
 * @returns the name of the tiles’ folder
 * @throws Error where the table cannot be read
 */
export function tilesVersion(story: Story, folder: string): string {
	const { table, languages, sides, actors, events } = story;
	const hash = createHash('sha256');
	const told = [
		form,
		revision,
		table,
		languages,
		sides.map(({ id }) => id),
		actors.map(({ id, side }) => [id, side]),
		events.map(({ id }) => id)
	];
	hash.update(JSON.stringify(told));
	const path = join(folder, table!.file);
	const { size, mtimeMs } = statSync(path);
	const key = `${path} ${size} ${mtimeMs} ${JSON.stringify(told)}`;
	const read = known.get(key);
	if (read) return read;
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.allocUnsafe(1 << 20);
		for (let n = readSync(file, bytes); n > 0; n = readSync(file, bytes)) hash.update(bytes.subarray(0, n));
	} finally {
		closeSync(file);
	}
	const version = hash.digest('hex').slice(0, 12);
	known.set(key, version);
	return version;
}
