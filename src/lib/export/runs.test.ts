import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { storyFaces } from '../node/storyFaces.ts';
import { faceRule, inRange, runsOf } from './runs.ts';

const zh = storyFaces(readStory('data/silicon-valley-turns', 'zh-Hans'));
const en = storyFaces(readStory('data/silicon-valley-turns', 'en'));
const serif = { family: 'Throughline Serif', weight: 400 } as const;
const parts = (text: string, faces = zh, style: Parameters<typeof runsOf>[1] = serif) =>
	runsOf(text, style, faces).map((run) => [run.text, run.face?.name ?? null]);

describe('the runs of a text', () => {
	it('change where the script does, and take spaces along', () => {
		expect(parts('月之暗面的Kimi K2 发布')).toEqual([
			['月之暗面的', 'serif-han'],
			['Kimi K2 ', 'serif-latin'],
			['发布', 'serif-han']
		]);
	});

	it('take marks of both scripts from the face of the page’s language', () => {
		expect(parts('“好”')).toEqual([['“好”', 'serif-han']]);
		expect(parts('“ok”', en)).toEqual([['“ok”', 'serif-latin']]);
		// English words on a Chinese page: ’ is an apostrophe there.
		expect(parts('it’s', zh, { family: 'Throughline Serif Latin', weight: 400 })).toEqual([['it’s', 'serif-latin']]);
	});

	it('take Chinese headings from the one weight there is', () => {
		expect(parts('转', zh, { family: 'Throughline Serif', weight: 600 })).toEqual([['转', 'serif-han']]);
	});

	it('take the · of a name from the Latin face, on every page', () => {
		expect(parts('德·格', zh).map(([, face]) => face)).toEqual(['serif-han', 'serif-latin', 'serif-han']);
		expect(parts('·', en)).toEqual([['·', 'serif-latin']]);
	});

	it('say what no face draws', () => {
		expect(parts('a กข b', en)).toEqual([
			['a ', 'serif-latin'],
			['กข', null],
			[' b', 'serif-latin']
		]);
	});

	it('together are the text, and each character is in the range of its face', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(zh, en), (text, faces) => {
				const runs = runsOf(text, serif, faces);
				expect(runs.map((run) => run.text).join('')).toBe(text);
				for (const { text: own, face } of runs)
					if (face) for (const character of own) expect(inRange(character, face.unicodeRange)).toBe(true);
			})
		);
	});
});

it('a rule names the family, and serves Latin text on a Chinese page too', () => {
	const file = { ...zh.find(({ name }) => name === 'serif-latin')!, url: '' };
	const rule = faceRule(file, 'data:x');
	expect(rule).toContain("font-family:'Throughline Serif';");
	expect(rule).toContain("font-family:'Throughline Serif Latin';");
	expect(rule.split('@font-face').length - 1).toBe(2);
});
