/** A story folder with files too large to read. */
import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formatProblem } from '../story/parse.ts';
import { readStoryFolder } from './stories.ts';

let folder: string;
beforeEach(() =>
	cpSync('data/silicon-valley-turns', (folder = mkdtempSync(join(tmpdir(), 'story-'))), { recursive: true })
);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A sparse file, longer than Node reads as one string, that takes no room on the disk. */
function huge(name: string) {
	writeFileSync(join(folder, name), '');
	truncateSync(join(folder, name), 700e6);
}

const problems = () => readStoryFolder(folder).problems.map(formatProblem);

it('names a stray file of 700 MB, and says what a story has', () => {
	huge('recording.mov');
	expect(problems()).toEqual([
		expect.stringMatching(/\/recording\.mov:1:1: "recording\.mov" is no file of a story; a story has story\.yaml/)
	]);
});

it('names a file of the story that is as large, and says what to do', () => {
	huge('events.yaml');
	expect(problems()[0]).toMatch(/\/events\.yaml:1:1: the file is larger than 1000000 characters; keep long lists/);
});

it('has nothing against a large file that stories may have beside them', () => {
	huge('README.md');
	expect(problems()).toEqual([]);
});
