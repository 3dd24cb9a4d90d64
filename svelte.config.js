import adapter from './scripts/adapter.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		runes: true,
		// Both save bytes that every reader loads before the first word: short class names, no version in a global.
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}`,
		discloseVersion: false
	},
	kit: {
		adapter: adapter(process.env.THROUGHLINE_COMPILED ?? 'dist/app'),
		// A small stylesheet is inlined, which saves a request before the first paint. The story’s own stays a file: it
		// delays the first paint until the preloaded fonts are there, so that swapping in Chinese moves nothing.
		inlineStyleThreshold: 8192,
		// Our pages register it themselves (src/entry/offline.ts).
		serviceWorker: { register: false },
		// Builds of the same sources are identical.
		version: { name: process.env.npm_package_version ?? 'dev' }
	}
};
