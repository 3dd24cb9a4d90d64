/** A site in its own folder, away from this project: created, previewed while it is written, built. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHeadless, launchOptions } from './support/browser.mjs';

const command = resolve('bin/throughline.mjs');
const place = mkdtempSync(join(tmpdir(), 'throughline-site-'));
const home = join(place, 'my-site');
const file = join(home, 'data', 'first-story', 'story.yaml');

const run = (folder: string, ...args: string[]) =>
	spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });

let browser: Browser;
let server: ChildProcess | undefined;
/** Address of the server, with a slash at the end. */
let url = '';
beforeAll(async () => {
	browser = await chromium.launch(launchOptions(findHeadless()));
});
afterAll(async () => {
	server?.kill();
	await browser?.close();
	rmSync(place, { recursive: true, force: true });
});

describe('a site in a folder of its own', () => {
	it('is begun by one word, and nothing is to be corrected in it', () => {
		const { status, stdout, stderr } = run(place, 'new', 'my-site', '--lang', 'en,zh-Hans');
		expect(status, stderr).toBe(0);
		expect(stdout).toBe('my-site\n');
		expect(run(home, 'check').stderr).toBe('nothing to correct in first-story\n');
		const schema = /\$schema=(\S+)/.exec(readFileSync(file, 'utf8'))![1];
		expect(existsSync(join(home, 'data', 'first-story', schema))).toBe(true);
	});

	it('gets another story by the same word', () => {
		expect(run(home, 'new', 'second').stdout.trim()).toBe(join('data', 'second'));
		expect(run(home, 'new', 'story', 'third').stdout.trim()).toBe(join('data', 'third'));
		expect(run(home, 'new', 'story', 'a', 'b')).toMatchObject({ status: 2 });
	});

	it('passes over what is no story', () => {
		for (const name of ['node_modules', '.git', 'empty', 'drafts/later'])
			mkdirSync(join(home, 'data', name), { recursive: true });
		writeFileSync(join(home, 'data', 'drafts', 'later', 'notes.txt'), 'later');
		writeFileSync(join(home, 'data', 'node_modules', 'x.json'), '{}');
		expect(run(home, 'check')).toMatchObject({
			status: 0,
			stderr: `nothing to correct in first-story, second, third\npassed over, without a YAML file: ${join('data', 'drafts')}\n`
		});
	});

	it('says what is wrong in site.yaml, all at once, with its place', () => {
		const settings = readFileSync(join(home, 'site.yaml'), 'utf8');
		writeFileSync(join(home, 'site.yaml'), 'nam: Ours\naddress: example.org\n');
		const { status, stderr } = run(home, 'check');
		expect(status).toBe(1);
		expect(stderr).toContain('site.yaml:1:1 site.nam: ');
		expect(stderr).toContain('name');
		expect(stderr).toContain('site.yaml:2:10 site.address: ');
		writeFileSync(join(home, 'site.yaml'), settings);
	});

	it('shows what is saved where it was read, and what is to be corrected over it', async () => {
		server = spawn(process.execPath, [command, 'dev', '--port', '0'], {
			cwd: home,
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const [line] = await once(server.stdout!, 'data');
		url = String(line).trim();
		const page = await browser.newPage({ viewport: { width: 1000, height: 500 } });
		await page.goto(`${url}en/first-story`);
		await page.locator('dialog#evidence[data-ready]').waitFor({ state: 'attached' });
		expect(await page.locator('.home').first().textContent()).toBe('my-site');
		await page.evaluate(() => scrollTo({ top: 400, behavior: 'instant' }));
		const was = readFileSync(file, 'utf8');
		writeFileSync(file, was.replace('Untitled story', 'A brave title'));
		await page.waitForFunction(() => document.title === 'A brave title');
		await page.waitForFunction(() => scrollY === 400);

		writeFileSync(file, was.replace(/^published: .*$/m, 'published: 1.2.2020'));
		const panel = page.locator('#throughline-problems');
		await panel.waitFor();
		expect(await panel.textContent()).toMatch(
			/story\.yaml:\d+:\d+ story\.published: "1\.2\.2020" is not EDTF; write 2020/
		);
		expect(await page.title()).toBe('A brave title');
		// Another story is unaffected.
		const other = await browser.newPage();
		expect((await other.goto(`${String(line).trim()}en/second`))!.status()).toBe(200);

		writeFileSync(file, was);
		await panel.waitFor({ state: 'detached' });
		await page.waitForFunction(() => document.title === 'Untitled story');
	});

	it('shows what is saved in site.yaml, and in the files that it names, without a restart', async () => {
		const settings = readFileSync(join(home, 'site.yaml'), 'utf8');
		const page = await browser.newPage();
		await page.goto(`${url}en/first-story`);
		await page.locator('dialog#evidence[data-ready]').waitFor({ state: 'attached' });
		const logo = (width: number) =>
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 10"><path d="M0 0h9v9z"/></svg>`;
		writeFileSync(join(home, 'logo.svg'), logo(20));
		writeFileSync(
			join(home, 'site.yaml'),
			"name: Renamed\nlogo: logo.svg\ncolours: { light: { paper: '#ffffff' } }\nfooter: From *us*.\n"
		);
		const named = page.locator('.home img[alt="Renamed"]');
		await named.waitFor();
		expect(await page.locator('.site-foot').textContent()).toContain('From us.');
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
			'rgb(255, 255, 255)'
		);
		expect(await named.getAttribute('width')).toBe('56');
		writeFileSync(join(home, 'logo.svg'), logo(40));
		await page.locator('.home img[width="112"]').waitFor();

		writeFileSync(join(home, 'site.yaml'), "name: Renamed\ncolours: { light: { blue: '#dddddd' } }\n");
		const panel = page.locator('#throughline-problems');
		await panel.waitFor();
		expect(await panel.textContent()).toMatch(/site\.yaml:2:27 site\.colours\.light\.blue: blue #dddddd on paper/);
		expect(await page.locator('.home img').getAttribute('alt')).toBe('Renamed');

		writeFileSync(join(home, 'site.yaml'), 'name: Moved\naddress: https://example.org/below\n');
		await page.waitForURL(/\/below\//);
		expect(await page.locator('.home').first().textContent()).toBe('Moved');
		writeFileSync(join(home, 'site.yaml'), settings);
		await page.close();
	});

	it('is built as files, with the page for what is not there', () => {
		const { status, stderr } = run(home, 'build');
		expect(status, stderr).toBe(0);
		for (const name of [
			'index.html',
			'404.html',
			'zh-Hans/first-story.html',
			'en/second.html',
			'images/third/en/story.card.png'
		])
			expect(existsSync(join(home, 'build', name)), name).toBe(true);
		expect(readFileSync(join(home, 'build', 'en.html'), 'utf8')).toContain('my-site');
	});
});
