/// <reference types="vitest/config" />
import { relative, resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vite';
import { ofManyFiles } from './scripts/bundled.js';

/**
 * Some browsers (Firefox) remember for the life of a page that a script failed to load, and request it again only under
 * another address. While a part is asked for again, src/lib/part sets what is appended to the addresses.
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

/** What takes a page over in a browser (src/entry). Kit’s own client, with its router, is never loaded. */
const pages = ['story', 'explore', 'embed'];
const entries = pages.map((page) => `src/entry/${page}.ts`);

/** What loads at one moment and shares much with the pages: the pages themselves, and the largest of what comes later. */
const moments = [
	...entries,
	'src/lib/page/DeskStand.svelte',
	'src/lib/page/PhoneStand.svelte',
	'src/lib/export/ExportDialog.svelte'
];

/**
 * Puts what the same moments load into one file. The bundler’s own choice makes one for each set of importers, of all
 * that loads on a click: twenty-six for the explorer, which a browser asks for six at a time.
 */
const fewFiles: Plugin = {
	name: 'throughline-few-files',
	apply: 'build',
	options(options) {
		// Only the framework’s own client, which is never loaded, needs the names that its entries export.
		if (this.environment.name === 'client') options.preserveEntrySignatures = 'allow-extension';
	},
	outputOptions(options) {
		if (this.environment.name !== 'client') return;
		/** At which moments a module is loaded, by number. */
		const loadedAt = new Map<string, Set<number>>();
		const add = (moment: number, id: string, graph: Rolldown.ChunkingContext) => {
			const at = loadedAt.get(id) ?? new Set();
			// All of d3 hangs together by its names; what is used of it is left to the bundler.
			if (at.has(moment) || /[\\/]d3(-\w+)?[\\/]/.test(id)) return;
			loadedAt.set(id, at.add(moment));
			for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) add(moment, imported, graph);
		};
		/** null: the bundler chooses. */
		const name = (id: string, graph: Rolldown.ChunkingContext) => {
			// A page’s own script takes it over when it is loaded, so what others share is not in its file.
			if (entries.includes(relative('.', id))) return null;
			if (!loadedAt.size) for (const [moment, file] of moments.entries()) add(moment, resolve(file), graph);
			const at = [...(loadedAt.get(id) ?? [])];
			return at.some((moment) => moment < pages.length) ? `at-${at.join('-')}` : null;
		};
		options.codeSplitting = { groups: [{ name }], includeDependenciesRecursively: false };
	}
};

/** The compiled pages need no packages of the framework that compiled them. */
const ofTheFramework = ['@sveltejs/kit', 'clsx', 'cookie', 'devalue', 'esm-env', 'set-cookie-parser'];

/** Its texts fill most of a process’s memory. */
const roomy = 'tests/verifyGrowth.test.ts';

export default defineConfig({
	plugins: [sveltekit(), fewFiles, askedAnew, embedScript],
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
					input: Object.fromEntries(pages.map((name) => [`entry/${name}`, `src/entry/${name}.ts`]))
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
