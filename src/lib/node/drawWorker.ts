/** A thread that draws with the one that started it (drawThreads.ts), and reads no story itself. */
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { openApp } from './app.ts';
import { drawRest, type Drawing } from './drawing.ts';
import type { Told } from './drawThreads.ts';
import { useSite } from './site.ts';
import { siteAssets } from './siteFiles.ts';
import { useStories } from './stories.ts';

useSite(workerData);
// Loads the pages while the other thread reads the stories.
const ask = await openApp();

const port = parentPort!;
const messages = on(port, 'message');
const next = async <Message>(): Promise<Message> => (await messages.next()).value[0];

const { stories, assets } = await next<Told>();
useStories(stories);
// Words the stories and lays them out while the other thread does the same to list the addresses.
await ask('/');
const drawing = await next<Drawing>();
// Where a file of the site was saved in between, the other thread draws all as it was.
const same =
	siteAssets()
		.map(({ name }) => name)
		.join() === assets.join();
port.postMessage(same ? await drawRest(ask, drawing) : []);
port.close();
