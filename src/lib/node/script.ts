/** The script that takes a page over (src/entry), by the file names of the build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { site } from './site.ts';

/** Vite’s manifest of the files for the browser. */
type Manifest = Record<
	string,
	{ file: string; imports?: string[]; dynamicImports?: string[]; css?: string[]; assets?: string[] }
>;

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
	const [own, ...rest] = [...chunksOf([source])].map((name) => `${base}/${manifest()[name].file}`);
	const links = rest.map((href) => `<link rel="modulepreload" href="${href}">`);
	return `<script type="module" src="${own}"></script>${links.join('')}`;
}

/** What draws pictures into files, by far the largest of what loads on a click, with fonts of its own. */
const picturesOnly = 'src/lib/export/pdf.ts';

/**
 * @param entries as for `scriptHead`
 * @returns all files of the entries, also those that load on a click, except those for saving pictures; below the base
 */
export function scriptFiles(entries: string[]): string[] {
	const without = chunksOf([picturesOnly]);
	const names = chunksOf(
		entries.map((entry) => `src/entry/${entry}.ts`),
		(name) => !without.has(name)
	);
	const files = [...names].flatMap((name) => {
		const { file, css = [], assets = [] } = manifest()[name];
		return [file, ...css, ...assets];
	});
	return [...new Set(files)];
}

/**
 * @param dynamic which chunks that load on demand are followed too
 * @returns names in the manifest: the chunks given, and those that they import
 */
function chunksOf(names: string[], dynamic: (name: string) => boolean = () => false): Set<string> {
	const found = new Set<string>();
	const add = (name: string) => {
		if (found.has(name)) return;
		found.add(name);
		const { imports = [], dynamicImports = [] } = manifest()[name];
		imports.forEach(add);
		dynamicImports.filter(dynamic).forEach(add);
	};
	names.forEach(add);
	return found;
}
