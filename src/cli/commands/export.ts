import { Command, Option } from 'commander';
import { dataFormats } from '../../lib/export/data/formats.ts';
import { imageFormats, resolutions, slideFormats } from '../../lib/export/names.ts';
import { pictureSizeNames } from '../../lib/export/parts.ts';
import { pictureThemes } from '../../lib/layout/palettes.ts';
import { orders, quotePlaces, scales } from '../../lib/view/view.ts';
import type { ExportOptions, Streams } from '../export.ts';
import { data, drafts, list, many, one } from './options.ts';

const examples = `
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
    throughline export my-story --format pptx --lang en --scene opening,end --order time`;

export function exportCommand(streams: Streams): Command {
	return new Command('export')
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
		.addOption(new Option('--address <url>', 'where the stories are published; printed in images').default(''))
		.addOption(new Option('--out <folder>', 'where to write').default('.'))
		.option('--allow-missing-glyphs', 'write images with boxes for characters that no font has')
		.option('--quiet', 'print nothing but errors')
		.addOption(drafts())
		.addOption(data())
		.addHelpText('after', examples)
		.action(async (name: string, options: ExportOptions, command: Command) => {
			// Quotations have their own sizes; the default is the card.
			const ownSize = options.quotes && command.getOptionValueSource('size') === 'default';
			const { exportStory } = await import('../export.ts');
			await exportStory(name, ownSize ? { ...options, size: ['card'] } : options, streams);
		});
}
