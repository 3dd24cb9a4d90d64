/** Every kind of Unicode character works in PNG, SVG and PDF, or is refused with its position. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { noText } from '../story/characters.ts';
import { parseStory } from '../story/parse.ts';
import { localise } from '../view/localise.ts';
import { initialView } from '../view/view.ts';
import { renderImage } from './render.ts';

const home = 'data/silicon-valley-turns';
const files = readdirSync(home).filter((name) => name.endsWith('.yaml') && name !== 'verified.yaml');
const texts = files.map((name) => ({ name, text: readFileSync(join(home, name), 'utf8') }));
const folder = mkdtempSync(join(tmpdir(), 'characters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A story with that title, escaped as in YAML. Each has its own slug, because fonts are subset by story. */
let count = 0;
function parsed(title: string) {
	const escape = (one: string) => {
		const code = one.codePointAt(0)!.toString(16);
		return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
	};
	const written = `title:\n  en: "${[...title].map(escape).join('')}"`;
	return parseStory(
		`characters-${++count}`,
		texts.map(({ name, text }) => ({
			name,
			text: name === 'story.yaml' ? text.replace(/^title:\n {2}en: .*$/m, () => written) : text
		}))
	);
}

async function drawn(title: string): Promise<void> {
	const { story, problems } = parsed(title);
	expect(problems).toEqual([]);
	for (const format of ['svg', 'pdf', 'png'] as const) {
		const file = await renderImage({
			story: localise(story!, 'en'),
			view: initialView('en'),
			size: 'card',
			format,
			theme: 'light',
			resolution: 1,
			link: 'https://example.org/story'
		});
		if (format === 'svg') {
			const onError = (level: string, message: string) => {
				throw new Error(`${level}: ${message}`);
			};
			new DOMParser({ onError }).parseFromString(new TextDecoder().decode(file), 'image/svg+xml');
		}
		if (format === 'pdf') {
			const path = join(folder, 'a.pdf');
			writeFileSync(path, file);
			execFileSync('pdftotext', [path, '-'], { stdio: ['ignore', 'pipe', 'pipe'] });
		}
		if (format === 'png') expect([...file.slice(1, 4)]).toEqual([...'PNG'].map((one) => one.charCodeAt(0)));
	}
}

const categories = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cf Co Cn'.split(' ');

/** Some characters of each general category, far apart: from every 128 code points, one that is allowed. */
function samples(): string[] {
	const of = new Map<string, string[]>(categories.map((name) => [name, []]));
	const patterns = categories.map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')] as const);
	const note = (one: string) => {
		const [name] = patterns.find(([, pattern]) => pattern.test(one)) ?? [];
		if (name && of.get(name)!.length < 12) of.get(name)!.push(one);
	};
	const allowed = (code: number) => !noText.test(String.fromCodePoint(code));
	for (let code = 0; code < 0x20000; code += code < 0x3000 ? 1 : 97)
		if (allowed(code)) note(String.fromCodePoint(code));
	const blocks: string[] = [];
	for (let start = 0; start < 0x110000;) {
		// Planes without assigned characters are alike: one sample in 4096 is enough there.
		const step = start < 0x34000 || (start >= 0xe0000 && start < 0xe1000) ? 0x80 : 0x1000;
		const code = Array.from({ length: 0x80 }, (_, i) => start + i).find(allowed);
		if (code !== undefined) blocks.push(String.fromCodePoint(code));
		start += step;
	}
	return [...[...of.values()].flat(), ...blocks];
}

const special =
	'\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2064\u2066\u2069\u206a\u206f\u3164\ufe00\ufe0e\ufe0f\ufeff\uffa0\ufff9\ufffb\ufffc\u{1bca0}\u{1d173}\u{e0001}\u{e0020}\u{e007f}\u{e0100}\u{e01ef}';

describe('a character of any kind', () => {
	const all = samples();

	it('is of every category', () => {
		for (const name of categories.filter((name) => name !== 'Zl' && name !== 'Zp'))
			expect(
				all.some((one) => new RegExp(`\\p{${name}}`, 'u').test(one)),
				name
			).toBe(true);
		expect(all.length).toBeGreaterThan(1500);
	});

	it('goes through every format, 300 in a title', async () => {
		for (let at = 0; at < all.length; at += 300) await drawn(`A${all.slice(at, at + 300).join('')}`);
	});

	it('goes through every format where it is not seen: alone, first, last, after and before others', async () => {
		await drawn(`A${special}`);
		await drawn(`${special}A`);
		await drawn([...special].map((sign) => `${sign}A ${sign}中${sign}é`).join(''));
	});

	it('goes through every format, any two together', async () => {
		const point = fc
			.integer({ min: 0, max: 0x10ffff })
			.map((code) => (code >= 0xd800 && code < 0xe000 ? code - 0x800 : code));
		const one = point.map((code) => String.fromCodePoint(code)).filter((text) => !noText.test(text));
		const pairs = fc.array(fc.tuple(one, one), { minLength: 100, maxLength: 100 });
		const property = fc.asyncProperty(pairs, (two) => drawn(two.map((pair) => `${pair.join('')}A`).join(' ')));
		await fc.assert(property, { numRuns: 3, endOnFailure: true });
	});

	it('is refused with its place where no text may hold it', () => {
		const refused = fc.oneof(
			fc.integer({ min: 0, max: 31 }).filter((code) => ![9, 10, 13].includes(code)),
			fc.integer({ min: 0x7f, max: 0x9f }).filter((code) => code !== 0x85),
			fc.integer({ min: 0xd800, max: 0xdfff }),
			fc.integer({ min: 0xfdd0, max: 0xfdef }),
			fc.tuple(fc.nat(16), fc.constantFrom(0xfffe, 0xffff)).map(([plane, end]) => plane * 0x10000 + end),
			fc.constant(0xfffd)
		);
		fc.assert(
			fc.property(refused, (code) => {
				const { problems } = parsed(`A${String.fromCodePoint(code)}`);
				expect(problems.map(({ file, line }) => [file, line])).toContainEqual(['story.yaml', 3]);
			}),
			{ numRuns: 24 }
		);
	});
});
