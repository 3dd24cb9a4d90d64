import type { KnipConfig } from 'knip';

/** What nothing uses any more: files, exports, dependencies. `npm run lint` runs it; each exception says why. */
export default {
	entry: [
		// What package.json exports, which names what these are compiled to.
		'src/lib/{index,components}.ts',
		'src/lib/{node,verify}/index.ts',
		// Compiled by vite.config.ts, vite.cli.config.ts and tests/gallery/main.mjs.
		'src/entry/{story,explore,embed}.ts',
		'src/embed/element.ts',
		'src/cli/main.ts',
		'src/lib/node/drawWorker.ts',
		'src/lib/node/tiles/tilesWorker.ts',
		'tests/gallery/draw.ts',
		// Served as they are: src/lib/node/home.ts and src/cli/dev.ts.
		'src/{home,cli/live}.js',
		// Named where scripts/compile.mjs calls Vite.
		'vite.cli.config.ts',
		// Run by hand, to make a table.
		'tests/support/{largeTable,portLog}.mjs',
		'scripts/webPlatform.mjs',
		// Loaded by growth.mjs, through Vite.
		'tests/support/growth.ts',
		// Named by the site.yaml beside it.
		'tests/fixtures/sites/*/brand/*.js',
		// Compiled by tests/bench/peers.mjs.
		'tests/bench/pages/*.js'
	],
	project: ['{src,scripts,tests,bin}/**/*.{ts,js,mjs,svelte}', '*.{ts,js}'],
	// A program gets the types of what it calls, whether or not another file here names them.
	ignoreExportsUsedInFile: { interface: true, type: true },
	ignoreDependencies: [
		// Fonts are read as files: src/lib/node/fonts.ts, fonts.test.ts.
		'@expo-google-fonts/noto-serif-sc',
		'@fontsource-variable/source-sans-3',
		'@fontsource/*',
		'dejavu-fonts-ttf',
		// Run as a file: scripts/compile.mjs.
		'@sveltejs/package',
		// Resolved as a file: scripts/webPlatform.mjs.
		'@mdn/browser-compat-data',
		// Of tests/bench/package.json, which npm run bench and npm run dates install.
		'chrono-node',
		'@microsoft/recognizers-text-date-time',
		'vis-data',
		'vis-timeline'
	],
	ignoreBinaries: [
		// Of the machine: tests find or install them, or are skipped.
		'mount',
		'pdfinfo',
		'pdftotext',
		'setpriv',
		'umount'
	]
} satisfies KnipConfig;
