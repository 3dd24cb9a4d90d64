import fc from 'fast-check';
import { expect, it } from 'vitest';
import { surplus } from './sets.ts';

const none = new Set<string>();
const set = (home: string, version: number, used: number) => ({ name: `${home} ${version}`, home, used });

it('keeps the version used last of each story', () => {
	const sets = [set('/en/a', 2, 9), set('/en/b', 1, 8), set('/en/a', 1, 7)];
	expect(surplus(sets, none, none)).toEqual(['/en/a 1']);
	// The host has gone back to the first version.
	expect(surplus([set('/en/a', 1, 9), set('/en/a', 2, 8)], none, none)).toEqual(['/en/a 2']);
});

it('keeps an older version while a page that may be of it is open', () => {
	const sets = [set('/en/a', 2, 9), set('/en/a', 1, 7)];
	expect(surplus(sets, new Set(['/en/a']), none)).toEqual([]);
	expect(surplus(sets, new Set(['/en/b']), none)).toEqual(['/en/a 1']);
});

it('removes what was left incomplete, except what is being filled', () => {
	const sets = [set('/en/a', 1, 9), set('/en/a', 2, 0), set('/en/b', 1, 0)];
	expect(surplus(sets, none, none)).toEqual(['/en/a 2', '/en/b 1']);
	expect(surplus(sets, none, new Set(['/en/b 1']))).toEqual(['/en/a 2']);
});

it('leaves the stories read last, as many as are allowed, each once and whole', () => {
	const one = fc.record({ home: fc.constantFrom('/a', '/b', '/c', '/d'), used: fc.nat({ max: 50 }) });
	fc.assert(
		fc.property(fc.array(one), fc.integer({ min: 1, max: 4 }), (list, most) => {
			const sets = list.map(({ home, used }, n) => set(home, n, used)).sort((a, b) => b.used - a.used);
			const gone = new Set(surplus(sets, none, none, most));
			const left = sets.filter(({ name }) => !gone.has(name));
			const homes = left.map(({ home }) => home);
			const whole = sets.filter(({ used }) => used);
			expect(new Set(homes).size).toBe(homes.length);
			expect(homes).toEqual([...new Set(whole.map(({ home }) => home))].slice(0, most));
			for (const { home, used } of left) {
				expect(used).toBe(Math.max(...whole.filter((one) => one.home === home).map((one) => one.used)));
				expect(used).toBeGreaterThan(0);
			}
		})
	);
});
