/** The words of a scene’s picture, and what connects them to their marks: leaders, brackets and bridges. */
import type { Item } from '../view/local.ts';
import { twoTimes, inWindow } from './lanes.ts';
import type { Bracket, Bridge, Join, Label, Link } from './parts.ts';
import { ownLane, type Row } from './rows.ts';
import { dateLine, displacement, othersOf, titleLine, type PlacedBlock } from './sceneBlocks.ts';
import type { Made } from './sceneMade.ts';
import { markSize } from './sceneLanes.ts';
import { textWidth } from './textWidth.ts';

/** Distance of a leader’s bend and of its tip from the axis line, px. */
const bend = 28;
const tip = markSize + 2;

export function labelsOf({ places, frame: { font } }: Made, block: PlacedBlock): Label[] {
	const { text } = places.rails[block.lane];
	let top = block.top;
	return block.rows.map((row, index) => {
		const lines: Label['lines'] = [];
		const start = top;
		const add = (words: string, size: number, height: number, role: 'date' | 'title') => {
			lines.push({ text: words, y: top + size * height * 0.5 + size * 0.36, size, role });
			top += size * height;
		};
		if (index === 0) for (const words of block.date) add(words, font.small, dateLine, 'date');
		for (const words of block.titles[index]) add(words, font.label, titleLine, 'title');
		const width = Math.max(...lines.map(({ text, size }) => textWidth(text, size)));
		const box = { x: text, y: start, width, height: top - start };
		top += 7;
		return { ref: row.host.ref, x: text, anchor: 'start', lines, box, halo: false, tone: 'lit' };
	});
}

/** A leader from the words to the mark: it starts at a single item’s date, or at a group’s bracket. */
export function leaderOf(made: Made, block: PlacedBlock): Link[] {
	const { places, frame, colourOf } = made;
	const { font } = frame;
	const { x, dir, text, bracket } = places.rails[block.lane];
	const { rows, y, top, height, date } = block;
	if (block.above && displacement(block, font) < 3) return [];
	const base = {
		ref: rows[0].host.ref,
		colour: colourOf(rows[0].host),
		tone: 'lit' as const,
		x1: x + dir * tip,
		y1: y
	};
	if (rows.length > 1) {
		const edge = Math.min(10, height / 2);
		return [
			{
				...base,
				x2: x + dir * bracket,
				y2: Math.min(top + height - edge, Math.max(top + edge, y)),
				elbow: x + dir * Math.min(bend, bracket - 4)
			}
		];
	}
	// Words above their bridge are joined at their last line, the nearest one.
	const row = block.over ? top + height - (font.label * titleLine) / 2 : top + (font.small * dateLine) / 2;
	const end = dir > 0 ? text - 7 : text + textWidth(date[0] ?? '', font.small) + 12;
	return [{ ...base, x2: end, y2: row, elbow: x + dir * Math.min(bend, bracket - 4, Math.abs(end - x) - 2) }];
}

/** Joins the two times of the focused quotation within the axis. */
export function joinsOf({ selection, places, y, colourOf }: Made): Join[] {
	const two = twoTimes(selection);
	if (!two || !inWindow([two.item], selection.window).length) return [];
	const { x, dir } = places.rails[ownLane(two.item, places.laneOf) ?? 0];
	const [y1, y2] = [y(two.from), y(two.to)];
	const bow = (places.kind === 'facing' ? dir : 1) * Math.min(20, 8 + Math.abs(y2 - y1) / 4);
	return [{ ref: two.item.ref, x1: x, y1, x2: x, y2, cx: x - bow, cy: (y1 + y2) / 2, colour: colourOf(two.item) }];
}

export function bracketOf({ places, colourOf }: Made, { rows, lane, top, height }: PlacedBlock): Bracket[] {
	if (rows.length < 2) return [];
	const { x, dir, bracket } = places.rails[lane];
	const { host } = rows[0];
	return [{ ref: host.ref, x: x + dir * bracket, y: top, length: height, dir, colour: colourOf(host), tone: 'lit' }];
}

export function bridgesOf({ places, story, colourOf }: Made, { rows, lane, y }: PlacedBlock): Bridge[] {
	const others = new Map(rows.flatMap((row) => othersOf(row, places).map((side): [string, Row] => [side, row])));
	return [...others].map(([side, { host }]) => {
		const [x1, x2] = [places.rails[lane].x, places.rails[places.laneOf.get(side) as number].x];
		const between = places.rails.map(({ x }) => x).filter((x) => x > Math.min(x1, x2) && x < Math.max(x1, x2));
		const colour = story.sides.find(({ id }) => id === side)!.colour;
		return {
			ref: host.ref,
			x1,
			y1: y,
			x2,
			y2: y,
			colours: [colourOf(host), colour],
			tone: 'lit',
			ring: 5,
			gaps: between
		};
	});
}

/** The other party’s name at the ring, where its lane has room for it. */
export function partiesOf(made: Made, labels: readonly Label[]): { labels: Label[]; links: Link[] } {
	const { places, story, frame, blocks } = made;
	const { font } = frame;
	const named: Label[] = [];
	const links: Link[] = [];
	const actors = new Map(story.actors?.map((actor) => [actor.id, actor]));
	for (const block of [...blocks].sort((a, b) => b.rows[0].host.importance - a.rows[0].host.importance)) {
		const other = places.rails[1 - block.lane];
		const side = block.rows
			.flatMap((row) => othersOf(row, places))
			.find((id) => places.laneOf.get(id) === 1 - block.lane);
		if (!side) continue;
		const names = block.rows.map(
			({ host }) => (host as Item).actors.map((id) => actors.get(id)).find((actor) => actor?.side === side)?.name
		);
		const text = [...new Set(names.filter(Boolean))].slice(0, 2).join(story.ui.list.separator);
		const wide = textWidth(text, font.label);
		const tall = font.label * titleLine;
		const box = { x: other.text, y: block.y - tall / 2, width: wide, height: tall };
		const clear = (gap: number) =>
			[...labels, ...named].every((label) => {
				const sameLane = label.box.x === other.text;
				return !sameLane || label.box.y > box.y + tall + gap || label.box.y + label.box.height < box.y - gap;
			});
		const lines = blocks.filter(({ lane }) => lane === 1 - block.lane);
		const near = lines.some(
			({ y, top, rows }) => Math.abs(y - block.y) < 14 || (rows.length > 1 && Math.abs(top - block.y) < 6)
		);
		const outside = box.y < made.range[0] || box.y + tall > made.range[1];
		if (!text || wide > other.room || near || outside || !clear(5)) continue;
		const colour = story.sides.find(({ id }) => id === side)!.colour;
		const { ref } = block.rows[0].host;
		named.push({
			ref,
			x: other.text,
			anchor: 'start',
			lines: [{ text, y: block.y + font.label * 0.36, size: font.label, role: 'party' }],
			colour,
			box,
			halo: false,
			tone: 'lit'
		});
		const end = other.dir > 0 ? other.text - 7 : other.text + wide + 12;
		links.push({
			ref,
			colour,
			tone: 'lit',
			x1: other.x + other.dir * 9,
			y1: block.y,
			x2: end,
			y2: block.y,
			elbow: other.x + other.dir * 14
		});
	}
	return { labels: named, links };
}
