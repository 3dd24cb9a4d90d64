import { expect, it } from 'vitest';
import { readTold, writtenAt } from './told.ts';

it('reads Markdown as its words, with the way back to what is written', () => {
	const told = readTold('In [June 1892](#event-a) *it* had [46](= 50 - 4) holes.', { markdown: true });
	expect(told.normal.text).toBe('In June 1892 it had 46 holes.');
	expect(told.links.map(({ to, start, end }) => [to, told.normal.text.slice(start, end)])).toEqual([
		['event-a', 'June 1892'],
		['= 50 - 4', '46']
	]);
	const written = ({ start, end }: { start: number; end: number }) =>
		told.written.slice(...writtenAt(told, start, end));
	expect(told.dates.map(written)).toEqual(['June 1892']);
	expect(told.numbers.map(written)).toEqual(['46']);
});

it('takes a picture for no words, and the end of a paragraph for that of a sentence', () => {
	const told = readTold('She says\n\n![46](#quote-a)\n\nIt is so.', { markdown: true });
	expect(told.numbers).toEqual([]);
	expect(told.normal.text).toContain('She says;');
});
