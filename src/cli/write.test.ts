import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storyNames } from '../lib/node/stories.ts';
import { importFile } from './import.ts';
import { makeStory } from './new.ts';
import { openFolder, removeLeftovers, writeFolder, writeWhole } from './write.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const files = [{ name: 'story.yaml', text: 'title' }];
/** Id of a process that has ended. */
const ended = () => spawnSync('true').pid;

describe('a folder written whole', () => {
	it('takes the place of the one that was there, and leaves nothing beside it', async () => {
		await writeFolder(join(root, 'a', 'my-story'), files);
		await writeFolder(join(root, 'a', 'my-story'), [{ name: 'story.yaml', text: 'other' }]);
		expect(readdirSync(join(root, 'a'))).toEqual(['my-story']);
		expect(readFileSync(join(root, 'a', 'my-story', 'story.yaml'), 'utf8')).toBe('other');
	});

	it('is not there at all where a file cannot be written; what stood there still is', async () => {
		await writeFolder(join(root, 'my-story'), files);
		const bad = [...files, { name: 'x'.repeat(300), text: '' }];
		await expect(writeFolder(join(root, 'my-story'), bad)).rejects.toThrow('cannot write');
		await expect(writeFolder(join(root, 'other'), bad)).rejects.toThrow('cannot write');
		expect(readdirSync(root)).toEqual(['my-story']);
		expect(readFileSync(join(root, 'my-story', 'story.yaml'), 'utf8')).toBe('title');
	});

	it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
		'is taken away where %s comes while it is written',
		async (signal) => {
			const script = `
			import { writeFolder } from '${join(process.cwd(), 'src/cli/write.ts')}';
			const big = 'x'.repeat(1e6);
			const files = Array.from({ length: 3000 }, (_, n) => ({ name: 'f' + n, text: big }));
			process.stdout.write('begun');
			await writeFolder(process.argv[2], files);`;
			writeFileSync(join(root, 'run.mts'), script);
			// Bundled, since Node 20 cannot run TypeScript.
			const { build } = await import('vite');
			await build({
				configFile: false,
				logLevel: 'silent',
				build: {
					ssr: join(root, 'run.mts'),
					outDir: join(root, 'out'),
					rolldownOptions: { output: { entryFileNames: 'run.mjs' } }
				}
			});
			const child = spawn(process.execPath, [join(root, 'out', 'run.mjs'), join(root, 'data', 'my-story')]);
			const closed = new Promise((done) => child.on('close', (_, by) => done(by)));
			const half = () => existsSync(join(root, 'data')) && readdirSync(join(root, 'data')).length > 0;
			while (!half() && child.exitCode === null) await new Promise((done) => setTimeout(done, 5));
			child.kill(signal);
			expect(await closed).toBe(signal);
			expect(readdirSync(join(root, 'data'))).toEqual([]);
		}
	);
});

describe('what a killed command left', () => {
	const left = (name: string) => {
		mkdirSync(join(root, name));
		writeFileSync(join(root, name, 'story.yaml'), 'x');
	};

	it('goes at the next start, and a story that was being replaced comes back', async () => {
		left(`.my-story-${ended()}-0123abcd-new`);
		left(`.my-story-${ended()}-0123abcd-old`);
		left(`.other-${process.pid}-0123abcd-new`);
		left('.old-form-0123abcd-new');
		left('.young-0123abcd-new');
		utimesSync(join(root, '.old-form-0123abcd-new'), 1, 1);
		writeFileSync(join(root, `.throughline-${ended()}-0123abcd.part`), 'x');
		left('.git');
		removeLeftovers(root);
		expect(readdirSync(root).sort()).toEqual(
			['.git', `.other-${process.pid}-0123abcd-new`, '.young-0123abcd-new', 'my-story'].sort()
		);
	});

	it('is met by import and by new', async () => {
		left(`.my-story-${ended()}-0123abcd-old`);
		const table = join(root, 'a.csv');
		writeFileSync(table, 'date,title\n2001,A\n');
		await expect(importFile(table, { to: join(root, 'my-story') })).rejects.toThrow('is there already');
		left(`.new-${ended()}-0123abcd-new`);
		await makeStory('new', { lang: ['en'], data: root });
		expect(readdirSync(root).sort()).toEqual(['a.csv', 'my-story', 'new']);
	});

	it('is no story, nor is any other folder whose name begins with a dot, or one where nothing is', async () => {
		left('.git');
		left(`.my-story-${process.pid}-0123abcd-new`);
		mkdirSync(join(root, 'empty', '.vscode'), { recursive: true });
		left('real');
		expect(storyNames(root)).toEqual(['real']);
		expect(storyNames(join(root, 'none'))).toEqual([]);
	});
});

describe('where nothing can be written', () => {
	it.runIf(process.getuid?.() === 0 && mountable())('says that a disk is read-only', async () => {
		const disk = join(root, 'disk');
		mkdirSync(disk);
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]);
		try {
			const table = join(root, 'a.csv');
			writeFileSync(table, 'date,title\n2001,A\n');
			const all = [
				() => openFolder(join(disk, 'a', 'b')),
				() => writeWhole(disk, 'x', 'y'),
				() => makeStory('my-story', { lang: ['en'], data: join(disk, 'data') }),
				() => makeStory('my-story', { lang: ['en'], data: disk }),
				() => importFile(table, { to: join(disk, 'my-story') }),
				() => importFile(table, { to: join(disk, 'data', 'my-story') })
			];
			for (const one of all) await expect(one()).rejects.toThrow(/cannot write .*: it is read-only/);
		} finally {
			execFileSync('umount', [disk]);
		}
	});

	it('says that a part of the path is a file', async () => {
		writeFileSync(join(root, 'file'), '');
		await expect(openFolder(join(root, 'file', 'a', 'b'))).rejects.toThrow('a part of the path is a file');
		await expect(openFolder(join(root, 'file'))).rejects.toThrow('it is a file, not a folder');
	});
});

function mountable(): boolean {
	const at = mkdtempSync(join(tmpdir(), 'write-mount-'));
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', at]).status === 0;
	if (mounted) spawnSync('umount', [at]);
	rmSync(at, { recursive: true, force: true });
	return mounted;
}
