/**
 * A story held against the text of its sources: every event, quotation, figure, actor and scene against the paragraphs
 * that it cites. Pure: texts in, a report out.
 */
import { compute } from '../story/compute.ts';
import type { DateSpan } from '../story/date.ts';
import type { Quote, Review, Story } from '../story/model.ts';
import { Entry, type Shared, type Subject } from './entry.ts';
import { verdicts, type Finding, type Report, type Verdict } from './finding.ts';
import { Names } from './names.ts';
import { findNumbers, sameNumber, type NumberKind, type Qualifier } from './numerals.ts';
import { Reviews } from './reviews.ts';
import { original, type SourceText } from './source.ts';
import { at, isReadable, Library, located, normal, primary, type Hit } from './scope.ts';
import { speakerOf } from './speech.ts';
import { checkWords, pieces } from './words.ts';

/** Changes when the normal form does: fingerprints of another version cannot be compared. */
export const form = 1;

/** In normal form, either side of the words. */
const aroundSpeech = 2000;

const kinds: Record<'count' | 'percent' | 'usd', NumberKind> = { count: 'count', percent: 'percent', usd: 'money' };
const decimals = (value: number) => 10 ** -(String(value).split('.')[1] ?? '').length;

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
		names: new Names(story.actors),
		clauses: new WeakMap(),
		languages: story.languages
	};
	const findings: Finding[] = [];
	const verify = <T extends { id: string }>(
		kind: Subject['kind'],
		list: readonly T[],
		cited: (one: T) => Pick<Subject, 'sources'> & { reviewed?: Review[] },
		check: (entry: Entry, one: T) => void
	) =>
		list.forEach((one, index) => {
			const { sources, reviewed = [] } = cited(one);
			const reviews = new Reviews(reviewed, one, story.languages[0]);
			const entry = new Entry(shared, { kind, id: one.id, index, sources, reviews });
			if (entry.canBeChecked) {
				check(entry, one);
				entry.citations();
				entry.unusedReviews();
			} else {
				const ids = [...new Set(entry.subject.sources.map(({ source }) => source))].join(', ');
				entry.claim('paragraph', ['sources'], ids, { verdict: 'unchecked', message: `no text of ${ids} was given` });
			}
			findings.push(...entry.findings);
		});

	verify('event', story.events, (event) => event, (entry, event) => {
		entry.date(event, ['date']);
		entry.reason(event.from, ['from']);
		event.actors.forEach((id, i) => entry.actor(id, ['actors', i]));
		for (const key of ['title', 'summary'] as const) entry.narrative(event[key], [key], event.span, event.from);
		entry.named(event.title, event.actors, ['title'], ['person', 'company']);
		// A summary may name the company that somebody has left.
		entry.named(event.summary ?? {}, event.actors, ['summary'], ['person']);
	}); // prettier-ignore

	verify('quote', story.quotes, (quote) => quote, (entry, quote) => {
		words(entry, quote, shared);
		entry.date(quote, ['date']);
		entry.reason(quote.from, ['from']);
		quote.actors.forEach((id, i) => entry.actor(id, ['actors', i]));
		entry.narrative(quote.context, ['context'], quote.span, quote.from);
		translations(entry, quote);
	}); // prettier-ignore

	verify('figure', story.figures, (figure) => figure, (entry, figure) => {
		entry.date(figure, ['date']);
		entry.reason(figure.from, ['from']);
		figure.actors.forEach((id, i) => entry.actor(id, ['actors', i]));
		for (const key of ['title', 'summary', 'note'] as const) entry.narrative(figure[key], [key], figure.span, figure.from);
		for (const key of ['title', 'summary', 'note'] as const) entry.named(figure[key] ?? {}, figure.actors, [key], ['person', 'company']);
		numbers(entry, figure);
	}); // prettier-ignore

	verify('actor', story.actors, (actor) => actor, (entry, actor) => entry.actor(actor.id, ['name'])); // prettier-ignore

	verify('scene', story.scenes, (scene) => scene, (entry, scene) => {
		for (const key of ['heading', 'prose', 'lead'] as const) {
			// Addresses of links are not told to anybody.
			const plain = Object.fromEntries(Object.entries(scene[key] ?? {}).map(([lang, text]) => [lang, text.replace(/\]\([^)]*\)/g, ']')]));
			entry.narrative(plain, [key], null);
		}
	}); // prettier-ignore

	verify('source', story.sources, ({ id, reviewed }) => ({ sources: [{ source: id }], reviewed }), (entry, source) => {
		source.authors.forEach(({ name }, i) => {
			const hit = entry.find(name);
			entry.claim('author', ['authors', i, 'name'], name, hit
				? { verdict: 'found', ...located(hit) }
				: { verdict: 'missing', message: 'the source does not name them' });
		});
		entry.reason(source.from, ['from']);
	}); // prettier-ignore

	const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
	for (const { verdict } of findings) counts[verdict]++;
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
		counts
	};
}

