import { Command, InvalidArgumentError, Option } from 'commander';
import type { Streams } from '../export.ts';
import type { TilesOptions } from '../tiles.ts';
import { data } from './options.ts';

const examples = `
Examples:
  throughline tiles my-story                 into .throughline/tiles/my-story, where build finds them
  throughline tiles --all                    every story that has a table
  throughline tiles my-story --out elsewhere
  A very large table in four parts by time, on as many machines, and all of them together:
    throughline tiles my-story --part 1/4 --out parts   … to 4/4
    throughline tiles my-story --merge parts/my-story-*

A story’s table (story.yaml, "table:") is CSV, Parquet or Arrow, a row an event. Nothing is done where nothing has changed;
nothing is written where a row is wrong: all of these are listed.`;

function count(text: string): number {
	if (!/^([1-9]|1[0-6])$/.test(text)) throw new InvalidArgumentError('write a number from 1 to 16');
	return Number(text);
}

export function tilesCommand(streams: Streams): Command {
	return new Command('tiles')
		.description('make a story’s table into files that its explorer reads a few at a time')
		.argument('[stories...]', 'names, or paths of folders')
		.option('--all', 'every story that has a table')
		.option('--out <folder>', 'where to make a folder for each; by default .throughline/tiles')
		.option('--part <n/of>', 'only what lies in one of so many parts of its time, as 2/4')
		.option('--merge <folders...>', 'put all parts together')
		.addOption(
			new Option('--threads <n>', 'how many write at the same time; by default as many as are of use').argParser(count)
		)
		.option('--quiet', 'print nothing but errors')
		.addOption(data())
		.addHelpText('after', examples)
		.action(async (names: string[], options: TilesOptions) => {
			const { tiles } = await import('../tiles.ts');
			await tiles(names, options, streams);
		});
}
