/** Names in a story’s texts and of its actors: checkNames.ts and checkSpelling.ts, tested through reports. */
import { expect, it } from 'vitest';
import { told, verifySmall } from '../../../tests/support/smallVerify.ts';

const source = 'Anna Bell of Carrick sold boats to Japan, as Anna Bell said.';
const bell = { id: 'bell', name: 'Anna Bell' };
const say = (summary: string) =>
	verifySmall({ source, actors: [bell], events: [{ summary, actors: ['bell'] }] }).filter(
		({ item, claim }) => item === 'event-0' && claim.includes('summary')
	);

it('finds a name misspelt within a sentence, and says which was meant', () => {
	const [finding] = say('In Carick boats are sold.');
	expect(finding).toMatchObject({ aspect: 'name', value: 'Carick', verdict: 'missing', range: [3, 9] });
	expect(finding.message).toContain('Did you mean Carrick?');
});

it('finds a name that the paragraph does not have', () => {
	expect(told(say('All of the boats were for Halifax, for Korea and Japan.'), 'name')).toEqual([
		'Korea: missing',
		'Halifax: missing'
	]);
});

it('finds a country misspelt where a sentence begins, and asks where the text names it besides', () => {
	expect(told(say('Jpan buys boats.'), 'name')).toEqual(['Jpan: missing']);
	expect(told(say('Boats go to Japan. Jpan buys them.'), 'name')).toEqual([]);
	expect(told(say('Boats go to Japan. Jpan buys them.'), 'sense')).toContain('Jpan: sense');
});

it('leaves a word alone that the source writes with a small letter', () => {
	expect(told(say('Boats are sold.'), 'name')).toEqual([]);
});

it('names nobody in a title who is not among the actors', () => {
	const title = (actors: string[]) =>
		verifySmall({ source, actors: [bell], events: [{ title: 'Anna Bell sells boats', actors }] }).filter(({ claim }) =>
			claim.includes('title')
		);
	expect(told(title(['bell']), 'name')).toEqual([]);
	expect(told(title([]), 'name')).toEqual(['Anna Bell: missing']);
});

const spelt = (name: Record<string, string>, language: 'en' | 'zh-Hans', text: string, summary = '') =>
	verifySmall({ source: text, language, actors: [{ id: 'one', name }], events: [{ summary }] }).filter(
		({ item, path }) => item === 'actor-one' && path[2] === 'name' && path.length > 3
	);

it('holds an actor’s name against the spelling of its source', () => {
	expect(spelt({ en: 'Anna Bell' }, 'en', source)).toEqual([]);
	expect(told(spelt({ en: 'Anna Belll' }, 'en', source), 'name')).toEqual(['Anna Belll: missing']);
	expect(told(spelt({ 'zh-Hans': '赵鸿孺' }, 'zh-Hans', '赵鸿儒说。'), 'name')).toEqual(['赵鸿孺: missing']);
});

it('lists a name in a language that no source is in, either way', () => {
	const name = { en: 'Zhao Hongru', 'zh-Hans': '赵鸿儒' };
	expect(told(spelt(name, 'zh-Hans', '赵鸿儒说。'), 'sense')).toEqual(['Zhao Hongru: sense']);
	expect(told(spelt({ en: 'Anna Bell', 'zh-Hans': '安娜·贝尔' }, 'en', source), 'sense')).toEqual(['安娜·贝尔: sense']);
});

it('holds such a name against the story’s own texts', () => {
	const [finding] = spelt({ en: 'OpneLab', 'zh-Hans': '开放实验室' }, 'zh-Hans', '开放实验室,即OpenLab', 'OpenLab');
	expect(finding).toMatchObject({ verdict: 'missing', value: 'OpneLab' });
});
