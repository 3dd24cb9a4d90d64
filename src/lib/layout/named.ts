/** Which items of a picture have words: what its scene tells, or the most important, as many as stand well. */
import type { Item } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
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
import type { Places } from './sceneLanes.ts';
import { axisOf } from './lanes.ts';
import { foldsOf, type TimeScale } from './timeScale.ts';
import { wordScale } from './wordScale.ts';

/** Words of a scene stand at most this many rows from their time, others nearer; so many are tried. */
const mostRows = 3;
const mostRowsUntold = 1.2;
const mostTried = 90;

export interface Worded {
	scale: TimeScale;
	blocks: PlacedBlock[];
	/** Without words. */
	rest: Row[];
}

/**
 * @param range px of the axis
 * @returns blocks with their places, on the scale that was made for them: all that the scene tells where it fits, else
 * the more important first; one more item never takes the words of a more important one
 */
export function chooseNamed(
	story: LayoutStory,
	selection: Selection,
	rows: readonly Row[],
	places: Places,
	range: [number, number],
	font: { label: number; small: number }
): Worded {
	const told = (row: Row) => [row.host, ...row.satellites].some(({ ref }) => selection.lit.has(ref as Item['ref']));
	const focused = (row: Row) => [row.host, ...row.satellites].some(({ ref }) => ref === selection.focus);
	const lit = rows.filter(told);
	// A number that the scene tells is told by its prose or its chart: on the timeline events and quotations are.
	const events = lit.filter(({ host }) => host.kind !== 'figure');
	const candidates = [...(!selection.lit.size ? rows : events.length ? events : lit)].sort(
		(a, b) =>
			Number(focused(b)) - Number(focused(a)) ||
			b.host.importance - a.host.importance ||
			(a.host as Item).told - (b.host as Item).told
	);
	const occupied = story.items.flatMap((item) =>
		item.kind === 'quote' && item.speaksOf ? [item.date, item.speaksOf] : [item.date]
	);
	const folds = foldsOf(selection.window, range, occupied);
	const plain = selection.scale === 'folded' ? null : axisOf(story, selection, range).scale;
	const known = new Map<string, Block>();
	const set = (named: readonly Row[]) => {
		const blocks = makeBlocks(named, places, font, story, known);
		const anchors = blocks.map((block) => ({ at: block.at, lane: block.lane, height: spaceOf(block) }));
		const scale = plain ?? wordScale(selection.window, range, folds, anchors);
		const y = (time: number) => Math.min(range[1], Math.max(range[0], scale(time)));
		return { scale, blocks: placeBlocks(blocks, places, y, range, font) };
	};
	const limit = (lit.length ? mostRows : mostRowsUntold) * font.label * titleLine;
	const fits = ({ blocks }: ReturnType<typeof set>) =>
		!!blocks?.every((block) => displacement(block, font) <= limit + outside(block, range, font));

	const least = font.small + font.label * titleLine;
	const most = Math.min(mostTried, Math.ceil(((range[1] - range[0]) / least) * places.places.length * 1.5));
	const tried = candidates.slice(0, most);
	let named: readonly Row[] = tried;
	let best = set(tried);
	if (!fits(best)) {
		named = [];
		best = set([]);
		// Again: what had no room at first may have it on the scale that the others made.
		for (const row of [...tried, ...tried]) {
			if (named.includes(row)) continue;
			const next = set([...named, row]);
			if (!fits(next)) continue;
			named = [...named, row];
			best = next;
		}
	}
	const chosen = new Set(named);
	return { scale: best.scale, blocks: best.blocks ?? [], rest: rows.filter((row) => !chosen.has(row)) };
}
