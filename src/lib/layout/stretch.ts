/**
 * A stretch of the explorer’s timeline, the same for both directions of time: it is laid out in px along time and px
 * beside it, and projected to x and y here. What differs is where words, which always run across, find room: that is a
 * `Placement`, in down.ts and across.ts. Pure: no screen, no measuring, no clock.
 */
import type { Item, Ref } from '../view/local.ts';
import type { Frame } from './frames.ts';
import { colours, gapLines, laneColour, markTitle, type LaneLayout, type LayoutStory, type Rail } from './lanes.ts';
import type { AxisLine, AxisTick, Bridge, Fold, Label, Line, Link, Mark, Span, TimelineLayout, Tone } from './parts.ts';
import { lineHeight, ownLane, toneOf, type Plotted, type Row } from './rows.ts';
import { textWidth } from './textWidth.ts';
import type { Tick } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';

/** A stretch of the axis and what stands beside it. */
export interface Stretch {
	/** Rows of all lanes; see `makeRows`. */
	rows: readonly Row[];
	/** Items that extend beyond the stretch: only their spans are drawn. */
	passing?: readonly Item[];
	lit: ReadonlySet<Ref>;
	scale: TimeScale;
	ticks: readonly Tick[];
	/** px along time */
	range: [number, number];
	lanes: LaneLayout;
}

/** A position in a stretch, px: along time, and beside it. */
export interface Position {
	along: number;
	beside: number;
}

/** A row’s marks, and its words with the leader to them where these find room. */
export interface PlacedRow {
	row: Row;
	/** `dot`: how the mark is drawn where the row has no words. */
	marks: (Position & { item: Plotted; dot?: Pick<Mark, 'size' | 'shape'> })[];
	/** Where the leader ends; it begins on the axis line, at the row’s time. */
	leader?: Position;
	label?: Label;
}

/** A break’s words: their centre if nothing were in the way, px along time, and the width of the widest, px. */
export interface FoldWords {
	along: number;
	width: number;
}

/** What a placement knows of its stretch. */
export interface StretchRoom {
	story: LayoutStory;
	stretch: Stretch;
	font: Frame['font'];
	/** Position of a time, px along it, within the range. */
	along: (time: number) => number;
}

/** What depends on the direction of time. */
export interface Placement {
	orientation: Frame['orientation'];
	/** Whether an axis line has the colour of its side. */
	tinted: boolean;
	placeRows(room: StretchRoom): PlacedRow[];
	/** The centre of each break’s words, px along time; those that do not fit are left out. */
	placeFolds(folds: readonly FoldWords[], room: StretchRoom): { along: number; fits: boolean }[];
	/** The ticks that have room, in order, with the centre of their words, px along time. */
	placeTicks(
		room: StretchRoom,
		taken: { folds: readonly Fold[]; bridges: readonly Bridge[] }
	): { tick: Tick; along: number }[];
	/** Keeps words legible where bridges and leaders would run through them. */
	keepLegible(
		parts: { labels: Label[]; links: readonly Link[]; bridges: Bridge[] },
		rails: readonly Rail[]
	): { labels: Label[]; bridges: Bridge[] };
}

/** A span shorter than this is too short to see, px; one without an end of its own that fills this share says nothing. */
const leastSpan = 3;
const mostSpan = 0.9;

/** Lays out one stretch within its range and lanes; the caller adds the lanes’ names and what lies outside. */
export function layoutStretch(
	story: LayoutStory,
	stretch: Stretch,
	{ width, height, font }: Frame,
	placement: Placement
): TimelineLayout {
	const { range, scale } = stretch;
	const along = (time: number) => Math.min(range[1], Math.max(range[0], scale(time)));
	const room: StretchRoom = { story, stretch, font, along };
	const draw = new StretchParts(room, placement);
	const placed = placement.placeRows(room);
	const links = placed.flatMap((row) => draw.link(row));
	const { labels, bridges } = placement.keepLegible(
		{
			labels: placed.flatMap(({ label }) => label ?? []),
			links,
			bridges: stretch.rows.flatMap((row) => draw.bridges(row))
		},
		stretch.lanes.rails
	);
	return {
		orientation: placement.orientation,
		width,
		height,
		font,
		axis: draw.axis(bridges),
		lanes: [],
		spans: draw.spans(),
		bridges,
		links,
		joins: [],
		marks: placed.flatMap(({ marks }) => marks.map((mark) => draw.mark(mark))),
		labels
	};
}

/** Makes the parts of a stretch, in x and y. */
class StretchParts {
	private readonly colourOf: ReturnType<typeof colours>;

	constructor(
		private readonly room: StretchRoom,
		private readonly placement: Placement
	) {
		this.colourOf = colours(room.story);
	}

	mark({ item, along, beside, dot }: PlacedRow['marks'][number]): Mark {
		return {
			ref: item.ref,
			kind: item.kind,
			title: markTitle(item, this.room.story),
			...this.project(along, beside),
			size: 6,
			colour: this.colourOf(item),
			tone: item.kind === 'cluster' ? 'plain' : this.toneOf(item),
			...dot
		};
	}

