/** Clears up what killed runs have left behind. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {number} pid */
export function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// The process exists, but belongs to someone else.
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

/**
 * Removes what processes that have ended left in a folder.
 * @param {string} folder
 * @param {RegExp} pattern for names in it; its first group is the id of the process that made it
 */
export function sweep(folder, pattern) {
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		const pid = Number(pattern.exec(name)?.[1]);
		if (pid && !isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
	}
}
