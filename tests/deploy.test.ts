/**
 * What docs/deploy.md says to do is done, with the packed package in a folder of its own: the commands of the workflow
 * for GitHub Pages, then preview as a server, and everything that it serves is asked for below the site’s path.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { headersFor } from './support/hostHeaders.ts';

const doc = readFileSync('docs/deploy.md', 'utf8');
const blocks = (language: string) =>
	[...doc.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text);
const workflow = blocks('yaml')
	.map((text) => parse(text))
	.find(({ jobs }) => jobs).jobs.publish;
const address = new URL(workflow.env.ADDRESS);
const serve = blocks('sh').find((text) => text.includes('preview'))!;

const home = mkdtempSync(join(tmpdir(), 'throughline-deploy-'));
const site = join(home, 'my-site');
let server: ChildProcess | undefined;
let url: string;
let built: ReturnType<typeof spawnSync>;

/** Runs commands of the document as they stand there. */
const sh = (script: string) => ['-e', '-c', script];

beforeAll(async () => {
	const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
	execFileSync('npm', ['pack', '--silent', '--pack-destination', home], quiet);
	const tarball = readdirSync(home).find((name) => name.endsWith('.tgz'))!;
	execFileSync(process.execPath, [join(process.cwd(), 'bin/throughline.mjs'), 'new', 'my-site'], {
		...quiet,
		cwd: home
	});
	writeFileSync(join(site, 'package.json'), JSON.stringify({ name: 'my-site', private: true }));
	// What a repository holds; the workflow itself installs.
	const install = ['install', join('..', tarball), '--package-lock-only', '--no-audit', '--prefer-offline', '--silent'];
	execFileSync('npm', install, { ...quiet, cwd: site });

	const commands = workflow.steps.flatMap(({ run }: { run?: string }) => run ?? []).join('\n');
	const env = { ...process.env, ...workflow.env, npm_config_prefer_offline: 'true', npm_config_audit: 'false' };
	built = spawnSync('sh', sh(commands), { cwd: site, env, encoding: 'utf8' });
	if (built.status) throw new Error(String(built.stderr));

	// Any free port in place of the document’s; `exec`, so that it is ended with the shell.
	const command = `exec ${serve.trim().replace(/--port \d+/, `--port 0 --address ${address.href}`)}`;
	server = spawn('sh', sh(command), { cwd: site, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
	server.stdout!.setEncoding('utf8');
	url = String((await once(server.stdout!, 'data'))[0])
		.trim()
		.replace('0.0.0.0', '127.0.0.1');
}, 900_000);

afterAll(() => {
	if (server?.pid) process.kill(-server.pid);
	rmSync(home, { recursive: true, force: true });
});

/** Addresses in a page of the site: links, scripts, styles, fonts, images. */
const addressesIn = (html: string) =>
	[...html.matchAll(/(?:href|src|content)="([^"]+)"|url\(([^)'"]+)\)/g)]
		.map(([, attribute, css]) => attribute ?? css)
		.filter((text) => /^(\/|https?:)/.test(text));

describe('the site that the workflow builds', () => {
	it('is served below its path, every file with the headers of its _headers', async () => {
		expect(new URL(url).pathname).toBe(`${address.pathname}/`);
		const folder = join(site, 'build');
		const table = readFileSync(join(folder, '_headers'), 'utf8');
		const files = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !/^[._]|^vercel\.json$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
		expect(files).toEqual(expect.arrayContaining(['/index.html', '/en/first-story.html', '/404.html']));
		for (const file of files) {
			const path = address.pathname + file.replace(/(\/index)?\.html$/, '').replace(/^$/, '/');
			const answer = await fetch(new URL(path || '/', url));
			await answer.arrayBuffer();
			expect([path, answer.status]).toEqual([path, 200]);
			const sent = headersFor(table, path);
			for (const [name, values] of Object.entries(sent))
				expect([path, name, answer.headers.get(name)]).toEqual([path, name, values.join()]);
		}
		expect((await fetch(new URL('/', url))).status).toBe(404);
		expect((await fetch(`${url}en/nothing`)).status).toBe(404);
	});

	it('leads nowhere outside its path, and everything in its pages is there', async () => {
		const asked = new Set<string>();
		const left = [url];
		const outside: string[] = [];
		for (let page = left.pop(); page; page = left.pop()) {
			if (asked.has(page)) continue;
			asked.add(page);
			const answer = await fetch(page);
			expect([page, answer.status]).toEqual([page, 200]);
			if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
			for (const found of addressesIn(await answer.text())) {
				const at = new URL(found, page);
				// As on the web, so here.
				if (at.origin === address.origin) at.host = new URL(url).host;
				if (at.host === new URL(url).host) at.protocol = 'http:';
				if (at.origin !== new URL(url).origin || !`${at.pathname}/`.startsWith(`${address.pathname}/`))
					outside.push(at.href);
				else left.push(at.origin + at.pathname);
			}
		}
		// Pages, scripts and fonts: not only the first page.
		expect(asked.size).toBeGreaterThan(15);
		expect(outside.filter((one) => !one.startsWith('http://www.w3.org/'))).toEqual([]);
	});

	it('names its whole address in what a link to it shows', async () => {
		const html = await (await fetch(`${url}en/first-story`)).text();
		expect(/property="og:image" content="([^"]+)"/.exec(html)![1]).toMatch(`${address.href}/images/first-story/en/`);
	});

	it('keeps folders that begin with _ on GitHub Pages, and has what other hosts read', () => {
		const read = (name: string) => readFileSync(join(site, 'build', name), 'utf8');
		expect(read('.nojekyll')).toBe('');
		expect(JSON.parse(read('vercel.json')).headers[0].source).toBe(`${address.pathname}/(.*)`);
		expect(read('.htaccess')).toContain(`ErrorDocument 404 ${address.pathname}/404.html`);
	});
});
