/**
 * What search engines, feed readers and sites that show or embed a story find in a built site: every address that is told
 * leads to a file, alternates name each other, and a story as nasty as can be is carried safely. A site without a known
 * address tells only what it can.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf } from '../src/lib/node/headers.ts';
import { folderAnswers, listen } from '../src/lib/node/serve.ts';
import { findHeadless, launchOptions } from './support/browser.mjs';
import { longFolder } from './support/longFolder.ts';
import { smallStory, type StoryFile } from './support/smallStory.ts';

const base = '/timelines';
const home = `https://example.org${base}`;
const folder = mkdtempSync(join(tmpdir(), 'throughline-findable-'));
const [site, unknown] = [join(folder, 'site'), join(folder, 'unknown')];

/** As its title and all that the small story says in English. */
const nasty = '</script><!-- <b>&amp; "it" \'s ]]> %throughline.head% <!--still structured--> 🛰𒀀';
/** A folder whose name has to be encoded in an address. */
const slug = '硅谷 & co';

let browser: Browser;
let close: (() => Promise<void>) | undefined;
let origin: string;

function build(data: string, out: string, ...more: string[]) {
	const args = ['bin/throughline.mjs', 'build', '--data', data, '--out', out, ...more];
	const built = spawnSync(process.execPath, args, { encoding: 'utf8' });
	expect(built.status, built.stderr).toBe(0);
}

beforeAll(async () => {
	const [data, single] = [join(folder, 'data'), join(folder, 'single')];
	const write = (name: string, files: StoryFile[], into = data) => {
		mkdirSync(join(into, name), { recursive: true });
		for (const file of files) writeFileSync(join(into, name, file.name), file.text);
	};
	const quoted = JSON.stringify(nasty);
	write(
		slug,
		smallStory({
			story: [
				['en: Small', `en: ${quoted}`],
				['en: A small story.', `en: ${quoted}`]
			],
			events: [['en: Launch', `en: ${quoted}`]],
			actors: [['en: Mei', `en: ${quoted}`]]
		})
	);
	write('long', longFolder(900, 3, ['en', 'it']));
	write('small', smallStory(), single);
	cpSync('tests/fixtures/stories/hannibal', join(data, 'hannibal'), { recursive: true });
	build(data, site, '--address', home);
	build(single, unknown);
	({ url: origin, close } = await listen(folderAnswers(site, base, headersOf), { port: 0, base }));
	browser = await chromium.launch(launchOptions(findHeadless()));
}, 900_000);

afterAll(async () => {
	await browser?.close();
	await close?.();
	rmSync(folder, { recursive: true, force: true });
});

const unescaped = (text: string) =>
	text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]!);
const pagesOf = (site: string) =>
	readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
const textOf = (path: string, within = site) => readFileSync(join(within, path), 'utf8');

/** The file that a host serves for an address of the site; throws where there is none. */
function fileAt(address: string): string {
	expect(address.startsWith(home), address).toBe(true);
	expect(new URL(address).href).toBe(address);
	const path = decodeURIComponent(address.slice(home.length)).replace(/^\//, '');
	const file = [path, `${path}.html`, join(path, 'index.html')].find(
		(one) => /\.[a-z]+$/.test(one) && existsSync(join(site, one))
	);
	if (!file) throw new Error(`no file at ${address}`);
	return file;
}

/** The elements of a page’s head, by what they tell. */
function headOf(html: string) {
	const elements = [...html.split('</head>')[0].matchAll(/<(link|meta) ([^>]*)>/g)].map(([, name, written]) => ({
		name,
		...Object.fromEntries(
			[...written.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value)])
		)
	})) as Record<string, string>[];
	const links = (rel: string) => elements.filter((one) => one.name === 'link' && one.rel === rel);
	return {
		canonical: links('canonical').map(({ href }) => href),
		alternates: new Map(links('alternate').flatMap((one) => (one.hreflang ? [[one.hreflang, one.href]] : []))),
		others: new Map(links('alternate').flatMap((one) => (one.type ? [[one.type, one.href]] : []))),
		meta: new Map(elements.flatMap(({ property, name, content }) => (content ? [[property ?? name, content]] : []))),
		noindex: elements.some(({ content }) => content === 'noindex')
	};
}

