/**
 * Tiles for every story of this site that has a table, before it is built, and for no other: what stands in static is
 * published. Where no story has a table, nothing is compiled for it. A table that cannot be read is listed; the build then
 * leaves its story out and fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = process.env.THROUGHLINE_STORIES ?? 'data';
/** @param {string} path */
const namesIn = (path) => (existsSync(path) ? readdirSync(path) : []);
const tables = namesIn(folder).filter((name) => {
	if (name.startsWith('.')) return false;
	const file = join(folder, name, 'story.yaml');
	try {
		return !!parse(readFileSync(file, 'utf8'))?.table;
	} catch {
		// Not there, or no YAML: the build lists it.
		return false;
	}
});
const tiles = process.env.THROUGHLINE_TILES ?? join('static', 'tiles');
for (const name of namesIn(tiles))
	// A dot begins what another command is just writing; the command line clears away what was left.
	if (!name.startsWith('.') && !tables.includes(name)) rmSync(join(tiles, name), { recursive: true, force: true });
if (tables.length) {
	const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
	const command = [join(root, 'bin', 'throughline.mjs'), 'tiles', ...tables, '--data', folder];
	// Its words go to stderr: stdout is for results.
	spawnSync(process.execPath, command, { stdio: ['ignore', 2, 2] });
}
