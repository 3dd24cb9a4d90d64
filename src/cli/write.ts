/** Writes files and folders completely or not at all. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failed } from './failures.ts';

const reasons: Record<string, string> = {
	EACCES: 'you may not write there',
	EPERM: 'you may not write there',
	EROFS: 'it is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'your share of the disk is full',
	ENOTDIR: 'a part of the path is a file, not a folder',
	EEXIST: 'it is a file, not a folder',
	ENAMETOOLONG: 'the name is too long',
	ELOOP: 'a part of the path is a link that leads back to itself'
};

const failed = (path: string, error: unknown) => {
	const { code, message } = error as NodeJS.ErrnoException;
	return new Failed(`cannot write ${path}: ${reasons[code ?? ''] ?? message}`);
};

/**
 * Makes a folder if it does not exist.
 * @throws Failed where files cannot be written into it
 */
export async function openFolder(folder: string): Promise<void> {
	try {
		const path = resolve(folder);
		if (existsSync(path)) await mkdir(path, { recursive: true });
		else await makeFolder(path);
		await access(folder, constants.W_OK);
	} catch (error) {
		throw failed(folder, error);
	}
}

/** Makes one folder after another, since `recursive` reports ENOENT for a read-only disk. */
async function makeFolder(path: string): Promise<void> {
	if (!existsSync(dirname(path))) await makeFolder(dirname(path));
	await mkdir(path).catch((error: NodeJS.ErrnoException) => {
		// Another command has made it first.
		if (error.code !== 'EEXIST') throw error;
	});
}

/** Clean-up of incomplete files, run when the command is stopped. */
const unfinished = new Set<() => void>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function stop(signal: NodeJS.Signals): void {
	for (const clear of unfinished) clear();
	// What a thread had begun may have made its folder again since; nothing new begins while this waits.
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
	for (const clear of unfinished) clear();
	for (const one of signals) process.off(one, stop);
	process.kill(process.pid, signal);
}

/** @param clear removes what `work` leaves behind if it is interrupted */
async function guarded<T>(clear: () => void, work: () => Promise<T>): Promise<T> {
	if (unfinished.size === 0) for (const one of signals) process.on(one, stop);
	unfinished.add(clear);
	try {
		return await work();
	} finally {
		unfinished.delete(clear);
		if (unfinished.size === 0) for (const one of signals) process.off(one, stop);
	}
}

const nameBeside = (name: string, end: string) => `.${name}-${process.pid}-${randomBytes(4).toString('hex')}${end}`;

/**
 * Writes the file under another name first, and renames it once it is completely on the disk.
 * @returns the path
 * @throws Failed; nothing is left behind then
 */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array | string): Promise<string> {
	const path = join(folder, name);
	// Not based on the file’s name, which may become too long for the disk with a suffix.
	const beside = join(folder, nameBeside('throughline', '.part'));
	const clear = () => rmSync(beside, { force: true });
	return guarded(clear, async () => {
		try {
			await writeFlushed(beside, bytes);
			await rename(beside, path);
			return path;
		} catch (error) {
			clear();
			throw failed(path, error);
		}
	});
}

async function writeFlushed(path: string, bytes: Uint8Array | string): Promise<void> {
	const file = await open(path, 'wx');
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}

/**
 * Writes a folder with its files, which may be in subfolders, beside its final path and then renames it, so that no
 * incomplete folder is left. An existing folder is replaced.
 * @throws Failed; an existing folder is unchanged then
 */
export async function writeFolder(folder: string, files: readonly { name: string; text: string }[]): Promise<void> {
	const path = resolve(folder);
	const parent = dirname(path);
	await openFolder(parent);
	removeLeftovers(parent);
	const beside = join(parent, nameBeside(basename(path), ''));
	const [written, replaced] = [`${beside}-new`, `${beside}-old`];
	const clear = () => {
		if (existsSync(replaced) && !existsSync(path)) renameSync(replaced, path);
		for (const one of [written, replaced]) rmSync(one, { recursive: true, force: true });
	};
	await guarded(clear, async () => {
		try {
			await mkdir(written);
			for (const { name, text } of files) {
				await mkdir(dirname(join(written, name)), { recursive: true });
				await writeFlushed(join(written, name), text);
			}
			if (existsSync(path)) await rename(path, replaced);
			await rename(written, path);
			await rm(replaced, { recursive: true, force: true });
		} catch (error) {
			clear();
			throw failed(folder, error);
		}
	});
}

/**
 * Cleans up after commands that were killed: deletes incomplete files, and restores a story that was to be replaced.
 * What cannot be moved stays: a lack of permission is reported by the next write.
 */
export function removeLeftovers(parent: string): void {
	for (const entry of existsSync(parent) ? readdirSync(parent) : []) {
		const [, name, pid, , state] = /^\.(.+?)(?:-(\d+))?-([0-9a-f]{8})(-new|-old|\.part)$/.exec(entry) ?? [];
		const left = join(parent, entry);
		if (!state || (pid ? isRunning(Number(pid)) : isYoung(left))) continue;
		try {
			if (state === '-old' && !existsSync(join(parent, name))) renameSync(left, join(parent, name));
			else rmSync(left, { recursive: true, force: true });
		} catch {
			continue;
		}
	}
}

/** Files that name no process may still be in use while they are young. */
const isYoung = (path: string) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 36e5;

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// The process is running, but belongs to another user.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
