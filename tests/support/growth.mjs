/** Measures how reading and checking scale with size, and what images from the command line take. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';

/** @param {() => unknown} work @returns seconds */
function timed(work) {
	const start = performance.now();
	work();
	return (performance.now() - start) / 1000;
}

/** @param {number[]} list one for each of `names` @param {string[]} names */
const line = (list, names) =>
	list
		.map((seconds, n) => {
			const ratio = n ? ` (${(seconds / list[n - 1]).toFixed(1)}×)` : '';
			return `${names[n]} ${seconds.toFixed(2)} s${ratio}`;
		})
		.join(', ');

/** Prints the figures, and judges nothing. */
export async function measureGrowth() {
	const { module } = await runnerImport('./tests/support/growth.ts', { configFile: false, logLevel: 'error' });
	console.log('ten times as much, each');
	for (const { what, sizes, prepare } of /** @type {typeof import('./growth.ts')} */ (module).works) {
		// A warm-up, so that what is measured is compiled by then.
		prepare(sizes[0][1])();
		const taken = sizes.map(([, size]) => timed(prepare(size)));
		console.log(
			`  ${what}: ${line(
				taken,
				sizes.map(([name]) => name)
			)}`
		);
	}

	const folder = mkdtempSync(join(tmpdir(), 'throughline-measure-'));
	const images = (/** @type {string[]} */ ...sizes) => {
		const args = ['export', 'silicon-valley-turns', '--size', sizes.join(), '--out', folder, '--quiet'];
		return timed(() =>
			spawnSync(process.execPath, ['bin/throughline.mjs', ...args], { stdio: ['ignore', 'ignore', 2] })
		);
	};
	spawnSync(process.execPath, ['bin/throughline.mjs', '--help'], { stdio: 'ignore' });
	const taken = [images('slide'), images('page', 'slide', 'square', 'phone', 'poster')];
	console.log(`  export from the command line: ${line(taken, ['2 images', '10 images'])}`);
	rmSync(folder, { recursive: true });
}
