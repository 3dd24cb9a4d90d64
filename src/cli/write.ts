/** Files written whole or not at all. */
import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failed } from './failures.ts';

const reasons: Record<string, string> = {
	EACCES: 'you may not write there',
	EPERM: 'you may not write there',
	EROFS: 'it is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'your share of the disk is full',
	ENOTDIR: 'a part of the path is a file, not a folder',
	EEXIST: 'it is a file, not a folder',
	ENAMETOOLONG: 'the name is too long'
};

const failed = (path: string, error: unknown) => {
	const { code, message } = error as NodeJS.ErrnoException;
	return new Failed(`cannot write ${path}: ${reasons[code ?? ''] ?? message}`);
};

/**
 * Makes a folder where there is none.
 * @throws Failed where files cannot be written into it
 */
export async function openFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder, { recursive: true });
		await access(folder, constants.W_OK);
	} catch (error) {
		throw failed(folder, error);
	}
}

/**
 * Under another name first, and renamed once all of it is on the disk.
 * @returns the path
 * @throws Failed; nothing is left behind then
 */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array | string): Promise<string> {
	const path = join(folder, name);
	const beside = join(folder, `.${randomBytes(6).toString('hex')}.part`);
	try {
		const file = await open(beside, 'wx');
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
		return path;
	} catch (error) {
		await rm(beside, { force: true });
		throw failed(path, error);
	}
}
