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
					treeshake: { manualPureFunctions: ['bisector', 'shuffler', 'Blur2', 'blurf'] }
				}
			}
		}
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'units',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['tests/times.test.ts'],
					sequence: { groupOrder: 0 }
				}
			},
			{
				extends: true,
				test: { name: 'times', include: ['tests/times.test.ts'], maxWorkers: 1, sequence: { groupOrder: 1 } }
			}
		],
		environment: 'node',
		// Properties over a thousand random stories, on a machine that may be busy.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		env: { TZ: 'America/Los_Angeles' }
	}
});
