import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainEvents, pyramid, type Pyramid } from '../../../tests/support/pyramid.ts';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { timeScale } from '../layout/timeScale.ts';
import { tileKey, type TileId } from '../tiles/format.ts';
import { densityBars, densityPath, mostInBin } from './density.ts';
import { explore } from './scene.ts';
import { directions } from './waysAcross.ts';
import { rowItems, withTable } from './table.ts';
import { heldTiles } from './tileHolder.ts';

const day = 864e5;
const start = Date.UTC(2020, 0, 1);
const base = timeScale('true', [start, start + 1000 * day], [0, 600], []);
const at = (days: number, count = 1) => ({ from: start + days * day, to: start + days * day, count });

describe('density', () => {
	it('is the same for an even flow, whether it is counted event by event or in cells of any length', () => {
		fc.assert(
			fc.property(fc.integer({ min: 20, max: 400 }), fc.integer({ min: 0, max: 4 }), (cells, level) => {
				const long = (1000 * day) / cells;
				const flow = Array.from({ length: cells }, (_, n) => ({
					from: start + n * long,
					to: start + (n + 1) * long,
					count: 10_000 / cells
				}));
				const bars = densityBars(base, [0, 600], level, flow, [], 1000);
				expect(bars).toHaveLength(50 * 2 ** level);
				for (const { share } of bars) expect(share).toBeCloseTo(bars[0].share, 6);
			})
		);
	});

	it('counts in a bin of a nearer level at most what the most is at the farthest', () => {
		const counted = [at(10, 40), at(11, 5), at(500, 3)];
		expect(mostInBin(base, [counted, [at(500, 44)]])).toBe(45);
		expect(mostInBin(base, [[], []])).toBe(0);
	});

	it('means the same in every window of a level', () => {
		const counted = Array.from({ length: 400 }, (_, n) => at((n * n) / 160.1, 1 + (n % 3)));
		const most = mostInBin(base, [counted]);
		const inside = (from: number, to: number) => counted.filter((one) => base(one.from) >= from && base(one.from) < to);
		const whole = densityBars(base, [0, 600], 2, counted, [], most);
		const parts = [0, 150, 300, 450].flatMap((from) =>
			densityBars(base, [from, from + 150], 2, inside(from, from + 150), [], most)
		);
		expect(parts.map(({ share }) => share)).toEqual(whole.map(({ share }) => share));
	});

	it('has no bars where something is missing, and none in a break', () => {
		const counted = Array.from({ length: 100 }, (_, n) => at(n * 10 + 5));
		const gap = { key: 'x', from: start + 300 * day, to: start + 500 * day, count: 20, known: 0 };
		const bars = densityBars(base, [0, 600], 0, counted, [gap], 2);
		expect(bars).not.toEqual([]);
		for (const { from, to } of bars) expect(to <= gap.from || from >= gap.to).toBe(true);

		const dates = [0, 10, 20, 900, 910, 1000].map((n) => ({ min: at(n).from, max: at(n + 1).from, at: at(n).from }));
		const folded = timeScale('folded', [start, start + 1001 * day], [0, 600], dates);
		const { range } = folded.pieces.find((piece) => piece.folded)!;
		const beside = densityBars(
			folded,
			[0, 600],
			0,
			dates.map(({ at }) => ({ from: at, to: at, count: 1 })),
			[],
			1
		);
		for (const { from, to } of beside)
			expect(folded(to) <= range[0] + 1e-6 || folded(from) >= range[1] - 1e-6).toBe(true);
	});

	it('is one area a run of bars, on the side of the labels', () => {
		const bars = [
			{ from: start, to: start + 100 * day, share: 1 },
			{ from: start + 100 * day, to: start + 200 * day, share: 0 },
			{ from: start + 500 * day, to: start + 600 * day, share: 1 }
		];
		expect(densityPath(bars, base, { at: 100, dir: -1 }, false)).toBe('M100,0H78V60H99V120H100zM100,300H78V360H100z');
		expect(densityPath(bars.slice(0, 1), base, { at: 100, dir: 1 }, true)).toBe('M0,100V122H60V100z');
		expect(densityPath([], base, { at: 100, dir: 1 }, true)).toBe('');
	});
});

describe('density in the picture', () => {
	const size = { width: 700, height: 700 };
	const whole = { k: 1, offset: 0 };

	it('is drawn for a crowd, a path a lane, and not where everything has its name', () => {
		const of = (n: number, orientation: 'down' | 'across') => {
			const story = manyEvents(n);
			return explore({
				story,
				items: story.items,
				scale: 'true',
				lanes: 'side',
				direction: directions[orientation],
				...size
			}).at(whole);
		};
		for (const way of ['down', 'across'] as const) {
			expect(of(12, way).flatMap(({ layout }) => layout.density)).toEqual([]);
			for (const { layout } of of(2000, way)) {
				const { density = [] } = layout;
				expect(density.map(({ colour }) => colour)).toEqual(['blue', 'vermilion']);
				for (const { path } of density) expect(path).toMatch(/^M[\d.,]+[HV]/);
			}
		}
	});

	it('comes of a table’s own counts, and leaves out what is missing', () => {
		const casts = [0, 1].map((n) => ({ sides: [n ? 'east' : 'west'], actors: [`actor${n}`] }));
		const { meta, tiles }: Pyramid = pyramid(plainEvents(60_000, 2), casts);
		const told = manyEvents(3);
		const story = withTable(told, { meta }, null);
		const seen = (here: (id: TileId) => boolean) => {
			const lookup = (id: TileId) => (here(id) ? tiles.get(tileKey(id)) : undefined);
			const holder = heldTiles({ meta, lookup, version: () => 0 }, null, rowItems(story, meta));
			const scene = explore({
				story,
				items: [],
				table: { holder, amounts: holder.profile() },
				scale: 'true',
				lanes: 'side',
				...size
			});
			return scene.at({ k: 8, offset: 2800 });
		};
		const [all, rootOnly] = [seen(() => true), seen(({ level }) => level === 0)];
		expect(all.map(({ layout }) => layout.density?.length)).toEqual(all.map(() => 2));
		const missing = rootOnly.filter(({ gaps }) => gaps.length);
		expect(missing).not.toEqual([]);
		for (const { chunk, gaps, layout } of missing)
			for (const { path } of layout.density ?? [])
				for (const [, y] of path.matchAll(/V([\d.]+)/g))
					for (const gap of gaps) {
						const time = chunk.scale.invert(Number(y));
						const slack = chunk.scale.invert(0.2) - chunk.scale.invert(0);
						expect(time <= gap.from + slack || time >= gap.to - slack).toBe(true);
					}
	});
});
