/** Options that several commands share, with the parsers of their values. */
import { InvalidArgumentError, Option } from 'commander';

/** Called with the exit code of a command. */
export type Exit = (code: number) => void;

export const list = (value: string, before: string[] = []) => [
	...before,
	...value
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean)
];

export const data = () => new Option('--data <folder>', 'folder of stories, by default data, or as site.yaml says');

/** The address at which the site will be published. */
export const place = () =>
	new Option('--address <url>', 'where the site will stand: https://example.org, or with a path').argParser((text) => {
		if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
			throw new InvalidArgumentError('write it whole: https://example.org/timelines');
		return new URL(text);
	});

/** Whether drafts are shown (cli/site.ts). */
export const drafts = () => new Option('--drafts', 'with stories and entries that are drafts');

/** An option with one of the choices. The command checks it itself, so that its message can suggest one. */
export function one(flags: string, words: string, choices: readonly (string | number)[], value?: string): Option {
	const option = new Option(flags, `${words}: ${choices.join(', ')}`);
	return value === undefined ? option : option.default(value);
}

/** An option with any number of the choices, comma-separated or repeated; given values replace the default. */
export function many(flags: string, words: string, choices: readonly string[], value: string[]): Option {
	let given = false;
	return new Option(flags, `${words}: ${choices.join(', ')}`)
		.default(value)
		.argParser((text: string, before: string[]) => {
			const all = list(text, given ? before : []);
			given = true;
			return all;
		});
}
