import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Builds the command line for Node; packages stay in node_modules. See bin/throughline.mjs. */
export default defineConfig({
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	build: {
		ssr: 'src/cli/main.ts',
		outDir: process.env.THROUGHLINE_COMPILED ?? 'dist/cli',
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' } }
	}
});
