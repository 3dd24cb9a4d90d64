/** Real processes, at once, and one of them killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { alone } from './alone.mjs';
import { sweep } from './sweep.mjs';

const folder = mkdtempSync(join(tmpdir(), 'alone-'));
afterAll(() => rmSync(folder, { recursive: true }));

const log = join(folder, 'log');
const worker = (work: string) =>
	spawn(process.execPath, [
		'--input-type=module',
		'-e',
		`import { appendFileSync } from 'node:fs';
		import { alone } from ${JSON.stringify(pathToFileURL('scripts/alone.mjs').href)};
		const say = (text) => appendFileSync(${JSON.stringify(log)}, text);
		const rest = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
		alone(${JSON.stringify(folder)}, () => { ${work} });`
	]);

it('lets one process at a time, whatever order they come in, and goes on after one that was killed', async () => {
	const killed = worker(`say('('); rest(1e6);`);
	const gone = once(killed, 'exit');
	while (!existsSync(log)) await new Promise((done) => setTimeout(done, 20));
	const others = Array.from({ length: 4 }, () => worker(`say('['); rest(50); say(']');`));
	const ended = others.map((one) => once(one, 'exit'));
	killed.kill('SIGKILL');
	await gone;
	for (const [code] of await Promise.all(ended)) expect(code).toBe(0);
	expect(readFileSync(log, 'utf8')).toBe('([][][][]');
});

it('lets two of one process wait for each other', async () => {
	const said: string[] = [];
	const work = (name: string) => async () => {
		said.push(`${name} begins`);
		await new Promise((done) => setTimeout(done, 50));
		said.push(`${name} ends`);
	};
	await Promise.all(['one', 'other'].map((name) => alone(`${folder} twice`, work(name))));
	expect(said).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
});

it('what ended processes made goes, and what others made stays', async () => {
	const ended = spawn(process.execPath, ['-e', '']);
	await once(ended, 'exit');
	const names = [`run-${ended.pid}`, `run-${process.pid}`, `run-${process.ppid}`, `other-${ended.pid}`, 'run-x'];
	for (const name of names) {
		mkdirSync(join(folder, 'made', name), { recursive: true });
		appendFileSync(join(folder, 'made', name, 'file'), 'x');
	}
	sweep(join(folder, 'made'), /^run-(\d+)$/);
	expect(readdirSync(join(folder, 'made')).sort()).toEqual(names.slice(1).sort());
	sweep(join(folder, 'nowhere'), /^run-(\d+)$/);
});
