import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { clampCamera, totalLength, windowLength } from '../explore/camera.ts';
import { chunksIn } from '../explore/chunks.ts';
import { gatherRows } from '../explore/cluster.ts';
import { laneKinds, laneStory } from '../explore/lanes.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import { scales } from '../view/view.ts';
import { acrossCapacity, acrossLanes, acrossSatellites, acrossTickSpacing, layoutAcross, mostBands } from './across.ts';
import { frames } from './frames.ts';
import { axisOf, type LaneLayout } from './lanes.ts';
import { leastWords } from './flags.ts';
import type { Box, TimelineLayout } from './parts.ts';
import { makeRows } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { axisTicks } from './ticks.ts';

const { font } = frames.desk;

interface Setting {
	scale: (typeof scales)[number];
	lanes: (typeof laneKinds)[number];
	width: number;
	height: number;
	/** Magnification (a power of two), and position of the window. */
	zoom: number;
	at: number;
	gather: boolean;
	lit: boolean;
}

interface Laid {
	layout: TimelineLayout;
	lanes: LaneLayout;
	items: readonly Item[];
	length: number;
	height: number;
}

/** The stretches that a window covers, as the explorer lays them out. */
function lay(story: LocalStory, setting: Setting): Laid[] {
	const { width, height, zoom, at, gather } = setting;
	const { own, sidesOf } = laneStory(story, setting.lanes, Math.max(2, mostBands(height, font)));
	const items = story.items.map((item): Item => ({ ...item, sides: sidesOf(item) }));
	const { scale: base, words } = axisOf(own, { scale: setting.scale, window: story.extent }, [0, width]);
	const lanes = acrossLanes(own, height, font);
	const { k } = clampCamera(base, { k: 2 ** zoom, offset: 0 });
	const offset = at * (totalLength(base, k) - windowLength(base));
	return chunksIn(base, k, [offset, offset + width]).map((chunk) => {
		const [from, to] = chunk.owns;
		const inside = items.filter(({ date }) => date.at >= from && date.at < to);
		const lit = new Set<Ref>(setting.lit ? inside.slice(0, 2).map(({ ref }) => ref) : []);
		const all = makeRows(inside, lit, lanes.laneOf, acrossSatellites);
		const gathered = lanes.rails.flatMap(({ room }, lane) =>
			gatherRows(
				all.filter((row) => row.lane === lane),
				[],
				lane,
				{
					key: `${chunk.key}-${lane}`,
					rows: Math.floor(acrossCapacity(room, font) * chunk.length),
					marks: 60,
					place: (time) => chunk.scale(time) / chunk.length,
					near: chunk.level > 0
				},
				{ story: own, actors: story.actors }
			)
		);
		const layout = layoutAcross(
			own,
			{
				rows: gather ? gathered : all,
				passing: items.filter((item) => item.date.interval && !inside.includes(item)),
				lit,
				scale: chunk.scale,
				ticks: axisTicks(chunk.scale, acrossTickSpacing(font), words),
				range: [0, chunk.length],
				lanes
			},
			{ ...frames.desk, orientation: 'across', width: chunk.length, height }
		);
		return { layout, lanes, items: inside, length: chunk.length, height };
	});
}

const setting: fc.Arbitrary<Setting> = fc.record({
	scale: fc.constantFrom(...scales),
	lanes: fc.constantFrom(...laneKinds),
	width: fc.integer({ min: 320, max: 1600 }),
	height: fc.integer({ min: 240, max: 900 }),
	zoom: fc.double({ min: 0, max: 6, noNaN: true }),
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	gather: fc.boolean(),
	lit: fc.boolean()
});
const story = fc.oneof(
	{ weight: 3, arbitrary: randomStory() },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 500 }).map((n) => manyEvents(n)) }
);
const runs = { numRuns: 400 };
const always = (holds: (laid: Laid) => void) =>
	fc.assert(
		fc.property(story, setting, (story, setting) => lay(story, setting).forEach(holds)),
		runs
	);

/** Text boxes as drawn, computed independently of the layout’s own boxes. */
function textBoxes({ labels, axis, lanes }: TimelineLayout): Box[] {
	const box = (x: number, baseline: number, size: number, anchor: string, text: string): Box => {
		const width = textWidth(text, size);
		const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
		return { x: left, y: baseline - size * 0.8, width, height: size };
	};
	return [
		...labels.flatMap(({ x, anchor, lines }) => lines.map((line) => box(x, line.y, line.size, anchor, line.text))),
		...axis.ticks.map(({ x, y, text }) => box(x, y + font.small * 0.35, font.small, 'middle', text)),
		...axis.folds.flatMap(({ x, lines }) => lines.map(({ text, y }) => box(x, y, font.small, 'middle', text))),
		...lanes.map(({ x, y, anchor, name }) => box(x, y, font.small, anchor, name))
	];
}

const overlap = (a: Box, b: Box) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

const square = ({ x, y, size }: { x: number; y: number; size: number }): Box => ({
	x: x - size,
	y: y - size,
	width: 2 * size,
	height: 2 * size
});

