import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './tests/engines/engine.ts';
import { engines, launchOptions } from './tests/support/browser.mjs';
import { fixturesPort, port } from './tests/support/ports.mjs';

/** The built site, and beside it the site of the tests’ own stories: other sides, languages and centuries. */
const site = (name: string, port: number, env: Record<string, string>) => ({
	name,
	command: `node tests/support/tiles.mjs --keep && npx vite build --logLevel error && npx vite preview --port ${port} --strictPort`,
	port,
	env,
	timeout: 180_000,
	reuseExistingServer: !process.env.CI
});

export default defineConfig<object, EngineOptions>({
	projects: [
		{ name: 'pages', testDir: 'tests/browser' },
		// What readers do, in every engine that they use; a browser each, not two.
		...(Object.keys(engines) as (keyof typeof engines)[]).map((engine) => ({
			name: engine,
			testDir: 'tests/engines',
			fullyParallel: false,
			use: { engineName: engine }
		}))
	],
	outputDir: 'test-results/browser',
	timeout: 90_000,
	workers: 2,
	fullyParallel: true,
	reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
	use: { baseURL: `http://localhost:${port}`, launchOptions: launchOptions(), locale: 'en-GB' },
	webServer: [
		site('stories', port, {}),
		site('fixtures', fixturesPort, {
			THROUGHLINE_STORIES: 'tests/fixtures/stories',
			THROUGHLINE_BUILD: 'build-fixtures'
		})
	]
});
