import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { actors, dateOf, events, extent } from './events.mjs';
import { better, tables, type Record } from './report.mjs';
import { quantile, summary } from './stats.mjs';
import { judge } from './targets.mjs';
import type { Visit } from './visit.mjs';

describe('the events of the bench', () => {
	test('are the same each time, and as told', () => {
		const list = [...events(5000)];
		expect([...events(5000)]).toEqual(list);
		expect(list.every(({ time }) => time >= extent[0] && time < extent[1])).toBe(true);
		expect(list.every(({ title }) => /^\S+( \S+){3,9}$/.test(title))).toBe(true);
		expect(new Set(list.map(({ importance }) => importance))).toEqual(new Set([1, 2, 3, 4, 5]));
		// Half and a tenth of the other half, in a tenth of the time.
		const length = extent[1] - extent[0];
		const crowd = list.filter(({ time }) => time >= extent[0] + 0.6 * length && time < extent[0] + 0.7 * length);
		expect(crowd.length / list.length).toBeCloseTo(0.55, 1);
		const shares = actors.map((_, at) => list.filter(({ actor }) => actor === at).length / list.length);
		for (const [at, { share }] of actors.entries()) expect(shares[at]).toBeCloseTo(share, 1);
	});

	test('have days up to 2,000 and seconds above', () => {
		expect([...events(2000)].every(({ time }) => /^\d{4}-\d\d-\d\d$/.test(dateOf(time)))).toBe(true);
		const [first] = events(2001);
		expect(dateOf(first.time)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
	});
});

test('a quantile lies between its neighbours, whatever the order', () => {
	const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
	fc.assert(
		fc.property(numbers, fc.double({ noNaN: true, min: 0, max: 1 }), (list, q) => {
			const value = quantile(list, q);
			expect(value).toBe(quantile([...list].reverse(), q));
			expect(list.filter((one) => one < value - 1e-6).length).toBeLessThanOrEqual(Math.ceil((list.length - 1) * q));
			const { min, max, median } = summary(list);
			expect(min <= median && median <= max).toBe(true);
		})
	);
});

const motion = (work: number) => ({ p50: 16.7, p95: 16.7, work, cpu: work });
const visit = (kb: number, ready: number, work: number): Visit => ({
	bytes: kb * 1024,
	ready,
	heap: 2 ** 20,
	motion: { zoom1: motion(work), pan1: motion(work), zoom4: motion(work), pan4: motion(work) },
	filter: 5
});
const of = (subject: string, n: number, round: number, what: Visit): Record => ({ subject, n, round, visit: what });

describe('targets', () => {
	const met = (records: Record[], words: string) =>
		judge(records, [20])
			.filter(({ target }) => target.includes(words))
			.map(({ met }) => met);

	test('are held against the better peer, by medians', () => {
		const records = [
			of('ours', 20, 0, visit(90, 100, 1)),
			of('ours', 20, 1, visit(90, 900, 1)),
			of('ours', 20, 2, visit(90, 100, 1)),
			of('vis', 20, 0, visit(100, 200, 4)),
			of('timelinejs', 20, 0, visit(91, 300, 2.9))
		];
		expect(met(records, 'fewer bytes')).toEqual([true]);
		expect(met(records, 'sooner ready')).toEqual([true]);
		expect(met(records, 'a third')).toEqual([false, false, false, false]);
	});

	test('are not judged by what was not measured', () => {
		expect(met([of('vis', 20, 0, visit(1, 1, 1))], 'fewer bytes')).toEqual([null]);
		expect(met([of('ours', 20, 0, visit(1, 1, 1))], 'fewer bytes')).toEqual([null]);
	});

	test('are missed by what did not finish, and met where only peers did not', () => {
		const failed: Visit = { motion: {}, failure: 'not ready after 60 s' };
		expect(met([of('ours', 20, 0, failed), of('vis', 20, 0, visit(1, 1, 1))], 'sooner')).toEqual([false]);
		const alone = [of('ours', 20, 0, visit(1, 1, 1)), of('vis', 20, 0, failed), of('timelinejs', 20, 0, { ...failed })];
		expect(met(alone, 'sooner')).toEqual([true]);
		expect(better(alone, 20, { key: 'ready', words: '', unit: 'ms', digits: 0, of: ({ ready }) => ready })).toBe(
			undefined
		);
	});
});

test('a table says why a number is missing, and keeps those that were measured before', () => {
	const half: Visit = { bytes: 2048, ready: 70, motion: {}, failure: 'a gesture had not ended after 60 s' };
	const text = tables([of('vis', 20, 0, half)], [20], [{ name: 'vis', words: 'vis-timeline' }]);
	expect(text).toContain('| Transferred, KB | 2.0 | – |');
	expect(text).toContain('| Pan, 1×: frame p95, ms | a gesture had not ended after 60 s | – |');
});
