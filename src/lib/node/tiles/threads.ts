/** Threads that write the tiles of one table together, each those of a span of time, as parts are (parts.ts). */
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Story } from '../../story/model.ts';
import type { Built } from './build.ts';
import { spansOf } from './cuts.ts';
import type { FolderWriter } from './folder.ts';
import type { Plan } from './gather.ts';
import { mergeWritten, type PartOf } from './parts.ts';
import type { ReadTable, SharedTable, Span } from './table.ts';

/** Number of rows from which threads write: fewer are written sooner than threads have started and been added up. */
const manyRows = 2e6;
const mostThreads = 16;

/** Beside this file once it is compiled (vite.cli.config.ts); uncompiled, one thread writes everything. */
const worker = fileURLToPath(new URL('tilesWorker.js', import.meta.url));

/** @param wanted number of threads; undefined for as many as are of use */
export function threadsFor(read: ReadTable, wanted?: number): number {
	if (!read.share || !existsSync(worker)) return 1;
	return Math.min(wanted ?? (read.count < manyRows ? 1 : availableParallelism()), mostThreads);
}

/** What a thread is told. */
export interface Share extends PartOf {
	story: Story;
	version: string;
	table: SharedTable;
	span: Span;
	/** Folder of the tiles of all threads; and of what this one writes besides. */
	tiles: string;
	about: string;
}

/** What it has written. */
export interface Written {
	tiles: number;
	bytes: number;
}

/**
 * The same files as one thread writes.
 * @param temp a folder, which the caller deletes
 * @param writer of the folder of tiles
 */
export async function writeTogether(
	story: Story,
	{ head: { meta } }: Plan,
	read: ReadTable,
	threads: number,
	temp: string,
	writer: FolderWriter,
	progress: (phase: string) => void
): Promise<Built> {
	const spans = await spansOf(meta, threads, (spans) => read.countIn(spans));
	const table = await read.share!();
	const about = spans.map((_, n) => join(temp, `part-${n + 1}`));
	for (const folder of about) mkdirSync(folder);
	progress('writing');
	const workers = spans.map((span, n) => {
		const tiles = writer.folder;
		const part: PartOf = { part: n + 1, parts: threads };
		const share: Share = { ...part, story, version: meta.version, table, span, tiles, about: about[n] };
		return new Worker(worker, { workerData: share });
	});
	try {
		const written = (await Promise.all(workers.map((one) => once(one, 'message')))) as [Written][];
		const merged = await mergeWritten(about, meta.version, writer);
		const sum = (of: keyof Written) => written.reduce((all, [one]) => all + one[of], 0);
		return { meta: merged.meta, tiles: sum('tiles') + merged.tiles, bytes: sum('bytes') + writer.bytes };
	} finally {
		await Promise.all(workers.map((one) => one.terminate()));
	}
}
