/**
 * Which part of the code may import from which: the way through it runs one way. The lint rule and the README’s table both
 * come from here; `node scripts/directions.js` writes the table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Folders of src/lib in the order of the way, and what runs in a browser beside them.
 * @type {{ name: string, path: string, holds: string, may: string[] }[]}
 */
export const folders = [
	{
		name: 'story',
		holds: 'schema, EDTF dates and their words, parsing, checks, messages',
		may: []
	},
	{ name: 'text', holds: 'interface texts by language', may: [] },
	{
		name: 'verify',
		holds: 'a story against the text of its sources: normal form, numbers, dates, speakers, reports, the record',
		may: ['story']
	},
	{
		name: 'tiles',
		holds: 'the form of tiles and of the index of words, and what is believed of one that came over a network',
		may: ['text']
	},
	{
		name: 'view',
		holds: 'a story in one language, the View, its address, what it selects',
		may: ['story', 'text']
	},
	{
		name: 'layout',
		holds: 'scales, folding, ticks, rows, lanes, label placement, text widths, charts, colours: pure',
		may: ['story', 'text', 'view']
	},
	{
		name: 'timeline',
		holds: '`Timeline.svelte` and its marks: draw what layout gives',
		may: ['view', 'layout']
	},
	{
		name: 'cards',
		holds: 'the card of an event, a quotation, a figure: whole by itself; all of them as the story’s evidence',
		may: ['text', 'view', 'layout', 'timeline']
	},
	{
		name: 'part',
		holds: 'what loads on a click: on its way, not come, asked for again; and how that is told',
		may: ['text', 'view']
	},
	{
		name: 'export',
		holds: 'images of a View, data in other forms, citation, sharing',
		may: ['story', 'text', 'view', 'layout', 'timeline', 'part']
	},
	{
		name: 'offline',
		holds: 'what a browser keeps of stories that were read, how long, and how the service worker answers from it',
		may: []
	},
	{ name: 'import', holds: 'what other tools wrote → a story folder', may: ['story', 'text'] },
	{
		name: 'page',
		holds: 'the reader’s page and its one reactive state',
		may: ['story', 'text', 'view', 'layout', 'timeline', 'cards', 'part', 'export', 'offline']
	},
	{
		name: 'explore',
		holds: 'the explorer: camera, chunks, clusters, what tiles hold (pure); its page and state',
		may: ['story', 'text', 'tiles', 'view', 'layout', 'timeline', 'cards', 'part', 'export', 'page']
	},
	{
		name: 'node',
		holds:
			'everything that needs Node: the only reader of stories, the site’s settings, fonts cut to a story’s characters, images without a browser, tables, drawing and serving a site',
		may: [
			...['story', 'text', 'verify', 'tiles', 'view', 'layout'],
			...['timeline', 'cards', 'export', 'offline', 'page', 'explore']
		]
	},
	{
		name: 'entry',
		path: 'src/entry',
		holds: 'what takes over the pages of stories in a browser, without a router: a script a page, and the history',
		may: ['view', 'part', 'page', 'explore']
	},
	{
		name: 'embed',
		path: 'src/embed',
		holds: '`embed.js`, the element for pages of other sites: one file of its own, so it imports nothing',
		may: []
	}
].map((folder) => ({ path: `src/lib/${folder.name}`, ...folder }));

const names = folders.map(({ name }) => name);

/**
 * What a folder may not import from, as patterns of ESLint’s no-restricted-imports.
 * @param {(typeof folders)[number]} folder
 */
export function restricted({ name, may }) {
	const others = names.filter((other) => other !== name && !may.includes(other));
	return [
		{
			regex: `^((\\.\\./)+(lib/)?|#lib/)(${others.join('|')})/`,
			allowTypeImports: false,
			message: `${name} may import from ${may.join(', ') || 'nothing of ours'} alone: scripts/directions.js.`
		},
		{ regex: '^\\$app/', message: 'Only routes know the framework.' }
	];
}

/** The README’s table of what lives where. */
export function table() {
	const rows = folders.map(({ path, holds, may }) => {
		const missing = names.filter((name) => !may.includes(name) && !path.endsWith(`/${name}`));
		const all = may.length > 8 ? `all but ${missing.join(', ')}` : may.join(', ') || 'nothing of ours';
		return `| \`${path}/\` | ${holds} | ${all} |`;
	});
	return [
		'| folder | what lives there | may import |',
		'|---|---|---|',
		...rows,
		'| `src/routes/`, `src/cli/` | pages, and the `throughline` command, a file a command: load and compose | all |',
		'| `scripts/` | what installs, compiles and starts this repository | – |',
		'| `tests/` | stories, browser tests, what tests share; unit tests stand beside their module | all |'
	].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const readme = readFileSync('README.md', 'utf8');
	writeFileSync(
		'README.md',
		readme.replace(/\| folder \| what lives there \| may import \|\n(\|.*\n)*/, `${table()}\n`)
	);
}
