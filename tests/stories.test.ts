import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem, parseStory } from '../src/lib/story/parse.ts';

const root = join(import.meta.dirname, '..');

function foldersIn(folder: string): string[] {
	const path = join(root, folder);
	const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
	return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
}

describe('each story that is in the project', () => {
	it.each(['data', 'tests/fixtures/stories'].flatMap(foldersIn))('%s has no problems', (folder) => {
		const entries = readdirSync(join(root, folder), { withFileTypes: true });
		const files = entries
			.filter((entry) => entry.isFile())
			.map(({ name }) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));
		const { problems } = parseStory(folder.split('/').at(-1)!, files, { folder });
		expect(problems.map(formatProblem).join('\n')).toBe('');
	});
});
