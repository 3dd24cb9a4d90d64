/** Runs the real command on a test story, before and after one word of it changes. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pictureSizes } from '../../src/lib/export/parts.ts';
import { pictureThemes } from '../../src/lib/layout/palettes.ts';
import { readStory } from '../support/story.ts';
import { compare } from './compare.ts';
import { chartWidths } from './pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'gallery-'));
const [data, before, after] = ['data', 'before', 'after'].map((name) => join(folder, name));
const langs = ['en', 'it'];
const themes = Object.keys(pictureThemes);

const gallery = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync('node', ['tests/gallery/main.mjs', '--data', data, ...args], {
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
};

const svgs = (out: string) => readdirSync(out).filter((name) => name.endsWith('.svg'));
const read = (out: string, name: string) => readFileSync(join(out, name), 'utf8');

beforeAll(() => {
	cpSync('tests/fixtures/stories/hannibal', join(data, 'hannibal'), { recursive: true });
	expect(gallery('--out', before)).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => rmSync(folder, { recursive: true }));

it('has every picture of the story in every language, size and theme, named in its page and loaded when seen', () => {
	const { scenes, items } = readStory('tests/fixtures/stories/hannibal', 'en');
	const of = (kind: string) => items.filter((item) => item.kind === kind).length;
	const each = Object.keys(pictureSizes).length + scenes.length + of('quote') + chartWidths.length * of('figure');
	const names = svgs(before);
	expect(names).toHaveLength(each * langs.length * themes.length);
	const page = read(before, 'index.html');
	for (const name of names) {
		expect(page).toContain(`<img src="${name}" alt="${name}" loading="lazy"`);
		expect(page).toContain(`<figure id="${name}"`);
	}
	for (const value of ['hannibal.it', 'phone', 'chart 320', 'grey'])
		expect(page).toContain(`<option>${value}</option>`);
});

it('has pictures that need no font and nothing from outside', () => {
	for (const name of svgs(before)) {
		const text = read(before, name);
		const { documentElement } = new DOMParser({ onError: () => expect.fail(name) }).parseFromString(text, 'text/xml');
		expect(documentElement!.nodeName).toBe('svg');
		expect(text).not.toMatch(/<text|<style|href="[^#]/);
		expect(text).toContain('<use');
	}
});

it('shows before and after of what changed, and says how many', () => {
	const figures = join(data, 'hannibal/figures.yaml');
	writeFileSync(figures, readFileSync(figures, 'utf8').replace('en: Carthage,', 'en: Qart Hadasht,'));
	const { status, stdout } = gallery('--out', after, '--against', before);
	expect(status).toBe(0);
	const changed = svgs(after).filter((name) => read(after, name) !== read(before, name));
	// A letter new to the story changes no picture that does not show it.
	expect(changed.filter((name) => !name.startsWith('hannibal.en.'))).toEqual([]);
	expect(changed.length).toBeGreaterThanOrEqual(chartWidths.length * themes.length);
	expect(changed.length).toBeLessThan(svgs(after).length / 4);
	expect(stdout).toContain(`${svgs(after).length} pictures in `);
	expect(stdout).toContain(`${changed.length} of ${svgs(after).length} changed, 0 new, 0 gone: `);
	expect(svgs(join(after, 'before')).sort()).toEqual(changed.sort());
	const page = read(after, 'changes.html');
	for (const name of svgs(after)) {
		const is = changed.includes(name);
		expect(page.includes(`src="before/${name}"`)).toBe(is);
		expect(page.includes(`src="${name}"`)).toBe(is);
		if (is) expect(read(join(after, 'before'), name)).toBe(read(before, name));
	}
});

it('says what is wrong, and leaves an earlier gallery alone', () => {
	const same = gallery('--out', before, '--against', before);
	expect(same.status).toBe(1);
	expect(same.stderr).toContain('move the earlier one first');
	expect(existsSync(join(before, 'index.html'))).toBe(true);
	const none = gallery('--out', after, '--against', join(folder, 'nowhere'));
	expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('no gallery in')]);
	const unknown = gallery('--out', after, '--stories', 'caesar');
	expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('no story caesar')]);
});

it('tells what is new, gone, changed, and neither', () => {
	const one = new Map(Object.entries({ same: 'a', other: 'b', old: 'c', elsewhere: 'd' }));
	const two = new Map(Object.entries({ same: 'a', other: 'B', fresh: 'e' }));
	expect(compare(one, two, (name) => name !== 'elsewhere')).toEqual({
		changed: ['other'],
		added: ['fresh'],
		gone: ['old']
	});
});
