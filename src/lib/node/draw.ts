/** Writes the whole site as files, for any static host. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetsFolder, openApp, type Ask } from './app.ts';
import { allOf, drawRest } from './drawing.ts';
import { drawThreads } from './drawThreads.ts';
import { hostFiles } from './headers.ts';
import noWorker from '../offline/noWorker.js?raw';
import { linkFolder } from './linkFolder.ts';
import { listForOffline } from './offlineLists.ts';
import { site } from './site.ts';
import type { Drafts } from './stories.ts';
import { tilesFolder } from './tiles/place.ts';

/** What `drawSite` wrote, and what it could not. */
export interface Drawn {
	/** Number of files written, without those that every site has. */
	files: number;
	/** Stories left out because they have problems, and these problems, one per line. */
	leftOut: { stories: string[]; problems: string[] };
	/** How many drafts are left out. */
	drafts: Drafts;
	/** Addresses that could not be rendered, each with its error. */
	failed: string[];
}

/**
 * Writes the site into a folder, and replaces the earlier folder once the new one is complete.
 *
 * @param out folder
 * @param first what has to be done before stories are drawn, such as tiles; the threads begin meanwhile
 * @throws Error where no story can be rendered
 */
export async function drawSite(out: string, first?: (ask: Ask) => Promise<void>): Promise<Drawn> {
	const folder = `${out}-${randomUUID()}`;
	const threads = drawThreads();
	try {
		const ask = await openApp();
		await first?.(ask);
		const { tables, leftOut, drafts } = await answered(ask, '/stories.json');
		threads.tell();
		const { addresses, offline } = await answered(ask, '/addresses.json');
		await mkdir(folder, { recursive: true });
		await cp(assetsFolder(), folder, { recursive: true, filter: (path) => !path.endsWith('.vite') });
		for (const name of tables) linkFolder(join(tilesFolder(), name), join(folder, 'tiles', name));
		for (const [name, text] of Object.entries(hostFiles(site().base))) await writeFile(join(folder, name), text);
		const drawing = { addresses, taken: new Int32Array(new SharedArrayBuffer(4)), folder };
		const failed = await allOf([drawRest(ask, drawing), threads.draw(drawing)]);
		if (site().offline) await listForOffline(folder, offline);
		else await writeFile(join(folder, 'service-worker.js'), noWorker);
		await replace(folder, out);
		return { files: addresses.length, leftOut, drafts, failed: failed.flat() };
	} finally {
		await threads.end();
		await rm(folder, { recursive: true, force: true });
	}
}

async function answered(ask: Ask, path: string) {
	const answer = await ask(path);
	const body = await answer.json();
	if (!answer.ok) throw new Error(body.message);
	return body;
}

async function replace(made: string, place: string): Promise<void> {
	const before = `${made}-before`;
	if (existsSync(place)) await rename(place, before);
	await rename(made, place);
	await rm(before, { recursive: true, force: true });
}
