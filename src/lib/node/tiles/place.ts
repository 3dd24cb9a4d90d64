/** Where tiles stand, and which are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkMeta, type TileMeta } from '../../tiles/format.ts';

/** `THROUGHLINE_TILES` names another folder; the site serves what is in `static`, or in what THROUGHLINE_STATIC names. */
export const tilesFolder = () =>
	process.env.THROUGHLINE_TILES ?? join(process.env.THROUGHLINE_STATIC ?? 'static', 'tiles');

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
