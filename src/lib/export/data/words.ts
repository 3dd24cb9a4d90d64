/** Texts about an item that several formats use. */
import { calendarDay } from '../../story/calendar.ts';
import { claimNotes } from '../../view/claims.ts';
import { fill } from '../../text/fill.ts';
import type { Item, LocalStory } from '../../view/local.ts';

/** Names of an item’s actors. */
export const actorNames = (item: Item, story: LocalStory): string[] =>
	item.actors.map((id) => story.actors.find((actor) => actor.id === id)?.name ?? id);

/** Names of an item’s sides. */
export const sideNames = (item: Item, story: LocalStory): string[] =>
	item.sides.map((id) => story.sides.find((side) => side.id === id)?.name ?? id);

/** One text for each citation, such as “荣智慧, NetEase Hao, paragraph 43”. */
export const citations = (item: Item, story: LocalStory): string[] =>
	item.sources.map(({ source, place }) =>
		[story.sources.find(({ id }) => id === source)?.short ?? source, place].filter(Boolean).join(story.ui.list.apposition)
	);

/** An event’s or a figure’s summary, a quote’s context; a row has neither. */
export const textOf = (item: Item): string => (item.kind === 'quote' ? item.context : (item.summary ?? ''));

/** A figure’s rows, such as “Qwen: 385.3 million downloads”. */
export const amounts = (item: Item, story: LocalStory): string[] =>
	item.kind !== 'figure'
		? []
		: item.rows.map(({ date, group, label, text, unit }) => {
				const soft = date && (date.softStart || date.softEnd);
				const when = date && (soft ? `${date.label} (${date.edtf})` : date.label);
				const what = [when, group, label].filter(Boolean).join(story.ui.list.apposition);
				return `${what}${story.ui.list.colon}${[text, unit].filter(Boolean).join(' ')}`;
			});

/** Notes on an item: the time that a quotation speaks of, who vouches for a claim, who disputes it, corrections. */
export const notes = (item: Item, story: LocalStory): string[] => [
	...(item.kind === 'quote' && item.speaksOf ? [fill(story.ui.claim.speaksOf, { date: item.speaksOf.label })] : []),
	...claimNotes(item, story)
];

/** The translation into the story’s language of a quotation in another one. */
export const translationOf = (item: Item, story: LocalStory): string[] =>
	item.kind === 'quote' ? (item.translations.find(({ language }) => language === story.lang)?.words ?? []) : [];

/** A time as ISO 8601 day; years before 0 or beyond four digits with a sign and six digits, as in ECMAScript. */
export function isoDay(time: number): string {
	const { year, month, day } = calendarDay(time);
	const digits = String(Math.abs(year));
	const written = year >= 0 && year <= 9999 ? digits.padStart(4, '0') : `${year < 0 ? '-' : '+'}${digits.padStart(6, '0')}`;
	return [written, ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');
}

export const isFinite = (time: number): boolean => Number.isFinite(time);
