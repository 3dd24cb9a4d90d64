import { Command, Option } from 'commander';
import type { Streams } from '../export.ts';
import { data, drafts, place } from './options.ts';

const examples = `
Examples:
  throughline build                                        into build/, for any static host
  throughline build --address https://example.org/timelines   links, images and previews for that address

A story that has something to correct is listed and left out; the exit code is then 1, and all others are there.`;

export function buildCommand(streams: Streams): Command {
	return new Command('build')
		.description('make the site: every story as static pages')
		.addOption(new Option('--out <folder>', 'where to').default('build'))
		.addOption(place())
		.addOption(drafts())
		.addOption(data())
		.addHelpText('after', examples)
		.action(async ({ out }: { out: string }) => {
			const { build } = await import('../build.ts');
			await build(out, streams);
		});
}
