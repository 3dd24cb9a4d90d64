/** Places a lane of the horizontal timeline: turns px away from its spine into px of the picture. */
import type { Item } from '../view/local.ts';
import { markTitle, type LayoutStory } from './lanes.ts';
import { dateRow, titleRow, type PlacedLabel } from './lineLabels.ts';
import type { Dot } from './lineDots.ts';
import type { LaneParts } from './lineLane.ts';
import { tierStep, type LineEntry, type LineFrame, type LaneBox } from './lineTypes.ts';
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

export const drawLane = (story: LayoutStory, parts: LaneParts, where: Where): DrawnLane =>
	new LaneDrawing(story, parts, where).draw();

class LaneDrawing {
	private readonly frame: LineFrame;

	constructor(
		private readonly story: LayoutStory,
		private readonly parts: LaneParts,
		private readonly where: Where
	) {
		this.frame = where.frame;
	}

	draw(): DrawnLane {
		const { labels, lit, towers, dots, gaps, counts } = this.parts;
		const sentence = this.yearSentence();
		return {
			name: this.name(),
			spans: this.spans(),
			links: [
				...labels.map((label) => this.linkOf(label)),
				...lit.filter(({ led }) => led).map((entry) => this.leadOf(entry)),
				...sentence.links
			],
			marks: [
				...[...towers.flatMap(({ dots }) => dots), ...dots].map((dot) => this.small(dot)),
				...lit.map((entry) => this.markOf(entry))
			],
			labels: [...labels.flatMap((label) => this.labelsOf(label)), ...sentence.labels],
			counts: [...gaps, ...counts].map(({ text, place }) => this.note(text, place))
		};
	}

	/** y at a distance from the spine, px. */
	private away(depth: number): number {
		const { lane, y } = this.where;
		return y + (lane ? 1 : -1) * depth;
	}

	private boxOf({ x, y, width, height }: LaneBox): Box {
		return { x, y: this.where.lane ? this.away(y) : this.away(y + height), width, height };
	}

	private note(text: string, place: LaneBox): Note {
		return { x: place.x, y: baseline(this.boxOf(place), countType(this.frame.font)), text, anchor: 'start' };
	}

	private colourOf(item: Pick<Item, 'sides'>): string {
		return this.where.colourOf(item);
	}

	/** The longest first, so that shorter ones stay visible on top. */
	private spans(): Span[] {
		const spans = this.parts.lit.flatMap((entry) => this.spanOf(entry)).sort((a, b) => b.length - a.length);
		return this.frame.gutter ? apart(spans) : spans;
	}

	private name(): Lane | null {
		const { name } = this.parts;
		const side = name && this.story.sides.find(({ id }) => id === name.id);
		if (!side) return null;
		const { id, colour } = side;
		const y = baseline(this.boxOf(name.place), this.frame.font.small);
		return { id, name: name.text, colour, x: name.place.x, y, anchor: 'start' };
	}

	private centre({ tier }: LineEntry): number {
		// Where both lanes share one line, their spans lie on either side of it.
		return this.frame.gutter ? this.away(tier * tierStep) : this.away(this.frame.thick / 2 + tier * tierStep);
	}

	private spanOf(entry: LineEntry): Span[] {
		const { row, from, to, sign, shared } = entry;
		if (sign === 'dot' || shared) return [];
		const { date } = row.host;
		const hatch = sign === 'hatch';
		return [
			{
				ref: row.host.ref,
				x: from,
				y: this.centre(entry),
				length: to - from,
				thickness: hatch ? 7 : this.frame.thick,
				colour: this.colourOf(row.host),
				softStart: date.softStart || !Number.isFinite(date.min),
				softEnd: date.softEnd || !Number.isFinite(date.max),
				...(hatch && { hatch }),
				tone: 'lit'
			}
		];
	}

	private mark(entry: LineEntry, x: number, y: number, size: number, shape: Mark['shape']): Mark {
		const { host, satellites } = entry.row;
		const also = satellites.map(({ ref }) => ref);
		const tone = entry.lit ? 'lit' : 'dim';
		return {
			ref: host.ref,
			kind: host.kind,
			title: markTitle(host, this.story),
			x,
			y,
			size,
			colour: this.colourOf(host),
			tone,
			shape,
			...(also.length && { also })
		};
	}

	private small({ entry, x, y, radius }: Dot): Mark {
		return this.mark(entry, x, this.away(y), radius, 'dot');
	}

