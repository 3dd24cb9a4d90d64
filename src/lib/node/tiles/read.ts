/** The tiles of a story that come with its page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTile, rootId, tilePath, type Tile, type TileMeta } from '../../tiles/format.ts';
import { folderOf, readStories } from '../stories.ts';
import { charactersIn } from './characters.ts';
import { metaIn, tilesFolder } from './place.ts';
import { tilesVersion } from './version.ts';

export interface TableTiles {
	meta: TileMeta;
	root: Tile;
}

/**
 * @returns undefined for a story without a table
 * @throws Error where its tiles are missing or were made from another table
 */
export function tableOf(slug: string): TableTiles | undefined {
	const story = readStories().get(slug);
	if (!story?.table) return undefined;
	const folder = join(tilesFolder(), slug);
	const run = `run: npx throughline tiles ${slug}`;
	const meta = metaIn(folder);
	if (!meta) throw new Error(`the table of "${slug}" has no tiles in ${folder}; ${run}`);
	if (meta.version !== tilesVersion(story, folderOf(slug)))
		throw new Error(`the tiles in ${folder} are not those of its table; ${run}`);
	const root: unknown = JSON.parse(readFileSync(join(folder, tilePath(meta, rootId)), 'utf8'));
	return { meta, root: checkTile(root, meta, rootId, meta.count) };
}

/** Characters of a story’s rows, which its fonts must carry too; '' without a table. */
export function rowCharacters(slug: string, lang: string): string {
	return readStories().get(slug)?.table ? charactersIn(join(tilesFolder(), slug), lang) : '';
}
