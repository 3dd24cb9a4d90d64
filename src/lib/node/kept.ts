/** A cache from build to build, for files that take long to make and depend only on known inputs. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { site } from './site.ts';

/** Age in ms after which unused files are deleted. */
const month = 30 * 864e5;

const { resolve } = createRequire(import.meta.url);

/** @returns version of an installed package, since another version may give other results */
export async function versionOf(name: string): Promise<string> {
	let place = dirname(resolve(name));
	while (!place.endsWith(name) && place !== dirname(place)) place = dirname(place);
	return JSON.parse(await readFile(join(place, 'package.json'), 'utf8')).version;
}

/**
 * @param of all inputs, including the tools used
 * @param make called where the result is not cached
 */
export async function kept(of: readonly (string | Uint8Array)[], make: () => Promise<Buffer>): Promise<Buffer> {
	const hash = createHash('sha256');
	// With lengths, so that different divisions of the same bytes get different hashes.
	for (const part of of) hash.update(`${part.length} `).update(part);
	const file = join(site().cache, 'made', hash.digest('hex'));
	const known = await readFile(file).catch(() => null);
	if (known) {
		const now = new Date();
		await utimes(file, now, now).catch(() => {});
		return known;
	}
	const made = await make();
	await keep(file, made);
	return made;
}

let swept = false;

/** Atomic, also with other processes writing the same file. A full or read-only disk must not cause a failure. */
async function keep(file: string, made: Buffer): Promise<void> {
	const own = `${file}-${randomUUID()}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(own, made);
		await rename(own, file);
		if (!swept) await sweep(dirname(file));
	} catch {
		await rm(own, { force: true }).catch(() => {});
	}
}

async function sweep(place: string): Promise<void> {
	swept = true;
	for (const name of await readdir(place)) {
		const { mtimeMs } = await stat(join(place, name));
		if (Date.now() - mtimeMs > month) await rm(join(place, name), { force: true });
	}
}
