import { Command } from 'commander';
import type { Streams } from '../export.ts';
import { data, many } from './options.ts';

export function newCommand(streams: Streams): Command {
	return new Command('new')
		.description('begin a story: a folder that check accepts, with comments on what to write')
		.argument('<name>', 'of the folder, and in the address')
		.addOption(many('--lang <tags>', 'BCP 47, e.g.', ['en', 'zh-Hans'], ['en']))
		.option('--title <text>', 'of the story')
		.addOption(data())
		.action(async (name: string, options: { lang: string[]; title?: string; data: string }) => {
			const { makeStory } = await import('../new.ts');
			streams.out(await makeStory(name, options));
		});
}
