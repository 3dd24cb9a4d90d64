import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: {
		// The budget is counted in bytes; a browser with modules and popovers needs no older syntax.
		target: 'es2022'
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		env: { TZ: 'America/Los_Angeles' }
	}
});
