/**
 * A story as JSON-LD with the vocabulary of schema.org, for search engines and other programs. The retelling is an
 * Article of its own that is based on its sources; their authors wrote these, not the page. Dates are ISO 8601 where it
 * can say them, and EDTF where it cannot (story/isoDate.ts). A paraphrase is no Quotation and is left out.
 */
import { changesOf, lastChange, type Change } from '../story/changes.ts';
import type { DateSpan } from '../story/date.ts';
import { isoDate, isoEnds } from '../story/isoDate.ts';
import type { Citation, Source, Story } from '../story/model.ts';
import { compareTold } from '../view/items.ts';
import type { Item, LocalActor, LocalStory, QuoteItem, Ref } from '../view/local.ts';
import { linkedDataElement } from '../text/json.ts';
import { cardHref } from '../view/url.ts';
import type { Publisher } from './publisher.ts';
import { addressOf, site } from './site.ts';
import { pagePath } from './storyPages.ts';
import { publicationOf, type Publication } from './publication.ts';

/** A node of JSON-LD; what is undefined is not written. */
export type Data = { [name: string]: unknown };

/** The context is named and never loaded: search engines know it. */
const context = { '@context': 'https://schema.org' };

/** Characters of JSON for what a story mentions, its sources and its corrections, whose number has no limit. */
const room = { mentions: 24_000, sources: 12_000, corrections: 8_000 };

/**
 * The script element for a page of a story.
 * @param local all of it
 * @param name one of its `pageNames`
 * @returns '' for the explorer and the cards of a scene, which only repeat the story
 */
export function structured({ slug, lang, items }: LocalStory, name: string): string {
	const item = items.find(({ ref }) => ref === name);
	const data = !name
		? storyData(publicationOf(slug, lang))
		: item?.kind === 'quote'
			? quoteData(publicationOf(slug, lang), item)
			: null;
	return data ? linkedDataElement(data) : '';
}

/** The script element for the front page; '' where the site has no address that a program could keep. */
export function siteStructured(lang: string): string {
	const { name, origin } = site();
	if (!origin) return '';
	return linkedDataElement({ ...context, '@type': 'WebSite', name, url: addressOf('/'), inLanguage: lang });
}

/** For the page of a story. */
export function storyData(publication: Publication): Data {
	const { story, local } = publication;
	const url = addressOf(pagePath(story.slug, local.lang));
	const changes = changesOf(story);
	const supporting = supportingSources(story);
	return {
		...context,
		...article(publication),
		mainEntityOfPage: url,
		description: local.dek,
		image: addressOf(`/images/${story.slug}/${local.lang}/story.card.png`),
		datePublished: isoDate(story.published),
		dateModified: isoDate(lastChange(story, changes)),
		...credits(publication.publisher),
		isBasedOn: within(
			sourcesOf(publication, ({ id }) => supporting.has(id)),
			room.sources
		),
		citation: within(
			sourcesOf(publication, ({ id }) => !supporting.has(id)),
			room.sources
		),
		mentions: within(mentioned(publication), room.mentions),
		correction: within(
			[...changes].sort(byLatest).map((change) => correction(change, publication)),
			room.corrections
		)
	};
}

/** For a quotation’s own page; null where the words are a paraphrase. */
export function quoteData(publication: Publication, quote: QuoteItem): Data | null {
	if (quote.quoteKind === 'reported') return null;
	const { span } = publication.story.quotes.find(({ id }) => id === quote.id)!;
	return { ...context, ...quotation(publication, quote, span), isPartOf: article(publication) };
}

function article({ story, local }: Publication): Data {
	const url = addressOf(pagePath(story.slug, local.lang));
	return { '@type': 'Article', '@id': url, url, headline: local.title, inLanguage: local.lang };
}

function credits({ name, url, logo, licence }: Publisher): Data {
	const organization = name && { '@type': 'Organization', name, url, logo };
	return { author: organization, publisher: organization, license: licence };
}

/** As many of the first as there is room for; undefined for none. */
function within(all: Data[], room: number): Data[] | undefined {
	let left = room;
	const kept = all.filter((one) => {
		const letters = JSON.stringify(one).length;
		if (letters > left) return false;
		left -= letters;
		return true;
	});
	return kept.length ? kept : undefined;
}

/** Ids of the sources that something rests on: those that are only cited because they disagree are not among them. */
function supportingSources({ table, events, quotes, figures, scenes, actors }: Story): Set<string> {
	const cited: Citation[] = [events, quotes, figures, scenes, actors].flatMap((entries) =>
		entries.flatMap(({ sources }) => sources)
	);
	const ids = cited.filter(({ stance }) => stance !== 'disputes').map(({ source }) => source);
	return new Set(table ? [...ids, table.source] : ids);
}

