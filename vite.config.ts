/// <reference types="vitest/config" />
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { ofManyFiles } from './scripts/bundled.js';
import { stylesOnly } from './scripts/stylesOnly.js';

/**
 * Some browsers (Firefox) remember for the life of a page that a script failed to load, and request it again only under
 * another address. While a part is asked for again, src/lib/part sets what is appended to the addresses.
 */
const askedAnew: Plugin = {
	name: 'throughline-asked-anew',
	apply: 'build',
	// Vite counts a stylesheet that failed to load as loaded.
	transform: {
		filter: { id: /vite\/preload-helper/ },
		handler(code) {
			const failed = /seen\[href\] = void 0;(?=\s+throw err)/;
			if (!failed.test(code)) this.error('Vite’s preloading has changed: see what it keeps of a failure');
			return code.replace(failed, 'delete seen[href];');
		}
	},
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

/**
 * The script for pages of other sites, at an address that stays. A classic script: in a function, so that no name of it
 * is one of the page.
 */
const embedScript: Plugin = {
	name: 'throughline-embed',
	apply: 'build',
	buildStart() {
		if (this.environment.name === 'client')
			this.emitFile({ type: 'chunk', id: 'src/embed/element.ts', fileName: 'embed.js' });
	},
	generateBundle: {
		order: 'post',
		handler(_, bundle) {
			const chunk = bundle['embed.js'];
			if (chunk?.type === 'chunk') chunk.code = `(()=>{${chunk.code.trim()}})();\n`;
		}
	}
};

/** The compiled pages need no packages of the framework that compiled them. */
const ofTheFramework = ['@sveltejs/kit', 'clsx', 'cookie', 'devalue', 'esm-env', 'set-cookie-parser'];

/** Its texts fill most of a process’s memory. */
const roomy = 'tests/verifyGrowth.test.ts';

export default defineConfig({
	plugins: [sveltekit(), stylesOnly, askedAnew, embedScript],
	ssr: { noExternal: [...ofTheFramework, ...ofManyFiles] },
	build: {
		// The budget is in bytes; a browser with modules and popovers needs no older syntax.
		target: 'es2022',
		// A script’s dependencies are not preloaded: if that failed, browsers would remember the failure.
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
					// The entries that take over the pages.
					input: Object.fromEntries(
						['story', 'explore', 'embed'].map((name) => [`entry/${name}`, `src/entry/${name}.ts`])
					)
				}
			}
		}
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'tests',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: [roomy],
					// A worker loads each module once for all of its test files: no test changes what a module holds.
					isolate: false
				}
			},
			// Takes three times as long where what other tests have left is in the same memory.
			{ extends: true, test: { name: 'roomy', include: [roomy] } }
		],
		environment: 'node',
		// The default leaves one core idle.
		maxWorkers: '100%',
		// These end what hangs and judge nothing: some properties take a minute on an idle machine.
		testTimeout: 600_000,
		hookTimeout: 600_000,
		env: { TZ: 'America/Los_Angeles' }
	}
});
