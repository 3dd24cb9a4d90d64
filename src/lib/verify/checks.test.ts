/** What else an editor is told about an entry: dates, quotations, amounts, roles, translations. */
import { expect, it } from 'vitest';
import { told, verifySmall } from '../../../tests/support/smallVerify.ts';

const source = [
	'Keel & Sons sold 46 boats in 1892. Northern Steel bought 25 engines.',
	'“I have seen the sea twice,” said Anna Bell, the former mayor.'
].join('\n');
const actors = [
	{ id: 'keel', kind: 'company' as const, name: 'Keel & Sons' },
	{ id: 'steel', kind: 'company' as const, name: 'Northern Steel' },
	{ id: 'bell', name: 'Anna Bell' }
];
const of = (item: string, small: Omit<Parameters<typeof verifySmall>[0], 'source'>) =>
	verifySmall({ source, actors, ...small }).filter((one) => one.item === item);

it('tells a date that the paragraph does not name, of the entry and in its words', () => {
	expect(told(of('event-0', { events: [{ date: '1892' }] }), 'date')).toEqual(['1892: found']);
	expect(told(of('event-0', { events: [{ date: '1893' }] }), 'date')).toEqual(['1893: missing']);
	const words = of('event-0', { events: [{ summary: 'In 1894 it ends.' }] });
	expect(told(words, 'date')).toEqual(['1892: found', '1894: missing']);
});

it('tells words that are not the source’s, and a speaker who did not say them', () => {
	const quote = (speaker: string, words: string) => of('quote-one', { quote: { speaker, words } });
	expect(told(quote('bell', 'I have seen the sea twice'), 'words')).toEqual(['I have seen the sea twice: found']);
	expect(told(quote('bell', 'I have seen a sea twice'), 'words')).toEqual(['I have seen a sea twice: missing']);
	expect(told(quote('keel', 'I have seen the sea twice'), 'speaker')).toEqual(['keel: missing']);
});

it('holds the numbers of a translation against the words, and lists the rest for a person', () => {
	const translated = (text: string) =>
		of('quote-one', {
			quote: { speaker: 'bell', words: 'I have seen the sea twice', translation: { 'zh-Hans': text } }
		});
	expect(told(translated('我看过海'), 'translation')).toEqual(['我看过海: sense']);
	expect(told(translated('我看过30次海'), 'translation')).toEqual(['我看过30次海: missing']);
});

it('holds the amounts of a figure against whose they are, and their hedges', () => {
	const rows = (keel: number, qualifier: string) =>
		told(
			of('figure-one', {
				figure: {
					rows: [
						{ value: keel, qualifier, actor: 'keel', label: { en: 'Keel & Sons' } },
						{ value: 25, qualifier: 'exactly', actor: 'steel', label: { en: 'Northern Steel' } }
					]
				}
			}),
			'number'
		)[0];
	expect(rows(46, 'exactly')).toBe('exactly 46 count: found');
	expect(rows(46, 'about')).toBe('about 46 count: missing');
	expect(rows(25, 'exactly')).toBe('exactly 25 count: missing');
	expect(rows(47, 'exactly')).toBe('exactly 47 count: missing');
});

it('holds a role against what the source calls somebody', () => {
	const role = (text: string) =>
		of('actor-bell', { actors: [{ id: 'bell', name: 'Anna Bell', role: text }] }).filter(
			({ path }) => path[2] === 'role'
		);
	expect(told(role('Former mayor'), 'name')).toEqual([]);
	expect(told(role('Mayor'), 'name')).toEqual(['Mayor: missing']);
	expect(told(role('Former governor'), 'name')).toEqual(['Former governor: missing']);
});

it('lists a role of somebody whom the source calls nothing', () => {
	const findings = verifySmall({
		source: 'Anna Bell came.',
		actors: [{ id: 'bell', name: 'Anna Bell', role: 'Mayor' }]
	});
	expect(told(findings, 'sense').length).toBeGreaterThan(0);
	expect(told(findings, 'name')).toEqual(['bell: found']);
});
