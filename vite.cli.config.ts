import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The command line, and what other programs call in Node; packages stay in node_modules. See scripts/compile.mjs. */
export default defineConfig({
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	build: {
		ssr: true,
		outDir: process.env.THROUGHLINE_COMPILED ?? 'dist/cli',
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: {
			input: { main: 'src/cli/main.ts', node: 'src/lib/node/index.ts' },
			output: { entryFileNames: '[name].js', chunkFileNames: '[name].part.js' }
		}
	}
});
