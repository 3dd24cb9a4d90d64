import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder } from '../../tests/support/story.ts';
import { formatImportReport, importFile, ImportRefused } from './import.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, text: string | Uint8Array) => {
	writeFileSync(join(root, name), text);
	return join(root, name);
};
const good = 'date,title\n2022-11-30,ChatGPT opens\n3/4/2022,Unclear\n';

describe('importing a file', () => {
	it('writes a story that the checker accepts, and nothing else', async () => {
		const to = join(root, 'data', 'my-story');
		const report = await importFile(write('a.csv', `\ufeff${good}`), { to, title: 'Mine' });
		const { story, problems } = readFolder(to);
		expect(problems).toEqual([]);
		expect(story!.title).toEqual({ en: 'Mine' });
		expect(report).toMatchObject({ folder: to, events: 1, format: 'csv' });
		expect(readdirSync(join(root, 'data'))).toEqual(['my-story']);
		expect(formatImportReport(report)).toContain(
			'a.csv:3 row 3, column “date”: "3/4/2022" can be read in two ways; write 2022-04-03'
		);
	});

	it('does not replace a folder unless told to, and only a story even then', async () => {
		const to = join(root, 'story');
		const file = write('a.csv', good);
		await importFile(file, { to });
		const before = readFileSync(join(to, 'events.yaml'), 'utf8');
		writeFileSync(file, 'date,title\n1999,Other\n');
		await expect(importFile(file, { to })).rejects.toThrow('is there already');
		expect(readFileSync(join(to, 'events.yaml'), 'utf8')).toBe(before);
		await importFile(file, { to, force: true });
		expect(readFileSync(join(to, 'events.yaml'), 'utf8')).toContain('Other');
		writeFileSync(join(to, 'thesis.docx'), 'x');
		await expect(importFile(file, { to, force: true })).rejects.toThrow('holds thesis.docx');
		expect(readdirSync(to)).toContain('thesis.docx');
		symlinkSync(root, join(root, 'linked'));
		await expect(importFile(file, { to: join(root, 'linked'), force: true })).rejects.toThrow('is no folder');
		expect(readdirSync(root).sort()).toEqual(['a.csv', 'linked', 'story']);
	});

	it('writes nothing where nothing could be read, and says where', async () => {
		const to = join(root, 'story');
		const latin = Uint8Array.from([...Buffer.from('date,title\n2001,A\n2002,Caf'), 0xe9, 0x0a]);
		const report = await importFile(write('latin.csv', latin), { to });
		expect(report.problems).toEqual([expect.objectContaining({ line: 3, effect: 'skipped' })]);
		expect(formatImportReport(report)).toMatch(
			/^Nothing was imported from .*latin.csv[\s\S]*latin.csv:3: the file is not UTF-8/
		);
		const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le');
		expect((await importFile(write('b.csv', utf16), { to })).problems[0].message).toContain('UTF-16');
		expect((await importFile(write('c.json', '{"events":[}'), { to })).folder).toBeNull();
		expect(readdirSync(root).sort()).toEqual(['b.csv', 'c.json', 'latin.csv']);
	});

	it('refuses what it cannot do', async () => {
		const file = write('a.csv', good);
		const refused = (path: string, options: Parameters<typeof importFile>[1]) =>
			expect(importFile(path, options)).rejects;
		await refused(join(root, 'none.csv'), { to: join(root, 'x') }).toThrow(ImportRefused);
		await refused(join(root, 'none.csv'), { to: join(root, 'x') }).toThrow('there is no file');
		mkdirSync(join(root, 'folder'));
		await refused(join(root, 'folder'), { to: join(root, 'x') }).toThrow('is a folder');
		await refused(file, { to: join(root, 'My Story') }).toThrow('e.g. my-story');
		await refused(file, { to: join(root, 'x'), lang: 'e n' }).toThrow('BCP 47');
		expect(readdirSync(root).sort()).toEqual(['a.csv', 'folder']);
	});

	it('leaves nothing behind where it may not write', async () => {
		const file = write('a.csv', good);
		write('taken', 'a file where the folder’s parent should be');
		await expect(importFile(file, { to: join(root, 'taken', 'story') })).rejects.toThrow();
		expect(readdirSync(root).sort()).toEqual(['a.csv', 'taken']);
	});
});
