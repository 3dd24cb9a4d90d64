/** How a command ends when it does not end well. */
import { suggest } from '../lib/story/messages.ts';

/** The work could not be done: exit code 1. */
export class Failed extends Error {}

/** The command was not understood: exit code 2. */
export class Misused extends Error {}

/** @throws Misused with the nearest allowed value and all of them, where one is not allowed */
export function allow<T extends string>(what: string, values: readonly string[], allowed: readonly T[]): T[] {
	const wrong = values.filter((value) => !(allowed as readonly string[]).includes(value));
	if (wrong.length === 0) return [...new Set(values)] as T[];
	throw new Misused(
		wrong
			.map((value) => {
				const near = suggest(value, [...allowed]);
				const meant = near.length ? ` Did you mean ${near.join(' or ')}?` : '';
				return `no ${what} "${value}".${meant} There ${allowed.length === 1 ? 'is' : 'are'}: ${allowed.join(', ')}`;
			})
			.join('\n')
	);
}