	private markOf(entry: LineEntry): Mark {
		const dot = entry.sign === 'dot';
		return this.mark(
			entry,
			entry.x,
			this.centre(entry),
			dot ? (this.frame.thick + 3) / 2 : this.frame.thick / 2,
			dot ? 'dot' : 'none'
		);
	}

	/** How far a sign reaches from the spine, px. */
	private edge({ tier, sign }: LineEntry): number {
		return tier * tierStep + (sign === 'dot' ? 8 : 7);
	}

	private linkOf({ wanted, place, lead, beside, anchor }: PlacedLabel): Link {
		const [first] = wanted.entries;
		const row = dateRow(this.frame.font);
		const end = beside ? this.away(place.y + row / 2) : this.away(place.y - 2);
		// The date row is at the edge of the words nearest to the line.
		const x = !beside ? lead : anchor === 'end' ? place.x + place.width + 3 : place.x - 3;
		const { host } = first.row;
		return {
			ref: host.ref,
			x1: lead,
			y1: this.away(this.edge(first)),
			x2: x,
			y2: end,
			elbow: end,
			colour: this.colourOf(host),
			tone: 'lit'
		};
	}

	private leadOf(entry: LineEntry): Link {
		const { host } = entry.row;
		const y1 = this.where.lane ? this.where.y - this.edge(entry) : this.away(this.edge(entry));
		return {
			ref: host.ref,
			x1: entry.x,
			y1,
			x2: entry.x,
			y2: 0,
			elbow: 0,
			colour: this.colourOf(entry.leader ?? host),
			tone: 'lit'
		};
	}

	private labelsOf({ wanted, place, titles, anchor }: PlacedLabel): Label[] {
		const { lane } = this.where;
		const row = dateRow(this.frame.font);
		const step = titleRow(this.frame.font);
		const x = anchor === 'start' ? place.x : place.x + place.width;
		return wanted.entries.map((entry, index): Label => {
			const { lines, from } = titles[index];
			const own: LaneBox = {
				...place,
				y: place.y + (index ? from : 0),
				height: lines.length * step + (index ? 0 : row)
			};
			const box = this.boxOf(own);
			const top = lane && !index ? box.y + row : box.y;
			const words = lines.map((text, n) => ({
				text,
				y: top + n * step + step * 0.75,
				size: this.frame.font.label,
				role: 'title' as const
			}));
			const dateTop = lane ? box.y : box.y + box.height - row;
			const date = { text: wanted.date, y: dateTop + row * 0.74, size: this.frame.font.small, role: 'date' as const };
			const all = index ? words : lane ? [date, ...words] : [...words, date];
			return { ref: entry.row.host.ref, x, anchor, lines: all, box, halo: false, tone: 'lit' };
		});
	}

	/** The sentence over a year’s tower, and the line from it to the tower. */
	private yearSentence(): { labels: Label[]; links: Link[] } {
		const { sentence } = this.parts;
		if (!sentence) return { labels: [], links: [] };
		const { text, place, tower } = sentence;
		const { font } = this.frame;
		const box = this.boxOf(place);
		const ref: PartRef = `cluster-year${tower.year}`;
		const isBefore = box.x < tower.place.x;
		const row = box.y + box.height / 2;
		return {
			labels: [
				{
					ref,
					x: isBefore ? box.x + box.width : box.x,
					anchor: isBefore ? 'end' : 'start',
					lines: [{ text, y: baseline(box, font.label), size: font.label, role: 'title' }],
					box,
					halo: false,
					tone: 'lit'
				}
			],
			links: [
				{
					ref,
					x1: isBefore ? tower.place.x + 5 : tower.place.x + tower.place.width - 5,
					y1: this.away(tower.place.height + 2),
					x2: isBefore ? box.x + box.width + 5 : box.x - 5,
					y2: row,
					elbow: row,
					colour: 'ink',
					tone: 'lit'
				}
			]
		};
	}
}

/** Baseline of one line of text centred in a box. */
const baseline = ({ y, height }: Box, size: number) => y + height / 2 + size * 0.35;

/** Where spans overlap for lack of room, the upper one is slimmer and set off from the one below. */
const apart = (spans: readonly Span[]): Span[] =>
	spans.map((span, index) => {
		const under = spans
			.slice(0, index)
			.filter(({ x, y, length }) => y === span.y && x < span.x + span.length && span.x < x + length).length;
		return under ? { ...span, thickness: Math.max(4, span.thickness - 3 * under), over: true } : span;
	});
