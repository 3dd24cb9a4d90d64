import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { folders, restricted } from './scripts/directions.js';
import svelteConfig from './svelte.config.js';

const direction = folders.map((folder) => ({
	files: [`${folder.path}/**`],
	// A test may look from anywhere.
	ignores: ['**/*.test.ts'],
	rules: { 'no-restricted-imports': ['error', { patterns: restricted(folder) }] }
}));

export default defineConfig(
	globalIgnores(['.svelte-kit*', 'build', 'dist', '.throughline', 'gallery/', 'node_modules', 'test-results']),
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: { 'no-undef': 'off', 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	...direction
);
