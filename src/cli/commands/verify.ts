import { Command, Option } from 'commander';
import { verifyFormats } from '../../lib/verify/formats.ts';
import type { Streams } from '../export.ts';
import type { VerifyOptions } from '../verify.ts';
import { data, one, type Exit } from './options.ts';

const examples = `
Examples:
  Every event, quotation and figure against the paragraphs that it cites:
    throughline verify my-story --source article.txt
  Source and claims side by side, to tick what a program cannot tell:
    throughline verify my-story --source article.txt --format html > report.html
  Only what is not found; a report for CI; several sources:
    throughline verify my-story --source article.txt --quiet
    throughline verify my-story --source article.txt --format junit > report.xml
    throughline verify my-story --source article=article.txt --source interview=talk.txt
  Keep what was checked, for readers and for the next time; has anything changed since?
    throughline verify my-story --source article.txt --write
    throughline verify my-story

A source is plain text, a paragraph a line or between empty lines. Script variants, width, punctuation and the readings
of a scrape make no difference. Exit codes: 0 everything found, 1 not, 2 the command was not understood.`;

/** @param exit called with the exit code where it is not 0 */
export function verifyCommand(streams: Streams, exit: Exit): Command {
	return new Command('verify')
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
		.option('--strict', 'exit with 1 also where a claim is for a person to judge and nobody has')
		.addOption(data())
		.addHelpText('after', examples)
		.action(async (name: string, options: VerifyOptions) => {
			const { verify } = await import('../verify.ts');
			exit(await verify(name, options, streams));
		});
}
