/** Fingerprints of a story’s entries, to which records and reviews are bound. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DateSpan } from '../story/date.ts';
import type { Story } from '../story/model.ts';

/** @returns SHA-256 of a text in UTF-8, hexadecimal */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text.toWellFormed())));

const isDate = (value: unknown): value is DateSpan => typeof value === 'object' && value !== null && 'edtf' in value;

/** One text for each value, whatever the order of its keys; computed parts (`span`) are left out. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (isDate(value)) return JSON.stringify(value.edtf);
	if (typeof value === 'object' && value !== null)
		return `{${Object.entries(value)
			.filter(([key, inner]) => inner !== undefined && inner !== null && key !== 'span')
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
			.join()}}`;
	return JSON.stringify(value);
}

const lists = {
	event: 'events',
	quote: 'quotes',
	figure: 'figures',
	actor: 'actors',
	scene: 'scenes',
	source: 'sources'
} as const;

/** What story.yaml says. */
export function ownOf(story: Story) {
	const { slug, verified, events, quotes, figures, actors, scenes, sources, ...own } = story;
	void [slug, verified, events, quotes, figures, actors, scenes, sources];
	return own;
}

/** Every entry by its key: `event-kimi`, `actor-openai` …, and `story` for what story.yaml says. */
export function entriesOf(story: Story): Map<string, object> {
	const all = new Map<string, object>([['story', ownOf(story)]]);
	for (const [kind, list] of Object.entries(lists))
		for (const entry of story[list]) all.set(`${kind}-${entry.id}`, entry);
	return all;
}

/** SHA-256 of each entry with all its contents; whether it is a draft says nothing about its claims. */
export const digests = (story: Story): Map<string, string> =>
	new Map([...entriesOf(story)].map(([item, entry]) => [item, digestOf(canonical({ ...entry, draft: undefined }))]));

/** How many digits of a digest are written in files. */
const written = 12;

/** @returns what a review of an entry is bound to: its fingerprint without its reviews, cut to twelve digits */
export const reviewDigest = (entry: object): string =>
	digestOf(canonical({ ...entry, draft: undefined, reviewed: undefined })).slice(0, written);
