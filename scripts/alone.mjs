/** Runs one process at a time on this machine, for work that two must not do to one folder at once. */
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './sweep.mjs';

/**
 * @template T
 * @param {string} what the work is done to, such as a folder’s path
 * @param {() => T | Promise<T>} work begins once no other running process is at work on the same
 * @param {() => void} [wait] called once if another process is at work
 * @returns {Promise<T>}
 */
export async function alone(what, work, wait = () => {}) {
	const lock = join(tmpdir(), `throughline-${createHash('sha256').update(what).digest('hex').slice(0, 16)}.lock`);
	const own = `${lock}-${process.pid}-${randomUUID()}`;
	writeFileSync(own, String(process.pid));
	try {
		for (let told = false; !take(own, lock); await setTimeout(200)) {
			if (!told) wait();
			told = true;
		}
		try {
			return await work();
		} finally {
			rmSync(lock, { force: true });
		}
	} finally {
		rmSync(own, { force: true });
	}
}

/** @param {string} own @param {string} lock @returns {boolean} whether the lock is ours */
function take(own, lock) {
	try {
		// Linking is atomic: the link appears whole or not at all.
		linkSync(own, lock);
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
	}
	try {
		if (!isRunning(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
	} catch {
		// The lock has just been removed.
	}
	return false;
}
