import { Command } from 'commander';
import type { Streams } from '../export.ts';
import { data, place } from './options.ts';
import { host, port, type ServeOptions } from './preview.ts';

export function devCommand(streams: Streams): Command {
	return new Command('dev')
		.description('serve the site while you write it: what you save shows at once')
		.addOption(port())
		.addOption(host())
		.addOption(place())
		.addOption(data())
		.action(async ({ port, host }: ServeOptions) => {
			const { dev } = await import('../dev.ts');
			await dev({ port: port ?? 4173, next: port === undefined, host }, streams);
		});
}
