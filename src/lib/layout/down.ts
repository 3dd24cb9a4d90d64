/** Time running down: labels stand in rows beside the axis, at their times, and what finds no room is a dot. */
import type { Frame } from './frames.ts';
import { gapLines, type LaneLayout, type LayoutStory, type Rail } from './lanes.ts';
import type { Bridge, Label, TimelineLayout } from './parts.ts';
import { lineHeight, nameRows, type Fitted, type Plotted, type Row } from './rows.ts';
import { layoutStretch, type PlacedRow, type Placement, type Stretch, type StretchRoom } from './stretch.ts';
import { textWidth } from './textWidth.ts';
import type { Tick } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';

const leader = 32;
/** Below this lane width, px, the leader is shorter to leave more room for words. */
const narrow = 190;
const narrowLeader = 24;
const glyph = 17;
/** Radius of a dot without words, its distance from the axis line, and the distance between two dots, px. */
const dot = { size: 2.5, first: 7, apart: 7 };
/** Steps away from its time after which a dot may stand on another. */
const mostSteps = 400;

/** Gap in a bridge at one place, and on each side of words, px. */
const gap = 14;
const clear = 5;
/** Minimum length of a bridge beyond words, px. */
const stub = 36;

/** Width needed by the words on the axis, px. */
export function spineOf(
	story: LayoutStory,
	ticks: readonly Tick[],
	{ pieces }: TimeScale,
	size: number,
	notes: string[] = []
): number {
	const texts = [
		...ticks.map(({ label }) => label),
		...pieces.flatMap(({ gap }) => (gap ? gapLines(gap, story) : [])),
		...notes
	];
	return Math.max(48, ...texts.map((text) => textWidth(text, size) + 16));
}

/** How many quotes and figures may share an event’s row, so that its label keeps its room. */
export const mostSatellites = ({ rails }: Pick<LaneLayout, 'rails'>) =>
	Math.max(0, Math.min(4, Math.floor((rails[0].room - leader - 120) / glyph)));

export const layoutDown = (story: LayoutStory, stretch: Stretch, frame: Frame): TimelineLayout =>
	layoutStretch(story, stretch, frame, placement);

const placement: Placement = {
	orientation: 'down',
	tinted: true,
	placeRows(room) {
		const lanes = room.stretch.lanes.rails.map((rail, lane) => placeLane(rail, lane, room));
		return [...lanes.flatMap(({ worded }) => worded), ...lanes.flatMap(({ dots }) => dots)];
	},
	placeFolds: (folds) => folds.map(({ along }) => ({ along, fits: true })),
	placeTicks({ stretch, font }, { bridges }) {
		const isFree = ({ at }: Tick) => bridges.every(({ y1 }) => Math.abs(y1 - at) > font.small * 0.8);
		return stretch.ticks.filter((tick) => tick.major || isFree(tick)).map((tick) => ({ tick, along: tick.at }));
	},
	keepLegible: ({ labels, bridges }, rails) => ({
		labels,
		bridges: bridges.map((bridge) => ({ ...bridge, gaps: bridgeGaps(bridge, labels, rails) }))
	})
};

const leaderOf = ({ room }: Rail) => (room < narrow ? narrowLeader : leader);
/** Where a row’s words start, px from the axis line. */
const wordsFrom = (rail: Rail, { satellites }: Row) => leaderOf(rail) + glyph / 2 + satellites.length * glyph + 8;

function placeLane(rail: Rail, lane: number, room: StretchRoom): { worded: PlacedRow[]; dots: PlacedRow[] } {
	const { story, stretch, font, along } = room;
	const rows = stretch.rows.filter((row) => row.lane === lane);
	const widths = rows.map((row) => rail.room - wordsFrom(rail, row));
	const wanted = rows.map((row) => along(row.host.date.at));
	const named = nameRows(rows, widths, wanted, stretch.range, font, story.ui);
	const dots = new DotColumns(rail, stretch.range);
	return {
		worded: rows.flatMap((row, index) => (named[index] ? placeRow(row, named[index], rail, font) : [])),
		dots: rows
			.filter((_, index) => !named[index])
			.map((row) => ({
				row,
				marks: [row.host, ...row.satellites].map((item) => dots.place(item, along(item.date.at)))
			}))
	};
}

