import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { ofManyFiles } from './scripts/bundled.js';

/** The command line, and what other programs call in Node; most packages stay in node_modules. See scripts/compile.mjs. */
export default defineConfig({
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	ssr: { noExternal: ofManyFiles },
	build: {
		ssr: true,
		outDir: process.env.THROUGHLINE_COMPILED ?? 'dist/cli',
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: {
			input: {
				main: 'src/cli/main.ts',
				node: 'src/lib/node/index.ts',
				drawWorker: 'src/lib/node/drawWorker.ts',
				tilesWorker: 'src/lib/node/tiles/tilesWorker.ts'
			},
			output: { entryFileNames: '[name].js', chunkFileNames: '[name].part.js' }
		}
	}
});