const dataOf = (html: string) =>
	[...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map(([, json]) => JSON.parse(json));
const xml = (path: string) => new DOMParser().parseFromString(textOf(path), 'application/xml').documentElement!;

describe('a site at a known address', () => {
	it('tells of every page its own address and its languages, each of which tells the same', () => {
		const found = pagesOf(site).filter((path) => !/^(404\.html|offline\/)|embed\.html$/.test(path));
		expect(found.length).toBeGreaterThan(20);
		for (const path of found) {
			const { canonical, alternates, meta, noindex } = headOf(textOf(path));
			expect(noindex, path).toBe(false);
			expect(canonical.length, path).toBe(1);
			expect(fileAt(canonical[0]), path).toBe(path);
			expect(meta.get('og:url')).toBe(canonical[0]);
			expect([...alternates.values()], path).toContain(canonical[0]);
			expect([...alternates.keys()], path).toContain('x-default');
			for (const [lang, address] of alternates) {
				const other = textOf(fileAt(address));
				expect([...headOf(other).alternates], path).toEqual([...alternates]);
				if (lang !== 'x-default') expect(other, path).toContain(`<html lang="${lang}"`);
			}
			expect(textOf(path).match(/<title>/g)!.length, path).toBe(1);
		}
	});

	it('has a page of its own for the scenes of a long story, in each of its languages', () => {
		const { alternates } = headOf(textOf('it/long/scene-s1.html'));
		expect(Object.fromEntries(alternates)).toEqual({
			en: `${home}/en/long/scene-s1`,
			it: `${home}/it/long/scene-s1`,
			'x-default': `${home}/en/long/scene-s1`
		});
		expect(textOf('it/long/scene-s1.html')).toContain('<title>Part 2 · A great survey</title>');
	});

	it('keeps the embed and the pages in place of others out', () => {
		const embed = headOf(textOf('en/hannibal/embed.html'));
		expect(embed).toMatchObject({ noindex: true, canonical: [`${home}/en/hannibal`] });
		for (const page of ['404.html', 'offline/en.html'])
			expect(headOf(textOf(page)), page).toMatchObject({ noindex: true, canonical: [] });
	});

	it('has a sitemap of just its pages that are to be found', () => {
		const urls = [...xml('sitemap.xml').getElementsByTagName('url')];
		const locs = urls.map((url) => url.getElementsByTagName('loc')[0].textContent!);
		expect(new Set(locs).size).toBe(locs.length);
		const found = pagesOf(site).filter((path) => !headOf(textOf(path)).noindex);
		expect(locs.map(fileAt).sort()).toEqual(found.sort());
		for (const [n, url] of urls.entries()) {
			const links = [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')];
			const own = links.map((link) => [link.getAttribute('hreflang')!, link.getAttribute('href')!] as const);
			expect(own).toEqual([...headOf(textOf(fileAt(locs[n]))).alternates]);
		}
		const dated = urls.filter((url) => url.getElementsByTagName('lastmod')[0]?.textContent === '2026-11-24');
		expect(dated.length).toBe(locs.filter((loc) => /\/hannibal(\/|$)/.test(loc)).length);
		expect(textOf('robots.txt')).toContain(`\nSitemap: ${home}/sitemap.xml\n`);
	});

	it('has a feed of each language of its stories, whose entries lead to places in it', () => {
		for (const lang of ['en', 'it', 'zh-Hans']) {
			const feed = headOf(textOf(`${lang}.html`)).others.get('application/atom+xml')!;
			expect(fileAt(feed)).toBe(`${lang}/feed.xml`);
			const entries = [...xml(fileAt(feed)).getElementsByTagName('entry')];
			for (const entry of entries) {
				const address = entry.getElementsByTagName('link')[0].getAttribute('href')!;
				const [page, place] = address.split('#');
				const html = textOf(fileAt(page));
				if (place) expect(html).toContain(` id="${place}"`);
			}
			const titles = entries.map((entry) => entry.getElementsByTagName('title')[0].textContent);
			expect(titles.length).toBe({ en: 4, it: 3, 'zh-Hans': 1 }[lang]);
			if (lang === 'en') expect(titles).toContain(nasty);
		}
	});

	it('tells how to embed each story', () => {
		for (const [lang, story] of [
			['en', slug],
			['zh-Hans', slug],
			['it', 'hannibal']
		]) {
			const html = textOf(`${lang}/${story}.html`);
			const file = fileAt(headOf(html).others.get('application/json+oembed')!);
			expect(file).toBe(join(lang, story, 'oembed.json'));
			const answer = JSON.parse(textOf(file));
			expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: lang === 'en' ? nasty : expect.any(String) });
			fileAt(answer.thumbnail_url);
			const [, src, title] = /^<iframe src="([^"]*)" title="([^"]*)"[^<>]*><\/iframe>$/.exec(answer.html)!;
			expect(fileAt(unescaped(src))).toBe(join(lang, story, 'embed.html'));
			expect(unescaped(title)).toBe(answer.title);
		}
	});

	it('describes stories and quotations in data whose addresses lead to them', () => {
		for (const path of pagesOf(site)) {
			const data = dataOf(textOf(path));
			const story = /^(?!offline\/)[^/]+\/[^/]+\.html$/.test(path);
			if (story) expect(data.map((one) => one['@type'])).toEqual(['Article']);
			if (/(embed|explore|404)\.html$/.test(path)) expect(data).toEqual([]);
			for (const [, address] of JSON.stringify(data).matchAll(/"@id":"(https:\/\/example[^"]*)"/g)) {
				const [page, place] = address.split('#');
				const html = textOf(fileAt(page));
				if (place) expect(html).toContain(` id="${place}"`);
			}
		}
		expect(dataOf(textOf('en.html'))).toMatchObject([{ '@type': 'WebSite', url: `${home}/` }]);
		expect(dataOf(textOf('en/hannibal/quote-maharbal.html'))).toMatchObject([
			{ '@type': 'Quotation', inLanguage: 'la' }
		]);
		expect(dataOf(textOf('en/hannibal/quote-hannibal-zama.html'))).toEqual([]);
	});

	it('carries what a story says as data, in a page whose policy has nothing against it', async () => {
		const page = await browser.newPage();
		const faults: string[] = [];
		page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
		page.on('pageerror', (error) => faults.push(String(error)));
		for (const path of [`/en/${encodeURI(slug)}`, `/en/${encodeURI(slug)}/quote-mei-words`, '/en/long', '/zh-Hans']) {
			await page.goto(origin + path);
			await page.waitForLoadState('networkidle');
			const [json, ...more] = await page.locator('script[type="application/ld+json"]').allTextContents();
			expect(more).toEqual([]);
			const data = JSON.parse(json);
			if (path.endsWith('/quote-mei-words')) expect(data.spokenByCharacter.name).toBe(nasty);
			else if (path.startsWith('/en/%')) {
				expect([data.headline, data.description]).toEqual([nasty, nasty]);
				expect(data.mentions.map(({ name }: { name?: string }) => name)).toContain(nasty);
				expect(await page.title()).toBe(nasty.replace(/ {2,}/g, ' '));
			}
		}
		expect(faults).toEqual([]);
		await page.close();
	});

	it('does not leave the host that serves it to find the reader’s language', async () => {
		const context = await browser.newContext({ locale: 'it' });
		const page = await context.newPage();
		await page.goto(`${origin}/`);
		await page.waitForURL(`${origin}/it`);
		await context.close();
	});
});

describe('a site whose address is not known', () => {
	it('tells its pages from the root, and leaves out what needs whole addresses', () => {
		const { canonical, alternates, others, meta } = headOf(textOf('zh-Hans/small.html', unknown));
		expect(canonical).toEqual(['/zh-Hans/small']);
		expect(Object.fromEntries(alternates)).toEqual({
			en: '/en/small',
			'zh-Hans': '/zh-Hans/small',
			'x-default': '/en/small'
		});
		expect([...others]).toEqual([]);
		expect(meta.has('og:url')).toBe(false);
		expect(meta.get('og:image')).toBe('/images/small/zh-Hans/story.card.png');
		expect(dataOf(textOf('en/small.html', unknown))).toMatchObject([{ '@type': 'Article', url: '/en/small' }]);
		expect(textOf('robots.txt', unknown)).not.toContain('Sitemap');
		for (const path of ['sitemap.xml', 'en/feed.xml', 'en/small/oembed.json'])
			expect(existsSync(join(unknown, path)), path).toBe(false);
	});
});
