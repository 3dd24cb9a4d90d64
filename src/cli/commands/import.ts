import { Command } from 'commander';
import { askable } from '../../lib/import/columnNames.ts';
import { dateOrders } from '../../lib/import/dates.ts';
import { importFormats } from '../../lib/import/types.ts';
import type { Streams } from '../export.ts';
import type { ImportCommandOptions } from '../import.ts';
import { data, one, type Exit } from './options.ts';

const examples = `
Examples:
  throughline import sheet.csv --to my-story
  throughline import timeline.json --to my-story --lang it --title "Titolo"
  throughline import liste.csv --to my-story --columns "date=Wann,title=Was geschah" --dates dmy --encoding windows-1252

Reads TimelineJS (JSON, or its table saved as CSV), any CSV with a date and a title a row (columns by their usual names in
English and Chinese, or as --columns says), and iCalendar. What could not be read, or was changed, is listed with row and
column, ten places of a kind; all of it stands in the folder, in README.md.`;

/** @param exit called with the exit code where it is not 0 */
export function importCommand(streams: Streams, exit: Exit): Command {
	return new Command('import')
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
		.addHelpText('after', examples)
		.action(async (file: string, options: ImportCommandOptions) => {
			const { importStory } = await import('../import.ts');
			exit(await importStory(file, options, streams));
		});
}
