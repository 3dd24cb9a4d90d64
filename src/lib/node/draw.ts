/** Writes the whole site as files, for any static host. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Address } from './addresses.ts';
import { assetsFolder, openApp } from './app.ts';
import { hostFiles } from './headers.ts';
import { keep, recall } from './kept.ts';
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

/** Fonts and images wait for the disk and for other threads; more requests at once are no faster. */
const atOnce = 4;

/**
 * Writes the site into a folder, and replaces the earlier folder once the new one is complete.
 *
 * @param out folder
 * @throws Error where no story can be rendered
 */
export async function drawSite(out: string): Promise<Drawn> {
	const ask = await openApp();
	const listed = await ask('/addresses.json');
	const { addresses, tables, offline, leftOut, drafts, message } = await listed.json();
	if (!listed.ok) throw new Error(message);
	const folder = `${out}-${randomUUID()}`;
	const failed: string[] = [];
	try {
		await mkdir(folder, { recursive: true });
		await cp(assetsFolder(), folder, { recursive: true, filter: (path) => !path.endsWith('.vite') });
		for (const name of tables) linkFolder(join(tilesFolder(), name), join(folder, 'tiles', name));
		for (const [name, text] of Object.entries(hostFiles(site().base))) await writeFile(join(folder, name), text);
		const rest: Address[] = [...addresses];
		const draw = async () => {
			for (let one = rest.shift(); one; one = rest.shift()) {
				const file = join(folder, one.page ? pageFile(one.path) : one.path);
				const body = (one.key && (await recall(one.key))) || (await drawn(one));
				await mkdir(dirname(file), { recursive: true });
				await writeFile(file, body);
			}
		};
		const drawn = async ({ path, key }: Address): Promise<Uint8Array> => {
			const answer = await ask(path);
			const body = new Uint8Array(await answer.arrayBuffer());
			// The “not found” page has a status of 404 itself.
			if (!answer.ok && path !== '/404') failed.push(`${path}: ${answer.status}`);
			else if (key && answer.headers.get('cache-control') !== 'no-store') await keep(key, body);
			return body;
		};
		await Promise.all(Array.from({ length: atOnce }, draw));
		await listForOffline(folder, offline);
		await replace(folder, out);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return { files: addresses.length, leftOut, drafts, failed };
}

/** The name under which a static host looks for the file. */
const pageFile = (path: string) => (path === '/' ? 'index.html' : `${path}.html`);

async function replace(made: string, place: string): Promise<void> {
	const before = `${made}-before`;
	if (existsSync(place)) await rename(place, before);
	await rename(made, place);
	await rm(before, { recursive: true, force: true });
}
