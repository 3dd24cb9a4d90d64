/** Errors that end a command. */
import { suggest } from '../lib/story/messages.ts';

/** The command could not do its work: exit code 1. */
export class Failed extends Error {}

/** The command was used wrongly: exit code 2. */
export class Misused extends Error {}

/** @throws Misused for a value that is not allowed, with the nearest allowed one and the list of all */
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
