/**
 * (selection, frame) → the picture of a scene: time runs down, what is told has words at its date, everything else is a
 * dot. Two sides face each other across the axis; more stand side by side. Pure: no screen, no measuring, no clock.
 */
import type { Item, Ref } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { fill } from '../text/fill.ts';
import type { Frame } from './frames.ts';
import type { LayoutStory } from './lanes.ts';
import { countType, type Lane, type Mark, type TimelineLayout } from './parts.ts';
import { makeRows, type Row } from './rows.ts';
import { axisLines, foldsOf, outsideOf, stretchesOf, ticksOf } from './sceneAxis.ts';
import type { PlacedBlock } from './sceneBlocks.ts';
import { dotsOf } from './sceneDots.ts';
import { keyOf } from './sceneKey.ts';
import { makeScene, plainMark, type Made } from './sceneMade.ts';
import { spansOf } from './sceneMarks.ts';
import { markSize, nameInLine } from './sceneLanes.ts';
import { bracketOf, bridgesOf, joinsOf, labelsOf, leaderOf, partiesOf } from './sceneWords.ts';
import type { TimeScale } from './timeScale.ts';

/** The picture of a scene, time running down, with what a camera needs to go from it to another. */
export interface SceneLayout extends TimelineLayout {
	/** Scale of the time axis, and the range of it that is drawn, px; transitions between scenes use them. */
	scale: TimeScale;
	range: [number, number];
	/** The lanes’ axis lines. */
	spines: { x: number; colour?: string }[];
	/** Everything in the story, inside the window or not, as dots at their times: a camera passes them. */
	passed: (Omit<Mark, 'y'> & { at: number })[];
}

/** The most marks of a story that a camera shows; the most important ones. */
const mostPassed = 300;

/**
 * Lays out a scene, time running down: what it tells has words, everything else is a dot.
 *
 * @returns the picture; `key` where frame.key names signs and there is room for them
 */
export function layoutScene(story: LayoutStory, selection: Selection, frame: Frame): SceneLayout {
	const made = makeScene(story, selection, frame);
	const { places, scale, blocks, rest, y, range, colourOf } = made;
	const { font } = frame;
	const stretches = stretchesOf(scale, range);
	const spans = spansOf(
		blocks.map(({ rows, lane }) => ({ item: rows[0].host as Item, lane, colour: colourOf(rows[0].host) })),
		places.rails,
		y,
		range,
		stretches
	);
	const withBar = new Set(spans.map(({ ref }) => ref));
	const told = blocks.flatMap((block) => marksOf(made, block, withBar));
	const bridges = blocks.flatMap((block) => bridgesOf(made, block));
	const folds = foldsOf(made);
	const { more, moreShort } = story.ui.time;
	const dots = dotsOf(
		rest,
		{ places, y, range, stretches, bridges, words: folds.map(({ box }) => box), type: countType(font) },
		(row) => ({ ...plainMark(made, row), tone: 'dim' }),
		{ long: (n) => fill(more, { n }), short: (n) => fill(moreShort, { n }) }
	);
	for (const row of dots.left) reachThrough(told, row, y(row.host.date.at));
	const labels = blocks.flatMap((block) => labelsOf(made, block));
	const parties = places.kind === 'facing' ? partiesOf(made, labels) : { labels: [], links: [] };
	const links = [...blocks.flatMap((block) => leaderOf(made, block)), ...parties.links];
	const all = [...labels, ...parties.labels];
	return {
		orientation: 'down',
		width: frame.width,
		height: frame.height,
		font,
		weight: /^(zh|ja|ko)\b/.test(story.lang) ? 400 : 600,
		scale,
		range,
		spines: places.rails.map(({ x, colour }) => ({ x, colour: colour || undefined })),
		passed: passedBy(made),
		axis: {
			lines: places.rails.flatMap((place) => axisLines(made, place)),
			ticks: ticksOf(made, bridges, { marks: [...told, ...dots.marks], counts: dots.counts }, folds),
			folds,
			...outsideOf(made)
		},
		lanes: places.kind === 'single' ? namesOf(places.lanes, [...told, ...dots.marks, ...spans], font) : places.lanes,
		spans,
		bridges,
		links,
		joins: joinsOf(made),
		marks: [...told, ...dots.marks],
		labels: all,
		brackets: blocks.flatMap((block) => bracketOf(made, block)),
		counts: dots.counts,
		key: keyOf(frame.key ?? [], {
			...{ story, places, range, labels: all, font, width: frame.width, rest: rest.length },
			bridges: places.kind === 'abreast' ? bridges : []
		})
	};
}

/** A row without room for a dot is reached through the mark nearest to its time. */
function reachThrough(told: Mark[], { host, satellites }: Row, at: number) {
	const nearest = told.reduce((best, mark, index) => (away(mark, at) < away(told[best], at) ? index : best), 0);
	const also = [host, ...satellites].map(({ ref }) => ref as Ref);
	told[nearest] = { ...told[nearest], also: [...(told[nearest].also ?? []), ...also] };
}

const away = ({ y, shape }: Mark, at: number) => (shape === 'none' ? Infinity : Math.abs(y - at));

/** Where all sides share one line, only those with something drawn are named. */
function namesOf(
	lanes: readonly Lane[],
	drawn: readonly { colour: string; shape?: Mark['shape'] }[],
	font: { small: number }
): Lane[] {
	const colours = new Set(drawn.filter(({ shape }) => shape !== 'none').map(({ colour }) => colour));
	const ends = new Map<number, number>();
	return lanes
		.filter(({ colour }) => colours.has(colour))
		.map((lane) => {
			const x = ends.get(lane.y) ?? 0;
			ends.set(lane.y, x + nameInLine(lane.name, font));
			return { ...lane, x };
		});
}

function passedBy(made: Made): SceneLayout['passed'] {
	const { selection, places } = made;
	return makeRows(selection.items, selection.lit, places.laneOf, Infinity)
		.sort((a, b) => b.host.importance - a.host.importance)
		.slice(0, mostPassed)
		.map((row) => {
			const { x, dir } = places.rails[row.lane];
			return { ...plainMark(made, row), at: row.host.date.at, x: x - dir * 10, size: 3, tone: 'dim' };
		});
}

/** One visible mark per block; its other marks are there only to be reached. */
function marksOf(made: Made, { rows, lane, y }: PlacedBlock, withBar: ReadonlySet<string>): Mark[] {
	return rows.map((row, index) => ({
		...plainMark(made, row),
		x: made.places.rails[lane].x,
		y,
		size: markSize,
		tone: 'lit',
		shape: index > 0 || withBar.has(rows[0].host.ref) ? 'none' : 'dot'
	}));
}
