import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { wildFolder } from '../../../tests/support/wildFolder.ts';
import { draftsOf, withoutDrafts } from './drafts.ts';
import type { Story } from './model.ts';
import { formatProblem, parseStory } from './parse.ts';

const storyOf = (overrides: Overrides = {}) => {
	const { story, problems } = parseStory('small', smallStory(overrides));
	if (!story) throw new Error(problems.map(formatProblem).join('\n'));
	return story;
};
const draft = (id: string): [string, string] => [`id: ${id}\n`, `id: ${id}\n  draft: true\n`];

describe('a story with drafts', () => {
	it('is read whole, and keeps what is a draft', () => {
		const story = storyOf({ quotes: [draft('acme-terms')] });
		expect(story.quotes.map(({ id, draft }) => [id, draft])).toEqual([
			['mei-words', undefined],
			['acme-terms', true]
		]);
	});

	it('is published without them, and nothing else of it changes', () => {
		const whole = storyOf();
		const story = withoutDrafts(storyOf({ quotes: [draft('acme-terms')] }))!;
		expect(story).toEqual({
			...whole,
			quotes: whole.quotes.filter(({ id }) => id !== 'acme-terms'),
			scenes: whole.scenes.map((scene) => ({
				...scene,
				cards: scene.cards.filter((ref) => ref !== 'quote-acme-terms')
			}))
		});
	});

	it('is not published at all where it is one', () => {
		expect(withoutDrafts(storyOf({ story: [['languages:', 'draft: true\nlanguages:']] }))).toBeNull();
	});

	it('is the same object where nothing is a draft', () => {
		const story = storyOf();
		expect(withoutDrafts(story)).toBe(story);
	});

	it('with draft: false is published', () => {
		const story = storyOf({ quotes: [['id: acme-terms\n', 'id: acme-terms\n  draft: false\n']] });
		expect(withoutDrafts(story)).toBe(story);
	});
});