describe('a stretch with time running across', () => {
	it('leaves the words of its ticks as far from those of the next stretch as from each other', () => {
		always(({ layout, length }) => {
			for (const { x, text } of layout.axis.ticks) {
				const half = textWidth(text, font.small) / 2;
				if (half * 2 + 6 > length) continue;
				expect(x - half).toBeGreaterThan(3 - 1e-6);
				expect(x + half).toBeLessThan(length - 3 + 1e-6);
			}
		});
	});

	it('never lets two texts overlap, nor a mark a text', () => {
		always(({ layout }) => {
			const texts = textBoxes(layout);
			const marks = layout.marks.filter(({ size }) => size > 3).map(square);
			const over = texts.flatMap((text, i) =>
				[...texts.slice(0, i), ...marks].filter((other) => overlap(text, other)).map((other) => [text, other])
			);
			expect(over).toEqual([]);
		});
	});

	it('keeps every text and mark within its ends, so that nothing reaches into the next', () => {
		always(({ layout, length, height }) => {
			for (const { x, y, width, height: tall } of [...textBoxes(layout), ...layout.marks.map(square)]) {
				expect(x).toBeGreaterThanOrEqual(-0.5);
				expect(x + width).toBeLessThanOrEqual(length + 0.5);
				expect(y).toBeGreaterThanOrEqual(-0.5);
				expect(y + tall).toBeLessThanOrEqual(height + 0.5);
			}
		});
	});

	it('keeps labels in their own lane, off the lanes’ names', () => {
		always(({ layout, lanes }) => {
			const names = lanes.lanes.map(({ y }) => ({ y: y - font.small, height: font.small * 1.2 }));
			for (const { ref, box } of layout.labels) {
				const link = layout.links.find((link) => link.ref === ref)!;
				const { at: y, dir, room } = lanes.rails.find(({ at }) => at === link.y1)!;
				expect(dir < 0 ? y - box.y : box.y + box.height - y).toBeLessThanOrEqual(room + 1e-6);
				expect(dir < 0 ? y - box.y - box.height : box.y - y).toBeGreaterThanOrEqual(0);
				for (const name of names)
					expect(Math.min(box.y + box.height, name.y + name.height) - Math.max(box.y, name.y)).toBeLessThan(0.5);
			}
		});
	});

	it('draws one mark an item, and none for another', () => {
		fc.assert(
			fc.property(story, setting, (story, setting) => {
				for (const { layout, items } of lay(story, { ...setting, gather: false }))
					expect(layout.marks.map(({ ref }) => ref).sort()).toEqual(items.map(({ ref }) => ref).sort());
			}),
			runs
		);
	});

	it('stands each pole on its point in time, its mark within a mark’s width of it', () => {
		always(({ layout, lanes }) => {
			for (const { x1, x2, y1, y2 } of layout.links) {
				const { dir } = lanes.rails.find(({ at }) => at === y1)!;
				expect(Math.abs(x2 - x1)).toBeLessThanOrEqual(8);
				expect((y2 - y1) * dir).toBeGreaterThan(0);
			}
		});
	});

	it('cuts no words to less than can be read', () => {
		always(({ layout, items }) => {
			for (const { ref, lines } of layout.labels)
				for (const { text, size } of lines.filter(({ role }) => role === 'title').slice(0, 1)) {
					if (!text.endsWith('…')) continue;
					// The ellipsis replaces a whole character and any punctuation before it.
					const words = text.slice(0, -1);
					const title = items.find((item) => item.ref === ref)?.title ?? '';
					const rest = title.slice(title.indexOf(words) + words.length);
					const [marks] = /^[\s，、；：,;:“‘（《【「『([]*/u.exec(rest)!;
					expect(textWidth(`${words}${marks}…`, size)).toBeGreaterThan(leastWords / 2);
				}
		});
	});

	it('says which labels have a line behind them', () => {
		always(({ layout }) => {
			for (const { box, halo } of layout.labels) {
				const behind = [...layout.links, ...layout.bridges].some(
					({ x1, x2, y1, y2 }) =>
						x1 === x2 &&
						x1 > box.x &&
						x1 < box.x + box.width &&
						Math.min(y1, y2) < box.y + box.height &&
						Math.max(y1, y2) > box.y
				);
				if (behind) expect(halo).toBe(true);
			}
		});
	});

	it('is the same for the same input', () => {
		fc.assert(
			fc.property(story, setting, (story, setting) => {
				expect(lay(story, setting)).toEqual(lay(story, setting));
			}),
			{ numRuns: 50 }
		);
	});
});

/** Events with given days, titles and importance on two facing sides. */
function events(rows: { day: number; title?: string; importance?: number; side?: number }[]): LocalStory {
	const story = manyEvents(rows.length);
	return {
		...story,
		items: story.items.map((item, index) => {
			const { day, title = 'An event of the day', importance = 3, side = 0 } = rows[index];
			const min = Date.UTC(2024, 0, 1 + day);
			const date = { ...item.date, label: `day ${day}`, min, max: min + 864e5, at: min };
			return { ...item, ref: `event-${index}` as Ref, title, importance, date, sides: [story.sides[side].id] };
		}),
		extent: [Date.UTC(2023, 11, 1), Date.UTC(2024, 3, 1)]
	};
}
const plain: Setting = {
	scale: 'true',
	lanes: 'side',
	width: 800,
	height: 480,
	zoom: 0,
	at: 0,
	gather: false,
	lit: false
};

describe('what stands where', () => {
	it.each([0, 1])('reads equal events of one day in the order given, from the top (side %s)', (side) => {
		const story = events(Array.from({ length: 5 }, () => ({ day: 20, side })));
		const [{ layout }] = lay(story, plain);
		const fromTop = [...layout.labels].sort((a, b) => a.box.y - b.box.y).map(({ ref }) => ref);
		expect(fromTop).toEqual(story.items.map(({ ref }) => ref));
	});

	it('names the most important of a crowd, and has a dot on the line for what finds no place', () => {
		const story = events(Array.from({ length: 60 }, (_, n) => ({ day: 20 + (n % 3), importance: n === 37 ? 5 : 2 })));
		const [{ layout, lanes }] = lay(story, plain);
		const whole = layout.labels.find(({ ref }) => ref === 'event-37')!;
		expect(whole.lines[0].text).toBe('An event of the day');
		const dots = layout.marks.filter(({ size }) => size < 3);
		expect(dots.length).toBeGreaterThan(0);
		for (const { y } of dots) expect(y).toBe(lanes.rails[0].at);
	});

	it('names a cluster before any one event', () => {
		const story = events(Array.from({ length: 40 }, (_, n) => ({ day: 85 + (n % 9), importance: 5 })));
		const [{ layout }] = lay(story, { ...plain, width: 390, height: 240, gather: true });
		const clusters = layout.marks.filter(({ kind }) => kind === 'cluster');
		expect(clusters.length).toBeGreaterThan(0);
		for (const { ref } of clusters) expect(layout.labels.map((label) => label.ref)).toContain(ref);
	});

	it('gives a second line, or a date, where there is room', () => {
		const long = 'A title that is too long for one line of a label beside its mark';
		const [{ layout }] = lay(events([{ day: 5 }, { day: 60, title: long }]), plain);
		const [first, second] = layout.labels.map(({ lines }) => lines.map(({ text }) => text));
		expect(first).toEqual(['An event of the day', 'day 5']);
		expect(second.join(' ')).toBe(long);
	});

	it('writes towards the past at the end of the stretch', () => {
		const [{ layout, length }] = lay(events([{ day: 10 }, { day: 90 }]), plain);
		expect(layout.labels.map(({ anchor }) => anchor)).toEqual(['start', 'end']);
		expect(layout.labels[1].x).toBeLessThan(length);
	});

	it('joins two sides by a line across the axis', () => {
		const story = events([{ day: 10 }]);
		story.items[0].sides = story.sides.map(({ id }) => id);
		const [{ layout, lanes }] = lay(story, plain);
		const [{ x1, x2, y1, y2 }] = layout.bridges;
		expect(x1).toBe(x2);
		expect([y1, y2]).toEqual(lanes.rails.map(({ at }) => at));
	});
});

describe('lanes', () => {
	const sided = (n: number) => ({
		sides: Array.from({ length: n }, (_, index) => ({ id: `s${index}`, name: `S ${index}`, colour: 'ink' }))
	});

	it('lie above the axis, above and below it, or in bands', () => {
		expect(acrossLanes(sided(1), 400, font).rails.map(({ dir }) => dir)).toEqual([-1]);
		expect(acrossLanes(sided(2), 400, font).rails.map(({ dir }) => dir)).toEqual([-1, 1]);
		const { rails } = acrossLanes(sided(4), 600, font);
		expect(rails.map(({ dir }) => dir)).toEqual([-1, -1, -1, -1]);
		for (let n = 1; n < 4; n++) expect(rails[n].at - rails[n].room).toBeGreaterThan(rails[n - 1].at + font.small);
	});

	it('are as many as can be named with room for two levels each', () => {
		for (const height of [240, 420, 640, 900]) {
			const n = mostBands(height, font);
			const { rails } = acrossLanes(sided(Math.max(3, n)), height, font);
			if (n >= 3) expect(rails[0].room).toBeGreaterThan(2 * font.label * 1.28);
		}
	});

	it('can name about as many rows as they say, spread evenly', () => {
		for (const [width, height] of [
			[390, 420],
			[820, 500],
			[1440, 640]
		]) {
			const { rails } = acrossLanes(manyEvents(1), height, font);
			const n = Math.floor(acrossCapacity(rails[0].room, font) * width);
			const title = 'Moonshot: event number 99';
			const story = events(Array.from({ length: n }, (_, index) => ({ day: (index / n) * 90, title })));
			story.extent = [Date.UTC(2024, 0, 1), Date.UTC(2024, 2, 31)];
			const [{ layout }] = lay(story, { ...plain, width, height });
			expect(layout.labels.length).toBeGreaterThan(n * 0.8);
		}
	});
});
