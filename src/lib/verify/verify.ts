/**
 * A story held against the text of its sources: every event, quotation, figure, actor and scene against the paragraphs
 * that it cites. Pure: texts in, a report out.
 */
import { group } from 'd3';
import type { DateSpan } from '../story/date.ts';
import type { Story, Text } from '../story/model.ts';
import { date, reason } from './checkDates.ts';
import { actor, names, spelling } from './checkNames.ts';
import { amounts } from './checkAmounts.ts';
import { translations, words } from './checkQuotes.ts';
import { role } from './checkRoles.ts';
import { citations } from './citations.ts';
import { ownOf } from './digest.ts';
import { Entry, type Shared, type Subject } from './entry.ts';
import { countsOf, type Finding, type Report } from './finding.ts';
import { links } from './links.ts';
import { namesOf } from './names.ts';
import { narrative } from './narrative.ts';
import { places } from './places.ts';
import { Reviews, type Reviewed } from './reviews.ts';
import { Library, located, normal } from './scope.ts';
import { subjectsIn } from './subjects.ts';
import type { SourceText } from './source.ts';
import { pieces } from './words.ts';

/** Changes when the normal form does: fingerprints of another version cannot be compared. */
export const form = 1;

const known = new WeakMap<SourceText, Map<string, Library>>();

/** What was read of a text serves for the next story, or the next draft of it. */
function libraryOf(text: SourceText, id: string, language: string, published: DateSpan | null): Library {
	const all = known.get(text) ?? new Map<string, Library>();
	known.set(text, all);
	const key = [id, language, published?.edtf].join(' ');
	const library = all.get(key) ?? new Library(id, text, language, published);
	all.set(key, library);
	return library;
}

/** Countries that the name of a side names: its actors may be called by them. */
function sidePlaces({ sides = [] }: Story, id: string): string[] {
	const names = Object.values(sides.find((side) => side.id === id)?.name ?? {});
	return [...new Set(names.flatMap((name) => places(name).map((place) => `place:${place.id}`)))];
}

