/** The new command: a story folder that the checker accepts, with comments that say what to write next. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { parseStory, formatProblem } from '../lib/story/parse.ts';
import { Misused } from './failures.ts';
import { sweep, writeFolder } from './write.ts';

/** What a new story says, by language; other languages begin with the English words. */
const starters = {
	en: {
		title: 'Untitled story',
		dek: 'One or two sentences on what the story tells.',
		about: 'What this story rests on, and whose claims it tells.',
		side: 'Everyone',
		actor: 'Somebody',
		event: 'Something happens',
		summary: 'What happened, in a sentence or two of your own.',
		heading: 'The beginning',
		prose: 'It began with [something](#event-something).',
		source: 'The source of this story.'
	},
	'zh-Hans': {
		title: '未命名的故事',
		dek: '用一两句话说明这个故事讲什么。',
		about: '这个故事依据什么、转述谁的说法。',
		side: '各方',
		actor: '某人',
		event: '发生了一件事',
		summary: '用自己的话写一两句：发生了什么。',
		heading: '开端',
		prose: '一切始于[一件事](#event-something)。',
		source: '这个故事的来源。'
	}
};

/**
 * @param today as EDTF
 * @returns the seven files of a story
 */
export function newStory(
	langs: readonly string[],
	title: string | undefined,
	today: string
): { name: string; text: string }[] {
	const say = (key: keyof typeof starters.en) =>
		Object.fromEntries(langs.map((lang) => [lang, starters[lang as keyof typeof starters]?.[key] ?? starters.en[key]]));
	const sources = [{ source: 'source' }];
	const file = (name: string, comment: string, value: unknown) => ({
		name: `${name}.yaml`,
		text: `# yaml-language-server: $schema=../../static/schema/${name}.json\n${comment.replace(/^/gm, '# ')}\n${stringify(value)}`
	});
	return [
		file(
			'story',
			'The story as a whole. Two sides with lane: left and lane: right face each other across the axis.\nMore events than can be told: table: { file: events.csv, source: source }, a row an event, with date, title and actors.',
			{
				title: title ? Object.fromEntries(langs.map((lang) => [lang, title])) : say('title'),
				dek: say('dek'),
				about: say('about'),
				languages: langs,
				published: today,
				sides: [{ id: 'all', name: say('side') }]
			}
		),
		file('actors', 'Who acts or speaks: company, person, government or group. A person may be memberOf a company.', [
			{ id: 'somebody', kind: 'person', side: 'all', name: say('actor'), sources }
		]),
		file(
			'events',
			'What happened. Dates are EDTF: 2022-11-30, 2022-11, 1977-12~ (about), 2024-01/2024-11 (from/to).\nbasis: stated, or inferred and then `from` says from what. importance: 1-5.',
			[
				{
					id: 'something',
					date: today.slice(0, 4),
					basis: 'stated',
					title: say('event'),
					summary: say('summary'),
					actors: ['somebody'],
					sources
				}
			]
		),
		file(
			'quotes',
			'What was said: speaker, kind (direct, term, reported), language, words to the letter, translation, context.',
			[]
		),
		file('figures', 'Numbers that become small charts: title, summary, chart (line, bars, share, numbers), rows.', []),
		file('scenes', 'The scroll, in the order told. Every item has its card in exactly one scene.', [
			{
				id: 'beginning',
				heading: say('heading'),
				prose: say('prose'),
				window: 'all',
				cards: ['event-something'],
				sources
			}
		]),
		file('sources', 'What is cited: article, book, dataset, website or document.', [
			{ id: 'source', kind: 'document', description: say('source'), language: langs[0] }
		])
	];
}

/**
 * @returns the folder
 * @throws Misused for a name or language that is none, or a folder that is there; Failed where it cannot be written
 */
export async function makeStory(
	name: string,
	{ lang, title, data }: { lang: string[]; title?: string; data: string }
): Promise<string> {
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
		throw new Misused(
			`"${name}" cannot be the address of a story; write lower-case letters, digits and single hyphens: my-story`
		);
	const folder = join(data, name);
	sweep(data);
	if (existsSync(folder)) throw new Misused(`${folder} is there already; write another name`);
	const files = newStory(lang, title, new Date().toISOString().slice(0, 10));
	const { problems } = parseStory(name, files, { folder });
	if (problems.length) throw new Misused(problems.map(formatProblem).join('\n'));
	await writeFolder(folder, files);
	return folder;
}
