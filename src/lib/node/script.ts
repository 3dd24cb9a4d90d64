/** The script that takes a page over (src/entry), by the names that the build gave its files. */
import { readFileSync } from 'node:fs';

/** Vite’s, of what a reader’s browser loads. */
type Manifest = Record<string, { file: string; imports?: string[] }>;

let known: Manifest | undefined;

/** Kit writes it before it draws the pages. */
const manifest = (): Manifest =>
	(known ??= JSON.parse(
		readFileSync(
			`.svelte-kit${process.env.THROUGHLINE_BUILD ? `-${process.env.THROUGHLINE_BUILD}` : ''}/output/client/.vite/manifest.json`,
			'utf8'
		)
	));

/**
 * @param entry `story`, `explore`, `embed`
 * @param base path the site is served under, '' or '/…'
 * @returns for the head: all its files are asked for at once
 */
export function scriptHead(entry: string, base: string): string {
	const source = `src/entry/${entry}.ts`;
	if (import.meta.env.DEV) return `<script type="module" src="${base}/${source}"></script>`;
	const files = new Set<string>();
	const add = (name: string) => {
		const { file, imports = [] } = manifest()[name];
		if (files.has(file)) return;
		files.add(file);
		imports.forEach(add);
	};
	add(source);
	const [own, ...rest] = [...files].map((file) => `${base}/${file}`);
	const links = rest.map((href) => `<link rel="modulepreload" href="${href}">`);
	return `<script type="module" src="${own}"></script>${links.join('')}`;
}
