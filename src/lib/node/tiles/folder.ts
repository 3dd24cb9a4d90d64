/** Writes a folder of files completely or not at all. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes the files of a folder, and counts files and bytes. */
export class FolderWriter {
	files = 0;
	bytes = 0;
	private readonly made = new Set<string>();

	constructor(readonly folder: string) {}

	write = (path: string, text: string): void => {
		writeFileSync(this.place(path), text);
		this.files++;
		this.bytes += Buffer.byteLength(text);
	};

	/** @returns full path of a new file, after making its folder */
	place(path: string): string {
		const file = join(this.folder, path);
		const folder = dirname(file);
		if (!this.made.has(folder)) {
			mkdirSync(folder, { recursive: true });
			this.made.add(folder);
		}
		return file;
	}
}

/** Runs work in a temporary folder beside a place; the temporary folder is always deleted. */
export async function beside<T>(place: string, work: (temp: string) => Promise<T>): Promise<T> {
	const parent = dirname(place);
	mkdirSync(parent, { recursive: true });
	sweep(parent);
	const temp = join(parent, `.${basename(place)}-${randomBytes(4).toString('hex')}`);
	mkdirSync(temp);
	const sweepNow = () => rmSync(temp, { recursive: true, force: true });
	const stop = () => {
		sweepNow();
		process.exit(130);
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	try {
		return await work(temp);
	} finally {
		process.off('SIGINT', stop);
		process.off('SIGTERM', stop);
		sweepNow();
	}
}

/** Deletes what a build that was killed at least an hour ago has left. */
function sweep(parent: string): void {
	for (const name of readdirSync(parent)) {
		const path = join(parent, name);
		const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
		if (/^\..+-[0-9a-f]{8}$/.test(name) && age > 36e5) rmSync(path, { recursive: true, force: true });
	}
}

/** Replaces a folder by a newly written one. */
export function replace(written: string, place: string): void {
	const old = `${written}-old`;
	const exists = existsSync(place);
	if (exists) renameSync(place, old);
	try {
		renameSync(written, place);
	} catch (error) {
		if (exists) renameSync(old, place);
		throw error;
	}
}
