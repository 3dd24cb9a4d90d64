/** The examples of docs/examples.md: the YAML of each section, completed to a story by what the page says is left out. */
import { parse, stringify } from 'yaml';
import { formatProblem, parseStory } from '../../src/lib/story/parse.ts';
import type { Story } from '../../src/lib/story/model.ts';

export interface Example {
	/** Heading of the section. */
	title: string;
	/** Names of its pictures, without `.svg`. */
	pictures: string[];
	story: Story;
}

type Entry = { id: string } & Record<string, unknown>;
type Files = Record<string, unknown>;

/** @throws Error listing what is wrong with an example, if anything is */
export function readExamples(page: string): Example[] {
	return page
		.split(/^## /m)
		.slice(1)
		.map((section) => ({
			title: section.slice(0, section.indexOf('\n')),
			pictures: [...section.matchAll(/!\[[^\]]*\]\(examples\/([\w-]+)\.svg\)/g)].map(([, name]) => name),
			story: storyOf(filesIn(/^```yaml\n([^]*?)^```$/m.exec(section)?.[1] ?? ''))
		}));
}

/** The files of a block, each after its name in a comment. */
function filesIn(block: string): Files {
	const [, ...parts] = block.split(/^# (\w+)\.yaml\n/m);
	return Object.fromEntries(
		Array.from({ length: parts.length / 2 }, (_, n) => [parts[2 * n], parse(parts[2 * n + 1])])
	);
}

function storyOf(given: Files): Story {
	const list = (name: string) => (given[name] ?? (name === 'events' ? [shared.pole] : [])) as Entry[];
	const items = (['event', 'quote', 'figure'] as const).flatMap((kind) =>
		list(`${kind}s`).map(({ id }) => `${kind}-${id}`)
	);
	const files: Files = {
		...Object.fromEntries(['events', 'quotes', 'figures'].map((name) => [name, list(name)])),
		story: { ...shared.story, ...(given.story ?? {}) },
		...Object.fromEntries((['actors', 'sources'] as const).map((name) => [name, completed(list(name), shared[name])])),
		scenes: given.scenes ?? [
			{
				...{ id: 'all', heading: { en: 'All of it' }, window: 'all', cards: items, sources: [{ source: 'scott' }] },
				prose: { en: items.map((ref) => `[It](#${ref})`).join(', ') }
			}
		]
	};
	const { story, problems } = parseStory(
		'south-pole',
		Object.entries(files).map(([name, value]) => ({ name: `${name}.yaml`, text: stringify(value) }))
	);
	if (!story) throw new Error(problems.map(formatProblem).join('\n'));
	return story;
}

/** Entries that an example does not give itself; people are left out where it has groups of its own. */
const completed = (given: readonly Entry[], all: readonly Entry[]) =>
	given.some(({ id }) => all.some((one) => one.id === id)) ? given : [...all, ...given];

const shared = {
	story: {
		title: { en: 'The race to the South Pole' },
		dek: { en: 'Two parties, one pole.' },
		about: { en: 'After the books of the two leaders.' },
		languages: ['en'],
		published: '2026',
		sides: [
			{ id: 'norway', name: { en: 'Norway' }, lane: 'left', colour: 'vermilion' },
			{ id: 'britain', name: { en: 'Britain' }, lane: 'right', colour: 'blue' }
		]
	},
	/** A story has an event. */
	pole: {
		...{ id: 'pole', date: '1911-12-14', basis: 'stated', title: { en: 'Norwegians at the pole' } },
		...{ actors: ['amundsen'], sources: [{ source: 'amundsen' }] }
	},
	actors: [
		{ id: 'norway', kind: 'group', side: 'norway', name: { en: 'Norwegian expedition' } },
		{ id: 'britain', kind: 'group', side: 'britain', name: { en: 'British expedition' } },
		{ id: 'amundsen', kind: 'person', side: 'norway', memberOf: 'norway', name: { en: 'Roald Amundsen' } },
		{ id: 'scott', kind: 'person', side: 'britain', memberOf: 'britain', name: { en: 'Robert Scott' } },
		{ id: 'oates', kind: 'person', side: 'britain', memberOf: 'britain', name: { en: 'Lawrence Oates' } }
	].map((one) => ({ ...one, sources: [{ source: one.side === 'norway' ? 'amundsen' : 'scott' }] })),
	sources: [
		{ id: 'amundsen', title: { en: 'The South Pole' }, description: { en: 'Amundsen’s book of 1912.' } },
		{ id: 'scott', title: { en: 'Scott’s Last Expedition' }, description: { en: 'Scott’s diaries, printed in 1913.' } }
	].map((one) => ({ ...one, kind: 'book', language: 'en' }))
};
