import { expect, it } from 'vitest';
import type { Actor } from '../story/model.ts';
import { normal } from './scope.ts';
import { isHeadline, Names } from './names.ts';
import { contentWords, readSubjects, shareSubject, subjectsIn } from './subjects.ts';

const actors = [
	{ id: 'keel', kind: 'company', name: { en: 'Keel & Sons' } },
	{ id: 'josiah', kind: 'person', memberOf: 'keel', name: { en: 'Josiah Keel' } },
	{ id: 'huang', kind: 'person', name: { en: 'Jensen Huang', 'zh-Hans': '黄仁勋' } },
	{ id: 'meta', kind: 'company', name: { en: 'Meta' } },
	{ id: 'government', kind: 'government', name: { en: 'Chinese government' } }
] as unknown as Actor[];
const names = new Names(actors);

it('finds a name as a word, under its longest form', () => {
	expect(names.find('meta', 'made of metal')).toBeNull();
	expect(names.find('huang', '黄仁勋说')?.start).toBe(0);
	expect(names.all(normal('Josiah Keel of Keel & Sons')).map(({ actor }) => actor.id)).toEqual(['josiah', 'keel']);
});

it('takes a surname for its owner, and not for another person who has it', () => {
	expect(names.find('huang', 'Mr Huang said')).toBeNull();
	expect(names.find('huang', 'Mr Huang said', true)?.form).toBe('Huang');
	expect(names.find('huang', 'Mary Huang said', true)).toBeNull();
});

it('knows who belongs to whom, and who acts', () => {
	expect(names.isMember('josiah', 'keel')).toBe(true);
	expect(names.isMember('keel', 'josiah')).toBe(false);
	expect(['huang', 'keel', 'government', 'place:CN'].map((id) => names.acts(id))).toEqual([true, true, false, false]);
});

it('reads subjects with the groups and countries that they stand for', () => {
	expect(subjectsIn('Josiah Keel in Japan', names).map(({ ids }) => ids)).toEqual([['josiah', 'keel'], ['place:JP']]);
	expect(readSubjects('Huang', names, () => false)).toEqual([]);
	expect(shareSubject(subjectsIn('Josiah Keel', names), subjectsIn(normal('Keel & Sons'), names))).toBe(true);
	expect(shareSubject(subjectsIn('China', names), subjectsIn('the Chinese government', names))).toBe(true);
});

it('compares English by stems and Chinese by pairs', () => {
	expect(contentWords('It was reported')).toEqual(contentWords('they reporting'));
	expect(contentWords('the ferry').has('the')).toBe(false);
	expect(contentWords('电灯公司')).toEqual(new Set(['电灯', '灯公', '公司']));
});

it('sees a headline', () => {
	expect(isHeadline('Bridge Opens After Long Wait')).toBe(true);
	expect(isHeadline('The bridge opens after long years')).toBe(false);
});
