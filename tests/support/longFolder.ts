/** A plain story of any number of told events, in any number of scenes. */
import type { StoryFile } from './smallStory.ts';

export function longFolder(events: number, scenes: number, languages: readonly string[] = ['en']): StoryFile[] {
	const say = (text: string) => Object.fromEntries(languages.map((language) => [language, text]));
	const sides = ['a', 'b', 'c', 'd'];
	const sources = [{ source: 'log' }];
	const two = (n: number) => String(n).padStart(2, '0');
	const file = (name: string, value: unknown): StoryFile => ({ name: `${name}.yaml`, text: JSON.stringify(value) });
	return [
		file('story', {
			title: say('A great survey'),
			dek: say('Stations, one after the other.'),
			about: say('Made for a test.'),
			languages,
			published: '2024-01-01',
			sides: sides.map((id) => ({ id, name: say(`Side ${id}`) }))
		}),
		file(
			'actors',
			sides.map((id) => ({ id: `party-${id}`, kind: 'group', side: id, name: say(`Party ${id}`), sources }))
		),
		file(
			'events',
			Array.from({ length: events }, (_, n) => ({
				id: `e${n}`,
				date: `${1900 + Math.floor((n * 120) / events)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`,
				basis: 'stated',
				title: say(`Event number ${n} of the great survey`),
				summary: say(`The surveyors reached station ${n} and wrote down what they saw, for the ${n}th time.`),
				actors: [`party-${sides[n % 4]}`],
				importance: 1 + ((n * 7) % 5),
				sources
			}))
		),
		file('quotes', []),
		file('figures', []),
		file(
			'scenes',
			Array.from({ length: scenes }, (_, scene) => ({
				id: `s${scene}`,
				heading: say(`Part ${scene + 1}`),
				prose: say('They went on and told what they found.'),
				window: 'all',
				cards: Array.from({ length: events }, (_, n) => n)
					.filter((n) => Math.floor((n * scenes) / events) === scene)
					.map((n) => `event-e${n}`),
				sources
			}))
		),
		file('sources', [
			{
				id: 'log',
				kind: 'article',
				title: say('Log'),
				description: say('The log.'),
				language: languages[0],
				authors: [{ name: 'N. N.' }]
			}
		])
	];
}
