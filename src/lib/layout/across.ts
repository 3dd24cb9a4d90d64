/**
 * A stretch of the timeline with time running across: labels stand in levels above an axis line, or, for the second of
 * two facing sides, below it. Three or more sides are bands, one under another. Pure: no screen, no measuring, no
 * clock.
 */
import { axisAcross, within } from './axisAcross.ts';
import type { Frame } from './frames.ts';
import { colours, facing, markTitle, type LaneLayout, type LayoutStory } from './lanes.ts';
import { headStart, mostWords, placeFlags, type Flag, type Flown } from './levels.ts';
import type { Bridge, Join, Label, Link, Mark, Span, TimelineLayout } from './parts.ts';
import { balance, isTold, lineHeight, ownLane, titleOf, toneOf, type Plotted, type Row } from './rows.ts';
import { textWidth, truncate } from './textWidth.ts';
import type { Stretch } from './down.ts';

type Font = Frame['font'];

/** A lane’s axis line. `dir`: its labels lie above (-1) or below (1). */
export interface Band {
	y: number;
	dir: 1 | -1;
	/** px from the line to where its labels end */
	room: number;
}

export interface AcrossLanes extends Pick<LaneLayout, 'laneOf' | 'lanes'> {
	rails: Band[];
	/** The middle of the words on the axis. */
	tickY: number;
}

/** As for `layoutDown`; `range` is px along x. */
export type AcrossStretch = Omit<Stretch, 'lanes'> & { lanes: AcrossLanes };

const glyph = 17;
/** Space between an axis line and the first level, px; spans are drawn in it. */
const foot = 11;
/** Maximum number of quotes and figures that share an event’s row; see `makeRows`. */
export const acrossSatellites = 3;

/** Height of one level, px. */
const levelHeight = (font: Font) => font.label * lineHeight + 4;
const nameHeight = (font: Font) => font.small * lineHeight + 5;
const wordsHeight = (font: Font) => font.small * lineHeight * 2 + 12;

const levelsIn = (room: number, font: Font) => Math.max(0, Math.floor((room - foot) / levelHeight(font)));

/** Minimum distance between two ticks, px. */
export const acrossTickSpacing = (font: Font) => font.small * 6;

/** How many lanes can be named and have two levels of labels each. */
export const mostBands = (height: number, font: Font) =>
	Math.max(1, Math.floor((height - wordsHeight(font)) / (nameHeight(font) + foot + 2 * levelHeight(font) + 2)));

/**
 * @param room height of a lane, px, as in `Band`
 * @returns rows per px of axis of which, spread evenly, at least five in six get words
 */
export const acrossCapacity = (room: number, font: Font) => levelsIn(room, font) / mostWords;

/** @returns lanes for a picture of this height; their names stand at its start, where nothing passes under them */
export function acrossLanes(story: Pick<LayoutStory, 'sides'>, height: number, font: Font): AcrossLanes {
	const pair = facing(story.sides);
	const words = wordsHeight(font);
	const name = nameHeight(font);
	const bands = pair ? 2 : story.sides.length;
	const band = (height - words) / bands;
	const room = band - name;
	const ids = pair ?? story.sides.map(({ id }) => id);
	const laneOf = new Map(story.sides.map(({ id }) => [id, ids.includes(id) ? ids.indexOf(id) : ('free' as const)]));
	const rails = ids.map((_, lane): Band =>
		pair && lane === 1 ? { y: band + words, dir: 1, room } : { y: (lane + 1) * band, dir: -1, room }
	);
	const lanes = rails.map(({ y, dir }, lane) => {
		const { id, name, colour } = story.sides.find((side) => side.id === ids[lane])!;
		const at = dir < 0 ? y - band + font.small + 2 : y + band - 5;
		return { id, name, colour, x: 6, y: at, anchor: 'start' as const };
	});
	return { rails, laneOf, lanes, tickY: pair ? band + words / 2 : height - words / 2 };
}

/** A date is shown for what is lit, or for everything where nothing is. */
const dateOf = ({ host, tone }: Row) => (tone === 'dim' ? '' : host.date.label);

