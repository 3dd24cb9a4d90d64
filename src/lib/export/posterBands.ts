/** The bands of a poster with the content of a story: its figures as charts, its texts in columns. */
import { yearOf } from '../story/calendar.ts';
import { layoutChart } from '../layout/chart.ts';
import { yearLabel } from '../layout/ticks.ts';
import { serifScale } from '../layout/rows.ts';
import { wrapText } from '../layout/textWidth.ts';
import { compareTold } from '../view/items.ts';
import type { FigureItem, Item, LocalStory } from '../view/local.ts';
import { balance, flow, type Columns, type Piece, type Spot } from './columns.ts';
import type { PictureText } from './parts.ts';
import type { Band, PosterFrame } from './posterFrame.ts';
import { byRank, inTurn, setBlock, tiersOf, type TextBlock, type Tier, type Told } from './posterTexts.ts';
import { textOn } from './sheet.ts';

interface Filled {
	band: Band;
	/** The items that have room on it. */
	items: readonly Item[];
}

const chartGap = { x: 48, y: 26 };
/** Height of a line chart in px: the minimum, and the best. */
const [leastLine, bestLine] = [300, 380];

/** The most important figures as charts, each added to the shortest column; null where none has room. */
export function chartBand(
	story: LocalStory,
	items: readonly Item[],
	{ inner, columns }: PosterFrame,
	most: number
): Filled | null {
	const figures = byRank(items.filter((item): item is FigureItem => item.kind === 'figure'));
	const count = Math.min(columns.charts, Math.max(2, figures.length));
	const width = Math.floor((inner - (count - 1) * chartGap.x) / count);
	const bottoms: number[] = Array.from({ length: count }, () => 0);
	const charts: Band['charts'] = [];
	const drawn = figures.filter((figure) => {
		// A line chart fills its height; the others are as high as they need to be.
		const own = figure.chart === 'line' && most >= leastLine ? { height: Math.min(most, bestLine) } : {};
		const layout = layoutChart(figure, story.sides, { width, titled: true, ...own });
		const column = bottoms.indexOf(Math.min(...bottoms));
		const y = bottoms[column] && bottoms[column] + chartGap.y;
		if (y + layout.height > most) return false;
		charts.push({ x: column * (width + chartGap.x), y, layout });
		bottoms[column] = y + layout.height;
		return true;
	});
	if (!drawn.length) return null;
	const height = Math.max(...bottoms);
	// A single chart has its summary beside it.
	const beside = drawn.length > 1 ? [] : summaryOf(drawn[0], { x: width + chartGap.x, width, height });
	return { band: { texts: beside, timelines: [], rules: [], charts, height }, items: drawn };
}

function summaryOf(
	{ summary }: FigureItem,
	{ x, width, height }: { x: number; width: number; height: number }
): PictureText[] {
	const [size, step] = [16, 16 * 1.4];
	const text = textOn(x);
	const room = size * serifScale(summary);
	return wrapText(summary, room, width, Math.floor(height / step)).map((one, index) =>
		text({ y: (index + 1) * step - size * 0.3, text: one, size, face: 'serif', tone: 'ink' })
	);
}

const textGap = { x: 30, y: 20 };
/** Sizes of type to try, larger where a story does not fill the sheet. */
const zooms = [1.6, 1.45, 1.3, 1.2, 1.1, 1];
/** More texts than this never have room. */
const mostTexts = 160;
const yearHead = 30;

