/**
 * `throughline`: the command line. Results go to stdout, one path per line; everything else to stderr. This file and
 * commands/ define the commands’ options; the code of a command is loaded only when it is run.
 */
import { Command, CommanderError } from 'commander';
import { printable } from '../lib/text/terminal.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { devCommand } from './commands/dev.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { newCommand } from './commands/new.ts';
import type { Exit } from './commands/options.ts';
import { previewCommand } from './commands/preview.ts';
import { tilesCommand } from './commands/tiles.ts';
import { verifyCommand } from './commands/verify.ts';
import type { Streams } from './export.ts';
import { Failed, Misused } from './failures.ts';

const examples = `
Examples:
  throughline new my-story --lang en,zh-Hans
  throughline check my-story
  throughline export my-story --format pdf --size poster
  throughline import timeline.csv --to my-story

In a folder of your own, throughline new my-site begins a site. A story is a folder in its data/. Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.`;

/**
 * @param args arguments without node and the script
 * @returns the exit code
 */
export async function main(args: string[], streams: Streams = terminal): Promise<number> {
	let code = 0;
	try {
		await program(streams, (value) => (code = value)).parseAsync(args, { from: 'user' });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		if (error instanceof Misused || error instanceof Failed) {
			streams.error(`throughline: ${error.message}`);
			return error instanceof Failed ? 1 : 2;
		}
		streams.error(`throughline: ${error instanceof Error ? error.message : error}`);
		return 1;
	}
}

// The reader of the output may close it early (`| head`), which is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

const terminal: Streams = {
	out: (line) => void process.stdout.write(`${printable(line)}\n`),
	error: (line) => void process.stderr.write(`${printable(line)}\n`),
	watched: process.stderr.isTTY === true
};

function program(streams: Streams, exit: Exit): Command {
	const root = new Command('throughline')
		.description('Stories as timelines: images and data out, data in, checks.')
		.addHelpText('after', examples)
		.showSuggestionAfterError()
		.exitOverride()
		.configureOutput({
			writeOut: (text) => streams.out(text.trimEnd()),
			writeErr: (text) => streams.error(text.trimEnd())
		});
	const commands = [
		devCommand(streams),
		buildCommand(streams),
		previewCommand(streams),
		exportCommand(streams),
		checkCommand(streams, exit),
		tilesCommand(streams),
		verifyCommand(streams, exit),
		newCommand(streams),
		importCommand(streams, exit)
	];
	root.hook('preAction', async (_, command) => (await import('./site.ts')).useSiteOf(command));
	for (const command of commands) root.addCommand(command.copyInheritedSettings(root));
	return root;
}
