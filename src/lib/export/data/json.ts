/** Throughline’s own JSON: everything that the page shows of the items kept, dates as EDTF and as bounds. */
import { plainText } from '../../story/prose.ts';
import { actorNames, isFinite, isoDay, textOf, translationOf } from './words.ts';
import type { DataInput } from './input.ts';
import { isEvent, kinds } from '../../story/kinds.ts';
import { linksOf } from '../../view/items.ts';
import type { Item, LocalDate, RowDate } from '../../view/local.ts';

/** Increased where a member changes its meaning or is removed. */
const version = 1;

export function toJson({ story, view, items, scenes, link, linkTo }: DataInput) {
	const refs = new Set(items.map(({ ref }) => ref));
	const day = (time: number) => (isFinite(time) ? isoDay(time) : null);
	/** `end` is the first day after the span. */
	const moment = ({ edtf, label, min, max }: RowDate) => ({ edtf, label, start: day(min), end: day(max) });
	const date = ({ basis, from, ...span }: LocalDate) => ({ ...moment(span), basis, ...(from && { from }) });
	const item = (item: Item) => ({
		ref: item.ref,
		kind: kinds[item.kind].as,
		title: item.title,
		date: date(item.date),
		actors: actorNames(item, story),
		sides: item.sides,
		importance: item.importance,
		sources: item.sources,
		corrections: item.corrections,
		checked: item.checked,
		link: linkTo(item),
		draft: item.draft,
		...(isEvent(item) && { summary: textOf(item), linked: linksOf(item).filter((ref) => refs.has(ref)) }),
		...(item.kind === 'quote' && {
			speaker: item.speaker,
			quoteKind: item.quoteKind,
			words: item.words,
			language: item.language,
			translation: translationOf(item, story),
			context: item.context,
			speaksOf: item.speaksOf && date(item.speaksOf),
			about: item.about
		}),
		...(item.kind === 'figure' && {
			summary: item.summary,
			unit: item.unit,
			rows: item.rows.map(({ date, ...row }) => ({ ...(date && { date: moment(date) }), ...row })),
			...(item.note && { note: item.note }),
			...(item.whole && { whole: item.whole }),
			about: item.about
		})
	});
	const value = {
		format: 'throughline',
		version,
		language: story.lang,
		title: story.title,
		dek: story.dek,
		draft: story.draft,
		address: link(view),
		filter: { actors: view.actors, scene: view.scene },
		sides: story.sides.map(({ id, name }) => ({ id, name })),
		actors: story.actors.map(({ id, name, kind, side, memberOf, role }) => ({ id, name, kind, side, memberOf, role })),
		items: items.map(item),
		scenes: scenes.map(({ scene }) => ({
			id: scene.id,
			heading: scene.heading,
			draft: scene.draft,
			text: plainText(scene.prose),
			cards: scene.cards.filter((ref) => refs.has(ref))
		})),
		sources: story.sources,
		corrections: story.corrections
	};
	return { text: `${JSON.stringify(value, null, '\t')}\n`, losses: [] };
}
