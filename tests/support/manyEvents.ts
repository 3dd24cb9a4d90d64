/** A story with any number of events, half of them in a tenth of the time; the same story for the same number. */
import { strings } from '../../src/lib/text/strings.ts';
import type { Item, LocalStory } from '../../src/lib/view/local.ts';

const day = 864e5;
const names = ['OpenAI', 'DeepSeek', 'Moonshot', 'Alibaba', 'Meta', 'Anthropic'];
const start = Date.UTC(2000, 0, 1);
const length = 9000;

export function manyEvents(n: number): LocalStory {
	let state = 1;
	// A linear congruential generator (Numerical Recipes): random enough, and the same everywhere.
	const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
	const items = Array.from({ length: n }, (_, index): Item => {
		const share = random() < 0.5 ? 0.6 + random() / 10 : random();
		const min = start + Math.floor(share * length) * day;
		const actor = Math.floor(random() ** 2 * names.length);
		return {
			ref: `event-${index}`,
			kind: 'event',
			id: String(index),
			title: `${names[actor]}: event number ${index}`,
			summary: '',
			linked: [],
			date: {
				edtf: new Date(min).toISOString().slice(0, 10),
				label: new Date(min).toISOString().slice(0, 10),
				min,
				max: min + day,
				at: min + day / 2,
				interval: false,
				softStart: false,
				softEnd: false,
				basis: 'stated'
			},
			actors: [`actor${actor}`],
			sides: [actor % 2 ? 'east' : 'west'],
			importance: 1 + Math.floor(random() ** 3 * 5),
			scene: 's0',
			told: index,
			sources: []
		};
	}).sort((a, b) => a.date.at - b.date.at);
	return {
		slug: 'many',
		lang: 'en',
		dir: 'ltr',
		languages: [{ lang: 'en', name: 'English' }],
		title: 'Many',
		dek: '',
		about: [],
		opening: [],
		published: items[0].date,
		sides: [
			{ id: 'west', name: 'West', lane: 'left', colour: 'blue' },
			{ id: 'east', name: 'East', lane: 'right', colour: 'vermilion' }
		],
		actors: names.map((name, index) => {
			const own = items.filter(({ actors }) => actors[0] === `actor${index}`).length;
			return {
				id: `actor${index}`,
				name,
				kind: 'company',
				side: index % 2 ? 'east' : 'west',
				family: [`actor${index}`],
				events: own,
				items: own
			};
		}),
		items,
		scenes: [],
		sources: [],
		extent: [start, start + length * day],
		ui: strings('en').ui
	};
}
