import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './tests/engines/engine.ts';
import { engines, findHeadless, launchOptions } from './tests/support/browser.mjs';
import { withChineseFont } from './tests/support/deviceFonts.mjs';
import { based, stories } from './tests/support/sites.mjs';

// Runs at the same time keep their results apart; workers inherit the environment of their run.
const results = (process.env.THROUGHLINE_RESULTS ??= `test-results/run-${process.pid}`);

export default defineConfig<object, EngineOptions>({
	projects: [
		// What readers do, in every engine that they use; one browser for each engine, not two. First, as a file of them is
		// read by one worker: at the end, the others would wait for it.
		...(Object.keys(engines) as (keyof typeof engines)[]).map((engine) => ({
			name: engine,
			testDir: 'tests/engines',
			fullyParallel: false,
			use: { engineName: engine }
		})),
		{ name: 'pages', testDir: 'tests/browser' },
		// Some of them again, on a site that was built for a path below its host.
		{ name: 'based', testDir: 'tests/browser', grep: /@below/, use: { baseURL: based } }
	],
	globalSetup: './tests/support/servers.mjs',
	outputDir: `${results}/browser`,
	// These limits end what hangs and judge nothing: about five times what an idle machine needs.
	timeout: 300_000,
	expect: { timeout: 30_000 },
	workers: 2,
	fullyParallel: true,
	reporter: [['list'], ['json', { outputFile: `${results}/browser.json` }]],
	use: {
		baseURL: stories,
		// Pages come from the host, not from what an earlier one left; tests of what is kept allow it.
		serviceWorkers: 'block',
		launchOptions: { ...launchOptions(findHeadless()), env: withChineseFont(results) },
		locale: 'en-GB'
	}
});
