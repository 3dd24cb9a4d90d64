import { expect, it } from 'vitest';
import { told, verifySmall } from '../../../tests/support/smallVerify.ts';

const source = 'Keel & Sons sold 46 boats to Japan in 1892.\nIn 1893 rents rose by 18% in Carrick.';
const events = [
	{ title: 'Keel sells boats', summary: '46 boats go to Japan', paragraphs: [1] },
	{ date: '1893', title: 'Rents rise in Carrick', summary: 'By 18%.', paragraphs: [2] }
];
const links = (prose: string) => told(verifySmall({ source, events, prose }), 'link');

it('finds a link whose words are another item’s', () => {
	expect(links('[Boats](#event-0) go to Japan. [Rents](#event-1) rise.')).toEqual([]);
	expect(links('[Boats](#event-1) go to Japan. [Rents](#event-0) rise.')).toEqual([
		'event-1: missing',
		'event-0: missing'
	]);
});

it('lists a link that says little, in a clause of another item', () => {
	expect(links('Boats of Japan and [all](#event-1) that.')).toEqual(['event-1: sense']);
});
