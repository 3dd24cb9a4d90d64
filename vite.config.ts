import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * A browser may keep for the life of a page that a script did not come (Firefox does), and then never asks for it again:
 * under another address it does. What stands behind the addresses is set while a part is asked for again (src/lib/part).
 */
const askedAnew: Plugin = {
	name: 'throughline-asked-anew',
	apply: 'build',
	generateBundle: {
		order: 'post',
		handler(_, bundle) {
			if (this.environment.name !== 'client') return;
			for (const chunk of Object.values(bundle))
				if (chunk.type === 'chunk')
					chunk.code = chunk.code.replace(
						/\bimport\(([`'"])(\.[^`'"]+\.js)\1\)/g,
						'import(`$2`+(globalThis.anew||``))'
					);
		}
	}
};

export default defineConfig({
	plugins: [sveltekit(), askedAnew],
	// The compiled pages need nothing of the framework that compiled them.
	ssr: { noExternal: ['@sveltejs/kit', 'clsx', 'cookie', 'devalue', 'esm-env', 'set-cookie-parser'] },
	build: {
		// The budget is counted in bytes; a browser with modules and popovers needs no older syntax.
		target: 'es2022',
		// What a script needs besides is not asked for ahead of it: where that fails, browsers keep it as failed.
		modulePreload: {
			polyfill: false,
			resolveDependencies: (_, files, { hostType }) =>
				hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files
		}
	},
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// What takes the pages over; Kit’s own client, with its router, is never loaded.
					input: Object.fromEntries(
						['story', 'explore', 'embed'].map((name) => [`entry/${name}`, `src/entry/${name}.ts`])
					),
					// d3-array and d3-interpolate make functions at their top level that no one here uses; without this they
					// stay, and d3-color with them.
					treeshake: {
						manualPureFunctions: [
							...['bisector', 'shuffler', 'Blur2', 'blurf'],
							...['rgbSpline', 'interpolateTransform', 'hsl', 'hcl', 'cubehelix']
						]
					}
				}
			}
		}
	},
	test: {
		include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		// By default a core is left alone.
		maxWorkers: '100%',
		// These end what hangs, and judge nothing: some properties take a minute on an idle machine.
		testTimeout: 600_000,
		hookTimeout: 600_000,
		env: { TZ: 'America/Los_Angeles' }
	}
});
