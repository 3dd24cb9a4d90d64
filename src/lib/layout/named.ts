/** Chooses which items of a picture have words: what its scene tells, or the most important, as many as fit well. */
import { rollup, sum } from 'd3';
import type { Item } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { datesOf } from '../view/times.ts';
import type { LayoutStory } from './lanes.ts';
import type { Row } from './rows.ts';
import {
	displacement,
	makeBlocks,
	outside,
	placeBlocks,
	spaceOf,
	titleLine,
	type Block,
	type PlacedBlock
} from './sceneBlocks.ts';
import type { SceneLanes } from './sceneLanes.ts';
import { axisOf } from './lanes.ts';
import { foldsOf, type TimeScale } from './timeScale.ts';
import { wordScale } from './wordScale.ts';

/** Maximum distance of words from their time, in rows: of told rows or on a short axis; of others. Rows tried. */
const mostRows = 3;
const mostRowsUntold = 1.2;
const mostTried = 90;
/** Minimum length of an axis with two folds, px. */
const leastForTwo = 190;
/** On an axis shorter than this words may stand farther from their times, px. */
const short = 320;

/** Shares of each lane’s length that the scale is first made for; the one that names the most items wins. */
const crowded = [0.75, 0.65, 0.5];

/** Words that all fit, and their places. */
interface Setting {
	scale: TimeScale;
	named: readonly Row[];
	blocks: PlacedBlock[];
}

export interface Worded {
	scale: TimeScale;
	blocks: PlacedBlock[];
	/** Rows without words. */
	rest: Row[];
}

/**
 * @param range px of the axis
 * @returns placed blocks and the scale made for them: everything that the scene tells where it fits, else the more
 * important first
 */
export function chooseNamed(
	story: LayoutStory,
	selection: Selection,
	rows: readonly Row[],
	places: SceneLanes,
	range: [number, number],
	font: { label: number; small: number }
): Worded {
	const told = (row: Row) => [row.host, ...row.satellites].some(({ ref }) => selection.lit.has(ref as Item['ref']));
	const focused = (row: Row) => [row.host, ...row.satellites].some(({ ref }) => ref === selection.focus);
	const lit = rows.filter(told);
	// Figures are told by prose and charts, so where there are events or quotations the timeline names those.
	const events = lit.filter(({ host }) => host.kind !== 'figure');
	const candidates = [...(!selection.lit.size ? rows : events.length ? events : lit)].sort(
		(a, b) =>
			Number(focused(b)) - Number(focused(a)) ||
			b.host.importance - a.host.importance ||
			(a.host as Item).told - (b.host as Item).told
	);
	const occupied = datesOf(story.items);
	const folds = foldsOf(selection.window, range, occupied, range[1] - range[0] < leastForTwo ? 1 : 2);
	const plain = selection.scale === 'folded' ? null : axisOf(story, selection, range).scale;
	const known = new Map<string, Block>();
	// Quotations are set in full where everything tried then fits, else by their first clause.
	let long = true;
	const blocksOf = (named: readonly Row[]) => makeBlocks(named, places, font, story, long, known);
	const scaleFor = (named: readonly Row[]) =>
		plain ??
		wordScale(
			selection.window,
			range,
			folds,
			blocksOf(named).map((block) => ({ at: block.at, lane: block.lane, height: spaceOf(block) })),
			occupied.map(({ at }) => at)
		);
	const far = lit.length || range[1] - range[0] < short;
	const limit = (far ? mostRows : mostRowsUntold) * font.label * titleLine;
	/** Null where they do not all fit. */
	const set = (named: readonly Row[], scale: TimeScale): Setting | null => {
		const y = (time: number) => Math.min(range[1], Math.max(range[0], scale(time)));
		const blocks = placeBlocks(blocksOf(named), places, y, range, font);
		const fits = blocks?.every((block) => displacement(block, font) <= limit + outside(block, range, font));
		return blocks && fits ? { scale, named, blocks } : null;
	};

	const least = font.small + font.label * titleLine;
	const most = Math.min(mostTried, Math.ceil(((range[1] - range[0]) / least) * places.rails.length * 1.5));
	const tried = candidates.slice(0, most);
	const isRoomy = (named: readonly Row[], part: number) => {
		const used = rollup(
			blocksOf(named),
			(own) => sum(own, spaceOf),
			({ lane }) => lane
		);
		return [...used.values()].every((height) => height <= (range[1] - range[0]) * part);
	};
	const attempt = () => set(tried, scaleFor(tried));
	const whole = attempt();
	long = whole !== null;
	const { blocks, scale, named } = whole ?? attempt() ?? ofCrowd(tried, { set, scaleFor, isRoomy });
	const chosen = new Set(named);
	return { scale, blocks, rest: rows.filter((row) => !chosen.has(row)) };
}

/**
 * For a crowd: makes a scale for the most important rows that fit in part of the axis, then tries all rows on it in
 * order. One more item thus changes little; a scale remade for each new row could cost a dozen others their words. In
 * the end the scale is remade once for the chosen rows, and filled again.
 * @param tried most important first
 */
function ofCrowd(
	tried: readonly Row[],
	room: {
		set: (named: readonly Row[], scale: TimeScale) => Setting | null;
		scaleFor: (named: readonly Row[]) => TimeScale;
		isRoomy: (named: readonly Row[], part: number) => boolean;
	}
): Setting {
	const { set, scaleFor, isRoomy } = room;
	const grow = (from: Setting, scaleOf: (named: readonly Row[]) => TimeScale) =>
		tried.reduce((best, row) => {
			if (best.named.includes(row)) return best;
			const named = [...best.named, row];
			return set(named, scaleOf(named)) ?? best;
		}, from);
	const settings = crowded.map((part) => {
		const anchors = tried.reduce<Row[]>((own, row) => (isRoomy([...own, row], part) ? [...own, row] : own), []);
		const scale = scaleFor(anchors);
		return grow({ scale, named: [], blocks: [] }, () => scale);
	});
	const chosen = settings.reduce((a, b) => (b.named.length > a.named.length ? b : a));
	const remade = set(chosen.named, scaleFor(chosen.named));
	return remade ? grow(remade, scaleFor) : chosen;
}
