/** The script that takes a page over (src/entry), by the file names of the build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { site } from './site.ts';

/** Vite’s manifest of the files for the browser. */
type Manifest = Record<string, { file: string; imports?: string[] }>;

let known: Manifest | undefined;

const manifest = (): Manifest =>
	(known ??= JSON.parse(readFileSync(join(site().app, 'client', '.vite', 'manifest.json'), 'utf8')));

/**
 * @param entry `story`, `explore`, `embed`
 * @returns HTML for the head, which requests all files of the entry at once
 */
export function scriptHead(entry: string): string {
	const { base } = site();
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
