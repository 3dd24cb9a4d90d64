/** `throughline`: the command line. Results on stdout, one path a line; everything else on stderr. */
import { basename, join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { dataFormats } from '../lib/export/data/formats.ts';
import { imageFormats, resolutions, slideFormats } from '../lib/export/names.ts';
import { pictureSizeNames } from '../lib/export/parts.ts';
import { askable } from '../lib/import/columns.ts';
import { dateOrders } from '../lib/import/dates.ts';
import { importFormats, type ImportFormat } from '../lib/import/read.ts';
import { pictureThemes } from '../lib/layout/palettes.ts';
import { formatProblem } from '../lib/story/parse.ts';
import { printable } from '../lib/text/terminal.ts';
import { orders, quotePlaces, scales } from '../lib/view/view.ts';
import { exportStory, type ExportOptions, type Streams } from './export.ts';
import { allow, Failed, Misused } from './failures.ts';
import { formatImportReport, importFile, ImportRefused } from './import.ts';
import { makeStory } from './new.ts';
import { checkFolder, storyFolder, storyNames } from './stories.ts';
import { tableProblems, tiles, type TilesOptions } from './tiles.ts';
import { verify, verifyFormats, type VerifyOptions } from './verify.ts';

const list = (value: string, before: string[] = []) => [
	...before,
	...value
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean)
];

const examples = {
	all: `
Examples:
  throughline new my-story --lang en,zh-Hans
  throughline check my-story
  throughline export my-story --format pdf --size poster
  throughline import timeline.csv --to my-story

A story is a folder in data/. Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.`,
	export: `
Examples:
  The poster in every language of the story, as PDF:
    throughline export my-story --format pdf --size poster --out images
  What a reader sees who filters by two actors, as a slide, on the true scale:
    throughline export my-story --lang en --actors openai,deepseek --scale true
  A slide about one event, and its poster, which both name its address:
    throughline export my-story --highlight event-launch --size slide,poster --address https://example.org
  A card for each quotation; all images there are; the story as data:
    throughline export my-story --quotes --size card
    throughline export my-story --all --out images
    throughline export my-story --format csv,json,ics
  Slides that can be edited, one a scene, with speaker’s notes; some of them, by time:
    throughline export my-story --format pptx --address https://example.org
    throughline export my-story --format pptx --lang en --scene opening,end --order time`,
	check: `
Examples:
  throughline check              all stories in data/
  throughline check my-story     one of them
  throughline check ./elsewhere  a folder anywhere`,
	verify: `
Examples:
  Every event, quotation and figure against the paragraphs that it cites:
    throughline verify my-story --source article.txt
  Only what is not found; a report for CI; several sources:
    throughline verify my-story --source article.txt --quiet
    throughline verify my-story --source article.txt --format junit > report.xml
    throughline verify my-story --source article=article.txt --source interview=talk.txt
  Keep what was checked, for readers and for the next time; has anything changed since?
    throughline verify my-story --source article.txt --write
    throughline verify my-story

A source is plain text, a paragraph a line or between empty lines. Script variants, width, punctuation and the readings
of a scrape make no difference. Exit codes: 0 everything found, 1 not, 2 the command was not understood.`,
	tiles: `
Examples:
  throughline tiles my-story                 into static/tiles/my-story, where the site serves it
  throughline tiles --all                    every story that has a table
  throughline tiles my-story --out elsewhere
  A very large table in four parts by time, on as many machines, and all of them together:
    throughline tiles my-story --part 1/4 --out parts   … to 4/4
    throughline tiles my-story --merge parts/my-story-*

A story’s table (story.yaml, "table:") is CSV, Parquet or Arrow, a row an event. Nothing is done where nothing has changed;
nothing is written where a row is wrong: all of these are listed. THROUGHLINE_TILES names another folder than static/tiles.`,
	import: `
Examples:
  throughline import sheet.csv --to my-story
  throughline import timeline.json --to my-story --lang it --title "Titolo"
  throughline import liste.csv --to my-story --columns "date=Wann,title=Was geschah" --dates dmy --encoding windows-1252

Reads TimelineJS (JSON, or its table saved as CSV), any CSV with a date and a title a row (columns by their usual names in
English and Chinese, or as --columns says), and iCalendar. What could not be read, or was changed, is listed with row and
column, ten places of a kind; all of it stands in the folder, in README.md.`
};

/**
 * @param args without node and the script
 * @returns the exit code
 */
