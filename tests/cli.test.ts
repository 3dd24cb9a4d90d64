import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../scripts/compile.mjs';
import type { main as Main } from '../src/cli/main.ts';
import { useSite } from '../src/lib/node/site.ts';

let folder: string;
let main: typeof Main;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
	await compile('cli');
	// Run as it is compiled: an import would be compiled once more by Vitest.
	({ main } = createRequire(import.meta.url)('../dist/cli/main.js'));
});
afterAll(() => {
	useSite({});
	rmSync(folder, { recursive: true, force: true });
});

const result = (status: number | null, out: string, error: string) => ({
	status,
	out,
	error,
	files: out.split('\n').filter(Boolean)
});

/** In a process of its own, as people run it: for what the process itself does, and for what takes long anyhow. */
function run(...args: string[]) {
	const { status, stdout, stderr } = spawnSync('node', ['bin/throughline.mjs', ...args], { encoding: 'utf8' });
	return result(status, stdout, stderr);
}

/** In this process, which has read all the code already: a process of its own takes longer to start than to answer. */
async function call(...args: string[]) {
	let [out, error] = ['', ''];
	const status = await main(args, {
		out: (line) => void (out += `${line}\n`),
		error: (line) => void (error += `${line}\n`),
		watched: false
	});
	return result(status, out, error);
}
const fresh = (name: string) => join(folder, name);

describe('help', () => {
	it('teaches each command by examples', async () => {
		expect(run('--help').out).toContain('throughline export my-story --format pdf --size poster');
		for (const command of ['export', 'check', 'verify', 'tiles', 'import']) {
			const { out, status } = await call(command, '--help');
			expect(status).toBe(0);
			expect(out).toContain('Examples:');
		}
		expect((await call('export', '--help')).out.replace(/\s+/g, ' ')).toContain(
			'page, slide, square, phone, card, poster, poster-a2'
		);
	});
});

it('ends its process with the exit code, and keeps stdout for results', () => {
	const changed = fresh('changed');
	cpSync('data/silicon-valley-turns', changed, { recursive: true });
	const quotes = join(changed, 'quotes.yaml');
	writeFileSync(quotes, readFileSync(quotes, 'utf8').replace('words: 又好又便宜', 'words: 又好又贵'));
	expect(run('check', changed)).toMatchObject({ status: 0, out: '' });
	expect(run('verify', changed)).toMatchObject({ status: 1, out: 'changed since it was verified: quote-chesky\n' });
	expect(run('exprot')).toMatchObject({ status: 2, out: '', error: expect.stringContaining('Did you mean export?') });
});

it('writes an image of each size and language, and their paths on stdout', () => {
	const sizes = ['page', 'slide', 'square', 'phone', 'poster'];
	const out = fresh('images');
	const { status, files } = run('export', 'silicon-valley-turns', '--size', sizes.join(), '--out', out);
	expect(status).toBe(0);
	expect(files).toHaveLength(sizes.length * 2);
	for (const file of files) expect(readFileSync(file).toString('latin1', 1, 4)).toBe('PNG');
	expect(readdirSync(out).sort()).toEqual(files.map((file) => basename(file)).sort());
});

describe('what is not understood', () => {
	it.each([
		[['export', 'silicon-valley-turn'], /Did you mean silicon-valley-turns\?/],
		[['export', 'silicon-valley-turns', '--actors', 'opnai'], /Did you mean openai\? There are: .*deepseek/],
		[['export', 'silicon-valley-turns', '--size', 'slides'], /page, slide, square, phone, card, poster/],
		[
			['export', 'silicon-valley-turns', '--format', 'gif'],
			/png, svg, pdf, pptx, csv, json, timelinejs, ics, jsonld, md/
		],
		[['export', 'silicon-valley-turns', '--lang', 'de'], /There are: en, zh-Hans/],
		[['export', 'silicon-valley-turns', '--scene', 'kim'], /Did you mean kimi\?/],
		[['export', 'silicon-valley-turns', '--scale', 'flat'], /folded, true, even/],
		[['export', 'silicon-valley-turns', '--theme', 'gray'], /Did you mean grey\?/],
		[['export', 'silicon-valley-turns', '--resolution', '3'], /1, 2, 4, 8k/],
		[['export', 'silicon-valley-turns', '--quotes', 'chesk'], /Did you mean quote-chesky\?/],
		[['export', 'silicon-valley-turns', '--highlight', 'event-kim'], /Did you mean event-kimi\?/],
		[['export', 'silicon-valley-turns', '--sise', 'slide'], /Did you mean --size\?/],
		[['tiles'], /or --all/],
		[['tiles', 'web-platform', '--part', '5/4', '--out', 'parts'], /write 2\/4 for the second of four/],
		[['tiles', 'web-platform', '--part', '1/4'], /say with --out/],
		[['tiles', '--all', '--merge', 'parts'], /each take one story/],
		[['tiles', 'silicon-valley-turns'], /has no table; write "table:" in its story.yaml/],
		[['exprot'], /Did you mean export\?/],
		[['new', 'Not A Name'], /lower-case letters/]
	])('%j names what there is, with exit code 2', async (args, words) => {
		const { status, error, out } = await call(...args);
		expect(status).toBe(2);
		expect(error).toMatch(words);
		expect(out).toBe('');
	});
});

