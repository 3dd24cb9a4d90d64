/** A picture with characters that no shipped font has is written only on request. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportStory, type ExportOptions } from './export.ts';
import { Failed } from './failures.ts';

const home = () => join(folder, 'story');
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'glyphs-'));
	cpSync('data/silicon-valley-turns', home(), { recursive: true });
	const file = join(home(), 'story.yaml');
	const text = readFileSync(file, 'utf8');
	// Cuneiform, which is outside the Basic Multilingual Plane.
	writeFileSync(file, text.replace(/^title:\n {2}en: .*$/m, 'title:\n  en: The 𒀀𒀁 story'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(options: Partial<ExportOptions>) {
	const lines: string[] = [];
	const errors: string[] = [];
	const whole: ExportOptions = {
		lang: ['en'],
		order: 'time',
		scale: 'even',
		quotesAt: 'said',
		format: ['svg'],
		size: ['card'],
		theme: ['light'],
		resolution: '1',
		address: 'https://example.org',
		out: join(folder, 'out'),
		data: folder,
		...options
	};
	const streams = {
		out: (line: string) => lines.push(line),
		error: (line: string) => errors.push(line),
		watched: false
	};
	const failed = await exportStory('story', whole, streams).then(
		() => null,
		(error: unknown) => error
	);
	return { lines, errors, failed, files: existsSync(whole.out) ? readdirSync(whole.out) : [] };
}

it('writes none, names picture and characters, and fails', async () => {
	const { errors, failed, files } = await run({ format: ['svg', 'csv'] });
	expect(failed).toBeInstanceOf(Failed);
	expect((failed as Failed).message).toMatch(/1 of 2 files not written; .*--allow-missing-glyphs/);
	expect(errors).toEqual([
		expect.stringMatching(/\.svg: no font has 𒀀 \(U\+12000\), 𒀁 \(U\+12001\); it is not written$/)
	]);
	expect(files).toEqual([expect.stringMatching(/\.csv$/)]);
});

it('writes them with boxes where that is allowed, and still names the characters', async () => {
	const { errors, failed, files } = await run({ allowMissingGlyphs: true });
	expect(failed).toBeNull();
	expect(errors).toEqual([expect.stringMatching(/\.svg: no font has 𒀀 \(U\+12000\), .*boxes in their places$/)]);
	expect(files).toEqual([expect.stringMatching(/\.svg$/)]);
});

it('does the same with slides, whose drawings are pictures', async () => {
	const file = join(home(), 'events.yaml');
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^( {2}title:\n {4}en: ).*$/gm, '$1The 𒀀 event'));
	const { errors, failed, files } = await run({ format: ['pptx'] });
	expect(failed).toBeInstanceOf(Failed);
	expect(errors[0]).toMatch(/\.pptx: no font has 𒀀 \(U\+12000\)/);
	expect(files).toEqual([]);
});
