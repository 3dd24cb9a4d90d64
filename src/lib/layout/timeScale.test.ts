import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scales } from '../view/view.ts';
import { placeRows } from './place.ts';
import { axisTicks } from './ticks.ts';
import { foldLength, timeScale, type Occupied } from './timeScale.ts';

const day = 864e5;
const year = 365.2425 * day;
const at = (time: number, length = day): Occupied => ({ min: time, max: time + length, at: time + length / 2 });
const ad = (n: number) => {
	const date = new Date(0);
	return date.setUTCFullYear(n, 0, 1);
};

const occupied = fc
	.array(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1, max: 700 })), {
		minLength: 1,
		maxLength: 40
	})
	.map((list) => list.map(([start, length]) => at(start * 30 * day, length * day)));
const domainOf = (list: Occupied[]): [number, number] => [
	Math.min(...list.map(({ min }) => min)) - day,
	Math.max(...list.map(({ max }) => max)) + day
];

describe.each(scales)('the %s scale', (kind) => {
	it('never runs back, covers its range from end to end, and inverts', () => {
		fc.assert(
			fc.property(occupied, fc.integer({ min: 200, max: 1200 }), (list, height) => {
				const domain = domainOf(list);
				const scale = timeScale(kind, domain, [0, height], list);
				expect(scale(domain[0])).toBeCloseTo(0, 6);
				expect(scale(domain[1])).toBeCloseTo(height, 6);
				expect(scale.domain()).toEqual(domain);
				expect(scale.range()).toEqual([0, height]);
				const times = Array.from({ length: 60 }, (_, n) => domain[0] + ((domain[1] - domain[0]) * n) / 59);
				times.forEach((time, n) => {
					if (n) expect(scale(time)).toBeGreaterThan(scale(times[n - 1]));
					expect(Math.abs(scale.invert(scale(time)) - time)).toBeLessThan(day / 10);
				});
			}),
			{ numRuns: 200 }
		);
	});
});

