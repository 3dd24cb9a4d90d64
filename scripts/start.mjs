/**
 * `npm start`: builds the site and serves it on port 4173 or the next free one. THROUGHLINE_PORT or `--port` asks for
 * exactly one port, `--host` for a host other than localhost.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';

const command = fileURLToPath(new URL('../bin/throughline.mjs', import.meta.url));
/** @param {string[]} args */
const run = (...args) => spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' }).status ?? 1;

const port = process.env.THROUGHLINE_PORT;
console.error('Building …');
// On a fresh clone the tables are made tiles while the pages are compiled; build says what is wrong with them.
const pages = compile('app');
await compile('cli');
await Promise.all([pages, once(spawn(process.execPath, [command, 'tiles', '--all'], { stdio: 'ignore' }), 'exit')]);
// Stories that were left out are listed; the others are served.
run('build');
process.exitCode = run('preview', ...(port ? ['--port', port] : []), ...process.argv.slice(2));
