/** How long things take. Vitest runs this file after all others and alone, so that no neighbour is measured with it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const throughline = (...args: string[]) => spawnSync('node', ['bin/throughline.mjs', ...args], { encoding: 'utf8' });

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'throughline-times-'));
	// Compiles it, once for all.
	throughline('--help');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes ten images within ten seconds, and their paths on stdout', () => {
	const sizes = 'page,slide,square,phone,poster';
	const start = Date.now();
	const { status, stdout } = throughline('export', 'silicon-valley-turns', '--size', sizes, '--out', folder);
	const seconds = (Date.now() - start) / 1000;
	console.log(`ten images in ${seconds.toFixed(1)} s`);
	expect(status).toBe(0);
	const files = stdout.split('\n').filter(Boolean);
	expect(files.length).toBe(10);
	for (const file of files) expect(readFileSync(file).toString('latin1', 1, 4)).toBe('PNG');
	expect(readdirSync(folder).length).toBe(10);
	expect(seconds).toBeLessThan(10);
});