export async function main(args: string[], streams: Streams = terminal): Promise<number> {
	let code = 0;
	try {
		await program(streams, (value) => (code = value)).parseAsync(args, { from: 'user' });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		if (error instanceof Misused || error instanceof ImportRefused || error instanceof Failed) {
			streams.error(`throughline: ${error.message}`);
			return error instanceof Failed ? 1 : 2;
		}
		streams.error(`throughline: ${error instanceof Error ? error.message : error}`);
		return 1;
	}
}

// Who reads may have enough (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

const terminal: Streams = {
	out: (line) => void process.stdout.write(`${printable(line)}\n`),
	error: (line) => void process.stderr.write(`${printable(line)}\n`),
	watched: process.stderr.isTTY === true
};

function program(streams: Streams, exit: (code: number) => void): Command {
	const data = () =>
		new Option('--data <folder>', 'folder of stories').default(process.env.THROUGHLINE_STORIES ?? 'data');
	const one = (flags: string, words: string, choices: readonly (string | number)[], value?: string) => {
		const option = new Option(flags, `${words}: ${choices.join(', ')}`);
		return value === undefined ? option : option.default(value);
	};
	const many = (flags: string, words: string, choices: readonly string[], value: string[]) => {
		let given = false;
		return new Option(flags, `${words}: ${choices.join(', ')}`)
			.default(value)
			.argParser((text: string, before: string[]) => {
				const all = list(text, given ? before : []);
				given = true;
				return all;
			});
	};

	const root = new Command('throughline')
		.description('Stories as timelines: images and data out, data in, checks.')
		.addHelpText('after', examples.all)
		.showSuggestionAfterError()
		.exitOverride()
		.configureOutput({
			writeOut: (text) => streams.out(text.trimEnd()),
			writeErr: (text) => streams.error(text.trimEnd())
		});

	root
		.command('export')
		.description('write images and data of a story')
		.argument('<story>', 'its name, or the path of its folder')
		.addOption(new Option('--lang <tags>', 'languages, by default all of the story').argParser(list))
		.addOption(
			new Option('--actors <ids>', 'only what these take part in; a company takes in its people').argParser(list)
		)
		.addOption(new Option('--scene <ids>', 'scenes instead of the whole story').argParser(list))
		.addOption(
			new Option('--highlight <ids>', 'what a picture is about, as event-kimi: the rest steps back').argParser(list)
		)
		.addOption(one('--order <name>', 'of the scenes', orders, 'told'))
		.addOption(one('--scale <name>', 'of time', scales, 'folded'))
		.addOption(
			one('--quotes-at <name>', 'the time of quotations: when said, or what they speak of', quotePlaces, 'said')
		)
		.addOption(many('--format <names>', 'one or more of', [...imageFormats, ...slideFormats, ...dataFormats], ['png']))
		.addOption(many('--size <names>', 'one or more of', pictureSizeNames, ['slide']))
		.addOption(many('--theme <names>', 'colours', Object.keys(pictureThemes), ['light']))
		.addOption(one('--resolution <times>', 'px of a PNG for one at 1x', resolutions, '2'))
		.addOption(
			new Option('--quotes [ids]', 'quotations as images of their own (sizes card, square), by default all').argParser(
				list
			)
		)
		.option('--all', 'every size in png, svg and pdf, and each quotation’s card')
		.addOption(
			new Option('--address <url>', 'where the stories are published; printed in images').default(
				process.env.THROUGHLINE_ORIGIN ?? ''
			)
		)
		.addOption(new Option('--out <folder>', 'where to write').default('.'))
		.option('--allow-missing-glyphs', 'write images with boxes for characters that no font has')
		.option('--quiet', 'print nothing but errors')
		.addOption(data())
		.addHelpText('after', examples.export)
		.action(async (name: string, options: ExportOptions, command: Command) => {
			// Quotations have sizes of their own; where none was named it is the card.
			const ownSize = options.quotes && command.getOptionValueSource('size') === 'default';
			await exportStory(name, ownSize ? { ...options, size: ['card'] } : options, streams);
		});

	root
		.command('check')
		.description('list everything to correct in story folders')
		.argument('[stories...]', 'names, or paths of folders; by default all')
		.addOption(one('--format <name>', 'of the list', ['text', 'json'], 'text'))
		.addOption(data())
		.addHelpText('after', examples.check)
		.action(async (names: string[], options: { format: string; data: string }) => {
			allow('format', [options.format], ['text', 'json']);
			const folders = (names.length ? names : storyNames(options.data)).map((name) => storyFolder(name, options.data));
			if (folders.length === 0) throw new Misused(`no story in ${options.data}`);
			const checked = [];
			for (const folder of folders) {
				const { name, problems, story } = checkFolder(folder);
				const table = await tableProblems(story, folder);
				const count = problems.length + table.count;
				checked.push({ name, problems: [...problems, ...table.problems], count });
			}
			const problems = checked.flatMap((one) => one.problems);
			const count = checked.reduce((sum, one) => sum + one.count, 0);
			if (options.format === 'json') streams.out(JSON.stringify(problems, null, '\t'));
			else for (const problem of problems) streams.out(formatProblem(problem));
			const wrong = checked.filter((one) => one.count).length;
			streams.error(
				wrong
					? `${count} to correct in ${wrong} of ${checked.length}`
					: `nothing to correct in ${checked.map(({ name }) => name).join(', ')}`
			);
			if (wrong) exit(1);
		});

	root
		.command('tiles')
		.description('make a story’s table into files that its explorer reads a few at a time')
		.argument('[stories...]', 'names, or paths of folders')
		.option('--all', 'every story that has a table')
		.option('--out <folder>', 'where to make a folder for each; by default static/tiles')
		.option('--part <n/of>', 'only what lies in one of so many parts of its time, as 2/4')
		.option('--merge <folders...>', 'put all parts together')
		.option('--quiet', 'print nothing but errors')
		.addOption(data())
		.addHelpText('after', examples.tiles)
		.action(async (names: string[], options: TilesOptions) => tiles(names, options, streams));

	root
		.command('verify')
		.description('hold a story against the text of its sources')
		.argument('<story>', 'its name, or the path of its folder')
		.addOption(
			new Option('--source <[id=]file>', 'the text of a source').argParser((one: string, before: string[] = []) => [
				...before,
				one
			])
		)
		.addOption(one('--format <name>', 'of the report', verifyFormats, 'text'))
		.addOption(one('--paragraph <unit>', 'what paragraphs are, by default told from the text', ['line', 'block']))
		.option('--write', 'keep the result in the story, in verified.yaml')
		.option('--quiet', 'list only what is not found')
		.addOption(data())
		.addHelpText('after', examples.verify)
		.action(async (name: string, options: VerifyOptions) => exit(await verify(name, options, streams)));

	root
		.command('new')
		.description('begin a story: a folder that check accepts, with comments on what to write')
		.argument('<name>', 'of the folder, and in the address')
		.addOption(many('--lang <tags>', 'BCP 47, e.g.', ['en', 'zh-Hans'], ['en']))
		.option('--title <text>', 'of the story')
		.addOption(data())
		.action(async (name: string, options: { lang: string[]; title?: string; data: string }) => {
			streams.out(await makeStory(name, options));
		});

	root
		.command('import')
		.description('make a story of a file that another tool wrote')
		.argument('<file>')
		.option('--to <name>', 'of the new story; by default the file’s')
		.option('--lang <tag>', 'language of the file', 'en')
		.option('--title <text>', 'of the story; by default the file’s own')
		.addOption(one('--format <name>', 'by default told from the file', importFormats))
		.option('--columns <names>', `which column is which, as title=Event,date=When; fields: ${askable.join(', ')}`)
		.addOption(one('--dates <order>', 'of the numbers in 03/05/2021, by default as the column shows', dateOrders))
		.option('--encoding <name>', 'of the characters, as windows-1252 or gb18030; by default UTF-8, or by its mark')
		.option('--force', 'replace a story that is there')
		.option('--verbose', 'list every place, not ten of a kind')
		.option('--strict', 'exit with 1 where a row was left out')
		.addOption(data())
		.addHelpText('after', examples.import)
		.action(
			async (
				file: string,
				options: {
					to?: string;
					lang: string;
					title?: string;
					format?: string;
					columns?: string;
					dates?: string;
					encoding?: string;
					force?: boolean;
					verbose?: boolean;
					strict?: boolean;
					data: string;
				}
			) => {
				const format = options.format
					? (allow('format', [options.format], importFormats)[0] as ImportFormat)
					: undefined;
				const dates = options.dates ? allow('order of dates', [options.dates], dateOrders)[0] : undefined;
				const name = options.to ?? basename(file).replace(/\..*$/, '').toLowerCase();
				const to = /[\\/]/.test(name) ? name : join(options.data, name);
				const report = await importFile(file, { ...options, format, dates, to });
				if (report.folder) streams.out(report.folder);
				streams.error(formatImportReport(report, options.verbose));
				const skipped = report.problems.some(({ effect }) => effect === 'skipped');
				if (!report.folder || (options.strict && skipped)) exit(1);
			}
		);

	return root;
}
