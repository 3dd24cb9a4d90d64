/** What npm packs, installed in an empty folder, away from this project: all that an editor and a programmer do with it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf } from '../src/lib/node/headers.ts';
import { folderAnswers, listen } from '../src/lib/node/serve.ts';
import { findHeadless, launchOptions } from './support/browser.mjs';

const home = mkdtempSync(join(tmpdir(), 'throughline-package-'));
const site = join(home, 'my-site');
const shell = process.platform === 'win32';
let tarball: string;

/** The installed command. */
const run = (folder: string, ...args: string[]) =>
	spawnSync(join(home, 'node_modules', '.bin', 'throughline'), args, { cwd: folder, encoding: 'utf8', shell });

beforeAll(() => {
	execFileSync('npm', ['pack', '--silent', '--pack-destination', home], {
		stdio: ['ignore', 'ignore', 'inherit'],
		shell
	});
	tarball = join(
		home,
		readdirSync(home).find((name) => name.endsWith('.tgz'))!
	);
	writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'elsewhere', private: true, type: 'module' }));
	execFileSync('npm', ['install', tarball, '--no-audit', '--no-fund', '--prefer-offline', '--silent'], {
		cwd: home,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell
	});
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the package', () => {
	it('is at most 3 MB, and has no tests and no stories of ours in it', () => {
		expect(statSync(tarball).size).toBeLessThan(3 * 2 ** 20);
		const files = readdirSync(join(home, 'node_modules', 'throughline'), { recursive: true, encoding: 'utf8' });
		expect(files.filter((name) => /\.test\.|^(src|tests|data|scripts)\b/.test(name))).toEqual([]);
	});

	it('is as publint wants it', () => {
		const { status, stdout } = spawnSync('npx', ['--no-install', 'publint', 'run', tarball, '--strict'], {
			encoding: 'utf8',
			shell
		});
		expect(status, stdout).toBe(0);
	});

	it('makes a site, checks, imports, verifies, exports and builds', () => {
		expect(run(home, 'new', 'my-site').status).toBe(0);
		expect(run(site, 'check').stderr).toBe('nothing to correct in first-story\n');
		writeFileSync(
			join(site, 'fairs.csv'),
			'date,title\n1851-05-01,The Great Exhibition opens\n1889,The tower is built\n1900-04-14,A fair in Paris\n'
		);
		const imported = run(site, 'import', 'fairs.csv', '--to', 'fairs');
		expect(imported.status, imported.stderr).toBe(0);
		writeFileSync(join(site, 'source.txt'), 'The Great Exhibition opened on 1 May 1851.\n');
		expect(run(site, 'verify', 'fairs', '--source', 'source.txt', '--format', 'json').stdout).toContain('"findings"');
		const exported = run(site, 'export', 'fairs', '--size', 'card', '--format', 'png,svg', '--out', 'pictures');
		expect(exported.status, exported.stderr).toBe(0);
		expect(readdirSync(join(site, 'pictures')).length).toBe(2);
		const built = run(site, 'build');
		expect(built.status, built.stderr).toBe(0);
		expect(existsSync(join(site, 'build', 'en', 'fairs.html'))).toBe(true);
		// How a story is made interests whoever visits Throughline’s own site, not an editor’s readers.
		for (const page of ['index.html', 'zh-Hans.html'])
			expect(readFileSync(join(site, 'build', page), 'utf8')).not.toContain('<code');
		expect(existsSync(join(site, 'build', 'embed.js'))).toBe(true);
	});

	it('makes tiles of a table', () => {
		const rows = Array.from({ length: 50 }, (_, n) => `${1900 + n},Fair number ${n},somebody`);
		writeFileSync(join(site, 'data', 'first-story', 'events.csv'), `date,title,actors\n${rows.join('\n')}\n`);
		const file = join(site, 'data', 'first-story', 'story.yaml');
		writeFileSync(file, `${readFileSync(file, 'utf8')}table: { file: events.csv, source: source }\n`);
		const { status, stderr } = run(site, 'tiles', 'first-story');
		expect(status, stderr).toBe(0);
	});

	it('shows its pages to a browser without a fault', async () => {
		const { url, close } = await listen(folderAnswers(join(site, 'build'), '', headersOf), { port: 0, base: '' });
		const browser = await chromium.launch(launchOptions(findHeadless()));
		const page = await browser.newPage();
		const faults: string[] = [];
		page.on('pageerror', (error) => faults.push(String(error)));
		page.on('response', (response) => response.status() >= 400 && faults.push(response.url()));
		await page.goto(`${url}/en/fairs`);
		await page.locator('dialog#evidence[data-ready]').waitFor({ state: 'attached' });
		await page.goto(`${url}/en/fairs/explore`);
		await page.locator('.explorer[data-rest]').waitFor();
		expect(faults).toEqual([]);
		await browser.close();
		await close();
	});

	it('has types for a program that reads a story and lays it out', () => {
		writeFileSync(
			join(home, 'program.ts'),
			`import { frames, initialView, layoutTimeline, localise, parseStory, select, type Story } from 'throughline';
import { SourceText, verifyStory } from 'throughline/verify';
import { readStoryFolder } from 'throughline/node';
const { story, problems } = parseStory('empty', []);
console.log(problems.length, story);
const read = readStoryFolder('my-site/data/fairs');
const fairs: Story = read.story!;
const local = localise(fairs, 'en');
console.log(layoutTimeline(local, select(local, initialView('en')), frames.desk).marks.length);
const text = new SourceText('The Great Exhibition opened on 1 May 1851.');
console.log(verifyStory(fairs, new Map([[fairs.sources[0].id, text]])).findings.length > 0);
`
		);
		const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--skipLibCheck', '--types', 'node'];
		const typeRoots = ['--typeRoots', resolve('node_modules/@types')];
		const compiled = spawnSync(
			process.execPath,
			[resolve('node_modules/typescript/bin/tsc'), ...options, ...typeRoots, 'program.ts'],
			{ cwd: home, encoding: 'utf8' }
		);
		expect(compiled.stdout).toBe('');
		const ran = spawnSync(process.execPath, ['program.js'], { cwd: home, encoding: 'utf8' });
		expect(ran.stderr).toBe('');
		const [counts, marks, found] = ran.stdout.trim().split('\n');
		expect(counts).toMatch(/^[1-9]\d* null$/);
		expect(Number(marks)).toBeGreaterThan(0);
		expect(found).toBe('true');
	});

	it('draws with its components where Svelte compiles them', () => {
		writeFileSync(
			join(home, 'vite.config.js'),
			`import { svelte } from '${resolve('node_modules/@sveltejs/vite-plugin-svelte/src/index.js')}';
export default { plugins: [svelte()], build: { ssr: 'draw.js', outDir: 'out' }, ssr: { noExternal: true } };
`
		);
		writeFileSync(
			join(home, 'draw.js'),
			`import { render } from 'svelte/server';
import { frames, initialView, layoutTimeline, localise, pictureThemes, select } from 'throughline';
import { Timeline } from 'throughline/components';
export const draw = (story) => {
	const local = localise(story, 'en');
	const layout = layoutTimeline(local, select(local, initialView('en')), frames.desk);
	return render(Timeline, { props: { layout, theme: pictureThemes.light, prefix: 'a', links: null } }).body;
};
`
		);
		const built = spawnSync(
			process.execPath,
			[resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'],
			{
				cwd: home,
				encoding: 'utf8'
			}
		);
		expect(built.status, built.stderr).toBe(0);
		writeFileSync(
			join(home, 'run.js'),
			`import { readStoryFolder } from 'throughline/node';
import { draw } from './out/draw.js';
console.log(draw(readStoryFolder('my-site/data/fairs').story));
`
		);
		const { stdout, stderr } = spawnSync(process.execPath, ['run.js'], { cwd: home, encoding: 'utf8' });
		expect(stderr).toBe('');
		expect(stdout).toContain('The Great Exhibition opens');
	});
});
