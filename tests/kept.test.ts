/**
 * What is kept from build to build is what would be drawn: of everything that pages and images rest on, words in one
 * language and the other, settings and their files, either the key changes with it, or nothing that is kept does.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMap, parseDocument, visit, type Document } from 'yaml';
import { compile } from '../scripts/compile.mjs';
import type { Address } from '../src/lib/node/addresses.ts';
import type { Ask } from '../src/lib/node/app.ts';
import { site, useSite, type Site } from '../src/lib/node/site.ts';
import { readSite } from '../src/lib/node/siteFile.ts';
import { parseStory } from '../src/lib/story/parse.ts';
import { smallStory, type StoryFile } from './support/smallStory.ts';
import { wildFolder } from './support/wildFolder.ts';

const place = mkdtempSync(join(tmpdir(), 'throughline-kept-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let ask: Ask;
beforeAll(async () => {
	await compile('app', 'cli');
	// Run as they are compiled: an import would be compiled once more by Vitest.
	const require = createRequire(import.meta.url);
	const { Server } = require('../dist/app/server/index.js');
	const server = new Server(require('../dist/app/server/manifest.js').manifest);
	await server.init({ env: {} });
	ask = (path) => server.respond(new Request(`http://localhost${path}`), { getClientAddress: () => '::1' });
});

type Stories = Record<string, StoryFile[]>;

let folders = 0;

/** A site, the keys of its paths, and what was drawn of it. */
interface State {
	site: Site;
	keys: Map<string, string>;
	drawn: Map<string, Buffer>;
}

/** Each in a folder of its own, so that nothing of it is known. */
async function stateOf(stories: Stories, settings: Partial<Site> = {}): Promise<State> {
	const folder = join(place, `stories-${folders++}`);
	for (const [slug, files] of Object.entries(stories)) {
		mkdirSync(join(folder, slug), { recursive: true });
		for (const { name, text } of files) writeFileSync(join(folder, slug, name), text);
	}
	useSite({ cache: join(place, 'cache'), ...settings, stories: folder });
	const { addresses } = (await (await ask('/addresses.json')).json()) as { addresses: Address[] };
	// A font’s key is that under which it is cut: its characters, and what cuts it (fonts.ts).
	const drawn = addresses.filter(({ path }) => !path.startsWith('/fonts/'));
	const keys = new Map(drawn.flatMap(({ path, key }) => (key ? [[path, key]] : [])));
	return { site: site(), keys, drawn: new Map() };
}

async function draw(state: State, path: string): Promise<Buffer> {
	useSite(state.site);
	const known = state.drawn.get(path) ?? Buffer.from(await (await ask(path)).arrayBuffer());
	state.drawn.set(path, known);
	return known;
}

/**
 * Draws every page that has the same key in both, and compares.
 * @returns all paths that have
 */
async function sameOf(before: State, after: State): Promise<string[]> {
	const same = [...before.keys].flatMap(([path, key]) => (after.keys.get(path) === key ? [path] : []));
	// An image rests on the same as the page of its story, and takes as long as ten of them.
	for (const path of same.filter((path) => !path.endsWith('.png')))
		expect((await draw(after, path)).equals(await draw(before, path)), path).toBe(true);
	return same;
}

/** The files with one value changed, or one entry taken away: every such edit. */
function* editsOf(files: readonly StoryFile[]): Generator<StoryFile[]> {
	for (const { name, text } of files) {
		const with_ = (change: (doc: Document) => void) => {
			const doc = parseDocument(text);
			change(doc);
			return files.map((file) => (file.name === name ? { name, text: String(doc) } : file));
		};
		const paths: { path: unknown[]; value?: unknown }[] = [];
		visit(parseDocument(text), {
			Scalar: (key, node, ancestors) => {
				if (key !== 'key') paths.push({ path: pathOf(ancestors, key), value: node.value });
			},
			Pair: (_, pair, ancestors) => {
				if (ancestors.filter(isMap).length > 1) paths.push({ path: [...pathOf(ancestors, null), keyOf(pair)] });
			}
		});
		for (const { path, value } of paths)
			if (value === undefined) yield with_((doc) => doc.deleteIn(path));
			else if (typeof value === 'string') yield with_((doc) => doc.setIn(path, `${value}q`));
			else if (typeof value === 'number') yield with_((doc) => doc.setIn(path, value + 1));
			else if (typeof value === 'boolean') yield with_((doc) => doc.setIn(path, !value));
	}
}

const keyOf = (pair: { key: unknown }) => String((pair.key as { value: unknown }).value);

function pathOf(ancestors: readonly unknown[], key: unknown): unknown[] {
	const path: unknown[] = [];
	for (const [n, one] of ancestors.entries()) {
		const next = ancestors[n + 1];
		if (one && typeof one === 'object' && 'key' in one && 'value' in one) path.push(keyOf(one));
		else if (one && typeof one === 'object' && 'items' in one && Array.isArray(one.items) && !isMap(one)) {
			const index = next ? one.items.indexOf(next) : key;
			path.push(index);
		}
	}
	return path;
}

