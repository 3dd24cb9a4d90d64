/** Where tiles are stored, and which exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkMeta, type TileMeta } from '../../tiles/format.ts';
import { site } from '../site.ts';

/** Has one folder for each story. */
export const tilesFolder = () => join(site().cache, 'tiles');

/** @param folder the folder of one story’s tiles */
export function metaIn(folder: string): TileMeta | undefined {
	const path = join(folder, 'meta.json');
	if (!existsSync(path)) return undefined;
	try {
		return checkMeta(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		// Incomplete or of another format: the same as missing.
		return undefined;
	}
}
