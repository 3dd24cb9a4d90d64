import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import { folders, table } from './directions.js';

it('is what docs/architecture.md says', () => {
	expect(readFileSync('docs/architecture.md', 'utf8')).toContain(`\n${table()}\n`);
});

it('has every folder of src/lib, and no other', () => {
	const named = folders.filter(({ path }) => path.startsWith('src/lib/')).map(({ name }) => name);
	const there = readdirSync('src/lib', { withFileTypes: true }).filter((one) => one.isDirectory());
	expect(named.sort()).toEqual(there.map(({ name }) => name).sort());
	for (const { path } of folders) expect(existsSync(path)).toBe(true);
});

it('refuses an import that runs back up, from however deep', async () => {
	const lint = new ESLint();
	const of = async (path: string, from: string) =>
		(await lint.lintText(`import { it } from '${from}';\nit();\n`, { filePath: path }))[0].messages.length;
	expect(await of('src/lib/layout/new.ts', '../page/reader.ts')).toBe(1);
	expect(await of('src/lib/layout/new.ts', '../view/view.ts')).toBe(0);
	expect(await of('src/lib/export/slides/new.ts', '../../page/reader.ts')).toBe(1);
	expect(await of('src/lib/export/slides/new.ts', '#lib/tiles/format.ts')).toBe(1);
	expect(await of('src/entry/new.ts', '../lib/node/site.ts')).toBe(1);
	expect(await of('src/lib/view/new.ts', '$app/paths')).toBe(1);
});
