/** A thread that draws with the one that started it (drawThreads.ts), and reads no story itself. */
import { parentPort, workerData } from 'node:worker_threads';
import { openApp } from './app.ts';
import { drawRest } from './drawing.ts';
import type { Told } from './drawThreads.ts';
import { useSite } from './site.ts';
import { siteAssets } from './siteFiles.ts';
import { useStories } from './stories.ts';

useSite(workerData);
// Loads the pages while the other thread reads the stories.
const ask = await openApp();

parentPort!.once('message', async ({ stories, assets, ...drawing }: Told) => {
	useStories(stories);
	// Where a file of the site was saved in between, the other thread draws all as it was.
	const same =
		siteAssets()
			.map(({ name }) => name)
			.join() === assets.join();
	parentPort!.postMessage(same ? await drawRest(ask, drawing) : []);
	parentPort!.close();
});