/** Words that the story itself writes with a small letter: at the beginning of a sentence they are no names. */
function smallWords(story: Story): Set<string> {
	const found = new Set<string>();
	const look = (value: unknown): void => {
		// Ids and addresses are no words.
		if (typeof value === 'string' && !/^[a-z0-9-]+$/.test(value))
			for (const [word] of value.replace(/\]\([^)]*\)/g, '').matchAll(/(?<![\p{L}'’])\p{Ll}[\p{sc=Latin}]*/gu))
				found.add(word);
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
	};
	for (const list of [story.events, story.quotes, story.figures, story.scenes, story.actors]) look(list);
	look([story.title, story.dek, story.about]);
	return found;
}

function memoised<K extends object, V>(make: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, V>();
	return (key) => {
		if (!known.has(key)) known.set(key, make(key));
		return known.get(key)!;
	};
}

/**
 * @param texts by id of the source; what a claim cites of others cannot be checked, and the report says so
 */
export function verifyStory(story: Story, texts: ReadonlyMap<string, SourceText>): Report {
	const libraries = new Map<string, Library>();
	for (const { id, language, span } of story.sources) {
		const text = texts.get(id);
		if (text) libraries.set(id, libraryOf(text, id, language, span ?? null));
	}
	const shared: Shared = {
		libraries,
		names: namesOf(story.actors),
		named: new WeakMap(),
		sides: new Map(story.actors.map(({ id, side }) => [id, sidePlaces(story, side)])),
		small: smallWords(story),
		reviewsOf: memoised((entry: Reviewed) => new Reviews(entry, story.languages[0]))
	};
	const findings: Finding[] = [];
	const checked: Entry[] = [];
	const verify = <T extends { id: string } & Reviewed>(
		kind: Subject['kind'],
		list: readonly T[],
		cited: (one: T) => Pick<Subject, 'sources'>,
		check: (entry: Entry, one: T) => void
	) =>
		list.forEach((one, index) => {
			const entry = new Entry(shared, { kind, id: one.id, index, sources: cited(one).sources, of: one });
			if (entry.canBeChecked) {
				check(entry, one);
				citations(entry);
				checked.push(entry);
			} else {
				const ids = [...new Set(entry.subject.sources.map(({ source }) => source))].join(', ');
				entry.claim('paragraph', ['sources'], ids, { verdict: 'unchecked', message: `no text of ${ids} was given` });
			}
			findings.push(...entry.findings);
		});
	const others = (entry: Entry, actors: readonly string[]) =>
		actors.forEach((id, i) => actor(entry, id, ['actors', i]));

	verify(
		'event',
		story.events,
		(event) => event,
		(entry, event) => {
			const { span, from, actors } = event;
			date(entry, event, ['date']);
			why(entry, from);
			others(entry, actors);
			narrative(entry, event.title, { path: ['title'], span, from, actors, kinds: ['person', 'company'], title: true });
			// A summary may name the company that somebody has left.
			narrative(entry, event.summary, { path: ['summary'], span, from, actors, kinds: ['person'] });
		}
	);

	verify(
		'quote',
		story.quotes,
		(quote) => quote,
		(entry, quote) => {
			words(entry, quote);
			date(entry, quote, ['date']);
			why(entry, quote.from);
			others(entry, quote.actors);
			narrative(entry, quote.context, {
				path: ['context'],
				span: quote.span,
				from: quote.from,
				actors: [quote.speaker, ...quote.actors]
			});
			translations(entry, quote);
		}
	);

	verify(
		'figure',
		story.figures,
		(figure) => figure,
		(entry, figure) => {
			const { span, from, actors } = figure;
			date(entry, figure, ['date']);
			why(entry, from);
			others(entry, actors);
			for (const key of ['title', 'summary', 'note'] as const)
				narrative(entry, figure[key], { path: [key], span, from, actors, kinds: ['person', 'company'] });
			amounts(entry, figure);
			rows(entry, figure);
		}
	);

	verify(
		'actor',
		story.actors,
		(actor) => actor,
		(entry, one) => {
			actor(entry, one.id, ['name']);
			spelling(entry, one);
			role(entry, one);
		}
	);

	verify(
		'scene',
		story.scenes,
		(scene) => scene,
		(entry, scene) => {
			for (const key of ['heading', 'prose', 'lead'] as const)
				narrative(entry, scene[key], { path: [key], markdown: key !== 'heading' });
		}
	);

	verify(
		'source',
		story.sources,
		({ id }) => ({ sources: [{ source: id }] }),
		(entry, source) => {
			source.authors.forEach(({ name }, i) => {
				const hit = entry.find(name);
				entry.claim(
					'author',
					['authors', i, 'name'],
					name,
					hit
						? { verdict: 'found', ...located(hit) }
						: { verdict: 'missing', message: 'The source does not name them.' }
				);
			});
			reason(entry, source.from, ['from']);
		}
	);

	const all = story.sources.filter(({ id }) => libraries.has(id)).map(({ id }) => ({ source: id }));
	if (all.length) {
		const entry = new Entry(shared, { kind: 'story', id: story.slug, index: 0, sources: all, of: ownOf(story) });
		checked.push(entry);
		narrative(entry, story.title, { path: ['title'] });
		narrative(entry, story.dek, { path: ['dek'] });
		narrative(entry, story.about, { path: ['about'], loose: true, markdown: true });
		findings.push(...entry.findings);
	}
	findings.push(...links(story, shared));
	const byItem = group(findings, ({ item }) => item);
	for (const entry of checked) {
		const { length } = entry.findings;
		entry.unusedReviews(byItem.get(entry.item) ?? []);
		findings.push(...entry.findings.slice(length));
	}

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

/** What a row says beside its number. */
function rows(entry: Entry, figure: Story['figures'][number]): void {
	const { basis, from } = figure;
	figure.rows.forEach((row, i) => {
		const path = ['rows', i];
		narrative(entry, row.group, { path: [...path, 'group'], label: true });
		narrative(entry, row.label, { path: [...path, 'label'], actors: figure.actors, label: true });
		const [label] = subjectsIn(normal(Object.values(row.label)[0] ?? ''), entry.shared.names);
		const owner = label && entry.shared.names.get(label.ids[0]);
		if (
			row.actor &&
			owner &&
			owner.id !== row.actor &&
			['person', 'company'].includes(owner.kind) &&
			!label.ids.includes(row.actor) &&
			!entry.shared.names.isMember(row.actor, owner.id)
		)
			entry.claim('name', [...path, 'label'], label.name, {
				verdict: 'missing',
				message: `The label names ${label.name}, and the actor is ${row.actor}. Correct one of the two.`
			});
		// How its words are told is the figure’s to say; that the source has such a date is checked here.
		if (row.span) date(entry, { date: row.date!, span: row.span, basis, from, when: row.when }, [...path, 'date']);
		narrative(entry, row.says, { path: [...path, 'says'], label: true });
		reason(entry, row.inferred, [...path, 'inferred']);
	});
}

/** Why a date was inferred: words that it quotes, and names as the story spells them. */
function why(entry: Entry, from: Text | undefined): void {
	reason(entry, from, ['from']);
	names(entry, from, { path: ['from'], loose: true });
}

/** Paragraphs that no entry cites; a citation without paragraphs cites none by number. */
function uncited(story: Story, id: string, { paragraphs }: SourceText): number[] {
	const { actors, events, quotes, figures, scenes } = story;
	const cited = new Set(
		[...actors, ...events, ...quotes, ...figures, ...scenes].flatMap(({ sources }) =>
			sources.flatMap((one) => (one.source === id ? (one.paragraphs ?? []) : []))
		)
	);
	return paragraphs.map(({ number }) => number).filter((number) => !cited.has(number));
}

/** How much of a source the story prints in its own words, quotations and excerpts together: 0–1. */
function quotedShare(story: Story, id: string, source: SourceText): number {
	const stretches = new Map<number, Set<number>>();
	const add = (text: string, numbers: readonly number[] | undefined) => {
		for (const part of pieces(text).parts)
			for (const paragraph of numbers ? source.pick(numbers) : []) {
				const from = paragraph.normal.text.indexOf(part);
				if (from < 0) continue;
				const set = stretches.get(paragraph.number) ?? new Set<number>();
				stretches.set(paragraph.number, set);
				for (let unit = from; unit < from + part.length; unit++) set.add(unit);
			}
	};
	for (const item of [...story.events, ...story.quotes, ...story.figures])
		for (const citation of item.sources) {
			if (citation.source !== id) continue;
			if (citation.excerpt) add(citation.excerpt, citation.paragraphs);
			if ('words' in item) [item.words].flat().forEach((one) => add(one, citation.paragraphs));
		}
	const all = source.paragraphs.reduce((sum, { normal }) => sum + normal.text.length, 0);
	return all ? [...stretches.values()].reduce((sum, { size }) => sum + size, 0) / all : 0;
}
