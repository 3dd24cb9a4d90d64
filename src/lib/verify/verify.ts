/**
 * Checks a story against the text of its sources: every event, quotation, figure, actor and scene against the
 * paragraphs that it cites. Pure: texts in, a report out.
 */
import { group } from 'd3';
import type { DateSpan } from '../story/date.ts';
import type { Story } from '../story/model.ts';
import * as checks from './checks.ts';
import { citations } from './citations.ts';
import { quotedShare, uncited } from './coverage.ts';
import { ownOf } from './digest.ts';
import { Entry, type Shared, type Subject } from './entry.ts';
import { countsOf, type Finding, type Report } from './finding.ts';
import { links } from './links.ts';
import { namesOf, type Names } from './names.ts';
import { places } from './places.ts';
import { memoiseByObject, memoiseByText } from './remember.ts';
import { Library } from './scope.ts';
import type { SourceText } from './source.ts';

/** Incremented with the normal form: fingerprints of another version cannot be compared. */
export const form = 1;

const libraries = memoiseByObject<SourceText, Map<string, Library>>(() => new Map());

/** What was read of a text is reused for the next story or draft. */
function libraryOf(text: SourceText, id: string, language: string, published: DateSpan | null): Library {
	const key = [id, language, published?.edtf].join(' ');
	const library = libraries(text).get(key) ?? new Library(id, text, language, published);
	libraries(text).set(key, library);
	return library;
}

/** Countries in the name of a side: its actors may be called by them. */
function sidePlaces({ sides = [] }: Story, id: string): string[] {
	const names = Object.values(sides.find((side) => side.id === id)?.name ?? {});
	return [...new Set(names.flatMap((name) => places(name).map((place) => `place:${place.id}`)))];
}

