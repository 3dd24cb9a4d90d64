/** Threads that draw a site together, since what takes long (layout, fonts) waits for nothing. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Drawing } from './drawing.ts';
import type { Story } from '../story/model.ts';
import { site } from './site.ts';
import { siteAssets } from './siteFiles.ts';
import { readStories } from './stories.ts';

/** What a thread is told first: what it draws from. */
export interface Told {
	/** As `readStories` gave them. */
	stories: Map<string, Story>;
	/** Names of the files of the site, which change with their contents. */
	assets: string[];
}

/** Each has a memory of its own. */
const mostThreads = 4;

export interface DrawThreads {
	/** Tells them the stories that were read, so that they word and lay them out while the addresses are listed. */
	tell: () => void;
	/** @returns addresses that could not be rendered, each with its status */
	draw: (drawing: Drawing) => Promise<string[]>;
	end: () => Promise<void>;
}

/** Begins at once to load the pages in each of them: as many as there are cores beside the one that asks. */
export function drawThreads(): DrawThreads {
	// Beside this file once it is compiled (vite.cli.config.ts); uncompiled, one thread draws everything.
	const file = fileURLToPath(new URL('drawWorker.js', import.meta.url));
	const length = existsSync(file) ? Math.min(availableParallelism(), mostThreads) - 1 : 0;
	const workers = Array.from({ length }, () => new Worker(file, { workerData: site() }));
	// Awaited only once there is something to draw: an error must not come before that.
	const results = workers.map((worker) => once(worker, 'message'));
	for (const result of results) result.catch(() => {});
	return {
		tell: () => {
			const told: Told = { stories: readStories(), assets: siteAssets().map(({ name }) => name) };
			for (const worker of workers) worker.postMessage(told);
		},
		draw: async (drawing) => {
			for (const worker of workers) worker.postMessage(drawing);
			const failed = (await Promise.all(results)) as [string[]][];
			return failed.flatMap(([paths]) => paths);
		},
		end: async () => void (await Promise.all(workers.map((worker) => worker.terminate())))
	};
}