const sourceTypes: Record<Source['kind'], string> = {
	article: 'Article',
	book: 'Book',
	dataset: 'Dataset',
	website: 'WebSite',
	document: 'CreativeWork'
};

function sourcesOf({ story, local }: Publication, which: (source: Source) => boolean): Data[] {
	return story.sources.filter(which).map((source): Data => {
		const { authors, span, outlet, title } = source;
		// A role says who did something else, such as edit; a first author may have one too.
		const wrote = authors.filter(({ role }, index) => index === 0 || !role);
		return {
			'@type': sourceTypes[source.kind],
			name: title?.[local.lang],
			description: source.description[local.lang],
			// Whether an author is a person or an organization is not known, so it has no type.
			author: wrote.length ? wrote.map(({ name }) => ({ name })) : undefined,
			creditText: wrote.length < authors.length ? local.sources.find(({ id }) => id === source.id)!.authors : undefined,
			publisher: outlet && { '@type': 'Organization', name: outlet[local.lang] },
			datePublished: span && isoDate(span),
			inLanguage: source.language,
			url: source.url,
			archivedAt: source.archived
		};
	});
}

/** Events and quotations: first those that scenes tell in words, the most important first, then in told order. */
function mentioned(publication: Publication): Data[] {
	const { local } = publication;
	const inWords = new Set(local.scenes.flatMap(({ lights }) => lights));
	const rank = ({ ref }: Item) => (inWords.has(ref) ? 0 : 1);
	const spans = new Map<string, DateSpan>([
		...publication.story.events.map(({ id, span }): [string, DateSpan] => [`event-${id}`, span]),
		...publication.story.quotes.map(({ id, span }): [string, DateSpan] => [`quote-${id}`, span])
	]);
	return [...local.items]
		.sort((a, b) => rank(a) - rank(b) || b.importance - a.importance || compareTold(a, b))
		.flatMap((item): Data[] => {
			if (item.kind === 'figure' || (item.kind === 'quote' && item.quoteKind === 'reported')) return [];
			const span = spans.get(item.ref)!;
			return [item.kind === 'quote' ? quotation(publication, item, span) : event(publication, item, span)];
		});
}

function event(publication: Publication, item: Item, span: DateSpan): Data {
	const { start, end } = isoEnds(span);
	return {
		'@type': 'Event',
		'@id': cardOf(publication, item.ref),
		name: item.title,
		startDate: start,
		endDate: end,
		...beyondIso(span, item)
	};
}

/** What ISO 8601 does not say of a date: in words, and as EDTF by the whole name of its term. */
function beyondIso(span: DateSpan, { date }: Item): Data {
	if (isoEnds(span).whole) return {};
	const edtf = { '@type': 'http://id.loc.gov/datatypes/edtf/EDTF', '@value': span.edtf };
	return { disambiguatingDescription: date.label, 'http://purl.org/dc/terms/date': edtf };
}

function quotation({ story, local }: Publication, item: QuoteItem, span: DateSpan): Data {
	const [translation] = item.translations;
	const speaker = local.actors.find(({ id }) => id === item.speaker.id);
	return {
		'@type': 'Quotation',
		'@id': addressOf(pagePath(story.slug, local.lang, item.ref)),
		text: oneOrAll(item.words),
		inLanguage: item.language,
		// To whom the story attributes it: the words may be a translation that the source gives.
		spokenByCharacter: speaker && { '@type': actorTypes[speaker.kind], name: speaker.name },
		dateCreated: isoDate(span),
		workTranslation: translation && {
			'@type': 'CreativeWork',
			text: oneOrAll(translation.words),
			inLanguage: translation.language
		},
		...beyondIso(span, item)
	};
}

const actorTypes: Record<LocalActor['kind'], string> = {
	person: 'Person',
	company: 'Organization',
	government: 'GovernmentOrganization',
	group: 'Organization'
};

const oneOrAll = (words: readonly string[]) => (words.length === 1 ? words[0] : words);

const byLatest = (a: Change, b: Change) => (a.span.min < b.span.min ? 1 : a.span.min > b.span.min ? -1 : 0);

const correction = ({ ref, what, why, span }: Change, publication: Publication): Data => ({
	'@type': 'CorrectionComment',
	text: `${what[publication.local.lang]} ${why[publication.local.lang]}`,
	datePublished: isoDate(span),
	about: ref ? { '@id': cardOf(publication, ref) } : undefined
});

/** The address of an item’s card. */
const cardOf = ({ story, local }: Publication, ref: Ref) =>
	cardHref(local, ref, addressOf(pagePath(story.slug, local.lang)));
