/** A picture in words: the line about the filter, and a paragraph for readers who cannot see the picture. */
import { isEvent } from '../story/kinds.ts';
import { count, fill } from '../text/fill.ts';
import { grouped } from '../text/grouped.ts';
import type { FigureItem, LocalStory } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';
import { amounts } from './data/words.ts';
import type { Drawn } from './shown.ts';

/** Such as “12 of 28 events: OpenAI, DeepSeek”; '' where nothing is filtered. */
export function filterLine(
	story: LocalStory,
	view: View,
	{ counts: { event } }: { counts: Pick<Selection['counts'], 'event'> }
): string {
	const [shown, total] = [event.shown, event.total].map((n) => grouped(n, story.lang));
	return view.actors.length ? fill(story.ui.filter.active, { shown, total, actors: actorNames(story, view) }) : '';
}

/** Counts over the whole table, where the selection has only a part of its events. */
export const withCounts = (selection: Selection, drawn?: Pick<Drawn, 'counts'>) => ({
	counts: drawn ? { event: drawn.counts } : selection.counts
});

const actorNames = (story: LocalStory, view: View) =>
	view.actors.map((id) => story.actors.find((actor) => actor.id === id)?.name ?? id).join(story.ui.list.separator);

/**
 * A paragraph for readers who cannot see the picture: what it shows, how much, and its most important items by date.
 * @param part the part of the story, where it is not a scene: its description, the number of events where not all are
 * named, and the figure drawn as a chart
 */
export function altText(
	story: LocalStory,
	view: View,
	selection = select(story, view),
	part: { heading?: string; drawn?: Pick<Drawn, 'events' | 'counts'>; figure?: FigureItem } = {}
): string {
	const { ui, lang } = story;
	const [from, to] = selection.window;
	const shown = selection.items.filter(({ date }) => date.max > from && date.min < to);
	const events = shown.filter(isEvent);
	const most = [...events]
		.sort((a, b) => Number(selection.lit.has(b.ref)) - Number(selection.lit.has(a.ref)) || b.importance - a.importance)
		.slice(0, 12);
	const total = part.drawn?.events ?? events.length;
	const named = events
		.filter((event) => most.includes(event))
		.map(({ date, title }) => fill(ui.export.altItem, { date: date.label, title }));
	if (total > most.length)
		named.push(count(lang, ui.export.altMore, total - most.length, { n: grouped(total - most.length, lang) }));
	const scene = story.scenes.find(({ id }) => id === view.scene);
	// A chart without a timeline is the figure on a scene’s stage.
	const chart = part.figure
		? `${part.figure.title}${ui.list.colon}${amounts(part.figure, story).join(ui.list.semicolon)}${ui.list.stop}`
		: '';
	if (chart && view.scene) return `${story.title}${ui.list.stop}${ui.opening.space}${chart}`;
	return (
		chart +
		(chart && ui.opening.space) +
		fill(ui.export.altText, {
			title: story.title,
			window: part.heading ?? scene?.windowLabel ?? ui.time.all,
			scale: `${ui.scale.title}${ui.list.colon}${ui.scale[view.scale]}`,
			counts:
				filterLine(story, view, withCounts(selection, part.drawn)) ||
				count(lang, ui.page.events, total, { n: grouped(total, lang) }),
			items: named.join(ui.list.semicolon)
		})
	);
}