describe('export', () => {
	it('takes the View’s own options, and lists', async () => {
		const out = fresh('view');
		const view = ['--lang', 'zh-Hans', '--actors', 'openai,deepseek', '--scale', 'even', '--scene', 'kimi'];
		const { files } = await call('export', 'silicon-valley-turns', ...view, '--format', 'png,svg,csv', '--out', out);
		expect(files.map((file) => file.slice(out.length + 1))).toEqual([
			'silicon-valley-turns.zh-Hans.kimi.openai+deepseek.even.slide@2x.png',
			'silicon-valley-turns.zh-Hans.kimi.openai+deepseek.even.slide.svg',
			'silicon-valley-turns.zh-Hans.kimi.openai+deepseek.even.csv'
		]);
	});

	it('writes all images of a story in both languages in one call', () => {
		const out = fresh('all');
		const { files, status } = run('export', 'silicon-valley-turns', '--all', '--resolution', '1', '--out', out);
		expect(status).toBe(0);
		// 7 sizes and 19 quotations in 2 sizes, each in 3 formats and 2 languages.
		expect(new Set(files).size).toBe((7 + 19 * 2) * 3 * 2);
		expect(readdirSync(out).length).toBe(files.length);
	});

	it('writes slides, a file a language, of the scenes and in the order asked for', async () => {
		const out = fresh('slides');
		const some = ['--scene', 'kimi,satellite', '--order', 'time', '--format', 'pptx,md'];
		const { files, status } = await call('export', 'silicon-valley-turns', ...some, '--lang', 'en', '--out', out);
		expect(status).toBe(0);
		expect(files.map((file) => file.slice(out.length + 1))).toEqual([
			'silicon-valley-turns.en.kimi.satellite.by-time.pptx',
			'silicon-valley-turns.en.kimi.md',
			'silicon-valley-turns.en.satellite.md'
		]);
		const parts = unzipSync(readFileSync(files[0]));
		expect(Object.keys(parts).filter((part) => /slides\/slide\d+\.xml$/.test(part))).toHaveLength(4);
		expect(strFromU8(parts['ppt/slides/slide2.xml'])).toContain('A satellite for Nixon');
	});

	it('says what a format cannot hold', async () => {
		const { error, status } = await call(
			'export',
			'tests/fixtures/stories/hannibal',
			'--format',
			'ics',
			'--lang',
			'en',
			'--out',
			fresh('ics')
		);
		expect(status).toBe(0);
		expect(error).toContain('216 BCE) is left out');
	});

	it('leaves nothing behind where it cannot write', () => {
		const file = fresh('file');
		writeFileSync(file, 'x');
		const { status, error } = run('export', 'silicon-valley-turns', '--out', join(file, 'under'));
		expect(status).toBe(1);
		expect(error).toContain('a part of the path is a file');
	});

	it.runIf(process.getuid?.() === 0 && mountable())('leaves no half file on a full disk', () => {
		const disk = fresh('disk');
		mkdirSync(disk);
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
		try {
			const { status, error } = run('export', 'silicon-valley-turns', '--lang', 'en', '--out', disk);
			expect(status).toBe(1);
			expect(error).toContain('the disk is full');
			expect(readdirSync(disk)).toEqual([]);
		} finally {
			execFileSync('umount', [disk]);
		}
	});
});

/** May a test on this machine mount a small disk of its own? */
function mountable(): boolean {
	const at = mkdtempSync(join(tmpdir(), 'throughline-mount-'));
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at]).status === 0;
	if (mounted) spawnSync('umount', [at]);
	rmSync(at, { recursive: true, force: true });
	return mounted;
}

