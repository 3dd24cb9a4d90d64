/**
 * Nothing of a draft is in anything that is published. Everything in the drafts of these stories (words, ids, who acts,
 * what is cited) has one secret word in it, which is then looked for in every file of a real build and of exports.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from './support/smallStory.ts';

const secret = 'xqzv';
const text = (words: string) => `{ en: ${words} ${secret}, zh-Hans: ${words}${secret} }`;
const sources = `sources: [{ source: ${secret}-source }]`;

/** Adds to each file of the small story what nobody is to see yet. */
const added: Record<'actors' | 'events' | 'quotes' | 'figures' | 'scenes' | 'sources', string> = {
	actors: `- { id: ${secret}-group, kind: company, side: east, name: ${text('Group')}, ${sources} }
- { id: ${secret}-person, kind: person, side: east, memberOf: ${secret}-group, name: ${text('Person')}, ${sources} }
`,
	events: `- { id: ${secret}-event, draft: true, date: 2023-05, basis: stated, title: ${text('Event')}, summary: ${text('So')}, actors: [${secret}-person], ${sources} }
- { id: ${secret}-taken, date: 2023-06, basis: inferred, from: ${text('From')}, when: ${text('When')}, title: ${text('Taken along')}, actors: [mei, ${secret}-person], ${sources} }
`,
	quotes: `- { id: ${secret}-quote, draft: true, date: 2023-05, basis: stated, speaker: ${secret}-person, kind: direct, language: en, words: Words ${secret}, translation: { zh-Hans: 话${secret} }, context: ${text('There')}, about: [launch, ${secret}-event], ${sources} }
`,
	figures: `- { id: ${secret}-figure, draft: true, date: 2023-05, basis: stated, title: ${text('Figure')}, summary: ${text('So much')}, chart: numbers, rows: [{ label: ${text('Row')}, value: 7 }], actors: [mei], about: [launch], ${sources} }
`,
	scenes: `- { id: ${secret}-scene, draft: true, heading: ${text('Scene')}, prose: ${text('Then')}, window: all, cards: [event-${secret}-taken], ${sources} }
`,
	sources: `- { id: ${secret}-source, kind: article, title: ${text('Paper')}, description: ${text('Paper')}, authors: [{ name: Ann ${secret} }], language: en, url: 'https://example.org/${secret}' }
`
};

const folder = mkdtempSync(join(tmpdir(), 'throughline-drafts-'));
const data = join(folder, 'data');

/** Writes a story: the small one, and everything above. */
function write(slug: string, overrides: Overrides = {}) {
	mkdirSync(join(data, slug), { recursive: true });
	for (const { name, text } of smallStory(overrides)) {
		const more = added[name.replace('.yaml', '') as keyof typeof added] ?? '';
		writeFileSync(join(data, slug, name), text + more);
	}
}

const command = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/throughline.mjs', ...args, '--data', data], {
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
};

/** Every file below a folder, as bytes in Latin-1: ASCII is found in it, whatever the file. */
const filesIn = (path: string) =>
	readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({ file: file.slice(path.length + 1), text: readFileSync(file, 'latin1') }));

const tellsIt = (path: string) =>
	filesIn(path)
		.filter(({ file, text }) => (file + text).toLowerCase().includes(secret))
		.map(({ file }) => file);

let published: ReturnType<typeof command>;
let all: ReturnType<typeof command>;

