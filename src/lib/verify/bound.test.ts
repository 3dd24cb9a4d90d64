/** A number belongs to the words around it: bound.ts, whose.ts, around.ts and part.ts, tested through reports. */
import { expect, it } from 'vitest';
import { told, verifySmall } from '../../../tests/support/smallVerify.ts';

const source = [
	'Keel & Sons sold 46 boats to Japan in 1892. Anna Bell bought 25 engines and paid £900.',
	'In 1893 rents rose by 18% in Carrick. Keel & Sons owned 11 boats in 1870 and 30 boats in 1885.'
].join('\n');
const actors = [
	{ id: 'keel', kind: 'company' as const, name: 'Keel & Sons' },
	{ id: 'bell', name: 'Anna Bell' }
];
const say = (summary: string) =>
	told(verifySmall({ source, actors, events: [{ summary, actors: ['keel', 'bell'] }] }), 'number');

it.each([
	['Keel & Sons sells 46 boats.', '46: found'],
	['Keel & Sons sells 25 boats.', '25: missing'],
	['Anna Bell buys 46 engines.', '46: missing'],
	['The price is £900.', '900: found'],
	['The price is $900.', '900: missing'],
	['It takes 900 days.', '900: missing'],
	['Rents rose by 18%.', '18: found'],
	['Rents fell by 18%.', '18: missing'],
	['Rents rose by 18 percentage points.', '18: missing'],
	['Rents rose by more than 18%.', '18: missing'],
	['Rents rose by about 18%.', '18: rounded']
])('%s → %s', (summary, verdict) => {
	expect(say(summary)).toEqual([verdict]);
});

it('reads a number in another measure of its kind', () => {
	const source = 'They may stay for 240 hours. The power was off for 23 days.';
	const counts = (summary: string) => told(verifySmall({ source, events: [{ summary }] }), 'number');
	expect(counts('They may stay for ten days.')).toEqual(['ten: found']);
	expect(counts('They may stay for 240 days.')).toEqual(['240: missing']);
	expect(counts('The power was off for more than three weeks.')).toEqual(['three: rounded']);
	expect(counts('The power was off for more than four weeks.')).toEqual(['four: missing']);
	const weekly = verifySmall({ source: 'From nine to nine, six days a week.', events: [{ summary: 'Seven days.' }] });
	expect(told(weekly, 'number')).toEqual(['Seven: missing']);
});

it('takes no name of whom a sentence speaks for a word that tells numbers apart', () => {
	const source = 'His ferries took more than 174,000 people over. Keel & Sons owned eleven boats.';
	const counts = (summary: string) =>
		told(verifySmall({ source, actors, events: [{ summary, actors: ['keel'] }] }), 'number');
	expect(counts('174,000 and more cross with Keel & Sons.')).toEqual(['174,000: sense']);
	expect(counts('174,000 boats are owned by Keel & Sons.')).toEqual(['174,000: missing']);
});

it('holds a number against the date that its sentence names', () => {
	expect(say('In 1885 the firm had 30 boats.')).toEqual(['30: found']);
	expect(say('In 1885 the firm had 11 boats.')).toEqual(['11: missing']);
});

it('lists a number whose words are rather those of another, and counts it as found no more', () => {
	const shares = 'The company sold 8,000 shares in a week.\nIt hoped for 12,000 at the inquest in May.';
	const counts = (summary: string) => told(verifySmall({ source: shares, events: [{ summary }] }), 'number');
	expect(counts('The company sold 8,000.')).toEqual(['8,000: found']);
	expect(counts('The company sold 12,000.')).not.toEqual(['12,000: found']);
});

it('takes a Chinese counter for what is counted', () => {
	const source = '第一批接上电线的有214户,一共1060盏灯.';
	const counts = (summary: string) =>
		told(verifySmall({ source, language: 'zh-Hans', events: [{ summary }] }), 'number');
	expect(counts('214户接上1060盏灯')).toEqual(['214: found', '1060: found']);
	expect(counts('1060户接上214盏灯')).toEqual(['1060: missing', '214: missing']);
	const people = '厂房雇了180人.四名工人受伤.';
	const hurt = (summary: string) =>
		told(verifySmall({ source: people, language: 'zh-Hans', events: [{ summary }] }), 'number');
	expect(hurt('4人受伤')).toEqual(['4: found']);
});