describe('new and check', () => {
	it.each(['en', 'en,zh-Hans', 'it,en'])('begins a story that is right, in %s', async (lang) => {
		const data = fresh(`new-${lang}`);
		const { out, status } = await call('new', 'my-story', '--lang', lang, '--title', 'Mine', '--data', data);
		expect([status, out]).toEqual([0, `${join(data, 'my-story')}\n`]);
		expect((await call('check', 'my-story', '--data', data)).status).toBe(0);
		expect((await call('export', 'my-story', '--data', data, '--out', data)).status).toBe(0);
		expect((await call('new', 'my-story', '--data', data)).status).toBe(2);
	});

	it('lists every problem of a story with its place, and fails', async () => {
		const data = fresh('broken');
		await call('new', 'my-story', '--data', data);
		const events = join(data, 'my-story', 'events.yaml');
		writeFileSync(
			events,
			readFileSync(events, 'utf8')
				.replace(/date: .*/, 'date: 30.11.2022')
				.replace('somebody', 'nobody')
		);
		const { status, out } = await call('check', '--data', data);
		expect(status).toBe(1);
		expect(out).toMatch(/events\.yaml:\d+:\d+ events\[something\]\.date: .*2022-11-30/);
		expect(out).toMatch(/nobody/);
		expect(JSON.parse((await call('check', '--data', data, '--format', 'json')).out).length).toBe(
			out.trim().split('\n').length
		);
		expect((await call('export', 'my-story', '--data', data, '--out', data)).status).toBe(1);
	});
});

describe('import', () => {
	it('makes a story that check accepts of what export wrote, and says what was left out', async () => {
		const data = fresh('imported');
		await call('export', 'silicon-valley-turns', '--lang', 'en', '--format', 'csv', '--out', data);
		const file = join(data, 'silicon-valley-turns.en.csv');
		const { status, out, error } = await call('import', file, '--to', 'again', '--data', data);
		expect([status, out]).toEqual([0, `${join(data, 'again')}\n`]);
		expect(error).toContain('Imported 28 events');
		expect(error).toMatch(/row \d+, column “kind”: a figure cannot be read back/);
		expect((await call('check', 'again', '--data', data)).status).toBe(0);
		expect((await call('import', file, '--to', 'strict', '--strict', '--data', data)).status).toBe(1);
		expect((await call('import', file, '--to', 'again', '--data', data)).status).toBe(2);
	});

	it('names row and column of what is broken, and writes nothing then', async () => {
		const data = fresh('bad');
		mkdirSync(data);
		writeFileSync(join(data, 'bad.csv'), 'date,title\n3/4/2022,"Open\n');
		const { status, error } = await call('import', join(data, 'bad.csv'), '--data', data);
		expect(status).toBe(1);
		expect(error).toMatch(/bad\.csv:\d+/);
		expect(existsSync(join(data, 'bad'))).toBe(false);
	});
});

