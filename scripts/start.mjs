/**
 * `npm start`: builds the site and serves it on port 4173 or the next free one. THROUGHLINE_PORT or `--port` asks for
 * exactly one port, `--host` for a host other than localhost.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../bin/throughline.mjs', import.meta.url));
/** @param {string[]} args */
const run = (...args) => spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' }).status ?? 1;

const port = process.env.THROUGHLINE_PORT;
console.error('Building …');
// Stories that were left out are listed; the others are served.
run('build');
process.exitCode = run('preview', ...(port ? ['--port', port] : []), ...process.argv.slice(2));
