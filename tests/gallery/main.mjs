/**
 * `npm run gallery`: every picture of every shipped and test story in every size and theme on one page,
 * gallery/index.html; with `--against`, those that differ from an earlier gallery, before and after.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const usage = `npm run gallery -- [options]
  --against before   the folder of an earlier gallery: gallery/changes.html shows what changed
  --stories a,b      only these; all by default
  --data a,b         folders of stories; data,tests/fixtures/stories by default
  --out gallery      where to write`;

const root = fileURLToPath(new URL('../../', import.meta.url));

try {
	const { values } = parseArgs({
		options: {
			against: { type: 'string' },
			stories: { type: 'string', default: '' },
			data: { type: 'string', default: `${join(root, 'data')},${join(root, 'tests/fixtures/stories')}` },
			out: { type: 'string', default: join(root, 'gallery') },
			help: { type: 'boolean' }
		}
	});
	if (values.help) console.log(usage);
	else {
		const outDir = join(root, '.svelte-kit-gallery');
		const configFile = join(root, 'vite.cli.config.ts');
		// In place of the command line, compiled by the same settings.
		const rolldownOptions = { input: { main: join(root, 'tests/gallery/draw.ts') } };
		await build({ configFile, root, logLevel: 'error', build: { outDir, rolldownOptions } });
		const { drawGallery } = await import(pathToFileURL(join(outDir, 'main.js')).href);
		const list = (/** @type {string} */ text) => text.split(',').filter(Boolean);
		await drawGallery({
			...values,
			data: list(values.data),
			stories: list(values.stories),
			say: (/** @type {string} */ line) => console.log(line)
		});
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