beforeAll(() => {
	// The draft has its place among the published cards.
	write('told', {
		scenes: [
			[
				'cards: [event-reply,',
				`cards: [event-${secret}-event, quote-${secret}-quote, figure-${secret}-figure, event-reply,`
			]
		]
	});
	write(`${secret}-story`, {
		story: [
			['languages:', 'draft: true\nlanguages:'],
			['en: Small,', `en: Small ${secret},`]
		],
		scenes: [
			[
				'cards: [event-reply,',
				`cards: [event-${secret}-event, quote-${secret}-quote, figure-${secret}-figure, event-reply,`
			]
		]
	});
	published = command('build', '--out', join(folder, 'published'));
	all = command('build', '--drafts', '--out', join(folder, 'all'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a build', () => {
	it('has nothing of a draft in any file or name of a file, and says how many it leaves out', () => {
		expect(published.stderr).toContain('1 story, 5 entries are drafts and left out; --drafts brings them in');
		expect(published.status).toBe(0);
		expect(tellsIt(join(folder, 'published'))).toEqual([]);
		// The story is there, and looked through.
		expect(filesIn(join(folder, 'published')).map(({ file }) => file)).toEqual(
			expect.arrayContaining(['en/told.html', 'en/told/quote-mei-words.html', 'en/told/words.json'])
		);
	});

	it('with --drafts has all of them, marked', () => {
		expect(all.stderr).not.toContain('left out');
		expect(all.status).toBe(0);
		expect(tellsIt(join(folder, 'all'))).toEqual(
			expect.arrayContaining([
				'en.html',
				'en/told.html',
				`en/told/quote-${secret}-quote.html`,
				`zh-Hans/${secret}-story.html`
			])
		);
		const html = (path: string) => readFileSync(join(folder, 'all', path), 'utf8');
		const marks = (path: string) => html(path).match(/<span class="draft"[^>]*>([^<]*)</g) ?? [];
		// Of a story on the front page, and over it; of a scene and each of five cards.
		expect(marks('en.html')).toHaveLength(1);
		expect(marks('zh-Hans.html').join()).toContain('草稿');
		expect(marks(`en/told/quote-${secret}-quote.html`)).toHaveLength(1);
		expect(marks('en/told.html')).toHaveLength(1 + 4);
		expect(marks(`en/${secret}-story.html`)).toHaveLength(1 + 1 + 4);
	});
});

describe('an export', () => {
	it('has nothing of a draft, and says so; of a draft there is none', () => {
		const out = join(folder, 'exported');
		const formats = 'svg,csv,json,ics,jsonld,md,timelinejs';
		const { status, stderr } = command('export', 'told', '--format', formats, '--size', 'slide,poster', '--out', out);
		expect(stderr).toContain('5 entries are drafts and left out; --drafts brings them in');
		expect(status).toBe(0);
		expect(tellsIt(out)).toEqual([]);
		// In two languages, two pictures and six forms of data.
		expect(filesIn(out)).toHaveLength(2 * (2 + 6));

		const refused = command('export', `${secret}-story`, '--format', 'json', '--out', out);
		expect(refused.stderr).toContain('is a draft; --drafts exports it');
		expect(refused.status).toBe(1);
	});

	it('with --drafts has them, marked in the data', () => {
		const out = join(folder, 'exported-all');
		command('export', 'told', '--drafts', '--lang', 'en', '--format', 'json,svg', '--out', out);
		const files = filesIn(out);
		const { items, scenes } = JSON.parse(
			Buffer.from(files.find(({ file }) => file.endsWith('.json'))!.text, 'latin1').toString()
		);
		const drafts = (list: { draft?: boolean; ref?: string; id?: string }[]) =>
			list.flatMap(({ draft, ref, id }) => (draft ? [ref ?? id] : [])).sort();
		expect(drafts(items)).toEqual(
			['event', 'figure', 'quote']
				.map((kind) => `${kind}-${secret}-${kind}`)
				.concat(`event-${secret}-taken`)
				.sort()
		);
		expect(drafts(scenes)).toEqual([`${secret}-scene`]);
	});
});

describe('a link to a draft', () => {
	const told = join(data, 'told', 'scenes.yaml');
	let before: string;
	beforeAll(() => {
		before = readFileSync(told, 'utf8');
		writeFileSync(told, before.replace('*others*', `[others](#event-${secret}-event)`));
	});
	afterAll(() => writeFileSync(told, before));
	const problem = `scenes[opening].prose.en: links to a draft, event-${secret}-event; publish it or take the link out`;

	it('is a problem of check, and keeps the story out of a build and an export without its drafts', () => {
		const checked = command('check');
		expect([checked.status, checked.stdout.trim().split('\n').length]).toEqual([1, 1]);
		expect(checked.stdout).toContain(problem);
		expect(checked.stdout).toMatch(/scenes\.yaml:\d+:\d+ /);
		const built = command('build', '--out', join(folder, 'linked'));
		expect([built.status, built.stderr.includes(problem)]).toEqual([1, true]);
		const exported = command('export', 'told', '--format', 'json', '--out', join(folder, 'linked'));
		expect([exported.status, exported.stderr.includes(problem)]).toEqual([1, true]);
	});

	it('is none with --drafts', () => {
		const { status } = command('export', 'told', '--drafts', '--format', 'json', '--out', join(folder, 'linked-all'));
		expect(status).toBe(0);
	});

	it('is none in dev, which shows drafts', async () => {
		const dev = spawn(process.execPath, ['bin/throughline.mjs', 'dev', '--port', '0', '--data', data]);
		try {
			dev.stdout.setEncoding('utf8');
			const url = String((await once(dev.stdout, 'data'))[0]).trim();
			const html = async (path: string) => (await fetch(url + path)).text();
			expect(await html('en')).toContain('class="draft"');
			expect(await html('en/told')).toContain(`event-${secret}-event`);
			expect(await html(`en/${secret}-story`)).toContain('class="draft"');
		} finally {
			dev.kill();
		}
	});
});
