/** Serves the built site for scripts that look at it. `npm run build` first. */
import { spawn } from 'node:child_process';
import { measurePort } from './ports.mjs';

/** @returns where it is, once it answers, and what ends it */
export async function preview() {
	const server = spawn('npx', ['vite', 'preview', '--port', String(measurePort), '--strictPort'], {
		stdio: 'ignore',
		detached: true
	});
	const host = `http://localhost:${measurePort}`;
	for (let n = 0; n < 100 && !(await fetch(host).catch(() => null)); n++)
		await new Promise((done) => setTimeout(done, 200));
	return {
		host,
		stop() {
			if (server.pid) process.kill(-server.pid);
		}
	};
}
