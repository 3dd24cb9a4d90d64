/** A story with a table: its rows as items, and the story with the totals of both. */
import { dayLength } from '../story/calendar.ts';
import type { CitationTemplate } from '../export/citation.ts';
import type { PageFonts } from '../export/runs.ts';
import type { SiteColours } from '../layout/palettes.ts';
import { clock, formatter, longDay, shortDay, type DateForms } from '../text/dateForms.ts';
import { tileStart, rootId, type Cast, type Tile, type TileEvents, type TileMeta } from '../tiles/format.ts';
import { byDate } from '../view/items.ts';
import type { Item, LocalDate, LocalStory, Ref, RowItem } from '../view/local.ts';

/** The part of a table that comes with the page; a `root` that is a leaf is the whole table. */
export interface StoryTable {
	meta: TileMeta;
	root: Tile;
	/** Address of the folder with its tiles. */
	url: string;
}

/** What comes with the explorer’s page besides the story. */
export interface ExploreData {
	table?: StoryTable;
	/** The page’s fonts, by file, for images. */
	fonts: PageFonts;
	/** The site’s own, for images. */
	colours: SiteColours;
	citation: CitationTemplate;
	/** Where it is a page of its own, which needs dates at once. */
	dates?: DateForms;
}

const rowRef = (id: string | number): Ref => `row-${id}`;
export const isRow = (item: Item): item is RowItem => item.kind === 'row';

/** The language that words dates in the same form as the story’s own. */
export const dateLang = (lang: string) => (lang === 'en' ? 'en-GB' : lang);

/** A day, or an instant to the minute, in words. */
const wordTime = (time: number, lang: string, form: typeof longDay | typeof shortDay | typeof instant) =>
	formatter(dateLang(lang), form).format(time);
const instant = { ...longDay, ...clock };

/** @returns a function that makes an item of the nth event of a tile */
export function rowItems({ lang }: Pick<LocalStory, 'lang'>, meta: TileMeta) {
	return (events: TileEvents, n: number, start: number): RowItem => {
		const { sides, actors } = meta.casts[events.cast[n]];
		const at = start + events.at[n];
		const ref = rowRef(events.id[n]);
		const title = Array.isArray(events.title)
			? events.title[n]
			: (events.title[lang] ?? Object.values(events.title)[0])[n];
		return {
			ref,
			kind: 'row',
			id: String(events.id[n]),
			title,
			date: rowDate(events, n, at, lang, meta.instants),
			actors: events.actors?.[n] ?? actors,
			sides,
			importance: Number(events.importance[n]),
			sources: [{ source: events.source?.[n] ?? meta.source, place: '' }],
			url: events.url?.[n]
		};
	};
}

function rowDate({ dates }: TileEvents, n: number, at: number, lang: string, instants: boolean): LocalDate {
	const odd = dates?.[n];
	if (odd)
		return {
			edtf: odd.edtf,
			label: odd.label[lang] ?? Object.values(odd.label)[0],
			// JSON has no infinity, so null means an open end.
			min: odd.min ?? -Infinity,
			max: odd.max ?? Infinity,
			at,
			interval: !!odd.interval,
			softStart: !!odd.softStart,
			softEnd: !!odd.softEnd,
			basis: 'stated'
		};
	const min = instants ? at : Math.floor(at / dayLength) * dayLength;
	const iso = new Date(min).toISOString();
	const text = instants ? iso.replace('.000', '') : iso.slice(0, 10);
	return {
		edtf: text,
		label: wordTime(min, lang, instants ? instant : longDay),
		short: instants ? undefined : wordTime(min, lang, shortDay),
		iso: text,
		min,
		max: instants ? at + 1000 : min + dayLength,
		at,
		interval: false,
		softStart: false,
		softEnd: false,
		basis: 'stated'
	};
}

/** All rows of a small table. */
export function rowsOf(story: LocalStory, { meta, root }: Pick<StoryTable, 'meta' | 'root'>): RowItem[] {
	const item = rowItems(story, meta);
	return root.events.at.map((_, n) => item(root.events, n, tileStart(meta, rootId)));
}

/**
 * The story as the explorer shows it: its time and its actors’ counts include the table’s. Actors that no cast names
 * cannot be counted unless all rows are loaded, so they are not offered.
 * @param rows where all of them are loaded; else null
 */
export function withTable(story: LocalStory, { meta }: Pick<StoryTable, 'meta'>, rows: RowItem[] | null): LocalStory {
	const [from, to] = meta.extent;
	const unnamed = new Set(rows ? [] : meta.unnamed);
	const acting: Pick<Cast, 'actors' | 'count'>[] = rows?.map(({ actors }) => ({ actors, count: 1 })) ?? meta.casts;
	return {
		...story,
		items: rows ? [...story.items, ...rows].sort(byDate) : story.items,
		extent: [Math.min(story.extent[0], from), Math.max(story.extent[1], to)],
		actors: story.actors.map((actor) => {
			if (actor.family.some((id) => unnamed.has(id))) return { ...actor, events: 0, items: 0, uncounted: true };
			const family = new Set(actor.family);
			const n = acting
				.filter(({ actors }) => actors.some((id) => family.has(id)))
				.reduce((sum, { count }) => sum + count, 0);
			return { ...actor, events: actor.events + n, items: actor.items + n };
		})
	};
}
