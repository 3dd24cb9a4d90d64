import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

// The scripts that stand in pages themselves: in all, and in that of stories. Kit hashes only those that it writes.
const scripts = [
	/<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8'))?.[1] ?? '',
	readFileSync('src/home.js', 'utf8')
];
/** @type {(script: string) => `sha256-${string}`} */
const hashOf = (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		runes: true,
		// Both count in every byte that a reader loads before the first word: a class name short, no version in a global.
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}`,
		discloseVersion: false
	},
	kit: {
		files: { assets: process.env.THROUGHLINE_STATIC ?? 'static' },
		// Another output folder goes with another folder of stories (THROUGHLINE_STORIES).
		adapter: adapter({ pages: process.env.THROUGHLINE_BUILD ?? 'build' }),
		// A small sheet comes in the page: a request less before the first paint. The story’s own stays a file: it holds the
		// first paint until the faces that the page preloads are there, so that Chinese, swapped in, moves nothing.
		inlineStyleThreshold: 8192,
		outDir: process.env.THROUGHLINE_BUILD ? `.svelte-kit-${process.env.THROUGHLINE_BUILD}` : '.svelte-kit',
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', ...scripts.map(hashOf)],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['none']
			}
		},
		// Builds of the same sources are the same files.
		version: { name: process.env.npm_package_version ?? 'dev' },
		prerender: {
			// Where the site will stand: the addresses in previews of links have to be whole.
			origin: process.env.THROUGHLINE_ORIGIN,
			handleMissingId: 'fail',
			// Pages of quotations, where no story has one.
			handleUnseenRoutes: 'ignore',
			handleHttpError: 'fail'
		}
	}
};
