import { Command } from 'commander';
import type { CheckOptions } from '../check.ts';
import type { Streams } from '../export.ts';
import { data, one, type Exit } from './options.ts';

const examples = `
Examples:
  throughline check              all stories in data/
  throughline check my-story     one of them
  throughline check ./elsewhere  a folder anywhere`;

/** @param exit called with the exit code where it is not 0 */
export function checkCommand(streams: Streams, exit: Exit): Command {
	return new Command('check')
		.description('list everything to correct in story folders')
		.argument('[stories...]', 'names, or paths of folders; by default all')
		.addOption(one('--format <name>', 'of the list', ['text', 'json'], 'text'))
		.addOption(data())
		.addHelpText('after', examples)
		.action(async (names: string[], options: CheckOptions) => {
			const { check } = await import('../check.ts');
			exit(await check(names, options, streams));
		});
}
