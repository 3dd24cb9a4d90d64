/** A cache from build to build, for files that take long to make and depend only on known inputs. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { site } from './site.ts';

/** Age in ms after which unused files are deleted. */
const week = 7 * 864e5;

const { resolve } = createRequire(import.meta.url);

const versions = new Map<string, Promise<string>>();

/** @returns version of an installed package, since another version may give other results */
export function versionOf(name: string): Promise<string> {
	const known = versions.get(name) ?? readVersion(name);
	versions.set(name, known);
	return known;
}

async function readVersion(name: string): Promise<string> {
	let place = dirname(resolve(name));
	while (!place.endsWith(name) && place !== dirname(place)) place = dirname(place);
	return JSON.parse(await readFile(join(place, 'package.json'), 'utf8')).version;
}

/**
 * @param of all inputs, including the tools used
 * @param make called where the result is not cached
 */
export async function kept(of: readonly (string | Uint8Array)[], make: () => Promise<Buffer>): Promise<Buffer> {
	const key = keyOf(of);
	const known = await recall(key);
	if (known) return known;
	const made = await make();
	await keep(key, made);
	return made;
}

/** A hash of all of them, with lengths: different divisions of the same bytes have different hashes. */
export function keyOf(of: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of of) hash.update(`${part.length} `).update(part);
	return hash.digest('hex');
}

const fileOf = (key: string) => join(site().cache, 'made', key);

/** @param key of all inputs @returns null where the result is not cached */
export async function recall(key: string): Promise<Buffer | null> {
	const file = fileOf(key);
	const known = await readFile(file).catch(() => null);
	const now = new Date();
	if (known) await utimes(file, now, now).catch(() => {});
	return known;
}

let swept = false;

/** Atomic, also with other processes writing the same file. A full or read-only disk must not cause a failure. */
export async function keep(key: string, made: Uint8Array): Promise<void> {
	const file = fileOf(key);
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
		if (Date.now() - mtimeMs > week) await rm(join(place, name), { force: true });
	}
}