describe('import and what people have', () => {
	it('takes columns, dates and encodings as it is told, and a calendar’s own', async () => {
		const data = fresh('told');
		mkdirSync(data);
		const file = join(data, 'liste.csv');
		writeFileSync(file, Buffer.from('sep=;\r\nWann;Was geschah\r\n3.4.2022;Café\r\n', 'latin1'));
		const options = ['--columns', 'date=Wann,title=Was geschah', '--dates', 'dmy', '--encoding', 'windows-1252'];
		expect((await call('import', file, '--to', 'one', '--data', data, ...options)).status).toBe(0);
		expect(readFileSync(join(data, 'one', 'events.yaml'), 'utf8')).toMatch(/date: 2022-04-03[\s\S]*Café/);
		expect((await call('import', file, '--to', 'two', '--data', data, '--dates', 'dym')).error).toContain(
			'Did you mean dmy?'
		);
		expect((await call('import', file, '--to', 'two', '--data', data, '--columns', 'Wann')).status).toBe(2);
	});

	it('makes tiles of what a story has no room for', async () => {
		const data = fresh('many');
		mkdirSync(data);
		const rows = Array.from({ length: 5200 }, (_, n) => `${1000 + (n % 900)},E${n},${'ABC'[n % 3]}`);
		writeFileSync(join(data, 'many.csv'), ['date,title,group', ...rows].join('\n'));
		const { status, error } = await call('import', join(data, 'many.csv'), '--data', data);
		expect([status, error]).toEqual([
			0,
			expect.stringMatching(/^Imported 5200 events .* 5140 of them as rows of its table/)
		]);
		expect((await call('check', 'many', '--data', data)).status).toBe(0);
		expect((await call('tiles', 'many', '--data', data, '--out', join(data, 'tiles'))).error).toContain('5140 events');
	});

	it('shows signs that a terminal would obey as their codes', () => {
		const data = fresh('signs');
		mkdirSync(data);
		const title = '\u001b[2J\u009b31m\u202e';
		writeFileSync(join(data, 'a.csv'), `date,title\n2001,A\n${title},B\n2002,"${title}<b>x</b>"\n`);
		const { out, error } = run('import', join(data, 'a.csv'), '--data', data, '--verbose');
		// eslint-disable-next-line no-control-regex
		expect(out + error).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
		expect(error).toContain('\\u001b[2J');
		writeFileSync(
			join(data, 'a', 'events.yaml'),
			readFileSync(join(data, 'a', 'events.yaml'), 'utf8').replace('2001', '"\\u001b[2J"')
		);
		const check = run('check', 'a', '--data', data);
		// eslint-disable-next-line no-control-regex
		expect(check.out + check.error).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
		expect(check.status).toBe(1);
	});

	it('checks every story beside folders that are none', async () => {
		const data = fresh('beside');
		await call('new', 'my-story', '--data', data);
		for (const name of ['.git', '.my-story-12-0123abcd-new', 'empty'])
			mkdirSync(join(data, name, name === 'empty' ? '' : 'x'), { recursive: true });
		const { status, error } = await call('check', '--data', data);
		expect([status, error]).toEqual([0, 'nothing to correct in my-story\n']);
	});
});

