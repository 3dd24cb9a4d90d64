/** What is dear to make and depends on nothing but what it is made of: kept from build to build. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { site } from './site.ts';

/** What nobody has asked for as long is taken away, ms. */
const month = 30 * 864e5;

const { resolve } = createRequire(import.meta.url);

/** @returns the version of a package that is installed: what another version makes is not the same */
export async function versionOf(name: string): Promise<string> {
	let place = dirname(resolve(name));
	while (!place.endsWith(name) && place !== dirname(place)) place = dirname(place);
	return JSON.parse(await readFile(join(place, 'package.json'), 'utf8')).version;
}

/**
 * @param of everything that it is made of, and by what
 * @param make asked where it is not there yet
 */
export async function kept(of: readonly (string | Uint8Array)[], make: () => Promise<Buffer>): Promise<Buffer> {
	const hash = createHash('sha256');
	// With lengths, so that what is one thing is not taken for two.
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

/** Whole or not at all, whoever else keeps it now; a disk that is full or closed is no reason to fail. */
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