/** Lays out one stretch within its range and lanes; the caller adds the lanes’ names and what lies outside. */
export function layoutAcross(story: LayoutStory, stretch: AcrossStretch, frame: Frame): TimelineLayout {
	const { width, height, font } = frame;
	const { rows, scale, range, lit } = stretch;
	const { rails, laneOf } = stretch.lanes;
	const x = (time: number) => Math.min(range[1], Math.max(range[0], scale(time)));
	/** Keeps a mark wholly within its stretch. */
	const inside = (at: number, half = headStart) => within(range, at, 2 * half);
	const colourOf = colours(story);
	const marks: Mark[] = [];
	const labels: Label[] = [];
	const links: Link[] = [];
	rails.forEach((band, lane) =>
		flyLane(
			rows.filter((row) => row.lane === lane),
			band
		)
	);

	const bridges = rows.flatMap(bridge);
	for (const label of labels) label.halo = crossed(label);
	const passing = (stretch.passing ?? []).map((host) => ({
		host,
		lane: ownLane(host, laneOf) ?? 0,
		tone: toneOf(lit, lit.has(host.ref))
	}));
	return {
		orientation: 'across',
		width,
		height,
		font,
		axis: axisAcross(story, stretch, bridges, font),
		lanes: [],
		spans: [...passing, ...rows].flatMap(({ host, lane, tone }) => span(host, rails[lane], tone)),
		bridges,
		links,
		joins: joins(),
		marks,
		labels
	};

	function flyLane(own: readonly Row[], band: Band): void {
		const flags = own.map((row): Flag => ({
			x: inside(x(row.host.date.at)),
			head: headStart + row.satellites.length * glyph + 4,
			words: textWidth(titleOf(row.host, story.ui), font.label),
			second: textWidth(dateOf(row), font.small),
			// A cluster is explained by its words alone, so it comes before the most important event.
			importance: row.host.kind === 'cluster' ? 6 : row.host.importance,
			first: row.tone === 'lit' || row.host.kind === 'cluster' || isTold(row.host)
		}));
		const placed = placeFlags(
			flags.map((flag) => ({ ...flag, x: flag.x - range[0], second: flag.second > mostWords ? 0 : flag.second })),
			range[1] - range[0],
			levelsIn(band.room, font),
			band.dir < 0
		);
		own.forEach((row, index) => {
			const at = placed[index];
			if (at) return fly(row, band, flags[index], at);
			// No room: dots at their own times on the line.
			for (const item of [row.host, ...row.satellites])
				marks.push({ ...mark(item, inside(x(item.date.at), 2.5), band.y), size: 2.5 });
		});
	}

	function fly(row: Row, { y, dir }: Band, flag: Flag, at: Flown): void {
		const { host, satellites, tone } = row;
		const lines = at.room ? words(row, at) : [];
		const heightOf = ({ size }: { size: number }) => size * lineHeight;
		const block = lines.reduce((sum, line) => sum + heightOf(line), 0);
		const middle = y + dir * (foot + (at.level + at.levels / 2) * levelHeight(font));
		let top = middle - block / 2;
		const markY = lines.length ? top + heightOf(lines[0]) / 2 : middle;
		links.push({
			ref: host.ref,
			x1: x(host.date.at),
			y1: y,
			x2: flag.x,
			y2: markY - dir * (glyph / 2),
			colour: colourOf(host),
			tone
		});
		[host, ...satellites].forEach((item, place) => marks.push(mark(item, flag.x + at.side * place * glyph, markY)));
		if (!lines.length) return;
		const start = flag.x + at.side * flag.head;
		const wide = Math.max(...lines.map(({ text, size }) => textWidth(text, size)));
		labels.push({
			ref: host.ref,
			x: start,
			anchor: at.side > 0 ? 'start' : 'end',
			box: { x: at.side > 0 ? start : start - wide, y: top, width: wide, height: block },
			lines: lines.map((line) => {
				const baseline = top + 0.78 * heightOf(line);
				top += heightOf(line);
				return { ...line, y: baseline };
			}),
			halo: false,
			tone
		});
	}

	/** The title, in as many lines as it has levels, or with its date. */
	function words(row: Row, { room, levels }: Flown): Omit<Label['lines'][number], 'y'>[] {
		const title = titleOf(row.host, story.ui);
		const one = (text: string) => ({ text, size: font.label, role: 'title' as const });
		// Slightly more than measured, so that text that just fits is not cut.
		const most = room + 1e-6;
		if (levels === 1) return [one(truncate(title, font.label, most))];
		const lines = balance(title, font.label, most, 2);
		// A cut date would be a different date.
		const date = [dateOf(row), dateOf(row) && row.host.date.short].find(
			(text) => text && textWidth(text, font.small) <= most
		);
		if (lines.length > 1 || !date) return lines.map(one);
		return [one(lines[0]), { text: date, size: font.small, role: 'date' }];
	}

	function mark(item: Plotted, x: number, y: number): Mark {
		return {
			ref: item.ref,
			kind: item.kind,
			title: markTitle(item, story),
			x,
			y,
			size: 6,
			colour: colourOf(item),
			tone: item.kind === 'cluster' ? 'plain' : toneOf(lit, lit.has(item.ref))
		};
	}

	function bridge({ host, lane, tone }: Row): Bridge[] {
		const at = x(host.date.at);
		return host.sides.flatMap((id) => {
			const other = laneOf.get(id);
			if (typeof other !== 'number' || other === lane) return [];
			const { colour } = story.sides.find((side) => side.id === id)!;
			const ends = { x1: at, y1: rails[lane].y, x2: at, y2: rails[other].y };
			return [{ ref: host.ref, ...ends, colours: [colourOf(host), colour] as [string, string], tone }];
		});
	}

	/** Whether a pole or a bridge passes behind a label. */
	function crossed({ box }: Label): boolean {
		return [...links, ...bridges].some(
			({ x1, x2, y1, y2 }) =>
				Math.max(x1, x2) > box.x - 1 &&
				Math.min(x1, x2) < box.x + box.width + 1 &&
				Math.max(y1, y2) > box.y &&
				Math.min(y1, y2) < box.y + box.height
		);
	}

	function span(item: Plotted, { y }: Band, tone: Span['tone']): Span[] {
		const { date } = item;
		const [start, end] = [x(date.min), x(date.max)];
		// A span too short to see, or one that fills the picture, says nothing.
		if (end - start < 3 || (!date.interval && end - start > (range[1] - range[0]) * 0.9)) return [];
		return [
			{
				ref: item.ref,
				x: start,
				y,
				length: end - start,
				thickness: !date.interval ? 4 : item.kind === 'cluster' ? 3 : 7,
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
		const { y, dir } = rails[row.lane];
		const [x1, x2] = [x(two.from), x(two.to)];
		// The bow lies between the axis line and the axis words.
		const bow = dir * Math.min(20, 8 + Math.abs(x2 - x1) / 4);
		return [{ ref: two.item.ref, x1, y1: y, x2, y2: y, cx: (x1 + x2) / 2, cy: y - bow, colour: colourOf(two.item) }];
	}
}
