/**
 * JSON-LD 1.1 with the vocabulary of schema.org. The context is inline, so nothing is loaded to read it. Dates are ISO
 * days (`startDate`, `endDate`) where possible, and complete as EDTF (`dcterms:date`, typed by the Library of
 * Congress). A quotation is a `Quotation`, a paraphrase a `Claim` with the words as its `text`. A figure is a `Dataset`
 * whose rows are `PropertyValue`s.
 */
import { dayLength } from '../../story/calendar.ts';
import { actorNames, isFinite, isoDay, textOf, translationOf } from './words.ts';
import { fill } from '../../text/fill.ts';
import { corrections } from '../../view/claims.ts';
import { linksOf } from '../../view/items.ts';
import type { DataInput } from './input.ts';
import type { Item } from '../../view/local.ts';

const context = {
	'@vocab': 'https://schema.org/',
	dcterms: 'http://purl.org/dc/terms/',
	edtf: 'http://id.loc.gov/datatypes/edtf/',
	'dcterms:date': { '@type': 'edtf:EDTF' }
};

const actorTypes = { person: 'Person', company: 'Corporation', government: 'GovernmentOrganization', group: 'Organization' };

export function toJsonLd({ story, view, items, link, linkTo }: DataInput) {
	const dates = ({ date }: Item) => ({
		...(isFinite(date.min) && { startDate: isoDay(date.min) }),
		...(isFinite(date.max) && { endDate: isoDay(date.max - dayLength) }),
		'dcterms:date': date.edtf
	});
	const byRef = new Map(items.map((item) => [item.ref, item]));
	const actor = (id: string) => {
		const found = story.actors.find((one) => one.id === id);
		return { '@type': found ? actorTypes[found.kind] : 'Thing', name: found?.name ?? id };
	};
	const node = (item: Item) => {
		const base = {
			'@id': linkTo(item),
			...dates(item),
			citation: item.sources.map(({ source, place, excerpt, says }) => ({
				'@type': 'CreativeWork',
				name: story.sources.find(({ id }) => id === source)?.short ?? source,
				...(place && { pagination: place }),
				...(excerpt && { text: excerpt }),
				...(says && { abstract: fill(story.ui.claim.disputes, { source, says }) })
			})),
			...(item.corrections && {
				correction: corrections(item, story).map((text) => ({ '@type': 'CorrectionComment', text }))
			})
		};
		const about = () => linksOf(item).flatMap((ref) => byRef.get(ref) ?? []).map((event) => ({ '@id': linkTo(event) }));
		if (item.kind === 'event' || item.kind === 'row')
			return { ...base, '@type': 'Event', name: item.title, description: textOf(item), actor: item.actors.map(actor) };
		if (item.kind === 'quote') {
			const reported = item.quoteKind === 'reported';
			return {
				...base,
				'@type': reported ? 'Claim' : 'Quotation',
				text: item.words.map((words) => ({ '@value': words, '@language': item.language })),
				...(reported ? { author: actor(item.speaker.id) } : { creator: actor(item.speaker.id) }),
				description: item.context,
				about: about(),
				...(translationOf(item, story).length && {
					workTranslation: { '@type': 'CreativeWork', inLanguage: story.lang, text: translationOf(item, story) }
				})
			};
		}
		return {
			...base,
			'@type': 'Dataset',
			name: item.title,
			description: textOf(item),
			creator: actorNames(item, story).map((name) => ({ '@type': 'Organization', name })),
			about: about(),
			variableMeasured: item.rows.map(({ date, group, label, value, text, unit }) => ({
				'@type': 'PropertyValue',
				name: [date?.label, group, label].filter(Boolean).join(story.ui.list.apposition),
				...(date && { 'dcterms:date': date.edtf }),
				value,
				description: text,
				...(unit && { unitText: unit })
			}))
		};
	};
	const value = {
		'@context': context,
		'@id': link(view),
		'@type': 'Article',
		name: story.title,
		description: story.dek,
		inLanguage: story.lang,
		isBasedOn: story.sources.map(({ title, description, authors, language, url, archived }) => ({
			'@type': 'CreativeWork',
			name: title || description,
			...(authors && { creditText: authors }),
			inLanguage: language,
			...(url && { url }),
			...(archived && { archivedAt: archived })
		})),
		hasPart: items.map(node)
	};
	// Escaped so that it can stand in a script element unchanged.
	return { text: `${JSON.stringify(value, null, '\t').replace(/</g, '\\u003c')}\n`, losses: [] };
}
