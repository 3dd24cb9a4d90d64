import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallStory } from '../../../../tests/support/smallStory.ts';
import { tilePath } from '../../tiles/format.ts';
import { useSite } from '../site.ts';

const root = mkdtempSync(join(tmpdir(), 'table-of-'));
afterAll(() => {
	useSite({});
	rmSync(root, { recursive: true });
});

const tables = [['published: 2025-06', 'published: 2025-06\ntable: { file: events.csv, source: paper }']] as [
	string,
	string
][];
const rows = 'date,title,actors\n2001-01-01,Fair,acme\n2002,Fete,mei\n';

/** Two stories, one with a table. Modules are imported anew, as for another site. */
beforeEach(() => {
	rmSync(root, { recursive: true });
	for (const [name, files] of Object.entries({ plain: smallStory(), large: smallStory({ story: tables }) })) {
		mkdirSync(join(root, 'stories', name), { recursive: true });
		for (const { name: file, text } of files) writeFileSync(join(root, 'stories', name, file), text);
	}
	writeFileSync(join(root, 'stories/large/events.csv'), rows);
	useSite({ stories: join(root, 'stories'), cache: root, edited: true });
	vi.resetModules();
});

async function make() {
	const { readStoryFolder } = await import('../stories.ts');
	const { buildTiles } = await import('./build.ts');
	const folder = join(root, 'stories/large');
	const built = await buildTiles(readStoryFolder(folder).story!, folder, join(root, 'tiles/large'));
	if ('problems' in built) throw new Error('it should have been built');
	return built.meta;
}
const leftOut = async () => (await import('../stories.ts')).leftOut().problems;
const tableOf = async (slug: string) => (await import('./read.ts')).tableOf(slug);

describe('what a page brings of a table', () => {
	it('is its meta and its root, and nothing of a story without one', async () => {
		const meta = await make();
		const table = await tableOf('large');
		expect(table!.meta).toEqual(meta);
		expect(table!.root.events.title).toEqual(['Fair', 'Fete']);
		expect(await tableOf('plain')).toBeUndefined();
		expect(await tableOf('none')).toBeUndefined();
	});

	it('has to be made first, and anew where the table has changed', async () => {
		expect(await leftOut()).toEqual([
			expect.stringMatching(/its table is not made into tiles; run: npx throughline tiles large$/)
		]);
		await make();
		writeFileSync(join(root, 'stories/large/events.csv'), rows.replace('Fair', 'Fire!'));
		expect(await leftOut()).toEqual([
			expect.stringMatching(/its table is not made into tiles; run: npx throughline tiles large$/)
		]);
		await make();
		expect((await tableOf('large'))!.root.events.title).toEqual(['Fire!', 'Fete']);
	});

	it('is not taken where its root is not what its meta says', async () => {
		const meta = await make();
		const path = join(root, 'tiles/large', tilePath(meta, { level: 0, index: 0 }));
		const whole = readFileSync(path, 'utf8');
		writeFileSync(path, whole.replace('"count":2', '"count":3'));
		await expect(tableOf('large')).rejects.toThrow('should have 2 events');
		cpSync(join(root, 'stories/large/events.csv'), path);
		await expect(tableOf('large')).rejects.toThrow();
	});
});
