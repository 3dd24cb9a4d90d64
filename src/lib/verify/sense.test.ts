import { expect, it } from 'vitest';
import { told, verifySmall } from '../../../tests/support/smallVerify.ts';

const source = 'Rents rose in Carrick in 1892, and the council bought 46 lamps.';
const say = (summary: string) => verifySmall({ source, events: [{ summary }] });

it.each([
	'The council did not buy 46 lamps.',
	'Carrick has 46 lamps because rents rose.',
	'46 lamps are the most in Carrick.',
	'A fire destroys the old warehouse.'
])('lists for a person, and counts as found by nobody: %s', (summary) => {
	expect(told(say(summary), 'sense')).toEqual([`${summary}: sense`]);
});

it('passes a sentence that names what the source has', () => {
	expect(told(say('In 1892 the council bought 46 lamps.'), 'sense')).toEqual([]);
});

it('tells a direction that the likest sentence of the source contradicts', () => {
	expect(told(say('Rents of the council in Carrick fell.'), 'direction')).toEqual([
		'Rents of the council in Carrick fell.: missing'
	]);
	expect(told(say('Rents of the council in Carrick rose.'), 'direction')).toEqual([]);
});
