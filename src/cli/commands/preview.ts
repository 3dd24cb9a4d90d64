import { Command, InvalidArgumentError, Option } from 'commander';
import type { Streams } from '../export.ts';
import { place } from './options.ts';

export interface ServeOptions {
	port?: number;
	host?: string;
}

export const port = () =>
	new Option('--port <number>', 'this one and no other; by default 4173 or the next that is free').argParser((text) => {
		if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new InvalidArgumentError('write a number up to 65535');
		return Number(text);
	});

export const host = () => new Option('--host <name>', 'to be reached from other machines: 0.0.0.0');

export function previewCommand(streams: Streams): Command {
	return new Command('preview')
		.description('serve what build made, as a host would')
		.addOption(new Option('--out <folder>', 'that build wrote').default('build'))
		.addOption(port())
		.addOption(host())
		.addOption(place())
		.action(async ({ out, port, host }: ServeOptions & { out: string }) => {
			const { preview } = await import('../build.ts');
			await preview(out, { port: port ?? 4173, next: port === undefined, host }, streams);
		});
}