/** Texts by time in columns; where not all have room, the least important are left out. Null where none has room. */
export function textBand(
	story: LocalStory,
	items: readonly Item[],
	{ inner, columns }: PosterFrame,
	height: number
): Filled | null {
	const all = items.filter((item): item is Told => item.kind !== 'figure');
	const ranked = inTurn(all).slice(0, mostTexts);
	const width = Math.floor((inner - (columns.texts - 1) * textGap.x) / columns.texts);
	const frame: Columns = { count: columns.texts, height, gap: textGap.y };
	const known = new Map<string, TextBlock>();
	const blockOf = (item: Told, tier: Tier, zoom: number): TextBlock => {
		const key = `${item.ref} ${tier} ${zoom}`;
		if (!known.has(key)) known.set(key, setBlock(item, story, { tier, width, zoom }));
		return known.get(key)!;
	};
	const lay = (told: readonly Told[], tiers: ReadonlyMap<Told, Tier>, zoom: number): Laid | null => {
		const blocks = chronological(told).map((item) => blockOf(item, tiers.get(item) ?? 2, zoom));
		const years = yearsOf(blocks);
		const pieces = blocks.map(({ height }, index) => ({ height, ahead: years[index] ? yearHead * zoom : 0 }));
		return flow(pieces, frame) && { blocks, years, pieces, frame, width, zoom };
	};
	const filled = (laid: Laid) => ({ band: set(story, laid), items: laid.blocks.map(({ item }) => item) });
	if (ranked.length === all.length)
		for (const zoom of zooms) {
			const laid = lay(ranked, tiersOf(ranked), zoom);
			if (laid) return filled(laid);
		}
	// Three sizes of type; on a low band two, or one, since one large text would leave no room for others.
	let best: Laid | null = null;
	for (const largest of [0, 1, 2] as const) {
		const laid = fullest(ranked, largest, (told, tiers) => lay(told, tiers, 1));
		if (laid && laid.blocks.length > (best?.blocks.length ?? 0)) best = laid;
		if (best && best.blocks.length >= 2 * columns.texts) break;
	}
	return best && filled(best);
}

/** As many of the first items as have room, and then any later ones that fit into the rest of the columns. */
function fullest(
	ranked: readonly Told[],
	largest: Tier,
	lay: (told: readonly Told[], tiers: ReadonlyMap<Told, Tier>) => Laid | null
): Laid | null {
	for (let most = ranked.length; most > 0; most--) {
		const told = ranked.slice(0, most);
		const tiers = tiersOf(told, largest);
		let laid = lay(told, tiers);
		if (!laid) continue;
		for (const item of ranked.slice(most)) {
			const more = lay([...told, item], tiers);
			if (more) told.push(item);
			laid = more ?? laid;
		}
		return laid;
	}
	return null;
}

const chronological = (items: readonly Told[]) =>
	[...items].sort((a, b) => beginOf(a) - beginOf(b) || compareTold(a, b));

const beginOf = ({ date }: Told) => (Number.isFinite(date.min) ? date.min : date.at);

/** The year above the first block of each year; none where hardly two blocks share a year. */
function yearsOf(blocks: readonly TextBlock[]): (number | null)[] {
	const years = blocks.map(({ item }) => yearOf(beginOf(item)));
	if (new Set(years).size > blocks.length * 0.6 || new Set(years).size < 2) return years.map(() => null);
	return years.map((year, index) => (year === years[index - 1] ? null : year));
}

interface Laid {
	blocks: TextBlock[];
	pieces: Piece[];
	years: (number | null)[];
	frame: Columns;
	width: number;
	zoom: number;
}

function set({ lang, ui }: LocalStory, { blocks, pieces, years, frame, width, zoom }: Laid): Band {
	const { spots, height } = balance(pieces, frame)!;
	const left = ({ column }: Spot) => column * (width + textGap.x);
	const text = textOn(0);
	const heads = spots.flatMap((spot, index): { x: number; y: number; text: PictureText }[] => {
		const year = years[index];
		if (year === null) return [];
		const [x, y, size] = [left(spot), spot.y - yearHead * zoom, 20 * zoom];
		const words = yearLabel(year, { lang, bce: ui.time.bce });
		return [
			{ x, y, text: text({ x, y: y + size * 0.86, text: words, size, face: 'serif', weight: 600, tone: 'ink' }) }
		];
	});
	return {
		texts: [
			...heads.map(({ text }) => text),
			...blocks.flatMap(({ texts }, index) =>
				texts.map((one) => ({ ...one, x: one.x + left(spots[index]), y: one.y + spots[index].y }))
			)
		],
		timelines: [],
		charts: [],
		rules: heads.filter(({ y }) => y > 4).map(({ x, y }) => ({ x1: x, x2: x + width, y: y - textGap.y * 0.3 })),
		height
	};
}
