/**
 * A stretch of the explorer with time running down: labels stand in rows beside the axis. Two sides face each other
 * across it; one side, or more than two, have lanes of their own. Pure: no screen, no measuring, no clock.
 */
import type { Item, Ref } from '../view/local.ts';
import type { Frame } from './frames.ts';
import type { AxisLine, Bridge, Join, Label, Link, Mark, Span, TimelineLayout } from './parts.ts';
import { lineHeight, nameRows, ownLane, toneOf, type Fitted, type Plotted, type Row } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { type Tick } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';
import {
	colours,
	gapLines,
	laneColour,
	markTitle,
	twoTimes,
	type LaneLayout,
	type LayoutStory,
	type Rail
} from './lanes.ts';

const leader = 32;
/** Below this lane width, px, the leader is shorter to leave more room for words. */
const narrow = 190;
const narrowLeader = 24;
const glyph = 17;
/** Radius of a dot without words, its distance from the axis line, and the distance between two dots, px. */
const dot = { size: 2.5, first: 7, apart: 7 };

/** Gap in a bridge at one place, and on each side of words, px. */
const gap = 14;
const clear = 5;
/** Minimum length of a bridge beyond words, px. */
const stub = 36;

const crosses = ({ x1, x2, y1 }: Bridge, { x, y, width, height }: Label['box']) =>
	y1 > y && y1 < y + height && Math.max(x1, x2) > x && Math.min(x1, x2) < x + width;

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

/** A stretch of the axis and what stands beside it. */
export interface Stretch {
	/** Rows of all lanes; see `makeRows`. */
	rows: readonly Row[];
	/** Items that extend beyond the stretch: only their spans are drawn. */
	passing?: readonly Item[];
	lit: ReadonlySet<Ref>;
	scale: TimeScale;
	ticks: readonly Tick[];
	/** px */
	range: [number, number];
	lanes: LaneLayout;
	joined?: ReturnType<typeof twoTimes>;
}

/** How many quotes and figures may share an event’s row, so that its label keeps its room. */
export const mostSatellites = ({ rails }: Pick<LaneLayout, 'rails'>) =>
	Math.max(0, Math.min(4, Math.floor((rails[0].room - leader - 120) / glyph)));

const leaderOf = ({ room }: Rail) => (room < narrow ? narrowLeader : leader);

