import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { kept, versionOf } from './kept.ts';

const maker = (text: string) => {
	const made = { times: 0, make: async () => Buffer.from(`${text} ${++made.times}`) };
	return made;
};

test('what was made of the same is not made again', async () => {
	const of = [randomUUID(), 'a'];
	const { make } = maker('it');
	expect(String(await kept(of, make))).toBe('it 1');
	expect(String(await kept(of, make))).toBe('it 1');
	expect(String(await kept([...of, ''], make))).toBe('it 2');
	expect(String(await kept([of[0], new Uint8Array([98])], make))).toBe('it 3');
});

test('parts are not run together', async () => {
	const own = randomUUID();
	const { make } = maker('it');
	expect(String(await kept([own, 'ab', 'c'], make))).toBe('it 1');
	expect(String(await kept([own, 'a', 'bc'], make))).toBe('it 2');
});

test('made by several at once it is whole', async () => {
	const of = [randomUUID()];
	const large = Buffer.alloc(1e6, 'x');
	const all = await Promise.all(Array.from({ length: 8 }, () => kept(of, async () => large)));
	for (const one of [...all, await kept(of, async () => Buffer.alloc(0))]) expect(one.equals(large)).toBe(true);
});

test('what did not come to be is not kept', async () => {
	const of = [randomUUID()];
	await expect(kept(of, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(String(await kept(of, async () => Buffer.from('yes')))).toBe('yes');
});

test('versions are those that are installed', async () => {
	expect(await versionOf('subset-font')).toMatch(/^\d+\.\d+/);
	expect(await versionOf('@resvg/resvg-js')).toMatch(/^\d+\.\d+/);
});
