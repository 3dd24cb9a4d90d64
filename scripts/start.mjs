/**
 * `npm start`: builds the site and serves it, on 4173 or the next port that is free. THROUGHLINE_PORT or `--port` asks for
 * one port and no other; `--host` for another host than localhost.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../bin/throughline.mjs', import.meta.url));
/** @param {string[]} args */
const run = (...args) => spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' }).status ?? 1;

const port = process.env.THROUGHLINE_PORT;
console.error('Building …');
// A story that was left out is listed; the others are served.
run('build');
process.exitCode = run('preview', ...(port ? ['--port', port] : []), ...process.argv.slice(2));