describe('of wild stories, any part of which is a draft,', () => {
	const stories = wildFolder()
		.map((files) => parseStory('wild', files).story)
		.filter((story): story is Story => story !== null);
	/** A story of which each entry may be a draft. */
	const drafted = fc.tuple(stories, fc.infiniteStream(fc.boolean())).map(([story, coins]) => {
		const toss = <T extends object>(entry: T): T => ({ ...entry, draft: coins.next().value });
		const lists = ['events', 'quotes', 'figures', 'scenes'] as const;
		return { ...story, ...Object.fromEntries(lists.map((list) => [list, story[list].map(toss as never)])) } as Story;
	});

	it('no draft stays, nor what has its card in a draft scene; every other entry does', () => {
		fc.assert(
			fc.property(drafted, (story) => {
				const published = withoutDrafts(story)!;
				const drafts = draftsOf(story);
				for (const [kind, list] of [
					['event', 'events'],
					['quote', 'quotes'],
					['figure', 'figures'],
					['scene', 'scenes']
				] as const) {
					const keys = (from: Story) => from[list].map(({ id }) => `${kind}-${id}`);
					expect(keys(published)).toEqual(keys(story).filter((key) => !drafts.has(key)));
					expect(published[list].some(({ draft }) => draft)).toBe(false);
				}
				for (const scene of story.scenes)
					if (scene.draft) for (const ref of scene.cards) expect(drafts.has(ref)).toBe(true);
				expect(published.scenes.flatMap(({ cards }) => cards).filter((ref) => drafts.has(ref))).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});

	it('every actor and source that is named is there, and none that only drafts name', () => {
		fc.assert(
			fc.property(drafted, (story) => {
				const published = withoutDrafts(story)!;
				const ids = new Set(published.actors.map(({ id }) => id));
				const sources = new Set(published.sources.map(({ id }) => id));
				const told = [...published.events, ...published.quotes, ...published.figures];
				for (const entry of told) for (const id of entry.actors) expect(ids.has(id)).toBe(true);
				for (const { memberOf } of published.actors) expect(!memberOf || ids.has(memberOf)).toBe(true);
				for (const { sources: cited } of [...told, ...published.scenes, ...published.actors])
					for (const { source } of cited) expect(sources.has(source)).toBe(true);
				// Published without its drafts, it has none: doing it again changes nothing.
				expect(withoutDrafts(published)).toBe(published);
			}),
			{ numRuns: 60 }
		);
	});
});

/** The path of each problem and the position in its line, with its message. */
const said = (overrides: Overrides) => {
	const parsed = parseStory('small', smallStory(overrides));
	// They are problems only where the story is shown without its drafts.
	expect(parsed.problems).toEqual([]);
	return parsed.draftProblems.map(({ path, message }) => `${path}: ${message}`);
};
const link = (ref: string) => `links to a draft, ${ref}; publish it or take the link out`;

describe('a link to a draft is a problem', () => {
	it.each<[string, Overrides, string[]]>([
		[
			'in prose and lights',
			{
				events: [draft('launch')],
				scenes: [
					['cards: [event-launch]', 'cards: [event-launch, figure-parts]'],
					[', figure-parts]\n  lights', ']\n  lights'],
					['2022/2023', '2022/2025']
				]
			},
			[
				`scenes[opening].prose.en: ${link('event-launch')}`,
				`scenes[opening].prose.zh-Hans: ${link('event-launch')}`,
				`scenes[closing].lights[0]: ${link('event-launch')}`
			]
		],
		[
			'in the opening',
			{ story: [['languages:', 'opening: [quote-acme-terms]\nlanguages:']], quotes: [draft('acme-terms')] },
			[`story.opening[0]: ${link('quote-acme-terms')}`]
		],
		[
			'of what a quotation is about',
			{ events: [draft('reply')] },
			[`quotes[mei-words].about[0]: ${link('event-reply')}`]
		],
		[
			'of what a figure is about',
			{
				events: [draft('reply')],
				quotes: [['  about: [reply]\n', '']],
				figures: [['  actors: [acme]\n', '  actors: [acme]\n  about: [reply]\n']]
			},
			[`figures[parts].about[0]: ${link('event-reply')}`]
		],
		[
			'on the stage',
			{ figures: [draft('parts')], scenes: [['window: all', 'stage: figure-parts\n  window: all']] },
			[`scenes[closing].stage: ${link('figure-parts')}`]
		],
		[
			'in the story’s own words',
			{
				story: [['It rests on one source.', 'It rests on [one](#quote-acme-terms) source.']],
				quotes: [draft('acme-terms')]
			},
			[`story.about.en: ${link('quote-acme-terms')}`]
		],
		[
			'to a scene',
			{ scenes: [draft('closing'), ['*others*', '[others](#scene-closing)']] },
			[`scenes[opening].prose.en: ${link('scene-closing')}`]
		],
		[
			'to what has its card in a draft scene',
			{ scenes: [draft('closing'), ['*others*', '[others](#event-reply)']] },
			[
				`scenes[opening].prose.en: links to a draft, event-reply, whose card is in the draft scene "closing"; publish it or take the link out`
			]
		]
	])('%s', (_, overrides, problems) => {
		expect(said(overrides)).toEqual(problems);
	});

	it('but not in cards, where each entry has its place, and not between drafts', () => {
		expect(said({ events: [draft('reply')], quotes: [draft('mei-words')] })).toEqual([]);
	});

	it('and not in a story that is a draft', () => {
		expect(said({ story: [['languages:', 'draft: true\nlanguages:']], events: [draft('reply')] })).toEqual([]);
	});

	it('stands at the link in its line', () => {
		const [{ file, line, column }] = parseStory(
			'small',
			smallStory({ scenes: [draft('closing'), ['*others*', '[others](#scene-closing)']] }),
			{ folder: 'data/small' }
		).draftProblems;
		const text = smallStory({ scenes: [draft('closing'), ['*others*', '[others](#scene-closing)']] }).find(
			({ name }) => name === 'scenes.yaml'
		)!.text;
		expect(file).toBe('data/small/scenes.yaml');
		expect(text.split('\n')[line - 1].slice(column - 1)).toMatch(/^\[others\]/);
	});
});

describe('of a story of which nothing is left', () => {
	it('a scene of drafts alone is to be one', () => {
		const all = {
			events: [draft('reply')],
			quotes: [draft('mei-words'), draft('acme-terms')],
			figures: [draft('parts')],
			scenes: [['  lights: [event-launch]\n', '']] as [string, string][]
		};
		expect(said(all)).toEqual([
			'scenes[closing].cards: every item of this scene is a draft; write draft: true for the scene too, or publish one of them'
		]);
	});

	it('the story is to be one', () => {
		expect(said({ scenes: [draft('opening'), draft('closing')] })).toEqual([
			': every event of the story is a draft; write draft: true here, or publish one of them',
			': every scene of the story is a draft; write draft: true here, or publish one of them'
		]);
	});
});
