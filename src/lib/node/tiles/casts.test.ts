import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../story/model.ts';
import { castFor, mostCasts, type Together } from './casts.ts';

const story = (sides: number, actors: number) =>
	({
		sides: Array.from({ length: sides }, (_, n) => ({ id: `s${n}` })),
		actors: Array.from({ length: actors }, (_, n) => ({ id: `a${n}`, side: `s${n % sides}` }))
	}) as unknown as Pick<Story, 'actors' | 'sides'>;

const settings = fc
	.record({ sides: fc.integer({ min: 1, max: 12 }), actors: fc.integer({ min: 12, max: 60 }) })
	.chain(({ sides, actors }) =>
		fc.record({
			sides: fc.constant(sides),
			actors: fc.constant(actors),
			together: fc.uniqueArray(
				fc.record({
					actors: fc.uniqueArray(
						fc.integer({ min: 0, max: actors - 1 }).map((n) => `a${n}`),
						{ minLength: 1, maxLength: 5 }
					),
					count: fc.integer({ min: 1, max: 1e6 })
				}),
				{ minLength: 1, maxLength: 400, selector: ({ actors }) => actors.join() }
			)
		})
	);

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
const countOf = (together: readonly Together[]) => sum(together.map(({ count }) => count));

describe('casts', () => {
	it('are few, and count any union of the actors that they name exactly', () => {
		fc.assert(
			fc.property(settings, fc.array(fc.nat()), ({ sides, actors, together }, picked) => {
				const { casts, unnamed, castOf } = castFor(together, story(sides, actors));
				expect(casts.length).toBeLessThanOrEqual(mostCasts);
				expect(sum(casts.map(({ count }) => count))).toBe(countOf(together));
				const acting = [...new Set(together.flatMap((one) => one.actors))];
				const named = acting.filter((id) => !unnamed.includes(id));
				const wanted = new Set(picked.map((n) => named[n % named.length]));
				const has = (ids: readonly string[]) => ids.some((id) => wanted.has(id));
				expect(countOf(casts.filter((cast) => has(cast.actors)))).toBe(
					countOf(together.filter((one) => has(one.actors)))
				);
				for (const one of together) {
					const cast = casts[castOf(one.actors)];
					const kept = one.actors.filter((id) => named.includes(id));
					expect([...cast.actors].sort()).toEqual(kept.sort());
					// Colour and lane come from the first actor.
					expect(cast.sides[0]).toBe(`s${Number(one.actors[0].slice(1)) % sides}`);
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('name everybody where these are few enough, and the sides of everybody', () => {
		const together = [
			{ actors: ['a1', 'a0'], count: 3 },
			{ actors: ['a1', 'a0', 'a2'], count: 1 },
			{ actors: ['a0'], count: 2 },
			{ actors: ['a2', 'a1', 'a0'], count: 5 }
		];
		const { casts, unnamed } = castFor(together, story(2, 3));
		expect(unnamed).toEqual([]);
		expect(casts).toEqual([
			{ sides: ['s0', 's1'], actors: ['a2', 'a0', 'a1'], count: 5 },
			{ sides: ['s1', 's0'], actors: ['a1', 'a0'], count: 3 },
			{ sides: ['s0'], actors: ['a0'], count: 2 },
			{ sides: ['s1', 's0'], actors: ['a1', 'a0', 'a2'], count: 1 }
		]);
	});

	it('give up the names of the rarest actors only', () => {
		const together = Array.from({ length: 200 }, (_, n) => ({ actors: [`a${n}`], count: 1000 - n }));
		const { casts, unnamed } = castFor(together, story(1, 200));
		expect(casts.length).toBe(mostCasts);
		expect(unnamed).toEqual(Array.from({ length: 73 }, (_, n) => `a${n + 127}`));
	});
});
