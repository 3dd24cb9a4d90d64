import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainEvents, pyramid, type Pyramid } from '../../../tests/support/pyramid.ts';
import { checkTile, rootId, tileKey, tileOf, tileStart, kids } from '../tiles/format.ts';
import { heldTiles, keptCasts, levelFor } from './tileHolder.ts';
import { rowItems } from './table.ts';

const casts = [
	{ sides: ['west'], actors: ['a'] },
	{ sides: ['east'], actors: ['b'] },
	{ sides: ['west', 'east'], actors: ['a', 'b'] },
	{ sides: ['east'], actors: [] }
];
const made = new Map<number, Pyramid>();
const world = (n: number) => {
	if (!made.has(n)) made.set(n, pyramid(plainEvents(n, casts.length, n), casts, 100));
	return made.get(n)!;
};

/** @param here share of the tiles that are loaded; the root always is */
function holder(n: number, here: number, actors: string[] | null) {
	const all = world(n);
	const kept = keptCasts(all.meta, actors);
	const lookup = (id: { level: number; index: number }) =>
		id.level === 0 || ((id.level * 7 + id.index * 13) % 100) / 100 < here ? all.tiles.get(tileKey(id)) : undefined;
	const held = heldTiles({ meta: all.meta, lookup, version: () => 0 }, kept, rowItems({ lang: 'en' }, all.meta));
	return { all, kept, held };
}

const settings = fc.record({
	n: fc.constantFrom(150, 2_000, 20_000),
	here: fc.constantFrom(1, 0.7, 0.2),
	actors: fc.constantFrom<string[] | null>(null, ['a'], ['b']),
	/** ms, as a power of two */
	resolution: fc.double({ min: 15, max: 38, noNaN: true }).map((bits) => 2 ** bits),
	from: fc.double({ min: 0, max: 1, noNaN: true }),
	to: fc.double({ min: 0, max: 1, noNaN: true })
});

describe('what a table holds', () => {
	it('is made of tiles that are believed', () => {
		const { meta, tiles } = world(20_000);
		for (const [key, tile] of tiles) {
			const id = tileOf(key);
			const parent = tiles.get(tileKey({ level: id.level - 1, index: Math.floor(id.index / kids) }));
			const expected = key === tileKey(rootId) ? meta.count : parent!.kids![id.index % kids];
			expect(checkTile(JSON.parse(JSON.stringify(tile)), meta, id, expected)).toEqual(tile);
		}
	});

	it('is every kept event once: named, counted, or known to be missing', () => {
		fc.assert(
			fc.property(settings, ({ n, here, actors, resolution, from, to }) => {
				const { all, kept, held } = holder(n, here, actors);
				const [start, end] = all.meta.extent;
				const edge = (share: number) => held.snap!(start + share * (end - start), resolution);
				const [a, b] = [Math.min(from, to), Math.max(from, to)].map(edge);
				const { items, cells, gaps } = held.holdings(a, b, resolution);
				const keeps = all.events.filter(({ cast }) => !kept || kept.has(cast));
				// A gap’s count is for its whole stretch, which may extend beyond.
				const beyond = gaps.some((gap) => gap.from < a || gap.to > b);
				const inside = keeps.filter(({ at }) => at >= a && at < b);
				const missing = gaps.reduce((sum, { count, known }) => sum + count - known, 0);
				const counted = cells.reduce((sum, { count }) => sum + count, 0);
				if (!beyond) expect(items.length + counted + missing).toBe(inside.length);
				for (const gap of gaps) expect(gap.count).toBe(keeps.filter(({ at }) => at >= gap.from && at < gap.to).length);
				const ids = new Set(inside.map(({ id }) => id));
				expect(items.every(({ id }) => ids.has(Number(id)))).toBe(true);
				expect(new Set(items.map(({ ref }) => ref)).size).toBe(items.length);
				for (const cell of cells) expect(cell.from >= a && cell.to <= b && cell.count > 0).toBe(true);
			}),
			{ numRuns: 400 }
		);
	});

	it('counts exactly what lies before a place, or says that it cannot', () => {
		fc.assert(
			fc.property(settings, ({ n, here, actors, resolution, from }) => {
				const { all, kept, held } = holder(n, here, actors);
				const [start, end] = all.meta.extent;
				const time = held.snap!(start + from * (end - start), resolution);
				const exact = all.events.filter(({ at, cast }) => at < time && (!kept || kept.has(cast))).length;
				const said = held.before(time);
				if (here === 1 && said === null) {
					// Null is only allowed inside the finest tiles, which cannot be resolved any further.
					expect(levelFor(all.meta, resolution)).toBeGreaterThan(0);
				} else expect([exact, null]).toContain(said);
				if (here === 1 && resolution > 2 ** 21) expect(said).toBe(exact);
			}),
			{ numRuns: 400 }
		);
	});

	it('names the most important of a stretch that is counted', () => {
		const { held, all } = holder(20_000, 1, null);
		const { items } = held.holdings(-Infinity, Infinity, 2 ** 38);
		expect(items.length).toBeLessThan(500);
		const best = Math.max(...all.events.map(({ importance }) => importance));
		expect(items.some(({ importance }) => importance === best)).toBe(true);
		const byId = new Map(all.events.map((event) => [String(event.id), event]));
		for (const item of items) {
			const event = byId.get(item.id)!;
			expect([item.title, item.date.at, item.actors]).toEqual([event.title, event.at, casts[event.cast].actors]);
		}
		expect(tileStart(all.meta, rootId)).toBe(all.meta.start);
	});
});