describe('folding', () => {
	const story = [
		at(ad(1939), 7 * year),
		at(ad(1972), year),
		at(ad(1977), year),
		at(ad(2022)),
		at(ad(2024)),
		at(ad(2025), year)
	];
	const domain: [number, number] = [ad(1938), ad(2027)];

	it('folds the empty decades, at a break that knows how long they are', () => {
		const scale = timeScale('folded', domain, [0, 700], story);
		const folds = scale.pieces.filter(({ folded }) => folded);
		expect(folds.map(({ gap }) => gap!.map((time) => new Date(time).getUTCFullYear()))).toEqual([
			[1945, 1972],
			[1978, 2022]
		]);
		for (const { range } of folds) expect(range[1] - range[0]).toBeCloseTo(foldLength, 6);
	});

	it('leaves a story without long gaps as it is', () => {
		const even = [0, 1, 2, 3, 4].map((n) => at(ad(2000 + n)));
		expect(timeScale('folded', [ad(1999), ad(2006)], [0, 500], even).pieces).toHaveLength(1);
	});

	it('never folds what is occupied', () => {
		fc.assert(
			fc.property(occupied, (list) => {
				const scale = timeScale('folded', domainOf(list), [0, 700], list);
				for (const { folded, domain } of scale.pieces)
					if (folded) expect(list.every(({ min, max }) => max <= domain[0] || min >= domain[1])).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	it('knows no length of its own: a story of hours folds as one of centuries', () => {
		const hours = (list: number[]) => list.map((n) => at(n * 36e5, 36e5));
		const scale = timeScale('folded', [0, 200 * 36e5], [0, 500], hours([1, 3, 5, 150, 153]));
		expect(scale.pieces.filter(({ folded }) => folded)).toHaveLength(1);
	});
});

describe('the even scale', () => {
	it('gives every date the same step', () => {
		const list = [at(ad(1972)), at(ad(1977)), at(ad(2022)), at(ad(2025))];
		const scale = timeScale('even', [ad(1970), ad(2026)], [0, 400], list);
		expect(list.map(({ at }) => scale(at))).toEqual([50, 150, 250, 350]);
	});
});

describe('ticks of hours', () => {
	it('stand in a window of a day, the first one and midnight with their day', () => {
		const start = Date.UTC(2021, 4, 3, 20, 17);
		const ticks = axisTicks(timeScale('true', [start, start + 864e5], [0, 600], []), 26, {
			lang: 'en',
			bce: '{n} BCE'
		});
		expect(ticks.length).toBeGreaterThan(8);
		expect(ticks[0].label).toBe('May 3, 2021');
		expect(ticks.map(({ label }) => label)).toContain('May 4');
		expect(ticks.map(({ label }) => label)).toContain('02:00');
		for (const { time, at } of ticks) expect(at).toBeCloseTo(((time - start) / 864e5) * 600, 6);
	});
});

describe('ticks', () => {
	const words = { lang: 'en', bce: '{n} BCE' };
	const labels = (from: number, to: number, height = 500) =>
		axisTicks(timeScale('true', [from, to], [0, height], []), 30, words).map(({ label }) => label);

	it('count years before the common era in its own round numbers', () => {
		expect(labels(ad(-249), ad(-99))).toEqual(
			[250, 240, 230, 220, 210, 200, 190, 180, 170, 160, 150, 140, 130, 120, 110, 100].map((n) => `${n} BCE`)
		);
	});

	it('stress years before the common era that are round as they are worded', () => {
		const ticks = axisTicks(timeScale('true', [ad(-218), ad(-200)], [0, 800], []), 30, words);
		expect(ticks.filter(({ major }) => major).map(({ label }) => label)).toEqual(['215 BCE', '210 BCE', '205 BCE']);
	});

	it('are even on an even scale of years, however many have room', () => {
		for (let height = 60; height < 700; height += 7) {
			const ticks = axisTicks(timeScale('true', [ad(-218), ad(-200)], [0, height], []), 30, words);
			const steps = ticks.slice(1).map(({ at }, n) => at - ticks[n].at);
			expect(Math.max(0, ...steps) - Math.min(...steps, Math.max(0, ...steps))).toBeLessThan(1);
		}
	});

	it('have no year 0 and go straight into the common era', () => {
		expect(labels(ad(-3), ad(4), 300)).toEqual(['4 BCE', '3 BCE', '2 BCE', '1 BCE', '1', '2', '3', '4']);
	});

	it('say the year with the first month of a stretch, and again when it changes', () => {
		expect(labels(Date.UTC(2024, 9, 10), Date.UTC(2025, 2, 10), 300)).toEqual([
			'Nov 2024',
			'Dec',
			'2025',
			'Feb',
			'Mar'
		]);
	});

	it('of days say day, month and year with the first of a stretch and of a year', () => {
		const days = (lang: string, from: number, to: number) =>
			axisTicks(timeScale('true', [from, to], [0, 300], []), 50, { ...words, lang }).map(({ label }) => label);
		const october = [Date.UTC(2024, 9, 10, 5), Date.UTC(2024, 9, 14, 5)] as const;
		expect(days('en', ...october)).toEqual(['Oct 11, 2024', 'Oct 12', 'Oct 13', 'Oct 14']);
		expect(days('zh-Hans', ...october)).toEqual(['2024年10月11日', '10月12日', '10月13日', '10月14日']);
		const winter = [Date.UTC(2024, 11, 28, 5), Date.UTC(2025, 0, 7, 5)] as const;
		expect(days('en', ...winter)).toEqual(['Dec 29, 2024', 'Dec 31', 'Jan 2, 2025', 'Jan 4', 'Jan 6']);
		const before = ad(-217) + 40.2 * 864e5;
		expect(days('en', before, before + 4 * 864e5)[0]).toBe('Feb 11 218 BCE');
	});

	it('stand at least their spacing apart, on every scale', () => {
		fc.assert(
			fc.property(occupied, fc.constantFrom(...scales), fc.integer({ min: 100, max: 900 }), (list, kind, height) => {
				const ticks = axisTicks(timeScale(kind, domainOf(list), [0, height], list), 26, words);
				ticks.forEach(({ at }, n) => {
					if (n) expect(at - ticks[n - 1].at).toBeGreaterThanOrEqual(26);
				});
			}),
			{ numRuns: 300 }
		);
	});
});

describe('placing rows', () => {
	it('moves nothing that has room, and shares the way where two want one place', () => {
		expect(placeRows([20, 80], [10, 10], 0, 100)).toEqual([20, 80]);
		expect(placeRows([50, 50], [10, 10], 0, 100)).toEqual([45, 55]);
	});

	it('keeps order, bounds and distance for any wish', () => {
		const rows = fc.array(fc.tuple(fc.integer({ min: -50, max: 700 }), fc.integer({ min: 1, max: 30 })), {
			maxLength: 30
		});
		fc.assert(
			fc.property(rows, (list) => {
				const wanted = list.map(([value]) => value).sort((a, b) => a - b);
				const heights = list.map(([, height]) => height);
				const to = Math.max(
					600,
					heights.reduce((sum, height) => sum + height, 0)
				);
				const placed = placeRows(wanted, heights, 0, to);
				placed.forEach((centre, n) => {
					expect(centre - heights[n] / 2).toBeGreaterThanOrEqual(-1e-6);
					expect(centre + heights[n] / 2).toBeLessThanOrEqual(to + 1e-6);
					if (n) expect(centre - placed[n - 1]).toBeGreaterThanOrEqual((heights[n] + heights[n - 1]) / 2 - 1e-6);
				});
			})
		);
	});

	it('refuses rows that do not fit', () => {
		expect(() => placeRows([1, 2], [60, 60], 0, 100)).toThrow(RangeError);
	});
});
