import adapter from './scripts/adapter.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		runes: true,
		// Both count in every byte that a reader loads before the first word: a class name short, no version in a global.
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}`,
		discloseVersion: false
	},
	kit: {
		adapter: adapter(process.env.THROUGHLINE_COMPILED ?? 'dist/app'),
		// A small sheet comes in the page: a request less before the first paint. The story’s own stays a file: it holds the
		// first paint until the faces that the page preloads are there, so that Chinese, swapped in, moves nothing.
		inlineStyleThreshold: 8192,
		// Builds of the same sources are the same files.
		version: { name: process.env.npm_package_version ?? 'dev' }
	}
};
