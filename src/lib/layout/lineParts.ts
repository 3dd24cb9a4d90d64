/** Places a lane of the horizontal timeline: turns px away from its spine into px of the picture. */
import type { Item } from '../view/local.ts';
import { markTitle, type LayoutStory } from './lanes.ts';
import { dateRow, titleRow, type PlacedLabel } from './lineLabels.ts';
import type { LaneParts } from './lineLane.ts';
import { tierStep, type Entry, type LineFrame, type Place } from './lineTypes.ts';
import {
	countType,
	type Box,
	type Label,
	type Lane,
	type Link,
	type Mark,
	type Note,
	type PartRef,
	type Span
} from './parts.ts';

interface Where {
	/** 0 above its spine, 1 below. */
	lane: number;
	/** y of its spine, px. */
	y: number;
	colourOf: (item: Pick<Item, 'sides'>) => string;
	frame: LineFrame;
}

export interface DrawnLane {
	name: Lane | null;
	spans: Span[];
	links: Link[];
	marks: Mark[];
	labels: Label[];
	counts: Note[];
}

export function drawLane(story: LayoutStory, parts: LaneParts, { lane, y, colourOf, frame }: Where): DrawnLane {
	const dir = lane ? 1 : -1;
	const { font } = frame;
	const away = (depth: number) => y + dir * depth;
	const boxOf = ({ x, y: from, width, height }: Place): Box => ({
		x,
		y: lane ? away(from) : away(from + height),
		width,
		height
	});
	/** Baseline of one line of text centred in a box. */
	const baseline = ({ y, height }: Box, size: number) => y + height / 2 + size * 0.35;
	const note = (text: string, place: Place): Note => {
		const box = boxOf(place);
		return { x: place.x, y: baseline(box, countType(font)), text, anchor: 'start' };
	};
	const { name, sentence, towers } = parts;
	const overTower = sentence && { ...boxOf(sentence.place), tower: sentence.tower };
	return {
		name: nameLane(),
		// The longest first, so that shorter ones stay visible on top.
		spans: frame.gutter ? apart(spansOf()) : spansOf(),
		links: [
			...parts.labels.map(linkOf),
			...parts.lit.filter(({ led }) => led).map(leadOf),
			...(overTower ? [towerLink(overTower)] : [])
		],
		marks: [
			...towers.flatMap(({ dots }) => dots).map((dot) => small(dot.entry, dot.x, dot.y, dot.radius)),
			...parts.dots.map((dot) => small(dot.entry, dot.x, dot.y, dot.radius)),
			...parts.lit.map(markOf)
		],
		labels: [...parts.labels.flatMap(labelsOf), ...(overTower ? [sentenceOf(overTower)] : [])],
		counts: [
			...parts.gaps.map(({ text, place }) => note(text, place)),
			...parts.counts.map(({ text, place }) => note(text, place))
		]
	};

	function spansOf(): Span[] {
		return parts.lit.flatMap(spanOf).sort((a, b) => b.length - a.length);
	}

	function nameLane(): Lane | null {
		const side = name && story.sides.find(({ id }) => id === name.id);
		if (!side) return null;
		const { id, colour } = side;
		const y = baseline(boxOf(name.place), font.small);
		return { id, name: name.text, colour, x: name.place.x, y, anchor: 'start' };
	}

	function centre({ tier }: Entry): number {
		// Where both lanes share one line, their spans lie on either side of it.
		return frame.gutter ? away(tier * tierStep) : away(frame.thick / 2 + tier * tierStep);
	}

	function spanOf(entry: Entry): Span[] {
		const { row, from, to, sign, shared } = entry;
		if (sign === 'dot' || shared) return [];
		const { date } = row.host;
		const hatch = sign === 'hatch';
		return [
			{
				ref: row.host.ref,
				x: from,
				y: centre(entry),
				length: to - from,
				thickness: hatch ? 7 : frame.thick,
				colour: colourOf(row.host),
				softStart: date.softStart || !Number.isFinite(date.min),
				softEnd: date.softEnd || !Number.isFinite(date.max),
				...(hatch && { hatch }),
				tone: 'lit'
			}
		];
	}

	function mark(entry: Entry, x: number, y: number, size: number, shape: Mark['shape']): Mark {
		const { host, satellites } = entry.row;
		const also = satellites.map(({ ref }) => ref);
		const tone = entry.lit ? 'lit' : 'dim';
		return {
			ref: host.ref,
			kind: host.kind,
			title: markTitle(host, story),
			x,
			y,
			size,
			colour: colourOf(host),
			tone,
			shape,
			...(also.length && { also })
		};
	}

	function small(entry: Entry, x: number, depth: number, radius: number): Mark {
		return mark(entry, x, away(depth), radius, 'dot');
	}

	function markOf(entry: Entry): Mark {
		const dot = entry.sign === 'dot';
		return mark(entry, entry.x, centre(entry), dot ? (frame.thick + 3) / 2 : frame.thick / 2, dot ? 'dot' : 'none');
	}

	/** How far a sign reaches from the spine, px. */
	function edge({ tier, sign }: Entry): number {
		return tier * tierStep + (sign === 'dot' ? 8 : 7);
	}

	function linkOf({ wanted, place, lead, beside, anchor }: PlacedLabel): Link {
		const [first] = wanted.entries;
		const row = dateRow(font);
		const end = beside ? away(place.y + row / 2) : away(place.y - 2);
		// The date row is at the edge of the words nearest to the line.
		const x = !beside ? lead : anchor === 'end' ? place.x + place.width + 3 : place.x - 3;
		const { host } = first.row;
		return {
			ref: host.ref,
			x1: lead,
			y1: away(edge(first)),
			x2: x,
			y2: end,
			elbow: end,
			colour: colourOf(host),
			tone: 'lit'
		};
	}

	function leadOf(entry: Entry): Link {
		const { host } = entry.row;
		const y1 = lane ? y - edge(entry) : away(edge(entry));
		return {
			ref: host.ref,
			x1: entry.x,
			y1,
			x2: entry.x,
			y2: 0,
			elbow: 0,
			colour: colourOf(entry.leader ?? host),
			tone: 'lit'
		};
	}

	function labelsOf({ wanted, place, titles, anchor }: PlacedLabel): Label[] {
		const row = dateRow(font);
		const step = titleRow(font);
		const x = anchor === 'start' ? place.x : place.x + place.width;
		return wanted.entries.map((entry, index): Label => {
			const { lines, from } = titles[index];
			const own: Place = { ...place, y: place.y + (index ? from : 0), height: lines.length * step + (index ? 0 : row) };
			const box = boxOf(own);
			const top = lane && !index ? box.y + row : box.y;
			const words = lines.map((text, n) => ({
				text,
				y: top + n * step + step * 0.75,
				size: font.label,
				role: 'title' as const
			}));
			const dateTop = lane ? box.y : box.y + box.height - row;
			const date = { text: wanted.date, y: dateTop + row * 0.74, size: font.small, role: 'date' as const };
			const all = index ? words : lane ? [date, ...words] : [...words, date];
			return { ref: entry.row.host.ref, x, anchor, lines: all, box, halo: false, tone: 'lit' };
		});
	}

	function sentenceOf(box: Box & { tower: { year: number } }): Label {
		const line = { text: sentence!.text, y: baseline(box, font.label), size: font.label, role: 'title' as const };
		const { x, y, width, height } = box;
		const atEnd = x < sentence!.tower.place.x;
		return {
			ref: yearRef(box.tower.year),
			x: atEnd ? x + width : x,
			anchor: atEnd ? 'end' : 'start',
			lines: [line],
			box: { x, y, width, height },
			halo: false,
			tone: 'lit'
		};
	}

	function towerLink(box: Box & { tower: { year: number; place: Place } }): Link {
		const { place } = box.tower;
		const before = box.x < place.x;
		const at = before ? place.x + 5 : place.x + place.width - 5;
		const row = box.y + box.height / 2;
		const words = before ? box.x + box.width + 5 : box.x - 5;
		return {
			ref: yearRef(box.tower.year),
			x1: at,
			y1: away(place.height + 2),
			x2: words,
			y2: row,
			elbow: row,
			colour: 'ink',
			tone: 'lit'
		};
	}
}

/** Where spans overlap for lack of room, the upper one is slimmer and set off from the one below. */
const apart = (spans: readonly Span[]): Span[] =>
	spans.map((span, index) => {
		const under = spans
			.slice(0, index)
			.filter(({ x, y, length }) => y === span.y && x < span.x + span.length && span.x < x + length).length;
		return under ? { ...span, thickness: Math.max(4, span.thickness - 3 * under), over: true } : span;
	});

const yearRef = (year: number): PartRef => `cluster-year${year}`;
