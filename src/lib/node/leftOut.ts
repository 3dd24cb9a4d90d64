/**
 * What a build leaves out. Pages are made in another process than the one whose exit code tells of it, so the list goes
 * through a file of the build’s own folder.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const file = () =>
	join(process.env.THROUGHLINE_BUILD ? `.svelte-kit-${process.env.THROUGHLINE_BUILD}` : '.svelte-kit', 'left-out.txt');

/** @param list what is wrong, and which stories are left out for it */
export function noteLeftOut(list: string): void {
	mkdirSync(dirname(file()), { recursive: true });
	writeFileSync(file(), list);
}

/** For the process that builds: nothing is left out yet; at its end what was is listed, and is a failure. */
export function watchLeftOut(): void {
	rmSync(file(), { force: true });
	process.once('exit', () => {
		if (!existsSync(file())) return;
		console.error(`\n${readFileSync(file(), 'utf8')}`);
		rmSync(file());
		process.exitCode ||= 1;
	});
}
