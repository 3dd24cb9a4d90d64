/** The events, quotations and figures of a story in one language. */
import { compareDates, type DateSpan } from '../story/date.ts';
import { draftsOf } from '../story/drafts.ts';
import type { Actor, Citation, Figure, Quote, Ref, Review, Story, StoryEvent } from '../story/model.ts';
import { count, fill } from '../text/fill.ts';
import type { EventItem, FigureItem, FigureRow, Item, QuoteItem } from './local.ts';
import { wordNumber, type Qualifier } from './numbers.ts';
import type { Wording } from './wording.ts';

/** @returns all items, by time (`compareDates`), then in told order */
export function localItems(story: Story, wording: Wording): Item[] {
	const local = new ItemsInLanguage(story, wording);
	const dated: { item: Item; span: DateSpan }[] = [
		...story.events.map((event) => ({ item: local.event(event), span: event.span })),
		...story.quotes.map((quote) => ({ item: local.quote(quote), span: quote.span })),
		...story.figures.map((figure) => ({ item: local.figure(figure), span: figure.span }))
	];
	return dated.sort((a, b) => compareDates(a.span, b.span) || a.item.told - b.item.told).map(({ item }) => item);
}

class ItemsInLanguage {
	private readonly actors: ReadonlyMap<string, Actor>;
	/** Each card’s scene, and its position in told order. */
	private readonly told = new Map<Ref, Pick<Item, 'scene' | 'told'>>();
	/** What the last verification recorded of each item. */
	private readonly records: ReadonlyMap<string, NonNullable<Story['verified']>['claims'][number]>;
	private readonly drafts: ReturnType<typeof draftsOf>;

	constructor(
		private readonly story: Story,
		private readonly wording: Wording
	) {
		this.actors = new Map(story.actors.map((actor) => [actor.id, actor]));
		this.drafts = draftsOf(story);
		this.records = new Map(story.verified?.claims.map((claim) => [claim.item, claim]));
		for (const scene of story.scenes)
			for (const ref of scene.cards as Ref[]) this.told.set(ref, { scene: scene.id, told: this.told.size });
	}

	event(event: StoryEvent): EventItem {
		const { say } = this;
		const isAbout = ({ about }: Quote | Figure) => about.includes(event.id);
		return {
			...this.base(`event-${event.id}`, event, event.actors),
			kind: 'event',
			title: say(event.title),
			summary: event.summary ? say(event.summary) : '',
			importance: event.importance,
			linked: [
				...this.story.quotes.filter(isAbout).map(({ id }): Ref => `quote-${id}`),
				...this.story.figures.filter(isAbout).map(({ id }): Ref => `figure-${id}`)
			]
		};
	}

	quote(quote: Quote): QuoteItem {
		const { say, wording } = this;
		const speaker = this.actors.get(quote.speaker)!;
		return {
			...this.base(`quote-${quote.id}`, quote, [quote.speaker, ...quote.actors]),
			kind: 'quote',
			title: say(speaker.name),
			importance: 2,
			speaker: {
				id: speaker.id,
				name: say(speaker.name),
				role: speaker.role && say(speaker.role),
				affiliation: speaker.memberOf && say(this.actors.get(speaker.memberOf)!.name),
				side: speaker.side
			},
			quoteKind: quote.kind,
			words: listOf(quote.words),
			language: quote.language,
			translations: Object.entries(quote.translation ?? {})
				.filter(([language]) => language === wording.lang)
				.map(([language, words]) => ({ language, name: wording.nameOf(language), words: listOf(words) })),
			context: say(quote.context),
			about: quote.about.map((id): Ref => `event-${id}`),
			speaksOf: quote.speaksOf && wording.date(quote.speaksOf)
		};
	}

	figure(figure: Figure): FigureItem {
		const { say } = this;
		const { lang, ui } = this.wording;
		const { whole, format } = figure;
		return {
			...this.base(`figure-${figure.id}`, figure, figure.actors),
			kind: 'figure',
			title: say(figure.title),
			summary: say(figure.summary),
			importance: 2,
			chart: figure.chart,
			note: figure.note && say(figure.note),
			unit: figure.unit ? say(figure.unit) : '',
			format,
			wording: {
				lang,
				amount: format === 'count' ? '{n}' : ui.number[format],
				...ui.chart,
				computed: ui.card.computed
			},
			whole: whole && {
				value: whole.value,
				...qualified(whole),
				text: wordNumber(whole.value, format, whole.qualifier, lang, ui),
				label: say(whole.label)
			},
			rows: figure.rows.map((row) => this.row(row, figure)),
			about: figure.about.map((id): Ref => `event-${id}`)
		};
	}

	private row(row: Figure['rows'][number], { format, unit }: Figure): FigureRow {
		const { say, wording } = this;
		const { lang, ui } = wording;
		return {
			label: say(row.label),
			group: row.group && say(row.group),
			date: row.span && wording.moment({ span: row.span, when: row.when }),
			value: row.value,
			...qualified(row),
			...(row.computed && { computed: true as const }),
			text: row.says ? say(row.says) : wordNumber(row.value, row.format ?? format, row.qualifier, lang, ui),
			unit: row.unit ? say(row.unit) : unit ? say(unit) : '',
			side: row.actor && this.actors.get(row.actor)?.side,
			inferred: row.inferred && say(row.inferred)
		};
	}

	/** What items of every kind have. */
	private base(ref: Ref, item: StoryEvent | Quote | Figure, actors: readonly string[]) {
		const { wording } = this;
		return {
			ref,
			id: item.id,
			date: wording.date(item),
			actors: [...new Set(actors)].filter((id) => !this.actors.get(id)!.anonymous),
			sides: [...new Set(actors.map((id) => this.actors.get(id)!.side))],
			sources: item.sources.map((citation) => wording.cite(citation)),
			corrections: wording.corrections(item.corrections),
			checked: this.checked(ref, item.sources, item.reviewed),
			...drafted(this.drafts.has(ref)),
			...(this.told.get(ref) ?? { scene: '', told: 0 })
		};
	}

	/** How and when a claim was checked, one sentence each; undefined where it was not. */
	private checked(ref: Ref, sources: readonly Citation[], reviewed: readonly Review[] = []): string[] | undefined {
		const { say, wording } = this;
		const { lang, ui } = wording;
		const record = this.records.get(ref);
		const cited = this.story.verified?.sources.find(({ source }) => sources.some((one) => one.source === source));
		const n = record && record.found + record.normalised;
		const ofSense = reviewed.some(({ claim }) => claim === 'sense');
		const sentences = [
			...(record && cited && n
				? [fill(ui.claim[ofSense ? 'checked' : 'checkedOnly'], { date: wording.day(cited.date), n })]
				: []),
			...(record?.open ? [count(lang, ui.claim.open, record.open)] : []),
			...reviewed.map(({ date, by, why }) => fill(ui.claim.reviewed, { date: wording.day(date), by, why: say(why) }))
		];
		return sentences.length ? sentences : undefined;
	}

	private readonly say: Wording['say'] = (text) => this.wording.say(text);
}

const listOf = (words: string | string[]) => (Array.isArray(words) ? words : [words]);

const qualified = ({ qualifier }: { qualifier: Qualifier }) => (qualifier === 'exactly' ? {} : { qualifier });

/** The mark of a draft, on drafts alone. */
export const drafted = (is: boolean | undefined) => (is ? { draft: true as const } : {});
