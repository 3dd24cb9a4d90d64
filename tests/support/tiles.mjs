/**
 * Tiles for every story of a folder that has a table, before the site is built: `node tests/support/tiles.mjs [folder]`.
 * Where no story has one, nothing is compiled for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? process.env.THROUGHLINE_STORIES ?? 'data';
const names = existsSync(folder) ? readdirSync(folder) : [];
const tables = names.filter((name) => {
	const file = join(folder, name, 'story.yaml');
	return existsSync(file) && /^["']?table["']?\s*:/m.test(readFileSync(file, 'utf8'));
});
if (tables.length) {
	const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
	const command = [join(root, 'bin', 'throughline.mjs'), 'tiles', ...tables, '--data', folder];
	// Its words go to stderr: stdout is for results.
	process.exitCode = spawnSync(process.execPath, command, { stdio: ['ignore', 2, 2] }).status ?? 1;
}
