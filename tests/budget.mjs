/**
 * The numbers in bytes and requests that a built story page must hold, read off the build: what its HTML loads before
 * it is used, in brotli, and that nothing of it comes from another host.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const build = 'build';
const limits = { JavaScript: 48, CSS: 12 };
const fontLimit = (/** @type {string} */ lang) => (lang.startsWith('zh') ? 300 : 120);

/** @param {string} file */
const brotli = (file) => brotliCompressSync(readFileSync(file)).length / 1024;
const bytes = (/** @type {string} */ file) => readFileSync(file).length / 1024;

const pages = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
let failed = 0;

for (const page of pages) {
	const html = readFileSync(join(build, page), 'utf8');
	const lang = /<html lang="([^"]+)"/.exec(html)?.[1] ?? '';
	const local = (/** @type {string} */ url) => join(build, url.startsWith('/') ? url : join(dirname(page), url));
	const start = new Set(
		[...html.matchAll(/(?:modulepreload" href="|import\(")([^"]+\.js)"/g)].map(([, url]) => local(url))
	);
	const scripts = new Set([...start].flatMap((file) => [file, ...staticImports(file)]));
	const styles = new Set([...html.matchAll(/<link[^>]+href="([^"]+\.css)"/g)].map(([, url]) => local(url)));
	const fonts = new Set([...html.matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, url]) => local(url)));
	const foreign = [
		...html.matchAll(/<(?:script|link|img|iframe|source)[^>]+(?:src|href)="((?:https?:)?\/\/[^"]+)"/g)
	].map(([, url]) => url);

	const sum = (/** @type {Iterable<string>} */ files, /** @type {(file: string) => number} */ size) =>
		[...files].reduce((total, file) => total + size(file), 0);
	const rows = [
		['JavaScript', sum(scripts, brotli), limits.JavaScript],
		['CSS', sum(styles, brotli), limits.CSS],
		['fonts', sum(fonts, bytes), fontLimit(lang)]
	];
	console.log(page);
	for (const [name, size, limit] of /** @type {[string, number, number][]} */ (rows)) {
		if (size > limit) failed++;
		console.log(`  ${name.padEnd(10)} ${size.toFixed(1).padStart(6)} KB of ${limit}${size > limit ? '  OVER' : ''}`);
	}
	console.log(`  HTML       ${brotli(join(build, page)).toFixed(1).padStart(6)} KB`);
	if (foreign.length) {
		failed++;
		console.log(`  asks other hosts: ${foreign.join(' ')}`);
	}
}

/** What a module loads with it, however deep; what it loads on a click (`import()`) does not count. */
function staticImports(/** @type {string} */ file, seen = new Set()) {
	for (const [, url] of readFileSync(file, 'utf8').matchAll(
		/(?:^|[;}\s])import\s*(?:[^'"()]*?from\s*)?["']([^"']+)["']/g
	)) {
		const target = join(dirname(file), url);
		if (!seen.has(target)) {
			seen.add(target);
			staticImports(target, seen);
		}
	}
	return seen;
}

if (!pages.length) {
	console.error(`no page in ${build}/; run npm run build first`);
	failed++;
}
process.exitCode = failed ? 1 : 0;
