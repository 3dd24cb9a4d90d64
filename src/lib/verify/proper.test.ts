import { expect, it } from 'vitest';
import { capitals, foreign, hasWord, isAcronym } from './proper.ts';

it('takes words with a capital for names, ordinary ones left out, and says where any word has one', () => {
	expect(capitals(`Ice hit Carrick in January. It hit Keel's ferry.`).map(({ text, first }) => [text, first])).toEqual([
		['Ice', true],
		['Carrick', false],
		['Keel', false]
	]);
});

it('takes Latin words, transcriptions and titles of a Chinese text for names', () => {
	expect(foreign('用Qwen写的《灯》里有山姆·奥特曼').map(({ text }) => text)).toEqual(['Qwen', '山姆·奥特', '灯']);
});

it('knows a word by what it is made of', () => {
	const there = new Set(['victoria', 'bergen', 'rail', 'road']);
	expect(['Victorian', 'Bergen', 'Rail-Road'].every((word) => hasWord(there, word))).toBe(true);
	expect(['Victor', 'Berg', 'Rail-Way'].some((word) => hasWord(there, word))).toBe(false);
});

it('reads initials', () => {
	expect(isAcronym('UN', 'sent to the United Nations')).toBe(true);
	expect(isAcronym('UN', 'a union of nations')).toBe(false);
	expect(isAcronym('Un', 'the United Nations')).toBe(false);
});