function placeRow(
	row: Row,
	{ fit, centre }: { fit: Fitted; centre: number },
	rail: Rail,
	font: Frame['font']
): PlacedRow {
	const smaller = fit.date === null ? 0 : 1;
	const block = (fit.title.length * font.label + smaller * font.small) * lineHeight;
	const top = centre - block / 2;
	// Beside the first of several lines.
	const along = fit.title.length + smaller > 1 ? top + (font.label * lineHeight) / 2 : centre;
	const beside = rail.at + rail.dir * leaderOf(rail);
	return {
		row,
		marks: [row.host, ...row.satellites].map((item, place) => ({
			item,
			along,
			beside: beside + rail.dir * place * glyph
		})),
		leader: { along, beside: beside - (rail.dir * glyph) / 2 },
		label: fit.title.length ? labelOf(row, fit, rail, top, block, font) : undefined
	};
}

/** @param top, block where the words begin, and their height, px */
function labelOf(row: Row, fit: Fitted, rail: Rail, top: number, block: number, font: Frame['font']): Label {
	const x = rail.at + rail.dir * wordsFrom(rail, row);
	const lines: Label['lines'] = fit.title.map((text, index) => ({
		text,
		y: top + (index + 0.78) * font.label * lineHeight,
		size: font.label,
		role: 'title'
	}));
	const end = top + fit.title.length * font.label * lineHeight;
	if (fit.date !== null)
		lines.push({ text: fit.date, y: end + 0.75 * font.small * lineHeight, size: font.small, role: 'date' });
	const widest = Math.max(...lines.map(({ text, size }) => textWidth(text, size)));
	return {
		ref: row.host.ref,
		x,
		anchor: rail.dir > 0 ? 'start' : 'end',
		lines,
		box: { x: rail.dir > 0 ? x : x - widest, y: top, width: widest, height: block },
		halo: false,
		tone: row.tone
	};
}

/** Places dots at their own times beside an axis line, side by side where they would overlap. */
class DotColumns {
	/** Positions taken in each column, px along time. */
	private readonly columns: number[][];

	constructor(
		private readonly rail: Rail,
		private readonly range: readonly [number, number]
	) {
		const count = Math.max(1, Math.floor((leaderOf(rail) - glyph / 2 - dot.first) / dot.apart) + 1);
		this.columns = Array.from({ length: count }, () => []);
	}

	place(item: Plotted, wanted: number): PlacedRow['marks'][number] {
		const [start, end] = this.range;
		for (let step = 0; ; step++) {
			const along = wanted + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * dot.apart;
			const mustFit = step < mostSteps;
			if (mustFit && (along < start || along > end)) continue;
			const column = this.columns.findIndex(
				(taken) => !mustFit || taken.every((other) => Math.abs(other - along) >= dot.apart - 0.5)
			);
			if (column < 0) continue;
			this.columns[column].push(along);
			return {
				item,
				along: Math.min(end, Math.max(start, along)),
				beside: this.rail.at + this.rail.dir * (dot.first + column * dot.apart),
				dot: { size: dot.size, shape: 'dot' }
			};
		}
	}
}

const crosses = ({ x1, x2, y1 }: Bridge, { x, y, width, height }: Label['box']) =>
	y1 > y && y1 < y + height && Math.max(x1, x2) > x && Math.min(x1, x2) < x + width;

/** Where a bridge is interrupted: at axis lines that it only passes, and along words that it would run through. */
function bridgeGaps(line: Bridge, labels: readonly Label[], rails: readonly Rail[]): number[] {
	const [from, to] = [Math.min(line.x1, line.x2), Math.max(line.x1, line.x2)];
	const passed = rails.flatMap(({ at }) => (at > from + 1 && at < to - 1 ? [at] : []));
	const words = labels.filter(({ box }) => crosses(line, { ...box, y: box.y - 2, height: box.height + 4 }));
	const along = words.flatMap(({ box }) => {
		const start = box.x - clear;
		const end = box.x + box.width + clear;
		// No short stub before the next line.
		const next = Math.min(to, ...passed.filter((x) => x > end));
		const length = (next - end < stub ? next : end) - start;
		const parts = Math.max(1, Math.ceil(length / gap));
		return Array.from({ length: parts }, (_, n) => start + Math.min(length - gap / 2, (n + 0.5) * gap));
	});
	return [...passed, ...along];
}
