import { expect, it } from 'vitest';
import { Ahead, matchesIn } from './matches.ts';
import { rule, type Rule } from './rule.ts';

const none: Rule['read'] = () => null;
const [word, two, digit] = [rule('[a-z]{1,9}', none), rule('ab c', none), rule('\\d', none)];
const found = (text: string, rules: readonly Rule[]) =>
	[...matchesIn(text, rules)].map(({ start, end, rule }) => [text.slice(start, end), rules.indexOf(rule)]);

it('come in the order of the text; of two that begin alike the longer, of two as long the earlier rule', () => {
	expect(found('1 ab c 2', [word, two, digit])).toEqual([
		['1', 2],
		['ab c', 1],
		['ab', 0],
		['c', 0],
		['2', 2]
	]);
	expect(found('7', [rule('\\d', none), digit])).toEqual([
		['7', 0],
		['7', 1]
	]);
});

it('are passed over where the words around say so', () => {
	const labelled = rule(
		'\\d',
		none,
		'',
		(matched, left, right) => matched === '1' && left.endsWith('no ') && right === ' x'
	);
	expect(found('no 1 x', [labelled])).toEqual([]);
	expect(found('no 1 x 1', [labelled])).toEqual([
		['1', 0],
		['1', 0]
	]);
});

it('are looked at ahead without being lost', () => {
	const ahead = new Ahead(matchesIn('1 2 3 4', [digit]));
	expect(ahead.next()?.start).toBe(0);
	expect(ahead.peek(4)?.start).toBe(4);
	expect(ahead.next()?.start).toBe(2);
	ahead.skip(6);
	expect(ahead.next()?.start).toBe(6);
	expect([ahead.next(), ahead.peek(0)]).toEqual([null, null]);
});
