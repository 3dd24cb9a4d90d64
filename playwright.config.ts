import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/support/browser.mjs';

/** The built site, and beside it the site of the tests’ own stories: other sides, languages and centuries. */
const site = (name: string, port: number, env: Record<string, string>) => ({
	name,
	command: `npx vite build --logLevel error && npx vite preview --port ${port} --strictPort`,
	port,
	env,
	timeout: 180_000,
	reuseExistingServer: !process.env.CI
});

export default defineConfig({
	testDir: 'tests/browser',
	outputDir: 'test-results/browser',
	timeout: 90_000,
	workers: 2,
	fullyParallel: true,
	reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
	use: { baseURL: 'http://localhost:4173', launchOptions: launchOptions(), locale: 'en-GB' },
	webServer: [
		site('stories', 4173, {}),
		site('fixtures', 4174, { THROUGHLINE_STORIES: 'tests/fixtures/stories', THROUGHLINE_BUILD: 'build-fixtures' })
	]
});
