/** Draws addresses into a folder; several threads can share one list of them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Address } from './addresses.ts';
import type { Ask } from './app.ts';
import { keep, recall } from './kept.ts';

/** Fonts and images wait for the disk and for other threads; more requests at once are no faster. */
const atOnce = 4;

export interface Drawing {
	addresses: readonly Address[];
	/** How many addresses have been taken, by all threads. */
	taken: Int32Array<SharedArrayBuffer>;
	/** Where the files are written. */
	folder: string;
}

/** @returns addresses that could not be rendered, each with its status */
export async function drawRest(ask: Ask, { addresses, taken, folder }: Drawing): Promise<string[]> {
	const failed: string[] = [];
	const drawn = async ({ path, key }: Address): Promise<Uint8Array> => {
		const answer = await ask(path);
		const body = new Uint8Array(await answer.arrayBuffer());
		// The “not found” page has a status of 404 itself.
		if (!answer.ok && path !== '/404') failed.push(`${path}: ${answer.status}`);
		else if (key && answer.headers.get('cache-control') !== 'no-store') await keep(key, body);
		return body;
	};
	const next = () => addresses[Atomics.add(taken, 0, 1)];
	const draw = async () => {
		for (let one = next(); one; one = next()) {
			const file = join(folder, one.page ? pageFile(one.path) : one.path);
			const body = (one.key && (await recall(one.key))) || (await drawn(one));
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, body);
		}
	};
	try {
		await allOf(Array.from({ length: atOnce }, draw));
	} finally {
		// After an error no thread begins anything more.
		Atomics.store(taken, 0, addresses.length);
	}
	return failed;
}

/** The name under which a static host looks for the file. */
const pageFile = (path: string) => (path === '/' ? 'index.html' : `${path}.html`);

/**
 * Waits for all of them, even if one fails: nothing is written after that.
 * @throws the first error
 */
export async function allOf<T>(work: readonly Promise<T>[]): Promise<T[]> {
	await Promise.allSettled(work);
	return Promise.all(work);
}
