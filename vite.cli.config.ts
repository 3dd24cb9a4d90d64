import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The command line as one file for Node; packages stay in node_modules. See bin/throughline.mjs. */
export default defineConfig({
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	build: {
		ssr: 'src/cli/main.ts',
		target: 'node20',
		rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' } }
	}
});
