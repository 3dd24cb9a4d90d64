/** Verifying a wild source takes linear work: counted in characters examined, for four times the text. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { verify } from '../src/cli/verify.ts';
import { parseDate } from '#lib/story/date.ts';
import type { Story } from '#lib/story/model.ts';
import { chinese, either, english } from '#lib/verify/dates/rules.ts';
import { innermost, nestOf } from '#lib/verify/quotedIn.ts';
import { SourceText } from '#lib/verify/source.ts';
import { quotations } from '#lib/verify/speech.ts';
import { verifyStory } from '#lib/verify/verify.ts';

const dated = (text: string) => {
	const read = parseDate(text);
	if ('problem' in read) throw new Error(read.problem);
	return { date: text, span: read.date };
};
const sources = [{ source: 'wild', paragraphs: [1] }];
const about = { ...dated('1999'), basis: 'stated', actors: ['acme'], about: [], sources };

/** Claims of every kind; for each, some wild text has many places. */
const story = {
	slug: 'wild',
	languages: ['en'],
	actors: [
		{ id: 'acme', kind: 'company', side: 'all', name: { en: 'Acme' }, sources },
		{ id: 'other', kind: 'company', side: 'all', name: { en: 'Other' }, sources: [{ source: 'wild' }] }
	],
	events: [
		{
			...about,
			id: 'event',
			title: { en: 'Acme has 12,345 users since 1998' },
			summary: { en: 'In 1999 it was 77% of Acme 4' },
			sources: [{ ...sources[0], excerpt: '1999 … 1998' }]
		}
	],
	quotes: ['direct', 'reported'].flatMap((kind) =>
		['a', '1999 1999', '二二', 'a … b', 'Acme … nowhere'].map((words, i) => ({
			...about,
			id: `${kind}-${i}`,
			speaker: 'acme',
			kind,
			language: 'en',
			words,
			context: { en: 'It had 1,234 of them in 1999' }
		}))
	),
	figures: [
		{
			...about,
			id: 'figure',
			from: { en: '“1999 1999”' },
			title: { en: 'Users' },
			format: 'count',
			rows: [
				{ value: 1234, qualifier: 'about', actor: 'other', label: { en: 'Other' } },
				{ value: 7, qualifier: 'exactly', actor: 'acme', label: { en: 'Acme' } }
			]
		}
	],
	scenes: [{ id: 'scene', heading: { en: 'In 1999' }, prose: { en: 'Of 1,234' }, sources }],
	sources: [{ id: 'wild', kind: 'book', description: { en: 'Wild' }, authors: [{ name: 'Acme' }], language: 'en' }]
} as unknown as Story;

const wild: [name: string, text: (size: number) => string][] = [
	...[
		'7',
		'1999 ',
		'1,234 ',
		'1.1,',
		',',
		'"',
		'“',
		'“a”',
		'„a”',
		"'",
		'二',
		'千',
		'三分之',
		'十月',
		'5月3日、',
		'May 5, ',
		'1990s and ',
		'three weeks after ',
		' ',
		'a',
		'A'
	].map((unit): [string, (size: number) => string] => [`“${unit}” again and again`, repeated(unit)]),
	...['Acme ', 'Acme 1,234 ', 'Other Acme 1,234 and ', '![](', '![', '1999年', 'e\u0301\u0323', '1999\n', 'a.\n\n'].map(
		(unit): [string, (size: number) => string] => [`“${unit}” again and again`, repeated(unit)]
	),
	['quotation in quotation', (size) => ['“', 'a', '”'].map((mark) => mark.repeat(size / 3)).join('')]
];

function repeated(unit: string) {
	return (size: number) => unit.repeat(Math.ceil(size / unit.length));
}

const ofTexts = ['slice', 'indexOf', 'replace', 'replaceAll', 'match', 'matchAll', 'search', 'split', 'trim'];
const ofLists = ['push', 'filter', 'find', 'map', 'includes', 'findLast', 'findLastIndex'];

/** Counts the characters that are matched, cut or searched, and the entries of lists, while something is done. */
function work(done: () => void): number {
	let count = 0;
	const restore: (() => void)[] = [];
	const watch = <S, R>(of: object, name: string, cost: (self: S, args: unknown[], result: R) => number) => {
		const own = Reflect.get(of, name) as (...args: unknown[]) => unknown;
		Reflect.set(of, name, function (this: S, ...args: unknown[]) {
			const result = Reflect.apply(own, this, args);
			count += cost(this, args, result as R);
			return result;
		});
		restore[restore.length] = () => void Reflect.set(of, name, own);
	};
	for (const name of ofTexts)
		watch(String.prototype, name, (self: string, args, result: unknown) => {
			if (name === 'slice') return (result as string).length;
			if (name !== 'indexOf') return self.length;
			// A place that is found costs the distance to it.
			return ((result as number) < 0 ? self.length : (result as number)) - Number(args[1] ?? 0);
		});
	watch(RegExp.prototype, 'test', (_: RegExp, [text]) => (text as string).length);
	watch(RegExp.prototype, 'exec', (self: RegExp, [text], match: RegExpExecArray | undefined) =>
		match && self.global ? match[0].length : (text as string).length
	);
	for (const name of ofLists) watch(Array.prototype, name, (self: unknown[]) => (name === 'push' ? 1 : self.length));
	try {
		done();
	} finally {
		for (const back of restore) back();
	}
	return count;
}

describe('verify', () => {
	it.each(wild)('does four times the work for four times the text: %s', (_, text) => {
		const cost = (size: number) => {
			const whole = text(size);
			return work(() => void verifyStory(story, new Map([['wild', new SourceText(whole)]])));
		};
		const [once, more] = [cost(3000), cost(12_000)];
		expect(once).toBeGreaterThan(1000);
		expect(more / once).toBeLessThan(5);
	});

	it('has no rule for dates that may run on: each is bounded from any character that it starts at', () => {
		for (const { pattern } of [...chinese, ...english, ...either])
			expect(pattern.source.replaceAll(/\\[+*]/g, '')).not.toMatch(/[*+]|\{\d+,\}/);
	});

	it('reads a run of ten million signs, for which a pattern has no room', () => {
		for (const unit of ['二', '7', '![](a)']) {
			const source = new SourceText(repeated(unit)(10_000_000));
			expect(verifyStory({ ...story, quotes: [] }, new Map([['wild', source]])).findings.length).toBeGreaterThan(0);
		}
	});

	it('tells the innermost quotation as looking through all of them does', () => {
		const texts = fc.string({ unit: fc.constantFrom('“', '”', '„', '"', '«', '»', '‘', '’', 'a', ' '), maxLength: 30 });
		fc.assert(
			fc.property(texts, fc.nat(30), fc.nat(30), (text, a, b) => {
				const [start, end] = [Math.min(a, b), Math.max(a, b)];
				const found = quotations(text);
				const [smallest = null] = found
					.filter(([from, to]) => from <= start && to >= end)
					.sort((one, other) => one[1] - one[0] - (other[1] - other[0]));
				expect(innermost(nestOf(found), start, end)).toEqual(smallest);
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('a source that is too large', () => {
	const folder = mkdtempSync(join(tmpdir(), 'verify-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('is named, with what to do, before it is read', async () => {
		const path = join(folder, 'endless.txt');
		writeFileSync(path, '');
		truncateSync(path, 3e9);
		const streams = { out: () => {}, error: () => {}, watched: false };
		const options = { source: [path], format: 'text', data: 'data' };
		await expect(verify('silicon-valley-turns', options, streams)).rejects.toThrow(
			/endless\.txt is too large, 3000 MB of at most 50; save the part/
		);
	});
});
