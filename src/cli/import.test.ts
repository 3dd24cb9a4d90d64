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
		const utf16 = Buffer.from(good, 'utf16le');
		expect((await importFile(write('b.csv', utf16), { to })).problems[0].message).toContain('--encoding utf-16le');
		expect((await importFile(write('c.json', '{"events":[}'), { to })).folder).toBeNull();
		expect(readdirSync(root).sort()).toEqual(['b.csv', 'c.json', 'latin.csv']);
	});

	it('reads other encodings by their mark, or as it is told', async () => {
		const text = 'date,title\n2001,Café 中文 –\n';
		const eventsOf = async (name: string, bytes: Uint8Array, encoding?: string) => {
			const to = join(root, `of-${name}`);
			expect((await importFile(write(`${name}.csv`, bytes), { to, encoding })).folder).toBe(to);
			return readFolder(to).story!.events[0].title.en;
		};
		const le = Buffer.from(`\ufeff${text}`, 'utf16le');
		expect(await eventsOf('le', le)).toBe('Café 中文 –');
		expect(await eventsOf('be', Buffer.from(le).swap16())).toBe('Café 中文 –');
		expect(await eventsOf('unmarked', Buffer.from(text, 'utf16le'), 'utf-16le')).toBe('Café 中文 –');
		const western = Uint8Array.from([...Buffer.from('date,title\n2001,Caf'), 0xe9, 0x20, 0x96, 0x0a]);
		expect(await eventsOf('western', western, 'windows-1252')).toBe('Café –');
		const chinese = Uint8Array.from([...Buffer.from('date,title\n2001,'), 0xd6, 0xd0, 0xce, 0xc4, 0x0a]);
		expect(await eventsOf('chinese', chinese, 'gb18030')).toBe('中文');
		const refused = importFile(write('x.csv', western), { to: join(root, 'x'), encoding: 'latin-99' });
		await expect(refused).rejects.toThrow('there is no encoding "latin-99"');
		const { problems } = await importFile(write('x.csv', western), { to: join(root, 'x') });
		expect(problems[0].message).toContain('if “Café” is right, it is windows-1252');
	});

	it.each([
		['a PDF', '%PDF-1.7\n'],
		['an Excel workbook (xlsx)', 'PK\u0003\u0004......xl/workbook.xml'],
		['a Word document (docx)', 'PK\u0003\u0004......word/document.xml'],
		['an OpenDocument spreadsheet (ods)', 'PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
		['an image (PNG)', '\u0089PNG\r\n'],
		['an image (GIF)', 'GIF89a'],
		['an SQLite database', 'SQLite format 3\u0000']
	])('calls %s what it is, and says what to do', async (what, text) => {
		const report = await importFile(write('file.csv', Buffer.from(text, 'latin1')), { to: join(root, 'x') });
		expect(report.folder).toBeNull();
		expect(report.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/which is not read; \S/)]);
		expect(report.problems[0].message).toContain(what);
	});

	it('lists ten places of a kind, all when asked, and all in the folder', async () => {
		const rows = [...Array(40).keys()].map((n) => `${n % 2 ? '3/4/' : '5/6/'}${1900 + n},A`);
		const file = write('a.csv', ['date,title', '2001,B', ...rows, ...Array(15).fill('44320,C')].join('\n'));
		const to = join(root, 'story');
		const report = await importFile(file, { to });
		const lines = (text: string) => text.split('\n').filter((line) => line.trimStart().startsWith('a.csv:')).length;
		expect(lines(formatImportReport(report))).toBe(20);
		expect(formatImportReport(report)).toMatch(/… and 30 more of this kind: rows 13–42\n/);
		expect(formatImportReport(report)).toContain('55 of 56 entries were left out');
		expect(lines(formatImportReport(report, true))).toBe(55);
		expect(lines(readFileSync(join(to, 'README.md'), 'utf8'))).toBe(55);
		expect(readFolder(to).problems).toEqual([]);
	});

	it('takes columns and the order of dates as it is told', async () => {
		const file = write('a.csv', 'Wann,Was\n3/4/2022,A\n');
		const to = join(root, 'story');
		const report = await importFile(file, { to, columns: 'date=Wann, title=Was', dates: 'mdy' });
		expect(report).toMatchObject({ events: 1, problems: [] });
		expect(readFolder(to).story!.events[0].date).toBe('2022-03-04');
		await expect(importFile(file, { to: join(root, 'x'), columns: 'datum:Wann' })).rejects.toThrow(
			'fields are date, end, title'
		);
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
