/** Where tiles stand, and which are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkMeta, type TileMeta } from '../../tiles/format.ts';
import { site } from '../site.ts';

/** A folder a story. */
export const tilesFolder = () => join(site().cache, 'tiles');

/** @param folder of one story’s tiles */
export function metaIn(folder: string): TileMeta | undefined {
	const path = join(folder, 'meta.json');
	if (!existsSync(path)) return undefined;
	try {
		return checkMeta(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		// Not whole, or of another form: as good as none.
		return undefined;
	}
}
