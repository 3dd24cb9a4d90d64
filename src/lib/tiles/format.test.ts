import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	buckets,
	checkEvents,
	checkMeta,
	checkTile,
	finestBits,
	finestLevel,
	form,
	kidOf,
	rootFor,
	rootId,
	tileLength,
	tilePath,
	tileStart,
	unitBits,
	type Tile,
	type TileMeta
} from './format.ts';

const bits = 25;
const length = 2 ** bits;

const meta = (casts: number, count: number): TileMeta => ({
	form,
	version: '0123456789ab',
	count,
	start: 0,
	bits,
	extent: [0, length],
	casts: Array.from({ length: casts }, (_, n) => ({ sides: ['side'], actors: [`a${n}`], count: n ? 0 : count })),
	unnamed: [],
	source: 'paper',
	instants: false
});

/** Any time within the limits for dates, ms. */
const time = fc
	.tuple(fc.double({ min: 0, max: 74.7, noNaN: true }), fc.constantFrom(-1, 1))
	.map(([power, sign]) => sign * Math.floor(2 ** power));

interface Event {
	at: number;
	cast: number;
	importance: number;
}
const events = (few: readonly Event[]): Tile['events'] => ({
	id: few.map((_, n) => n + 1),
	at: few.map(({ at }) => at),
	cast: few.map(({ cast }) => cast),
	importance: few.map(({ importance }) => importance).join(''),
	title: few.map((_, n) => `title ${n}`),
	url: few.length ? { 0: 'https://example.org' } : undefined
});

const anyEvents = fc.array(
	fc.record({
		at: fc.integer({ min: 0, max: length - 1 }),
		cast: fc.integer({ min: 0, max: 3 }),
		importance: fc.integer({ min: 1, max: 5 })
	}),
	{ minLength: 1, maxLength: 60 }
);

/** A divided tile that names every third of its events. */
function divided(all: readonly Event[], pages?: number): Tile {
	const cells = new Map<number, number>();
	const kids = [0, 0, 0, 0];
	for (const { at, cast } of all) {
		const bucket = Math.floor((at / length) * buckets);
		cells.set(bucket * 4 + cast, (cells.get(bucket * 4 + cast) ?? 0) + 1);
		kids[Math.floor((at / length) * 4)]++;
	}
	return {
		count: all.length,
		events: events(all.filter((_, n) => n % 3 === 0)),
		cells: [...cells].sort(([a], [b]) => a - b).flatMap(([key, n]) => [key >> 2, key % 4, n]),
		...(pages ? { pages } : { kids })
	};
}

const sent = (tile: unknown): unknown => JSON.parse(JSON.stringify(tile));

