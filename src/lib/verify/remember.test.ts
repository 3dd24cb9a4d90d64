import { expect, it } from 'vitest';
import { memoiseByObject, memoiseByText } from './remember.ts';

it('reads a text once, and a source of its own length each time', () => {
	const asked: string[] = [];
	const length = memoiseByText((text) => asked.push(text.slice(0, 3)) && text.length);
	const long = 'long'.repeat(1000);
	expect([length('one'), length('one'), length(long), length(long)]).toEqual([3, 3, 4000, 4000]);
	expect(asked).toEqual(['one', 'lon', 'lon']);
});

it('keeps what was read of an object for that object alone, null too', () => {
	let count = 0;
	const read = memoiseByObject(({ value }: { value: number | null }) => (count++, value));
	const [one, other] = [{ value: null }, { value: null }];
	expect([read(one), read(one), read(other)]).toEqual([null, null, null]);
	expect(count).toBe(2);
});
