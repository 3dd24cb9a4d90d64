/**
 * What is kept of a verification, in `verified.yaml`: fingerprints of the source’s paragraphs and of the entries, so that
 * a change of either is noticed without the source at hand, and readers are told what was checked and when.
 */
import { createHash } from 'node:crypto';
import type { Story, Verified } from '../story/model.ts';
import type { Report } from './finding.ts';
import type { SourceText } from './source.ts';
import { form } from './verify.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** One text for one value, whatever the order of its keys. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (typeof value === 'object' && value !== null)
		return `{${Object.entries(value)
			.filter(([key, inner]) => inner !== undefined && key !== 'span')
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
			.join()}}`;
	return JSON.stringify(value);
}

const lists = { event: 'events', quote: 'quotes', figure: 'figures', actor: 'actors', scene: 'scenes', source: 'sources' } as const; // prettier-ignore

/** SHA-256 of every entry, by `event-kimi`, `actor-openai` …, and of what story.yaml tells by `story-` and its name. */
export function digests(story: Story): Map<string, string> {
	const { slug, title, dek, about } = story;
	return new Map([
		[`story-${slug}`, sha256(canonical({ title, dek, about }))],
		...Object.entries(lists).flatMap(([kind, list]) =>
			story[list].map((entry): [string, string] => {
				const { window, ...rest } = entry as { id: string; window?: unknown };
				return [`${kind}-${entry.id}`, sha256(canonical({ ...rest, window: (window as { edtf?: string })?.edtf }))];
			})
		)
	]);
}

/** Fingerprints of a source: SHA-256 of each paragraph in normal form. Two guises of one text have the same. */
export const fingerprints = (source: SourceText) => source.paragraphs.map(({ normal }) => sha256(normal.text));

/** @param date of the verification, EDTF */
export function recordOf(story: Story, report: Report, texts: ReadonlyMap<string, SourceText>, date: string): Verified {
	const none = { found: 0, normalised: 0, reviewed: 0, unchecked: 0 };
	const items = new Map<string, Verified['claims'][number]>();
	for (const [item, digest] of digests(story)) items.set(item, { item, digest, ...none });
	for (const { item, verdict, aspect } of report.findings) {
		const known = items.get(item);
		if (!known || verdict === 'missing') continue;
		// A translation is told to readers as not checked; other sentences in the story’s own words are not spoken of.
		if (verdict === 'sense') known.unchecked += aspect === 'translation' ? 1 : 0;
		else known[verdict === 'rounded' ? 'found' : verdict]++;
	}
	return {
		form,
		sources: report.sources.map(({ id }) => ({ source: id, date, paragraphs: fingerprints(texts.get(id)!) })),
		claims: [...items.values()]
	};
}

export interface Staleness {
	/** Entries that were changed since, or never checked. */
	changed: string[];
	/** Paragraphs of a source that are not what they were, or no longer there. */
	paragraphs: { source: string; changed: number[]; was: number; is: number }[];
}

/** @param texts of sources, where there are any: then their fingerprints are compared too */
export function staleness(story: Story, verified: Verified, texts: ReadonlyMap<string, SourceText>): Staleness {
	const known = new Map(verified.claims.map(({ item, digest }) => [item, digest]));
	const changed = [...digests(story)].flatMap(([item, digest]) => (known.get(item) === digest ? [] : [item]));
	const paragraphs = verified.sources.flatMap(({ source, paragraphs: was }) => {
		const text = texts.get(source);
		if (!text || verified.form !== form) return [];
		const is = fingerprints(text);
		const differ = was.flatMap((one, i) => (is[i] === one ? [] : [i + 1]));
		return differ.length || is.length !== was.length
			? [{ source, changed: differ, was: was.length, is: is.length }]
			: [];
	});
	return { changed, paragraphs };
}

/** The record without the entries that were changed since: what may be told to readers. */
export function current(story: Story, verified: Verified): Verified {
	const digest = digests(story);
	return { ...verified, claims: verified.claims.filter((claim) => digest.get(claim.item) === claim.digest) };
}
