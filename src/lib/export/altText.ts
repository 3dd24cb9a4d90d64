/** A picture in words: the line that says what was filtered, and the paragraph for who cannot see it. */
import { count, fill } from '../text/fill.ts';
import type { LocalStory } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';

/** “12 of 28 events: OpenAI, DeepSeek”; '' where nothing is filtered. */
export function filterLine(story: LocalStory, view: View, { counts }: Selection): string {
	return view.actors.length ? fill(story.ui.filter.active, { ...counts.event, actors: actorNames(story, view) }) : '';
}

const actorNames = (story: LocalStory, view: View) =>
	view.actors.map((id) => story.actors.find((actor) => actor.id === id)?.name ?? id).join(story.ui.list.separator);

/**
 * One paragraph for who cannot see the picture: what it shows, how much, and the most important of it by date.
 * @param part of the story, in words, where it is not a scene
 */
export function altText(story: LocalStory, view: View, selection = select(story, view), part?: string): string {
	const { ui, lang } = story;
	const [from, to] = selection.window;
	const shown = selection.items.filter(({ date }) => date.max > from && date.min < to);
	const events = shown.filter(({ kind }) => kind === 'event');
	const most = [...events]
		.sort((a, b) => Number(selection.lit.has(b.ref)) - Number(selection.lit.has(a.ref)) || b.importance - a.importance)
		.slice(0, 12);
	const named = events
		.filter((event) => most.includes(event))
		.map(({ date, title }) => fill(ui.export.altItem, { date: date.label, title }));
	if (events.length > most.length) named.push(count(lang, ui.export.altMore, events.length - most.length));
	const scene = story.scenes.find(({ id }) => id === view.scene);
	return fill(ui.export.altText, {
		title: story.title,
		window: part ?? scene?.windowLabel ?? ui.time.all,
		scale: `${ui.scale.title}${ui.list.colon}${ui.scale[view.scale]}`,
		counts: filterLine(story, view, selection) || count(lang, ui.page.events, events.length),
		items: named.join(ui.list.semicolon)
	});
}