const without = <T extends object>(all: T, name: keyof T) =>
	Object.fromEntries(Object.entries(all).filter(([one]) => one !== name)) as Partial<T>;

const isAccepted = (files: StoryFile[]) => !!parseStory('one', files).story;

describe('a key that stays is of an answer that stays', () => {
	const small = smallStory();

	it('whatever is edited in a story', async () => {
		const before = await stateOf({ one: small });
		const edits = [...editsOf(small)].filter(isAccepted);
		expect(edits.length).toBeGreaterThan(60);
		let compared = 0;
		for (const edit of edits) compared += (await sameOf(before, await stateOf({ one: edit }))).length;
		expect(compared).toBeGreaterThan(edits.length);
	});

	it('whatever is edited in stories with everything that one may hold', async () => {
		const wild = fc
			.sample(wildFolder(), { seed: 7, numRuns: 40 })
			.filter((files) => (parseStory('one', files).story?.languages.length ?? 0) > 1)
			.slice(0, 3);
		expect(wild.length).toBeGreaterThan(1);
		for (const files of wild) {
			const before = await stateOf({ one: files });
			const edits = fc.sample(fc.constantFrom(...editsOf(files)), { seed: 7, numRuns: 40 });
			for (const edit of edits.filter(isAccepted)) await sameOf(before, await stateOf({ one: edit }));
		}
	});

	it('whatever another story says, or in which languages', async () => {
		const english = smallStory({ story: [['languages: [en, zh-Hans]', 'languages: [en]']] });
		for (const settings of [{}, { origin: 'https://example.org' }]) {
			const before = await stateOf({ one: small, two: small }, settings);
			const others: Stories[] = [{ one: small }, { one: small, two: english }, { one: english, two: small }];
			for (const after of others) await sameOf(before, await stateOf(after, settings));
		}
	});

	it('whatever site.yaml says, and with whatever is in its files', async () => {
		const home = join(place, 'estuary');
		cpSync('tests/fixtures/sites/estuary', home, { recursive: true });
		const { settings, problems } = readSite(home);
		expect(problems).toEqual([]);
		const full: Partial<Site> = { ...settings, folder: home };
		const stories = { one: small };
		const before = await stateOf(stories, full);
		for (const name of Object.keys(without(settings, 'folder')) as (keyof Site)[])
			await sameOf(before, await stateOf(stories, without(full, name)));
		for (const more of [{ drafts: true }, { base: '/other' }, { invites: true }])
			await sameOf(before, await stateOf(stories, { ...full, ...more }));
		const logo = join(home, 'brand', 'logo.svg');
		writeFileSync(logo, readFileSync(logo, 'utf8').replace('</svg>', '<g/></svg>'));
		expect(await sameOf(before, await stateOf(stories, full))).toEqual([]);
	});
});

describe('what is not drawn again', () => {
	const changed = smallStory({ events: [['It opened.', 'It was opened.']] });

	it('is every page of a story that stays, and the same pages in the other language', async () => {
		const small = smallStory();
		const before = await stateOf({ one: small, two: small });
		const same = await sameOf(before, await stateOf({ one: changed, two: small }));
		expect(same).toContain('/en/two');
		expect(same).toContain('/zh-Hans/one');
		expect(same).toContain('/images/one/zh-Hans/story.card.png');
		expect(same.filter((path) => path.includes('en/one'))).toEqual([]);
	});

	it('makes no difference to a build: with what was kept it is, byte for byte, that from nothing', () => {
		const home = join(place, 'home');
		const write = (files: StoryFile[]) => {
			mkdirSync(join(home, 'data', 'one'), { recursive: true });
			for (const { name, text } of files) writeFileSync(join(home, 'data', 'one', name), text);
		};
		const build = (out: string) => {
			const args = [resolve('bin/throughline.mjs'), 'build', '--out', join(place, out)];
			const { status, stderr } = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' });
			expect(status, stderr).toBe(0);
			return filesOf(join(place, out));
		};
		write(smallStory());
		const before = build('before');
		write(changed);
		const kept = build('kept');
		rmSync(join(home, '.throughline'), { recursive: true });
		const anew = build('anew');
		expect(kept.get('en/one.html')).not.toBe(before.get('en/one.html'));
		expect([...kept.keys()]).toEqual([...anew.keys()]);
		for (const [path, bytes] of anew) expect(kept.get(path) === bytes, path).toBe(true);
	});
});

/** Files in a folder by path, their bytes as Latin-1. */
const filesOf = (folder: string) =>
	new Map(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((file) => file.isFile())
			.map((file) => join(file.parentPath, file.name))
			.sort()
			.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')])
	);