describe('a tile from a network', () => {
	it('passes where it is whole', () => {
		fc.assert(
			fc.property(anyEvents, (all) => {
				const its = meta(4, all.length);
				expect(checkMeta(sent(its))).toEqual(its);
				for (const tile of [divided(all), divided(all, 1), { count: all.length, events: events(all) }])
					expect(sent(checkTile(sent(tile), its, rootId, all.length))).toEqual(sent(tile));
			})
		);
	});

	it('is refused where any count of it is another', () => {
		const change = fc.record({ where: fc.nat(), by: fc.constantFrom(1, -1, 1e9, NaN) });
		fc.assert(
			fc.property(anyEvents, change, (all, { where, by }) => {
				const tile = sent(divided(all)) as Tile;
				if (where % 2) tile.kids![where % 4] += by;
				else tile.cells![(where % (tile.cells!.length / 3)) * 3 + 2] += by;
				expect(() => checkTile(sent(tile), meta(4, all.length), rootId, all.length)).toThrow();
			})
		);
	});

	it('is refused where it is cut, of another count, or has an event that is not counted', () => {
		fc.assert(
			fc.property(anyEvents, fc.nat(), (all, n) => {
				const its = meta(4, all.length);
				const refused = (edit: (tile: Tile) => unknown) => {
					const tile = sent(divided(all)) as Tile;
					const edited = edit(tile);
					expect(() => checkTile(edited ?? tile, its, rootId, all.length)).toThrow();
				};
				refused((tile) => void tile.count++);
				refused((tile) => void tile.cells!.splice((n % (tile.cells!.length / 3)) * 3, 3));
				refused((tile) => void tile.kids!.pop());
				refused((tile) => void delete tile.kids);
				refused((tile) => void tile.events.at.pop());
				refused((tile) => void (tile.events.title as string[]).push('more'));
				refused((tile) => void (tile.events.at[0] = length));
				refused((tile) => void (tile.events.cast[0] = 4));
				refused((tile) => void (tile.events.importance = tile.events.importance.replace(/./, '6')));
				// Repeats the first event so often that its cell names more events than it counts.
				refused(({ events: few, ...tile }) => {
					const twice = <T>(list: T[]) => [...list, ...new Array<T>(all.length).fill(list[0])];
					return {
						...tile,
						events: {
							...few,
							id: twice(few.id),
							at: twice(few.at),
							cast: twice(few.cast),
							importance: few.importance.padEnd(few.importance.length + all.length, few.importance[0]),
							title: twice(few.title as string[])
						}
					};
				});
				// As a leaf it would have to hold all events.
				if (all.length > 1) refused((tile) => ({ count: tile.count, events: tile.events }));
			})
		);
	});

	it('is refused whatever else comes', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(() => checkTile(value, meta(4, 7), rootId, 7)).toThrow();
				expect(() => checkMeta(value)).toThrow();
			})
		);
	});

	it('leads nowhere but to a page of the web, and names only what an address can hold', () => {
		const one = events([{ at: 1, cast: 0, importance: 3 }]);
		const its = meta(4, 1);
		expect(checkEvents(one, its, length)).toBe(one);
		for (const url of ['javascript:alert(1)', '//example.org', 'data:text/html,x', 7])
			expect(() => checkEvents({ ...one, url: { 0: url } }, its, length)).toThrow('a link is http');
		expect(() => checkEvents({ ...one, url: { 1: 'https://example.org' } }, its, length)).toThrow();
		for (const id of ['"><script>', '', 'A', -1, 1.5, null])
			expect(() => checkEvents({ ...one, id: [id] }, its, length)).toThrow('an id is');
		const date = { edtf: '1999', min: 0, max: null, label: { en: '1999' } };
		expect(checkEvents({ ...one, dates: { 0: date } }, its, length).dates![0].edtf).toBe('1999');
		for (const wrong of [{ min: 'x' }, { max: 1e300 }, { label: { en: 1 } }, { edtf: null }])
			expect(() => checkEvents({ ...one, dates: { 0: { ...date, ...wrong } } }, its, length)).toThrow();
	});
});

describe('meta', () => {
	it('covers its extent', () => {
		const its = meta(1, 5);
		expect(() => checkMeta({ ...its, extent: [-1, 5] })).toThrow('covers');
		expect(() => checkMeta({ ...its, extent: [0, length + 1] })).toThrow('covers');
		expect(() => checkMeta({ ...its, version: '../../etc/pa' })).toThrow('version');
		expect(() => checkMeta({ ...its, count: 6 })).toThrow('casts add up');
	});

	it('has a root that is so many times four of the finest tile', () => {
		fc.assert(
			fc.property(
				time,
				fc.integer({ min: 1, max: 2 ** 51 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(a, span, part) => {
					const unit = 2 ** unitBits([a, a + span]);
					const min = Math.floor(a / unit) * unit;
					const extent: [number, number] = [min, Math.floor((a + span) / unit) * unit + unit];
					const root = { ...rootFor(extent), extent };
					const finest = finestBits(extent);
					expect(root.start).toBeLessThanOrEqual(min);
					expect(root.start + 2 ** root.bits).toBeGreaterThanOrEqual(extent[1]);
					expect(root.bits).toBe(finest + 2 * finestLevel(root));
					expect(finestLevel(root) === 0 || 2 ** (root.bits - 2) < extent[1] - root.start).toBe(true);
					// Every time in it is exact to the unit from its start, and lies in one tile of each level.
					const at = min + Math.floor(((extent[1] - min - unit) * part) / unit) * unit;
					expect(root.start + (at - root.start)).toBe(at);
					const wide = 2 ** finest;
					const index = Math.floor((at - root.start) / wide);
					expect(Number.isSafeInteger(index)).toBe(true);
					const start = root.start + index * wide;
					expect(at - start).toBeGreaterThanOrEqual(0);
					expect(at - start).toBeLessThan(wide);
					expect(start + (at - start)).toBe(at);
				}
			)
		);
	});
});

describe('places', () => {
	it('divide a tile into four', () => {
		const its = meta(1, 1);
		const kid = kidOf(kidOf(rootId, 3), 2);
		expect(kid).toEqual({ level: 2, index: 14 });
		expect(tileStart(its, kid)).toBe((14 * length) / 16);
		expect(tileLength(its, 2)).toBe(2 ** finestBits(its.extent));
		expect(tilePath(its, kid)).toBe('0123456789ab/2/14.json');
		expect(tilePath(its, kid, 3)).toBe('0123456789ab/2/14-3.json');
	});
});
