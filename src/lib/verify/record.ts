/**
 * What is kept of a verification, in `verified.yaml`: fingerprints of the source’s paragraphs and of the entries. They
 * show a change in either without the source at hand, and tell readers what was checked and when.
 */
import type { Review, Story, Verified } from '../story/model.ts';
import { digestOf, digests, ownOf, reviewDigest } from './digest.ts';
import type { Report } from './finding.ts';
import type { Reviewed } from './reviews.ts';
import type { SourceText } from './source.ts';
import { form } from './verify.ts';

/** Fingerprints of a source: SHA-256 of each paragraph in normal form, and so the same for any variant of the text. */
const fingerprints = (source: SourceText) => source.paragraphs.map(({ normal }) => digestOf(normal.text));

/**
 * Records every entry and story.yaml, even if nothing in it could be checked, so that a change is noticed.
 * @param date of the verification, EDTF
 */
export function recordOf(story: Story, report: Report, texts: ReadonlyMap<string, SourceText>, date: string): Verified {
	const digest = digests(story);
	const items = new Map(
		[...digest].map(([item, digest]): [string, Verified['claims'][number]] => [
			item,
			{ item, digest, found: 0, normalised: 0, reviewed: 0, unchecked: 0, open: 0 }
		])
	);
	for (const { item, verdict, aspect } of report.findings) {
		const counts = items.get(item)!;
		// Readers see a translation as unchecked; other sentences in the story’s own words are not counted.
		if (verdict === 'sense') counts.unchecked += aspect === 'translation' ? 1 : 0;
		else counts[verdict === 'missing' ? 'open' : verdict === 'rounded' ? 'found' : verdict]++;
	}
	return {
		form,
		sources: report.sources.map(({ id }) => ({ source: id, date, paragraphs: fingerprints(texts.get(id)!) })),
		claims: [...items.values()]
	};
}

export interface Staleness {
	/** Entries that have changed since, or were never checked. */
	changed: string[];
	/** Paragraphs of a source that have changed or are gone. */
	paragraphs: { source: string; changed: number[]; was: number; is: number }[];
}

/**
 * Compares a story with the record of its last verification.
 *
 * @param texts of sources by id, if available: then their fingerprints are compared too
 * @returns what has changed since; everything empty where nothing has
 */
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

/**
 * What readers may be told about how a story was checked.
 * @returns the story with only those records and reviews that apply to its entries as they are now
 */
export function asChecked(story: Story): Story {
	const { verified } = story;
	const digest = digests(story);
	const standing = <T extends Reviewed>(entry: T): T =>
		entry.reviewed ? { ...entry, reviewed: stillHolding(entry, entry.reviewed) } : entry;
	return {
		...story,
		reviewed: standing(ownOf(story)).reviewed,
		actors: story.actors.map(standing),
		events: story.events.map(standing),
		quotes: story.quotes.map(standing),
		figures: story.figures.map(standing),
		scenes: story.scenes.map(standing),
		sources: story.sources.map(standing),
		...(verified && {
			verified: { ...verified, claims: verified.claims.filter(({ item, digest: was }) => digest.get(item) === was) }
		})
	};
}

function stillHolding(entry: Reviewed, reviews: Review[]): Review[] {
	const digest = reviewDigest(entry);
	return reviews.filter((review) => review.digest === digest);
}
