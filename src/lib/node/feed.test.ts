import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFolder } from '../../../tests/support/story.ts';
import { wildFolder } from '../../../tests/support/wildFolder.ts';
import type { Correction, Story } from '../story/model.ts';
import { parseStory } from '../story/parse.ts';
import { localise } from '../view/localise.ts';
import { feed } from './feed.ts';
import { useSite } from './site.ts';
import type { Publication } from './publication.ts';

beforeEach(() => useSite({ name: 'Our “lines” & more', origin: 'https://example.org' }));
afterEach(() => {
	useSite({});
	vi.useRealTimers();
});

const toldOf = (story: Story, lang: string): Publication => ({
	story,
	local: localise(story, lang),
	publisher: { url: 'https://example.org/' }
});
const hannibal = readFolder('tests/fixtures/stories/hannibal').story!;
const valley = readFolder('data/silicon-valley-turns').story!;

const failing = { onError: (level: string, message: string) => expect.fail(`${level}: ${message}`) };
const parse = (xml: string) => new DOMParser(failing).parseFromString(xml, 'application/xml').documentElement!;
const children = (of: Element, name: string) =>
	[...of.childNodes].filter((one): one is Element => one.nodeName === name);
const text = (of: Element, name: string) => children(of, name)[0]?.textContent;
const entries = (root: Element) =>
	children(root, 'entry').map((entry) => ({
		id: text(entry, 'id')!,
		title: text(entry, 'title')!,
		updated: text(entry, 'updated')!,
		summary: text(entry, 'summary')!,
		href: children(entry, 'link')[0].getAttribute('href')!
	}));

/** RFC 3339, 5.6. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

describe('a feed', () => {
	it('has what RFC 4287 asks for, the latest first', () => {
		const root = parse(
			feed(
				'en',
				[valley, hannibal].map((story) => toldOf(story, 'en'))
			)
		);
		expect(root.namespaceURI).toBe('http://www.w3.org/2005/Atom');
		expect(root.getAttribute('xml:lang')).toBe('en');
		expect(text(root, 'id')).toBe('https://example.org/en/feed.xml');
		expect(text(root, 'title')).toBe('Our “lines” & more');
		expect(text(children(root, 'author')[0], 'name')).toBe('Our “lines” & more');
		const all = entries(root);
		expect(all.map(({ id }) => id)).toEqual([
			'https://example.org/en/hannibal',
			'https://example.org/en/hannibal#event-alps/correction-1',
			'https://example.org/en/silicon-valley-turns'
		]);
		expect(text(root, 'updated')).toBe(all[0].updated);
		expect(all[0].updated).toBe('2026-11-24T00:00:00.000Z');
		expect(all[1]).toMatchObject({
			title: 'Corrections: The crossing of the Alps',
			href: 'https://example.org/en/hannibal#event-alps',
			summary: 'Corrected 24 November 2026: The month was given as November. The setting of the Pleiades was misread.'
		});
	});

	it('depends on the stories alone, and never on when it is made', () => {
		const made = ['2020-01-01', '2040-06-15'].map((now) => {
			vi.useFakeTimers({ now: new Date(now) });
			return feed('it', [toldOf(hannibal, 'it')]);
		});
		expect(made[0]).toBe(made[1]);
	});

	it('keeps the ids of its entries when corrections are added', () => {
		const say = (text: string) => ({ en: text, it: text });
		const later: Correction = { date: '2026-12-01', what: say('Again.'), why: say('So.') };
		const changed: Story = {
			...hannibal,
			corrections: [later],
			events: hannibal.events.map((event) => ({ ...event, corrections: [...(event.corrections ?? []), later] }))
		};
		const ids = (story: Story) => entries(parse(feed('en', [toldOf(story, 'en')]))).map(({ id }) => id);
		const [before, after] = [ids(hannibal), ids(changed)];
		expect(after).toEqual(expect.arrayContaining(before));
		expect(new Set(after).size).toBe(before.length + 1 + changed.events.length);
	});

	it('is well formed whatever the stories say', () => {
		fc.assert(
			fc.property(wildFolder({ most: 8 }), (files) => {
				const { story } = parseStory('wild', files);
				fc.pre(!!story);
				for (const lang of story!.languages) {
					const one = toldOf(story!, lang);
					const all = entries(parse(feed(lang, [one])));
					const own = all.find(({ id }) => id === `https://example.org/${lang}/wild`)!;
					const plain = (words: string) => words.replace(/[\r\n\x85\u2028]+/g, '\n');
					expect(plain(own.title)).toBe(plain(one.local.title));
					expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
					for (const { updated } of all) {
						expect(updated).toMatch(instant);
						expect(Date.parse(updated)).not.toBeNaN();
					}
				}
			}),
			{ numRuns: 60 }
		);
	});
});
