/** The new command: writes a valid site or story, with comments that say what to write next. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { slug } from '../lib/import/ids.ts';
import { siteFileName } from '../lib/node/site.ts';
import { siteJsonSchema } from '../lib/node/siteSchema.ts';
import { textStackNames } from '../lib/node/textStacks.ts';
import { parseStory, formatProblem } from '../lib/story/parse.ts';
import { fileSchemas, jsonSchema, type FileName } from '../lib/story/schema.ts';
import { Misused } from './failures.ts';
import { schemaComment, withSchemas } from './schemas.ts';
import { removeLeftovers, writeFolder } from './write.ts';

/** Texts of a new story by language; other languages start with the English texts. */
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
 * @param today today’s date as EDTF
 * @returns the seven files of a story
 */
function newStory(
	langs: readonly string[],
	title: string | undefined,
	today: string
): { name: string; text: string }[] {
	const say = (key: keyof typeof starters.en) =>
		Object.fromEntries(langs.map((lang) => [lang, starters[lang as keyof typeof starters]?.[key] ?? starters.en[key]]));
	const sources = [{ source: 'source' }];
	const file = (name: string, comment: string, value: unknown) => ({
		name: `${name}.yaml`,
		text: `${comment.replace(/^/gm, '# ')}\n${stringify(value)}`
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

export interface NewOptions {
	lang: string[];
	title?: string;
	data: string;
}

/**
 * @returns the folder
 * @throws Misused for an invalid name or language, or an existing folder; Failed where it cannot be written
 */
export async function makeStory(name: string, { lang, title, data }: NewOptions): Promise<string> {
	const folder = join(data, checked(name, data));
	await writeFolder(folder, withSchemas(folder, storyFiles(name, folder, lang, title)));
	return folder;
}

/**
 * Makes a site: its settings, a first story, the schemas for completion, and files for git and npm.
 * @returns the folder
 * @throws as `makeStory`
 */
export async function makeSite(name: string, { lang, title }: NewOptions): Promise<string> {
	const folder = checked(name, '.');
	const place = join('data', 'first-story');
	const schemas = [
		...(Object.keys(fileSchemas) as FileName[]).map((file) => ({ file, schema: jsonSchema(file) })),
		{ file: siteFileName, schema: siteJsonSchema() }
	];
	await writeFolder(folder, [
		{ name: siteFileName, text: siteText(name) },
		{ name: 'README.md', text: siteReadme(name) },
		{ name: '.gitignore', text: 'build/\n.throughline/\nnode_modules/\n' },
		...storyFiles('first-story', join(folder, place), lang, title).map(({ name: file, text }) => ({
			name: join(place, file),
			text: `${schemaComment(`../../schema`, file)}${text}`
		})),
		...schemas.map(({ file, schema }) => ({
			name: join('schema', file.replace(/yaml$/, 'json')),
			text: `${JSON.stringify(schema, null, '\t')}\n`
		}))
	]);
	return folder;
}

const siteText = (
	name: string
) => `${schemaComment('schema', siteFileName)}# The site as a whole. Every line may be left out.
name: ${JSON.stringify(name)}
# Where it will stand, with the path if it is not the whole host. Links that are shown elsewhere need it.
# address: https://example.org/timelines

# Languages of the front page; the first is for readers whose own is not among them.
# languages: [en, zh-Hans]

# Colours by role, in quotation marks: paper, raised, ink, ink2, ink3, rule, and those of the sides, blue, vermilion,
# green, violet, ochre, other. What is not given stays as it is; check says where text would be hard to read.
# colours:
#   light: { paper: '#ffffff', blue: '#1c4480' }
#   dark: { paper: '#111111' }

# Faces of what is read: ${textStackNames.slice(0, 4).join(', ')} …, or files in this folder.
# fonts:
#   text: [{ file: brand/text.woff2, weight: 400 }, { file: brand/text-bold.woff2, weight: 600 }]
#   headings: system-sans

# An SVG or PNG in this folder, in place of the name.
# logo: { file: brand/logo.svg, dark: brand/logo-dark.svg, icon: brand/icon.svg }

# At the foot of every page: Markdown, a licence (SPDX, or a name and a url), accounts elsewhere.
# footer: { en: 'Made by [us](https://example.org/about).' }
# licence: CC-BY-4.0
# social: { mastodon: '@name@host', bluesky: name.example.org, x: '@name' }

# A script that counts visits: a file in this folder, or an address whose host is named.
# analytics: { script: brand/count.js, hosts: [https://stats.example.org] }
`;

const siteReadme = (name: string) => `# ${name}

    npx throughline dev      shows the stories at http://localhost:4173 and every change as you save it
    npx throughline check    lists everything to correct
    npx throughline build    makes the site in build/, for any static host

A story is a folder in data/. Begin with data/first-story, or make another: npx throughline new my-story
`;

/** @throws Misused where a name is not valid for a folder in `parent`, or already in use */
function checked(name: string, parent: string): string {
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
		throw new Misused(
			`"${name}" cannot be an address; write lower-case letters, digits and single hyphens: ${slug(name) || 'my-story'}`
		);
	const folder = join(parent, name);
	removeLeftovers(parent);
	if (existsSync(folder)) throw new Misused(`${folder} is there already; write another name`);
	return name;
}

function storyFiles(name: string, folder: string, lang: string[], title: string | undefined) {
	const files = newStory(lang, title, new Date().toISOString().slice(0, 10));
	const { problems } = parseStory(name, files, { folder });
	if (problems.length) throw new Misused(problems.map(formatProblem).join('\n'));
	return files;
}
