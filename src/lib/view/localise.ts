/** Story → LocalStory: one language, with every date, number and citation in words. Runs at build time. */
import { compareDates, isoForTime, midpoint, parseDate, type DateSpan } from '../story/date.ts';
import { wordDate, wordDateBriefly, wordRange } from '../story/dateWords.ts';
import type {
	Actor,
	Citation,
	Correction,
	Figure,
	Quote,
	Review,
	Source,
	Story,
	StoryEvent,
	Text
} from '../story/model.ts';
import { parseProse } from '../story/prose.ts';
import { count, fill } from '../text/fill.ts';
import { direction, storyStrings } from '../text/strings.ts';
import type {
	EventItem,
	FigureItem,
	Item,
	LocalActor,
	LocalCitation,
	LocalCorrection,
	LocalDate,
	LocalScene,
	LocalSource,
	LocalStory,
	QuoteItem,
	Ref,
	RowDate
} from './local.ts';
import { wordNumber, type Qualifier } from './numbers.ts';

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
	const ui = product ? { ...own, product } : own;
	const say = (text: Text) => text[lang];
	const names = new Intl.DisplayNames(lang, { type: 'language' });
	const nameOf = (language: string) => names.of(language) ?? language;
	const sideOf = new Map(story.actors.map((actor) => [actor.id, actor.side]));
	const actorOf = new Map(story.actors.map((actor) => [actor.id, actor]));

	const shorter = (label: string, brief: string) => (brief.length < label.length ? brief : undefined);
	const moment = (item: { span: DateSpan; when?: Text }): RowDate => ({
		edtf: item.span.edtf,
		label: item.when ? say(item.when) : wordDate(item.span, lang),
		short: item.when ? undefined : shorter(wordDate(item.span, lang), wordDateBriefly(item.span, lang)),
		iso: isoForTime(item.span),
		min: item.span.min,
		max: item.span.max,
		at: midpoint(item.span),
		interval: item.span.kind === 'interval',
		softStart: item.span.softStart,
		softEnd: item.span.softEnd
	});
	const date = (item: { span: DateSpan; when?: Text; basis: LocalDate['basis']; from?: Text }): LocalDate => ({
		...moment(item),
		basis: item.basis,
		from: item.from && say(item.from)
	});
	const cite = ({ source, paragraphs, pages, excerpt, says }: Citation): LocalCitation => {
		const n = paragraphs?.join(ui.list.separator) ?? pages ?? '';
		const words = ui.sources[paragraphs ? (paragraphs.length > 1 ? 'paragraphs' : 'paragraph') : 'pages'];
		return { source, place: n && fill(words, { n }), excerpt, says: says && say(says) };
	};
	/** Returns text that is not EDTF unchanged; a valid story has none. */
	const day = (edtf: string) => {
		const read = parseDate(edtf);
		return 'date' in read ? wordDate(read.date, lang) : edtf;
	};
	const correct = (corrections?: Correction[]) =>
		corrections?.map(({ date, what, why }): LocalCorrection => ({ date: day(date), what: say(what), why: say(why) }));
	const records = new Map(story.verified?.claims.map((claim) => [claim.item, claim]));
	const checked = (ref: Ref, sources: Citation[], reviewed: Review[] = []) => {
		const record = records.get(ref);
		const date = story.verified?.sources.find(({ source }) => sources.some((one) => one.source === source))?.date;
		const n = record && record.found + record.normalised;
		const judged = reviewed.some(({ claim }) => claim === 'sense');
		const sentences = [
			...(record && date && n ? [fill(ui.claim[judged ? 'checked' : 'checkedOnly'], { date: day(date), n })] : []),
			...(record?.open ? [count(lang, ui.claim.open, record.open)] : []),
			...reviewed.map(({ date, by, why }) => fill(ui.claim.reviewed, { date: day(date), by, why: say(why) }))
		];
		return sentences.length ? sentences : undefined;
	};

	const home = new Map<Ref, { scene: string; told: number }>();
	for (const scene of story.scenes)
		for (const ref of scene.cards as Ref[]) home.set(ref, { scene: scene.id, told: home.size });

	const base = (ref: Ref, item: StoryEvent | Quote | Figure, actors: string[]) => ({
		ref,
		id: item.id,
		date: date(item),
		actors: [...new Set(actors)].filter((id) => !actorOf.get(id)!.anonymous),
		sides: [...new Set(actors.map((id) => sideOf.get(id)!))],
		sources: item.sources.map(cite),
		corrections: correct(item.corrections),
		checked: checked(ref, item.sources, item.reviewed),
		...(home.get(ref) ?? { scene: '', told: 0 })
	});

	const events = story.events.map((event): EventItem => ({
		...base(`event-${event.id}`, event, event.actors),
		kind: 'event',
		title: say(event.title),
		summary: event.summary ? say(event.summary) : '',
		importance: event.importance,
		linked: [
			...story.quotes.filter(({ about }) => about.includes(event.id)).map(({ id }): Ref => `quote-${id}`),
			...story.figures.filter(({ about }) => about.includes(event.id)).map(({ id }): Ref => `figure-${id}`)
		]
	}));

	const speaker = (actor: Actor): QuoteItem['speaker'] => ({
		id: actor.id,
		name: say(actor.name),
		role: actor.role && say(actor.role),
		affiliation: actor.memberOf && say(actorOf.get(actor.memberOf)!.name),
		side: actor.side
	});
	const list = (words: string | string[]) => (Array.isArray(words) ? words : [words]);
	const quotes = story.quotes.map((quote): QuoteItem => ({
		...base(`quote-${quote.id}`, quote, [quote.speaker, ...quote.actors]),
		kind: 'quote',
		title: say(actorOf.get(quote.speaker)!.name),
		importance: 2,
		speaker: speaker(actorOf.get(quote.speaker)!),
		quoteKind: quote.kind,
		words: list(quote.words),
		language: quote.language,
		translations: Object.entries(quote.translation ?? {})
			.filter(([language]) => language === lang)
			.map(([language, words]) => ({ language, name: nameOf(language), words: list(words) })),
		context: say(quote.context),
		about: quote.about.map((id): Ref => `event-${id}`),
		speaksOf: quote.speaksOf && date(quote.speaksOf)
	}));

	const qualified = ({ qualifier }: { qualifier: Qualifier }) => (qualifier === 'exactly' ? {} : { qualifier });
	const figures = story.figures.map((figure): FigureItem => {
		const unit = figure.unit ? say(figure.unit) : '';
		return {
			...base(`figure-${figure.id}`, figure, figure.actors),
			kind: 'figure',
			title: say(figure.title),
			summary: say(figure.summary),
			importance: 2,
			chart: figure.chart,
			note: figure.note && say(figure.note),
			unit,
			format: figure.format,
			wording: {
				lang,
				amount: figure.format === 'count' ? '{n}' : ui.number[figure.format],
				...ui.chart,
				computed: ui.card.computed
			},
			whole: figure.whole && {
				value: figure.whole.value,
				...qualified(figure.whole),
				text: wordNumber(figure.whole.value, figure.format, figure.whole.qualifier, lang, ui),
				label: say(figure.whole.label)
			},
			rows: figure.rows.map((row) => ({
				label: say(row.label),
				group: row.group && say(row.group),
				date: row.span && moment({ span: row.span, when: row.when }),
				value: row.value,
				...qualified(row),
				...(row.computed && { computed: true as const }),
				text: row.says ? say(row.says) : wordNumber(row.value, row.format ?? figure.format, row.qualifier, lang, ui),
				unit: row.unit ? say(row.unit) : unit,
				side: row.actor && sideOf.get(row.actor),
				inferred: row.inferred && say(row.inferred)
			})),
			about: figure.about.map((id): Ref => `event-${id}`)
		};
	});

	const spans = new Map<Ref, DateSpan>([
		...story.events.map(({ id, span }): [Ref, DateSpan] => [`event-${id}`, span]),
		...story.quotes.map(({ id, span }): [Ref, DateSpan] => [`quote-${id}`, span]),
		...story.figures.map(({ id, span }): [Ref, DateSpan] => [`figure-${id}`, span])
	]);
	const items = [...events, ...quotes, ...figures].sort(
		(a, b) => compareDates(spans.get(a.ref)!, spans.get(b.ref)!) || a.told - b.told
	);
	const byRef = new Map(items.map((item) => [item.ref, item]));

	const scenes = story.scenes.map((scene, index): LocalScene => {
		const cards = scene.cards as Ref[];
		const { blocks } = parseProse(say(scene.prose));
		// The same in every language, whichever of them has the link.
		const linked = story.languages
			.flatMap((tag) => [scene.prose[tag], scene.lead?.[tag] ?? ''])
			.flatMap((text) => parseProse(text).links.map(({ ref }) => ref as Ref))
			.filter((ref) => byRef.has(ref));
		const lights = [...new Set([...(linked.length ? linked : cards), ...(scene.lights as Ref[])])];
		const lit = lights.map((ref) => byRef.get(ref)!.date);
		return {
			id: scene.id,
			number: index + 1,
			heading: say(scene.heading),
			prose: blocks,
			lead: scene.lead && parseProse(say(scene.lead)).blocks,
			stage: scene.stage as Ref | undefined,
			ending: scene.ending,
			window: scene.window && [scene.window.min, scene.window.max],
			windowLabel: scene.window ? wordRange(scene.window.min, scene.window.max, lang) : ui.time.all,
			cards,
			lights,
			when: [Math.min(...lit.map(({ at }) => at)), Math.max(...lit.map(({ at }) => at))],
			sources: scene.sources.map(cite)
		};
	});

	const actors = story.actors
		.filter(({ anonymous }) => !anonymous)
		.map((actor): LocalActor => {
			const family = new Set(story.actors.filter((other) => isWithin(other, actor.id, actorOf)).map(({ id }) => id));
			const its = (item: Item) => item.actors.some((id) => family.has(id));
			return {
				id: actor.id,
				name: say(actor.name),
				kind: actor.kind,
				side: actor.side,
				memberOf: actor.memberOf,
				role: actor.role && say(actor.role),
				note: actor.note && say(actor.note),
				family: [...family],
				events: events.filter(its).length,
				items: items.filter(its).length
			};
		});

	const localSource = (source: Source): LocalSource => {
		const published = source.span && wordDate(source.span, lang);
		const outlet = source.outlet && say(source.outlet);
		const title = source.title ? say(source.title) : '';
		const colon = (role?: Text) => (role ? `${say(role)}${ui.list.colon}` : '');
		const first = source.authors[0]?.name;
		return {
			id: source.id,
			kind: source.kind,
			title,
			description: say(source.description),
			authors: source.authors.map(({ name, role }) => colon(role) + name).join(ui.list.separator),
			outlet,
			language: source.language,
			languageName: nameOf(source.language),
			published,
			basis:
				source.basis === 'inferred' && source.from
					? fill(ui.card.basisInferred, { from: say(source.from) })
					: undefined,
			url: source.url,
			archived: source.archived,
			accessed: source.accessed && day(source.accessed),
			note: source.note && say(source.note),
			short: [first, title, outlet, published].filter(Boolean).join(ui.list.apposition)
		};
	};

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
		published: date({ span: story.published, basis: 'stated' }),
		opening: (story.opening ?? []) as Ref[],
		sides: story.sides.map(({ id, name, lane, colour }, index) => ({
			id,
			name: say(name),
			lane,
			colour: colour ?? palette[index % palette.length]
		})),
		actors,
		items,
		scenes,
		sources: story.sources.map(localSource),
		corrections: correct(story.corrections),
		extent: extentOf(items),
		ui
	};

	function isWithin(actor: Actor, group: string, all: ReadonlyMap<string, Actor>): boolean {
		for (let at: Actor | undefined = actor; at; at = at.memberOf ? all.get(at.memberOf) : undefined)
			if (at.id === group) return true;
		return false;
	}
}

/** Share of the story’s time that is added beyond a date open at the story’s own end, which covers more. */
const beyond = 0.03;

/** All finite time of the items; one day where its length is zero. The drawing adds its own margins. */
function extentOf(items: readonly Item[]): [number, number] {
	const dates = items.flatMap((item) => [
		item.date,
		...(item.kind === 'quote' && item.speaksOf ? [item.speaksOf] : [])
	]);
	const times = dates.flatMap(({ min, max }) => [min, max]).filter(Number.isFinite);
	const [min, max] = [Math.min(...times), Math.max(...times)];
	const length = max > min ? max - min : 864e5;
	const before = dates.some((date) => date.min === -Infinity && date.max === min);
	const after = dates.some((date) => date.max === Infinity && date.min === max);
	return [
		before ? min - length * beyond : min,
		(max > min || before ? max : min + length) + (after ? length * beyond : 0)
	];
}
