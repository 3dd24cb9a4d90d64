import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Kit's client takes two functions out of all that Svelte exports at once, and a bundler then keeps everything. Taken by
 * name, what no one uses stays out: about a KB of what a reader loads.
 */
const namedImports: Plugin = {
	name: 'throughline-named-imports',
	transform(code, id) {
		if (!id.includes('@sveltejs/kit/src/runtime/client/client.js')) return;
		return code.replace('const { onMount, tick } = svelte;', 'const onMount = svelte.onMount, tick = svelte.tick;');
	}
};

export default defineConfig({
	plugins: [sveltekit(), namedImports],
	build: {
		// The budget is counted in bytes; a browser with modules and popovers needs no older syntax.
		target: 'es2022'
	},
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// d3-array makes functions at its top level that no one here uses; without this they stay.
					treeshake: { manualPureFunctions: ['bisector', 'shuffler', 'Blur2', 'blurf'] },
					output: {
						codeSplitting: {
							// A page is its framework and itself: two files pack tighter than ten, and the explorer needs the first
							// but not the story’s own. What a click loads stays apart.
							groups: [
								{
									name: 'core',
									priority: 3,
									test: /node_modules\/(svelte|@sveltejs|esm-env|clsx|d3(-array)?|internmap)\/|src\/lib\/(layout\/(?!palettes|across|axisAcross|levels|mix|strip|chart|dateLine|camera|timeline\.)|timeline\/(?!Chart)|text\/fill|view\/(?!claims)|page\/(Still|tools))|src\/routes\/\+layout\.svelte|vite\/preload-helper/
								},
								{ name: 'explore', priority: 1, test: /src\/lib\/(explore\/ExplorePage|tiles\/format)/ },
								{
									name: 'page',
									priority: 2,
									test: /src\/routes\/\[lang\]\/\[story\]\/\+page\.svelte|src\/lib\/(layout\/strip|page\/(?!panels|ActorFilter|ViewMenu|EmbedPage|QuotePage|ExploreLink|Notes|tools))/
								}
							]
						}
					}
				}
			}
		}
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		// Properties over a thousand random stories, on a machine that may be busy.
		testTimeout: 60_000,
		env: { TZ: 'America/Los_Angeles' }
	}
});
