import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Imports run one way (README, “Where things are”): each folder of src/lib lists what it may not import. Types may come
 * from below: what is drawn is typed where it is drawn from.
 */
const mayNotImport = {
	text: [
		'part',
		'story',
		'verify',
		'view',
		'layout',
		'timeline',
		'cards',
		'export',
		'import',
		'page',
		'explore',
		'node'
	],
	part: ['story', 'verify', 'layout', 'timeline', 'cards', 'tiles', 'export', 'import', 'page', 'explore', 'node'],
	story: [
		'part',
		'verify',
		'view',
		'layout',
		'timeline',
		'cards',
		'export',
		'import',
		'page',
		'explore',
		'node',
		'text'
	],
	verify: ['view', 'layout', 'timeline', 'cards', 'export', 'import', 'page', 'explore', 'node', 'text'],
	view: ['verify', 'layout', 'timeline', 'cards', 'export', 'import', 'page', 'explore', 'node'],
	layout: ['verify', 'timeline', 'cards', 'export', 'import', 'page', 'explore', 'node'],
	timeline: ['verify', 'cards', 'export', 'import', 'page', 'explore', 'node'],
	cards: ['verify', 'tiles', 'export', 'import', 'page', 'explore', 'node'],
	import: ['verify', 'layout', 'timeline', 'cards', 'export', 'page', 'explore', 'node'],
	export: ['verify', 'cards', 'import', 'page', 'explore', 'node'],
	page: ['verify', 'import', 'node', 'explore'],
	explore: ['verify', 'import', 'node'],
	tiles: ['verify', 'view', 'layout', 'timeline', 'cards', 'export', 'import', 'page', 'explore', 'node'],
	node: ['import'],
	entry: ['import', 'node']
};

const direction = Object.entries(mayNotImport).map(([folder, others]) => ({
	files: [folder === 'entry' ? 'src/entry/**' : `src/lib/${folder}/**`],
	// A test may import from anywhere.
	ignores: ['**/*.test.ts'],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: [
					{
						regex: `^(\\.\\./|#lib/)(${others.join('|')})/`,
						allowTypeImports: false,
						message: `${folder} may not import from src/lib/{${others.join(',')}}: imports never run back up.`
					},
					{ regex: '^\\$app/', message: 'Only routes know the framework’s address bar and base path.' }
				]
			}
		]
	}
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