/** Lays out one stretch in rows within it; the caller adds the lanes’ names and what lies outside. */
export function layoutDown(story: LayoutStory, stretch: Stretch, frame: Frame): TimelineLayout {
	const { width, height, font } = frame;
	const { rows, scale, ticks, range } = stretch;
	const { rails, laneOf, tickX } = stretch.lanes;
	const y = (time: number) => Math.min(range[1], Math.max(range[0], scale(time)));
	const labels: Label[] = [];
	const marks: Mark[] = [];
	const links: Link[] = [];
	const colourOf = colours(story);
	/** Items without words. */
	const dots: { item: Plotted; rail: Rail }[] = [];

	rails.forEach((rail, lane) => {
		const own = rows.filter((row) => row.lane === lane);
		const leader = leaderOf(rail);
		const start = (row: Row) => leader + glyph / 2 + row.satellites.length * glyph + 8;
		const widths = own.map((row) => rail.room - start(row));
		const wanted = own.map((row) => y(row.host.date.at));
		const placed = nameRows(own, widths, wanted, range, font, story.ui);
		const kept = own.flatMap((row, index) => (placed[index] ? [{ row, ...placed[index] }] : []));
		own.forEach((row, index) => {
			if (!placed[index]) dots.push(...[row.host, ...row.satellites].map((item) => ({ item, rail })));
		});
		for (const { row, fit, centre } of kept) {
			const { ref } = row.host;
			const x = rail.x + rail.dir * leader;
			const smaller = fit.date === null ? 0 : 1;
			const first = fit.title.length + smaller > 1;
			const block = (fit.title.length * font.label + smaller * font.small) * lineHeight;
			const top = centre - block / 2;
			const markY = first ? top + (font.label * lineHeight) / 2 : centre;
			links.push({
				ref,
				x1: rail.x,
				y1: y(row.host.date.at),
				x2: x - (rail.dir * glyph) / 2,
				y2: markY,
				colour: colourOf(row.host),
				tone: row.tone
			});
			[row.host, ...row.satellites].forEach((item, place) =>
				marks.push(mark(item, x + rail.dir * place * glyph, markY))
			);
			if (fit.title.length) labels.push(label(row, fit, rail, rail.x + rail.dir * start(row), top, block));
		}
	});
	marks.push(...bunch());

	const bridges = rows.flatMap((row) => bridge(row, y(row.host.date.at)));
	for (const bridge of bridges) bridge.gaps = gapsOf(bridge);
	const passing = (stretch.passing ?? []).map((host) => ({
		host,
		lane: ownLane(host, laneOf) ?? 0,
		tone: toneOf(stretch.lit, stretch.lit.has(host.ref))
	}));
	const spans = [...passing, ...rows].flatMap(({ host, lane, tone }) => span(host, rails[lane], tone));
	return {
		orientation: 'down',
		width,
		height,
		font,
		axis: {
			lines: rails.flatMap(({ x }, lane) => axisLines(x, laneColour(story, laneOf, lane))),
			ticks: ticks
				.filter((tick) => tick.major || bridges.every((line) => Math.abs(line.y1 - tick.at) > font.small * 0.8))
				.map((tick) => ({
					x: tickX,
					y: tick.at,
					text: tick.label,
					major: tick.major,
					stubs: rails.map(({ x, dir }) => ({ x1: x, x2: x - dir * 4, y1: tick.at, y2: tick.at }))
				})),
			folds: folds(),
			before: null,
			after: null
		},
		lanes: [],
		spans,
		bridges,
		links,
		joins: joins(),
		marks,
		labels
	};

	/** Dots at their own times beside the axis line, side by side where they would overlap. */
	function bunch(): Mark[] {
		const taken = new Map<number, number[]>();
		return dots.map(({ item, rail }) => {
			const columns = Math.max(1, Math.floor((leaderOf(rail) - glyph / 2 - dot.first) / dot.apart) + 1);
			const wanted = y(item.date.at);
			for (let step = 0; ; step++) {
				const at = wanted + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * dot.apart;
				if (step < 400 && (at < range[0] || at > range[1])) continue;
				for (let column = 0; column < columns; column++) {
					const x = rail.x + rail.dir * (dot.first + column * dot.apart);
					const there = taken.get(x) ?? [];
					if (step < 400 && there.some((other) => Math.abs(other - at) < dot.apart - 0.5)) continue;
					taken.set(x, [...there, at]);
					return { ...mark(item, x, Math.min(range[1], Math.max(range[0], at))), size: dot.size, shape: 'dot' };
				}
			}
		});
	}

	function mark(item: Plotted, x: number, y: number): Mark {
		const tone = item.kind === 'cluster' ? 'plain' : toneOf(stretch.lit, stretch.lit.has(item.ref));
		return {
			ref: item.ref,
			kind: item.kind,
			title: markTitle(item, story),
			x,
			y,
			size: 6,
			colour: colourOf(item),
			tone
		};
	}

	function label(row: Row, fit: Fitted, rail: Rail, x: number, top: number, block: number): Label {
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

	function bridge({ host, lane, tone }: Row, y: number): Bridge[] {
		return host.sides
			.map((side) => laneOf.get(side))
			.filter((other) => typeof other === 'number' && other !== lane)
			.map((other) => {
				const side = story.sides.find(({ id }) => laneOf.get(id) === other)!;
				return {
					ref: host.ref,
					x1: rails[lane].x,
					y1: y,
					x2: rails[other as number].x,
					y2: y,
					colours: [colourOf(host), side.colour],
					tone
				};
			});
	}

	/** Where a bridge is interrupted: at axis lines that it only passes, and along words that it would run through. */
	function gapsOf(line: Bridge): number[] {
		const [from, to] = [Math.min(line.x1, line.x2), Math.max(line.x1, line.x2)];
		const passed = rails.flatMap(({ x }) => (x > from + 1 && x < to - 1 ? [x] : []));
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

	function span(item: Plotted, rail: Rail, tone: Span['tone']): Span[] {
		const { date } = item;
		const [top, end] = [y(date.min), y(date.max)];
		// A span too short to see, or one that fills the picture, says nothing.
		if (end - top < 3 || (!date.interval && end - top > (range[1] - range[0]) * 0.9)) return [];
		return [
			{
				ref: item.ref,
				x: rail.x,
				y: top,
				length: end - top,
				thickness: item.kind === 'cluster' ? 3 : date.interval ? 7 : 4,
				colour: colourOf(item),
				softStart: date.softStart || !Number.isFinite(date.min),
				softEnd: date.softEnd || !Number.isFinite(date.max),
				tone
			}
		];
	}

	function joins(): Join[] {
		const two = stretch.joined;
		const row = two && rows.find(({ host, satellites }) => host === two.item || satellites.includes(two.item));
		if (!row) return [];
		const { x, dir } = rails[row.lane];
		const [y1, y2] = [y(two.from), y(two.to)];
		// The bow lies between the axis line and the axis words.
		const bow = dir * Math.min(20, 8 + Math.abs(y2 - y1) / 4);
		return [{ ref: two.item.ref, x1: x, y1, x2: x, y2, cx: x - bow, cy: (y1 + y2) / 2, colour: colourOf(two.item) }];
	}

	/** The axis line of a lane, interrupted at the breaks. */
	function axisLines(x: number, colour: string | undefined): AxisLine[] {
		return scale.pieces
			.filter(({ folded }) => !folded)
			.map(({ range: [y1, y2] }) => ({ x1: x, x2: x, y1, y2, colour }));
	}

	function folds() {
		return scale.pieces
			.filter(({ folded }) => folded)
			.map((piece) => {
				const middle = (piece.range[0] + piece.range[1]) / 2;
				const texts = gapLines(piece.gap!, story);
				const wide = Math.max(...texts.map((text) => textWidth(text, font.small)));
				const tall = texts.length * font.small * lineHeight;
				const top = middle - tall / 2;
				return {
					x: tickX,
					y: middle,
					lines: texts.map((text, index) => ({ text, y: top + (index + 0.78) * font.small * lineHeight })),
					box: { x: tickX - wide / 2, y: top, width: wide, height: tall },
					cuts: rails.flatMap(({ x }) => piece.range.map((y) => ({ x, y })))
				};
			});
	}
}
