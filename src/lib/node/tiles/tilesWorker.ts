/** A thread that writes the tiles of a span of time (threads.ts). */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openShared } from './duckTable.ts';
import { FolderWriter } from './folder.ts';
import { planFor } from './gather.ts';
import { writePart } from './parts.ts';
import type { Share, Written } from './threads.ts';

const { story, version, table, span, tiles, about, ...part } = workerData as Share;
const read = await openShared(table, join(about, 'spill'), { story, progress: () => {} });
const [tileWriter, aboutWriter] = [new FolderWriter(tiles), new FolderWriter(about)];
try {
	await writePart(planFor(story, version, read), part, span, tileWriter, aboutWriter);
} finally {
	read.close();
}
const written: Written = { tiles: tileWriter.files, bytes: tileWriter.bytes };
parentPort!.postMessage(written);
