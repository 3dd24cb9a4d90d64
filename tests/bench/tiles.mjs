/** Measures the time, memory and disk that the tiles of a very large table take. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, slugOf, writeStory } from './story.mjs';

/**
 * @param {string} work folder
 * @param {number} n
 * @param {(words: string) => void} say
 * @returns {Promise<import('./targets.mjs').TilesBuild>}
 * @throws {Error} if the command fails
 */
export async function buildLarge(work, n, say) {
	const stories = join(work, 'large');
	const out = join(work, 'large-tiles');
	mkdirSync(stories, { recursive: true });
	say(`writing ${n} events`);
	await writeStory(stories, n);
	rmSync(out, { recursive: true, force: true });
	say(`making their tiles`);
	const begun = performance.now();
	const args = [join(root, 'bin/throughline.mjs'), 'tiles', slugOf(n), '--data', stories, '--out', out];
	const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
	let [peak, disk] = [0, 0];
	const timers = [
		setInterval(() => (peak = Math.max(peak, peakOf(child.pid ?? 0))), 100),
		setInterval(() => (disk = Math.max(disk, sizeOf(out))), 2000)
	];
	const code = await new Promise((done) => child.on('close', done));
	timers.forEach(clearInterval);
	if (code) throw new Error(`throughline tiles ended with ${code}`);
	const seconds = (performance.now() - begun) / 1000;
	const [table, tiles] = [sizeOf(join(stories, slugOf(n))), sizeOf(out)];
	rmSync(out, { recursive: true, force: true });
	return { n, seconds, peak, table, tiles, disk: Math.max(disk, tiles), cores: availableParallelism() };
}

/**
 * @param {string} path
 * @returns {number} bytes of all files in it
 */
function sizeOf(path) {
	try {
		const stats = statSync(path);
		if (!stats.isDirectory()) return stats.size;
		return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
	} catch {
		// It has just been removed, or is not there yet.
		return 0;
	}
}

/**
 * The kernel records the peak, so polling misses at most the last moments.
 * @param {number} pid
 * @returns {number} bytes; 0 without /proc
 */
function peakOf(pid) {
	const file = `/proc/${pid}/status`;
	try {
		const line = existsSync(file) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8')) : null;
		return line ? Number(line[1]) * 1024 : 0;
	} catch {
		// The process has just ended.
		return 0;
	}
}