	link({ row: { host, lane, tone }, leader }: PlacedRow): Link[] {
		if (!leader) return [];
		const foot = { along: this.room.along(host.date.at), beside: this.rails[lane].at };
		return [{ ref: host.ref, ...this.line(foot, leader), colour: this.colourOf(host), tone }];
	}

	/** From a row’s own lane to those of its other sides. */
	bridges({ host, lane, tone }: Row): Bridge[] {
		const { story, stretch } = this.room;
		const along = this.room.along(host.date.at);
		return host.sides.flatMap((id): Bridge[] => {
			const other = stretch.lanes.laneOf.get(id);
			if (typeof other !== 'number' || other === lane) return [];
			const { colour } = story.sides.find((side) => side.id === id)!;
			const ends = [lane, other].map((one) => ({ along, beside: this.rails[one].at }));
			return [{ ref: host.ref, ...this.line(ends[0], ends[1]), colours: [this.colourOf(host), colour], tone }];
		});
	}

	spans(): Span[] {
		const { rows, passing = [], lanes } = this.room.stretch;
		return [
			...passing.flatMap((item) => this.span(item, ownLane(item, lanes.laneOf) ?? 0, this.toneOf(item))),
			...rows.flatMap(({ host, lane, tone }) => this.span(host, lane, tone))
		];
	}

	private span(item: Plotted, lane: number, tone: Tone): Span[] {
		const { date } = item;
		const { range } = this.room.stretch;
		const [start, end] = [this.room.along(date.min), this.room.along(date.max)];
		const fills = !date.interval && end - start > (range[1] - range[0]) * mostSpan;
		if (end - start < leastSpan || fills) return [];
		return [
			{
				ref: item.ref,
				...this.project(start, this.rails[lane].at),
				length: end - start,
				thickness: item.kind === 'cluster' ? 3 : date.interval ? 7 : 4,
				colour: this.colourOf(item),
				softStart: date.softStart || !Number.isFinite(date.min),
				softEnd: date.softEnd || !Number.isFinite(date.max),
				tone
			}
		];
	}

	axis(bridges: readonly Bridge[]): TimelineLayout['axis'] {
		const folds = this.folds();
		const ticks = this.placement.placeTicks(this.room, { folds, bridges });
		return {
			lines: this.rails.flatMap(({ at }, lane) => this.axisLines(at, lane)),
			ticks: ticks.map(({ tick, along }) => this.tick(tick, along)),
			folds,
			before: null,
			after: null
		};
	}

	/** The axis line of a lane, interrupted at the breaks. */
	private axisLines(beside: number, lane: number): AxisLine[] {
		const { story, stretch } = this.room;
		const colour = this.placement.tinted ? laneColour(story, stretch.lanes.laneOf, lane) : undefined;
		return stretch.scale.pieces
			.filter(({ folded }) => !folded)
			.map(({ range: [from, to] }) => ({ ...this.line({ along: from, beside }, { along: to, beside }), colour }));
	}

	private tick({ at, label, major }: Tick, along: number): AxisTick {
		return {
			...this.project(along, this.room.stretch.lanes.axisWords),
			text: label,
			major,
			stubs: this.rails.map((rail) =>
				this.line({ along: at, beside: rail.at }, { along: at, beside: rail.at - rail.dir * 4 })
			)
		};
	}

	private folds(): Fold[] {
		const { story, stretch, font } = this.room;
		const line = font.small * lineHeight;
		const folded = stretch.scale.pieces
			.filter(({ folded }) => folded)
			.map(({ range, gap }) => {
				const texts = gapLines(gap!, story);
				const width = Math.max(...texts.map((text) => textWidth(text, font.small)));
				return { range, texts, along: (range[0] + range[1]) / 2, width };
			});
		const places = this.placement.placeFolds(folded, this.room);
		return folded.map(({ range, texts, width }, index): Fold => {
			const { along, fits } = places[index];
			const { x, y } = this.project(along, stretch.lanes.axisWords);
			const height = texts.length * line;
			const top = y - height / 2;
			return {
				x,
				y,
				lines: fits ? texts.map((text, n) => ({ text, y: top + (n + 0.78) * line })) : [],
				box: { x: x - width / 2, y: top, width: fits ? width : 0, height },
				cuts: this.rails.flatMap(({ at }) => range.map((px) => this.project(px, at)))
			};
		});
	}

	private get rails(): readonly Rail[] {
		return this.room.stretch.lanes.rails;
	}

	private toneOf({ ref }: Plotted): Tone {
		const { lit } = this.room.stretch;
		return toneOf(lit, lit.has(ref as Ref));
	}

	private project(along: number, beside: number): { x: number; y: number } {
		return this.placement.orientation === 'across' ? { x: along, y: beside } : { x: beside, y: along };
	}

	private line(from: Position, to: Position): Line {
		const [start, end] = [from, to].map(({ along, beside }) => this.project(along, beside));
		return { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
	}
}