describe('verify', () => {
	const source = 'tests/fixtures/sources/silicon-valley-turns.txt';

	it('finds every claim in a text that has them, and says what differs from the one verified', async () => {
		const { status, out, error } = await call('verify', 'silicon-valley-turns', '--source', source);
		expect(out).toMatch(/found +events\[kimi\]\.date "2025-11-06" article P43 \(43:1\)/);
		expect(out).toMatch(/ 0 not found$/m);
		expect(error).toMatch(/article is not the text that was verified: \d+ of 72 paragraphs differ/);
		expect(status).toBe(1);
	});

	it('without a text tells whether the story changed since', async () => {
		const { status, error } = await call('verify', 'silicon-valley-turns');
		expect(error).toMatch(/nothing changed since article was verified on 2026-/);
		expect(status).toBe(0);
	});

	it('writes the record, notices a change, and names file and line of what is wrong', async () => {
		const data = fresh('verify');
		mkdirSync(join(data, 'copy'), { recursive: true });
		for (const name of readdirSync('data/silicon-valley-turns'))
			writeFileSync(join(data, 'copy', name), readFileSync(join('data/silicon-valley-turns', name)));
		expect((await call('verify', 'copy', '--data', data, '--source', source, '--write')).status).toBe(0);
		expect((await call('verify', 'copy', '--data', data, '--source', `article=${source}`, '--quiet')).status).toBe(0);
		expect((await call('check', 'copy', '--data', data)).status).toBe(0);

		const quotes = join(data, 'copy', 'quotes.yaml');
		writeFileSync(quotes, readFileSync(quotes, 'utf8').replace('words: 又好又便宜', 'words: 又好又贵'));
		const since = await call('verify', 'copy', '--data', data);
		expect([since.status, since.out.trim()]).toEqual([1, 'changed since it was verified: quote-chesky']);
		const wrong = await call('verify', 'copy', '--data', data, '--source', source, '--quiet', '--write');
		expect(wrong.status).toBe(1);
		expect(wrong.out).toMatch(/missing +quotes\[chesky\]\.words/);
		expect(wrong.out).toMatch(/quotes\.yaml:\d+:\d+/);
		// Written all the same, with its open claims.
		expect(wrong.error).toMatch(/verified\.yaml written, with \d+ open/);
		expect((await call('verify', 'copy', '--data', data)).out).toBe('');
		expect(readFileSync(join(data, 'copy', 'verified.yaml'), 'utf8')).toMatch(/quote-chesky\n(.*\n){5} +open: [1-9]/);
		const json = JSON.parse((await call('verify', 'copy', '--data', data, '--source', source, '--format', 'json')).out);
		expect(json.counts.missing).toBeGreaterThan(0);
		const { story: at, place } = json.findings.find(({ claim }: { claim: string }) => claim === 'quotes[chesky].words');
		expect(
			readFileSync(at.file, 'utf8')
				.split('\n')
				[at.line - 1].slice(at.column - 1)
		).toMatch(/^又好又贵/);
		expect(place.line).toBeGreaterThan(0);
		expect(json.sources[0].uncited.length).toBeGreaterThan(0);
		const xml = (await call('verify', 'copy', '--data', data, '--source', source, '--format', 'junit')).out;
		expect(xml).toContain('<failure');
	});

	it('with --strict fails where something is for a person to judge', async () => {
		const args = ['verify', 'silicon-valley-turns', '--source', source, '--format', 'github'];
		const { error, out } = await call(...args, '--strict');
		expect(error).toMatch(/\d+ of \d+ for a person to judge/);
		expect(out).toMatch(/^::notice file=data\/silicon-valley-turns\/\w+\.yaml,line=\d+,col=\d+,title=/m);
		expect((await call(...args)).error).not.toContain('to judge');
	});

	it.each([
		['json', /"message": "[^\n]*yesterday[^\n]*is not EDTF/],
		['junit', /<failure message="[^"]*yesterday[^"]*is not EDTF/],
		['sarif', /"text": "[^\n]*yesterday[^\n]*is not EDTF/],
		['github', /^::error file=.*events\.yaml,line=\d+,col=\d+,.*yesterday.*is not EDTF/],
		['html', /not found[^]*yesterday[^]*is not EDTF/]
	])('answers in %s also where check refuses the story', async (format, words) => {
		const data = fresh(`refused-${format}`);
		mkdirSync(join(data, 'copy'), { recursive: true });
		for (const name of readdirSync('data/silicon-valley-turns'))
			writeFileSync(join(data, 'copy', name), readFileSync(join('data/silicon-valley-turns', name)));
		const events = join(data, 'copy', 'events.yaml');
		writeFileSync(events, readFileSync(events, 'utf8').replace(/date: "?2025-11-06"?/, 'date: yesterday'));
		const { status, out, error } = await call('verify', 'copy', '--data', data, '--source', source, '--format', format);
		expect(status).toBe(1);
		expect(out).toMatch(words);
		expect(error).toContain('1 to correct before it can be verified');
	});

	it.each([
		[['verify', 'silicon-valley-turns', '--source', 'nowhere.txt'], /there is no such file/],
		[
			['verify', 'silicon-valley-turns', '--source', 'artikel=README.md'],
			/no source "artikel".*There is: article|Did you mean article/
		],
		[['verify', 'silicon-valley-turns', '--source', source, '--format', 'xml'], /text, json, junit/],
		[['verify', 'silicon-valley-turns', '--source', 'docs/pictures/page.png'], /is not UTF-8/]
	])('%j is not understood', async (args, words) => {
		const { status, error } = await call(...args);
		expect(status).toBe(2);
		expect(error).toMatch(words);
	});
});

describe('tiles', () => {
	const story = 'tests/fixtures/stories/port-log';
	/** The files of a folder, by name, their bytes as Latin-1: Vitest compares two buffers a byte at a time. */
	const bytesOf = (out: string) =>
		Object.fromEntries(
			readdirSync(out, { recursive: true, withFileTypes: true })
				.filter((one) => one.isFile())
				.map(({ parentPath, name }) => join(parentPath, name))
				.map((path) => [path.slice(out.length), readFileSync(path, 'latin1')])
		);

	it('are made of a table, once, each step and the sum told on stderr', () => {
		const out = fresh('tiles');
		const made = run('tiles', story, '--out', out);
		expect(made.status).toBe(0);
		expect(made.files).toEqual([join(out, 'port-log')]);
		expect(made.error).toMatch(/port-log: reading …\n[^]*port-log: 8000 events, \d+ tiles, \d+ bytes, [\d.]+ s\n$/);
		const files = readdirSync(join(out, 'port-log'), { recursive: true });
		expect(files).toContain('meta.json');
		const again = run('tiles', story, '--out', out);
		expect(again.error).toBe('port-log: 8000 events, nothing has changed\n');
		expect(readdirSync(join(out, 'port-log'), { recursive: true })).toEqual(files);
	});

	it('are made of every table there is, or none where there is none', async () => {
		const all = await call('tiles', '--all', '--data', 'tests/fixtures/stories', '--out', fresh('all'), '--quiet');
		expect(all).toMatchObject({ status: 0, files: [join(fresh('all'), 'port-log')], error: '' });
		const without = fresh('without');
		cpSync('data/silicon-valley-turns', join(without, 'silicon-valley-turns'), { recursive: true });
		expect(await call('tiles', '--all', '--data', without, '--out', fresh('none'))).toMatchObject({
			status: 0,
			out: '',
			error: ''
		});
		expect(existsSync(fresh('none'))).toBe(false);
	});

	it('are the same, byte for byte, where four processes make a part each and these are merged', async () => {
		const parts = fresh('parts');
		const made = await Promise.all(
			[1, 2, 3, 4].map((part) =>
				promisify(execFile)('node', ['bin/throughline.mjs', 'tiles', story, '--part', `${part}/4`, '--out', parts])
			)
		);
		const folders = made.map(({ stdout }) => stdout.trim());
		expect(folders).toEqual([1, 2, 3, 4].map((part) => join(parts, `port-log-${part}-of-4`)));
		const merged = run('tiles', story, '--merge', ...folders, '--out', fresh('merged'));
		expect(merged).toMatchObject({ status: 0, files: [join(fresh('merged'), 'port-log')] });
		expect(merged.error).toBe('port-log: 8000 events, merged of 4 parts\n');
		run('tiles', story, '--out', fresh('whole'));
		const whole = bytesOf(join(fresh('whole'), 'port-log'));
		expect(Object.keys(whole).length).toBeGreaterThan(10);
		expect(bytesOf(join(fresh('merged'), 'port-log'))).toEqual(whole);

		const lacking = run('tiles', story, '--merge', ...folders.slice(1), '--out', fresh('lacking'));
		expect([lacking.status, existsSync(fresh('lacking'))]).toEqual([1, false]);
		expect(lacking.error).toContain('part 1 of 4 is missing');
	});

	it('are the same, byte for byte, however many threads write them', () => {
		const large = fresh('large');
		cpSync(story, large, { recursive: true });
		const log = readFileSync(join(large, 'log.csv'), 'utf8');
		// Above 2 MB a table goes through the database.
		const rows = log.slice(log.indexOf('\n') + 1);
		writeFileSync(join(large, 'log.csv'), log + rows.repeat(Math.ceil(2e6 / rows.length)));
		const made = [1, 3].map((threads) => {
			const { status, error, files } = run(
				'tiles',
				large,
				'--threads',
				`${threads}`,
				'--out',
				fresh(`threads-${threads}`)
			);
			expect(status, error).toBe(0);
			return {
				said: error
					.trim()
					.split('\n')
					.at(-1)!
					.replace(/[\d.]+ s$/, ''),
				files: bytesOf(files[0])
			};
		});
		expect(Object.keys(made[0].files).length).toBeGreaterThan(30);
		expect(made[1]).toEqual(made[0]);
		const { status, error } = run('tiles', large, '--threads', '0');
		expect([status, error]).toEqual([2, expect.stringContaining('write a number from 1 to 16')]);
	});

	it('are not made of a table with a wrong row, which check finds too', async () => {
		const copy = fresh('port-copy');
		cpSync(story, copy, { recursive: true });
		const log = readFileSync(join(copy, 'log.csv'), 'utf8').split('\n');
		log[3] = log[3].replace(/^[\d-]+/, '1.2.1870');
		log.splice(-1, 1, ...Array.from({ length: 60 }, () => '1871-01-01,a,b,nobody,,'));
		writeFileSync(join(copy, 'log.csv'), log.join('\n'));
		const { status, error, out } = await call('tiles', copy, '--out', fresh('wrong'));
		expect({ status, out }).toEqual({ status: 1, out: '' });
		expect(error).toContain('log.csv:4:1 row 3, date: "1.2.1870" is not EDTF; write 1870-02-01');
		expect(error).toContain('… and 11 more\n61 to correct before tiles can be made');
		expect(existsSync(join(fresh('wrong'), 'port-copy'))).toBe(false);
		const checked = await call('check', copy);
		expect(checked.status).toBe(1);
		expect(checked.out).toContain('log.csv:4:1 row 3, date');
		expect(checked.error).toBe('61 to correct in 1 of 1\n');
	});
});
