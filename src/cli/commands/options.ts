/** Options that several commands have, and how their values are read. */
import { InvalidArgumentError, Option } from 'commander';

/** Takes the exit code of a command. */
export type Exit = (code: number) => void;

export const list = (value: string, before: string[] = []) => [
	...before,
	...value
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean)
];

export const data = () => new Option('--data <folder>', 'folder of stories, by default data, or as site.yaml says');

/** Where the site will stand. */
export const place = () =>
	new Option('--address <url>', 'where the site will stand: https://example.org, or with a path').argParser((text) => {
		if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
			throw new InvalidArgumentError('write it whole: https://example.org/timelines');
		return new URL(text);
	});

/** One of the choices, which the command checks itself: its message suggests. */
export function one(flags: string, words: string, choices: readonly (string | number)[], value?: string): Option {
	const option = new Option(flags, `${words}: ${choices.join(', ')}`);
	return value === undefined ? option : option.default(value);
}

/** Any number of the choices, with commas or the option said again; what is said replaces the default. */
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