/** Words of a text in lower case, and with a capital. Ids and addresses are left out. */
const latinIn = memoiseByText((text) => {
	const words = /^[a-z0-9-]+$/.test(text)
		? []
		: (text.replace(/\]\([^)]*\)/g, '').match(/(?<![\p{sc=Latin}\p{N}'’])\p{sc=Latin}+/gu) ?? []);
	return {
		small: words.filter((word) => /^\p{Ll}/u.test(word)),
		capital: words.filter((word) => /^\p{Lu}/u.test(word))
	};
});

/**
 * Latin words of a story. At the beginning of a sentence, those that it also writes in lower case are not names. Names
 * of actors are left out, as they are checked against the others.
 */
function wordsOf(story: Story): Record<'small' | 'capital', Set<string>> {
	const found = { small: new Set<string>(), capital: new Set<string>() };
	const look = (value: unknown): void => {
		if (typeof value === 'string') {
			const { small, capital } = latinIn(value);
			for (const word of small) found.small.add(word);
			for (const word of capital) found.capital.add(word);
		} else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
	};
	look(story.actors.map(({ role, note }) => [role, note]));
	for (const list of [story.events, story.quotes, story.figures, story.scenes]) look(list);
	look([story.title, story.dek, story.about]);
	return found;
}

/** How many drafts of one story are kept, and how many states of their entries. */
const [manyDrafts, manyStates] = [4, 5000];

interface Draft extends Shared {
	key: string;
	/** The words in `capital`, as a part of a key. */
	capitals: string;
	/** Findings for an entry, by its full contents: the same state of an entry is checked once. */
	found: Map<string, Finding[]>;
}

const drafts = memoiseByObject<Names, Draft[]>(() => []);

/** What all entries share and their findings also depend on; an equal one is reused. */
function sharedOf(story: Story, libraries: ReadonlyMap<string, Library>): Draft {
	const names = namesOf(story.actors);
	const sides = new Map(story.actors.map(({ id, side }) => [id, sidePlaces(story, side)]));
	const { small, capital } = wordsOf(story);
	const capitals = [...capital].sort().join(' ');
	const language = story.languages[0];
	const key = JSON.stringify([language, [...sides], [...small].sort()]);
	const known = drafts(names);
	const isSame = (one: Draft) =>
		one.key === key &&
		one.libraries.size === libraries.size &&
		[...libraries].every(([id, library]) => one.libraries.get(id) === library);
	const same = known.find(isSame);
	if (same) return { ...same, capital, capitals };
	const found = new Map<string, Finding[]>();
	const draft = { libraries, names, sides, small, capital, capitals, language, key, found };
	known.unshift(draft);
	known.length = Math.min(known.length, manyDrafts);
	return draft;
}

function findingsOf(shared: Draft, subject: Subject, check: (entry: Entry) => void): readonly Finding[] {
	// The names of actors are checked against the story’s texts too.
	const beside = subject.kind === 'actor' ? shared.capitals : '';
	const key = [subject.kind, subject.index, JSON.stringify(subject.of), beside].join(' ');
	const before = shared.found.get(key);
	if (before) return before;
	const entry = new Entry(shared, subject);
	if (entry.canBeChecked) {
		check(entry);
		if (subject.kind !== 'story') citations(entry);
	} else {
		const ids = [...new Set(subject.sources.map(({ source }) => source))].join(', ');
		entry.claim('paragraph', ['sources'], ids, { verdict: 'unchecked', message: `no text of ${ids} was given` });
	}
	if (shared.found.size >= manyStates) shared.found.clear();
	shared.found.set(key, entry.findings);
	return entry.findings;
}

/**
 * Holds every claim of a story against the text that it cites. Never throws for what a story or a text says.
 *
 * @param texts by id of the source; citations of sources without a text cannot be checked, and are reported so
 */
export function verifyStory(story: Story, texts: ReadonlyMap<string, SourceText>): Report {
	const libraries = new Map<string, Library>();
	for (const { id, language, span } of story.sources) {
		const text = texts.get(id);
		if (text) libraries.set(id, libraryOf(text, id, language, span ?? null));
	}
	const shared = sharedOf(story, libraries);
	const findings: Finding[] = [];
	const subjects: Subject[] = [];
	const hold = (subject: Subject, check: (entry: Entry) => void) => {
		subjects.push(subject);
		findings.push(...findingsOf(shared, subject, check));
	};
	const holdAll = <T extends { id: string; sources?: Subject['sources'] } & Subject['of']>(
		kind: Subject['kind'],
		list: readonly T[],
		check: (entry: Entry, one: T) => void
	) =>
		list.forEach((of, index) => {
			// A source is checked against itself.
			const { id, sources = [{ source: id }] } = of;
			hold({ kind, id, index, sources, of }, (entry) => check(entry, of));
		});
	holdAll('event', story.events, checks.event);
	holdAll('quote', story.quotes, checks.quote);
	holdAll('figure', story.figures, checks.figure);
	holdAll('actor', story.actors, checks.someone);
	holdAll('scene', story.scenes, checks.scene);
	holdAll('source', story.sources, checks.source);
	const sources = [...libraries.keys()].map((source) => ({ source }));
	if (sources.length)
		hold({ kind: 'story', id: story.slug, index: 0, sources, of: ownOf(story) }, (entry) =>
			checks.opening(entry, story)
		);
	findings.push(...links(story, shared));
	const byItem = group(findings, ({ item }) => item);
	for (const subject of subjects)
		if (subject.of.reviewed?.length) findings.push(...unusedReviews(shared, subject, byItem));

	return {
		story: story.slug,
		form,
		sources: [...libraries.values()].map(({ id, text }) => ({
			id,
			paragraphs: text.paragraphs.length,
			unit: text.unit,
			quoted: quotedShare(story, id, text),
			uncited: uncited(story, id, text)
		})),
		without: story.sources.map(({ id }) => id).filter((id) => !libraries.has(id)),
		findings,
		counts: countsOf(findings)
	};
}

function unusedReviews(shared: Shared, subject: Subject, byItem: ReadonlyMap<string, readonly Finding[]>): Finding[] {
	const entry = new Entry(shared, subject);
	if (entry.canBeChecked) entry.unusedReviews(byItem.get(entry.item) ?? []);
	return entry.findings;
}
