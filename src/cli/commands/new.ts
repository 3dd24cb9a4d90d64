import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { site, siteFileName } from '../../lib/node/site.ts';
import type { Streams } from '../export.ts';
import { allow, Misused } from '../failures.ts';
import type { NewOptions } from '../new.ts';
import { data, many } from './options.ts';

const examples = `
Examples:
  throughline new my-site                     a folder with settings, a first story and what an editor completes with
  cd my-site && throughline new my-story      another story in it
  throughline new story my-story --lang en,zh-Hans --title "Our story"

In a folder that is a site already, a name alone means a story; elsewhere a site.`;

export function newCommand(streams: Streams): Command {
	return new Command('new')
		.description('begin a site, or a story: files that check accepts, with comments on what to write')
		.argument('<name...>', 'of the folder, and in the address; before it "site" or "story", where it is not clear')
		.addOption(many('--lang <tags>', 'BCP 47, e.g.', ['en', 'zh-Hans'], ['en']))
		.option('--title <text>', 'of the story')
		.addOption(data())
		.addHelpText('after', examples)
		.action(async (names: string[], options: NewOptions, command: Command) => {
			const isSite = existsSync(siteFileName) || existsSync(site().stories);
			const asked = command.getOptionValueSource('data') === 'cli';
			const [what, name, ...more] = names.length > 1 ? names : [isSite || asked ? 'story' : 'site', names[0]];
			if (more.length) throw new Misused(`one at a time; leave out ${more.join(' ')}`);
			allow('kind of folder', [what], ['site', 'story']);
			const { makeSite, makeStory } = await import('../new.ts');
			streams.out(await (what === 'site' ? makeSite : makeStory)(name, options));
			if (what === 'site') streams.error(`Next: cd ${name} && npx throughline dev`);
		});
}