function words(entry: Entry, quote: Quote, shared: Shared): void {
	const listed = [quote.words].flat();
	const hits: Hit[] = [];
	listed.forEach((one, i) => {
		const path = Array.isArray(quote.words) ? ['words', i] : ['words'];
		if (one.trim() === '')
			return entry.claim('words', path, '', { verdict: 'unchecked', message: 'there are none to check' });
		const scopes = entry.scopes.filter(({ library }) => primary(library.language) === primary(quote.language));
		if (scopes.length === 0)
			return entry.claim('words', path, one, {
				verdict: 'unchecked',
				message: `the words are in ${quote.language}, the source is not: for a person to compare`
			});
		const { outcome, hit } = checkWords(one, quote.kind, scopes);
		entry.claim('words', path, one, outcome);
		if (hit && outcome.verdict !== 'missing') hits.push(hit);
	});
	speaker(entry, quote, hits, shared);
}

/** The speaker is named there, and the words are not somebody else’s. */
function speaker(entry: Entry, quote: Quote, hits: readonly Hit[], { names }: Shared): void {
	const id = quote.speaker;
	for (const hit of hits) {
		if (!isReadable(hit.scope.library.language)) continue;
		// Who speaks is told within a few sentences, however long the paragraph.
		const base = Math.max(0, hit.start - aroundSpeech);
		const text = hit.paragraph.normal.text.slice(base, hit.end + aroundSpeech);
		const start = hit.start - base;
		const from = /["']/.test(text[start - 1] ?? '') ? start - 1 : start;
		const near = speakerOf(text, from, hit.end - base, names.all(text));
		const said = near && { ...near, start: near.start + base, end: near.end + base };
		if (said && said.actor.id !== id)
			return entry.claim('speaker', ['speaker'], id, {
				verdict: 'missing',
				...at({ ...hit, start: said.start, end: said.end }),
				message: `the source seems to give the words to ${said.actor.id} (${original(hit.paragraph, said.start, said.end).text}); correct the speaker, or write under reviewed why it is right`
			});
	}
	entry.actor(id, ['speaker'], 'speaker');
}

/** A translation is for a person to judge, but it has the numbers of the words. */
function translations(entry: Entry, quote: Quote): void {
	const numbersOf = (text: string) => findNumbers(normal(text)).filter(({ weak }) => !weak);
	const wanted = [quote.words].flat().flatMap(numbersOf);
	for (const [language, text] of Object.entries(quote.translation ?? {})) {
		const there = [text].flat().flatMap(numbersOf);
		const differ = (one: (typeof there)[number]) => !wanted.some((other) => sameNumber(one, other, false));
		const wrong = [...there.filter(differ), ...wanted.filter((one) => !there.some((other) => sameNumber(other, one, false)))];
		entry.claim('translation', ['translation', language], [text].flat().join(' / '), wrong.length
			? { verdict: 'missing', message: `its numbers are not those of the words: ${wrong.map(({ value }) => value).join(', ')}` }
			: { verdict: 'unchecked', message: wanted.length ? 'its numbers are those of the words; the rest is for a person to judge' : 'for a person to judge' });
	}
} // prettier-ignore

function numbers(entry: Entry, figure: Story['figures'][number]): void {
	const owners = [...new Set(figure.rows.flatMap(({ actor }) => actor ?? []))];
	const one = (value: number, format: keyof typeof kinds, qualifier: Qualifier, path: (string | number)[], owner?: string) => {
		// A hundred per cent is what a percentage is of.
		if (format === 'percent' && value === 100) return;
		const unit = decimals(value);
		entry.figure({ value, unit, kind: kinds[format], qualifier, written: `${qualifier} ${value} ${format}`, owner }, owners, path);
	};
	figure.rows.forEach((row, i) => {
		const format = row.format ?? figure.format;
		const path = ['rows', i, 'value'];
		if (row.computed) {
			const result = compute(row.computed, format);
			if ('problem' in result) return;
			for (const { value, percent } of result.operands) {
				const hit = entry.numbered((number) => (number.kind === 'percent') === percent && sameNumber({ value, unit: 0 }, number, true));
				entry.claim('number', ['rows', i, 'computed'], `${value}${percent ? '%' : ''}`, hit
					? { verdict: 'found', ...located({ ...hit, start: hit.number.start, end: hit.number.end }), message: `for ${row.value} = ${row.computed}` }
					: { verdict: 'missing', message: `${entry.citedWords} has no such number` });
			}
		} else one(row.value, format, row.qualifier, path, row.actor);
		if (row.group) entry.narrative(row.group, ['rows', i, 'group'], null);
		// How its words are told is the figure’s to say; that the source has such a date is checked here.
		if (row.span) entry.date({ date: row.date!, span: row.span, basis: figure.basis, from: figure.from }, ['rows', i, 'date']);
		entry.narrative(row.when, ['rows', i, 'when'], row.span ?? null);
		entry.narrative(row.says, ['rows', i, 'says'], null);
		entry.reason(row.inferred, ['rows', i, 'inferred']);
	});
	if (figure.whole) one(figure.whole.value, figure.format, figure.whole.qualifier, ['whole', 'value']);
} // prettier-ignore

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
} // prettier-ignore
