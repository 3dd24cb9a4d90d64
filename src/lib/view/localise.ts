/** Story → LocalStory: one language, with every date, number and citation in words. Runs at build time. */
import { dayLength } from '../story/calendar.ts';
import { wordDate, wordRange } from '../story/dateWords.ts';
import type { Actor, Ref, Scene, Source, Story, Text } from '../story/model.ts';
import { parseProse } from '../story/prose.ts';
import { fill } from '../text/fill.ts';
import { direction, storyStrings } from '../text/strings.ts';
import type { Item, LocalActor, LocalScene, LocalSource, LocalStory } from './local.ts';
import { drafted, localItems } from './localItems.ts';
import { datesOf } from './items.ts';
import { Wording } from './wording.ts';

const palette = ['blue', 'vermilion', 'green', 'violet', 'ochre'] as const;

/**
 * @param lang one of `story.languages`; every text of a valid story has it
 * @param product the site’s name, where it has its own
 * @throws RangeError for a language that the story does not have
 */
export function localise(story: Story, lang: string, product?: string): LocalStory {
	if (!story.languages.includes(lang))
		throw new RangeError(`the story "${story.slug}" is not in "${lang}"; it is in ${story.languages.join(', ')}`);
	const own = storyStrings(lang);
	const wording = new Wording(lang, product ? { ...own, product } : own);
	const say = (text: Text) => wording.say(text);
	const items = localItems(story, wording);
	return {
		slug: story.slug,
		lang,
		dir: direction(lang),
		languages: story.languages.map((lang) => ({
			lang,
			name: new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang
		})),
		title: say(story.title),
		dek: say(story.dek),
		about: parseProse(say(story.about)).blocks,
		published: wording.date({ span: story.published, basis: 'stated' }),
		opening: (story.opening ?? []) as Ref[],
		sides: story.sides.map(({ id, name, lane, colour }, index) => ({
			id,
			name: say(name),
			lane,
			colour: colour ?? palette[index % palette.length]
		})),
		actors: localActors(story, items, wording),
		items,
		scenes: localScenes(story, items, wording),
		sources: story.sources.map((source) => localSource(source, wording)),
		corrections: wording.corrections(story.corrections),
		extent: extentOf(items),
		...drafted(story.draft),
		ui: wording.ui
	};
}

function localScenes({ scenes, languages }: Story, items: readonly Item[], wording: Wording): LocalScene[] {
	const dateOf = new Map(items.map(({ ref, date }) => [ref, date]));
	return scenes.map((scene, index) => {
		const cards = scene.cards as Ref[];
		const linked = linksOf(scene, languages).filter((ref) => dateOf.has(ref));
		const lights = [...new Set([...(linked.length ? linked : cards), ...(scene.lights as Ref[])])];
		const times = lights.map((ref) => dateOf.get(ref)!.at);
		const { window } = scene;
		return {
			id: scene.id,
			number: index + 1,
			heading: wording.say(scene.heading),
			prose: parseProse(wording.say(scene.prose)).blocks,
			lead: scene.lead && parseProse(wording.say(scene.lead)).blocks,
			stage: scene.stage as Ref | undefined,
			ending: scene.ending,
			window: window && [window.min, window.max],
			windowLabel: window ? wordRange(window.min, window.max, wording.lang) : wording.ui.time.all,
			cards,
			lights,
			when: [Math.min(...times), Math.max(...times)],
			sources: scene.sources.map((citation) => wording.cite(citation)),
			...drafted(scene.draft)
		};
	});
}

/** What a scene’s prose links to: the same in every language, whichever of them has the link. */
const linksOf = ({ prose, lead }: Scene, languages: readonly string[]): Ref[] =>
	languages
		.flatMap((tag) => [prose[tag], lead?.[tag] ?? ''])
		.flatMap((text) => parseProse(text).links.map(({ ref }) => ref as Ref));

function localActors({ actors }: Story, items: readonly Item[], wording: Wording): LocalActor[] {
	const byId = new Map(actors.map((actor) => [actor.id, actor]));
	return actors
		.filter(({ anonymous }) => !anonymous)
		.map((actor) => {
			const family = new Set(actors.filter((other) => belongsTo(other, actor.id, byId)).map(({ id }) => id));
			const its = items.filter(({ actors }) => actors.some((id) => family.has(id)));
			return {
				id: actor.id,
				name: wording.say(actor.name),
				kind: actor.kind,
				side: actor.side,
				memberOf: actor.memberOf,
				role: actor.role && wording.say(actor.role),
				note: actor.note && wording.say(actor.note),
				family: [...family],
				events: its.filter(({ kind }) => kind === 'event').length,
				items: its.length
			};
		});
}

/** Whether an actor is `group`, or a member of it, at any depth. */
function belongsTo(actor: Actor, group: string, byId: ReadonlyMap<string, Actor>): boolean {
	for (let at: Actor | undefined = actor; at; at = at.memberOf ? byId.get(at.memberOf) : undefined)
		if (at.id === group) return true;
	return false;
}

function localSource(source: Source, wording: Wording): LocalSource {
	const { lang, ui } = wording;
	const say = (text: Text) => wording.say(text);
	const published = source.span && wordDate(source.span, lang);
	const outlet = source.outlet && say(source.outlet);
	const title = source.title ? say(source.title) : '';
	const colon = (role?: Text) => (role ? `${say(role)}${ui.list.colon}` : '');
	return {
		id: source.id,
		kind: source.kind,
		title,
		description: say(source.description),
		authors: source.authors.map(({ name, role }) => colon(role) + name).join(ui.list.separator),
		outlet,
		language: source.language,
		languageName: wording.nameOf(source.language),
		published,
		basis:
			source.basis === 'inferred' && source.from ? fill(ui.card.basisInferred, { from: say(source.from) }) : undefined,
		url: source.url,
		archived: source.archived,
		accessed: source.accessed && wording.day(source.accessed),
		note: source.note && say(source.note),
		short: [source.authors[0]?.name, title, outlet, published].filter(Boolean).join(ui.list.apposition)
	};
}

/** Share of the story’s time that is added beyond a date open at the story’s own end, which covers more. */
const beyond = 0.03;

/** All finite time of the items; one day where its length is zero. The drawing adds its own margins. */
function extentOf(items: readonly Item[]): [number, number] {
	const dates = datesOf(items);
	const times = dates.flatMap(({ min, max }) => [min, max]).filter(Number.isFinite);
	const [min, max] = [Math.min(...times), Math.max(...times)];
	const length = max > min ? max - min : dayLength;
	const before = dates.some((date) => date.min === -Infinity && date.max === min);
	const after = dates.some((date) => date.max === Infinity && date.min === max);
	return [
		before ? min - length * beyond : min,
		(max > min || before ? max : min + length) + (after ? length * beyond : 0)
	];
}
