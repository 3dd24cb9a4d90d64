/**
 * Tiles for every story of this site that has a table, before it is built, and for no other: what stands in static is
 * published. `--keep` leaves those of another site, which is built at the same time. Where no story has a table, nothing
 * is compiled for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.THROUGHLINE_STORIES ?? 'data';
/** @param {string} path */
const namesIn = (path) => (existsSync(path) ? readdirSync(path) : []);
const tables = namesIn(folder).filter((name) => {
	const file = join(folder, name, 'story.yaml');
	return existsSync(file) && /^["']?table["']?\s*:/m.test(readFileSync(file, 'utf8'));
});
const tiles = process.env.THROUGHLINE_TILES ?? join('static', 'tiles');
if (!process.argv.includes('--keep'))
	for (const name of namesIn(tiles))
		if (!tables.includes(name)) rmSync(join(tiles, name), { recursive: true, force: true });
if (tables.length) {
	const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
	const command = [join(root, 'bin', 'throughline.mjs'), 'tiles', ...tables, '--data', folder];
	// Its words go to stderr: stdout is for results.
	process.exitCode = spawnSync(process.execPath, command, { stdio: ['ignore', 2, 2] }).status ?? 1;
}
