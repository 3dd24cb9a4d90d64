import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { OfflineList } from '../offline/sets.ts';
import { listForOffline } from './offlineLists.ts';
import { useSite } from './site.ts';

const made: string[] = [];
afterEach(() => {
	useSite({});
	for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

const page = (style: string) =>
	`<html><head><link href="../_app/immutable/assets/${style}.css"></head><body>A</body></html>`;
const drawn = {
	'en/a.html': page('one'),
	'en/a/explore.html': page('two'),
	'_app/immutable/assets/one.css': 'p {}',
	'_app/immutable/assets/two.css': 'q {}',
	'fonts/a/en/serif.woff2': 'font'
};
const story = { home: '/en/a', title: 'A', lang: 'en', files: ['/en/a', '/en/a/explore', '/fonts/a/en/serif.woff2'] };

async function listed(files: Record<string, string>, base = '') {
	const folder = mkdtempSync(join(tmpdir(), 'offline-'));
	made.push(folder);
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	useSite({ base });
	await listForOffline(folder, [story]);
	const read = (name: string) => readFileSync(join(folder, name), 'utf8');
	const list: OfflineList = JSON.parse(read('en/a/offline.json'));
	return { list, read };
}

it('lists what a story is made of, also the styles that its pages link to, below the site’s base', async () => {
	const { list } = await listed(drawn, '/timelines');
	expect(list).toMatchObject({ title: 'A', lang: 'en' });
	expect(list.files).toEqual(
		[...story.files, '/_app/immutable/assets/one.css', '/_app/immutable/assets/two.css'].map(
			(path) => `/timelines${path}`
		)
	);
});

it('writes the version into both pages, and changes nothing else of them', async () => {
	const { list, read } = await listed(drawn);
	const mark = `<meta name="throughline-version" content="${list.version}">`;
	for (const name of ['en/a.html', 'en/a/explore.html'] as const)
		expect(read(name)).toBe(drawn[name].replace('</head>', `${mark}</head>`));
});

it('gives the same content the same version, and any other content another', async () => {
	const versions = [(await listed(drawn)).list.version];
	expect((await listed(drawn)).list.version).toBe(versions[0]);
	for (const name of Object.keys(drawn) as (keyof typeof drawn)[])
		versions.push((await listed({ ...drawn, [name]: `${drawn[name]} ` })).list.version);
	expect(new Set(versions).size).toBe(versions.length);
});
