import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainEvents, pyramid } from '../../../tests/support/pyramid.ts';
import { kidOf, rootId, tileKey, tilePath, type Tile } from './format.ts';
import { TileStore } from './load.ts';

const casts = [
	{ sides: ['west'], actors: ['a'] },
	{ sides: ['east'], actors: ['b'] }
];
const { meta, tiles } = pyramid(plainEvents(3000, casts.length), casts, 200);
const root = tiles.get(tileKey(rootId))!;
const quarter = root.kids!.findIndex((n) => n > 0);
const kid = kidOf(rootId, quarter);
const key = tileKey(kid);

type Answer = (response: ServerResponse, whole: string, request: IncomingMessage) => void;
const right: Answer = (response, whole) => response.end(whole);

/** A host that answers each request in turn by `answers`, the last one for all that follow. */
let server: Server;
let answers: Answer[] = [];
let asked: string[] = [];
let stores: TileStore[] = [];

beforeEach(async () => {
	answers = [right];
	asked = [];
	server = createServer((request, response) => {
		asked.push(request.url!);
		const answer = answers.length > 1 ? answers.shift()! : answers[0];
		const found = [...tiles].find(([key]) => {
			const [level, index] = key.split('/').map(Number);
			return request.url === `/t/${tilePath(meta, { level, index })}`;
		});
		answer(response, JSON.stringify(found?.[1] ?? null), request);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
	for (const store of stores) store.stop();
	stores = [];
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
});

const port = () => (server.address() as AddressInfo).port;
/** @param patience ms; long by default, so that a busy machine does not count as a slow host */
function open(patience = 60_000) {
	const store = new TileStore(meta, root, `http://127.0.0.1:${port()}/t`, {
		onchange: () => waiting.forEach((check) => check()),
		patience,
		pause: 20
	});
	stores.push(store);
	return store;
}
const waiting = new Set<() => void>();
const until = (true_: () => boolean) =>
	new Promise<void>((done) => {
		const check = () => true_() && (waiting.delete(check), done());
		waiting.add(check);
		check();
	});

describe('a tile that is wanted', () => {
	it('comes, and is asked for once', async () => {
		const store = open();
		store.want([key]);
		store.want([key]);
		expect(store.missing()).toMatchObject([{ key, busy: true, tries: 1 }]);
		await until(() => !!store.lookup(kid));
		expect(store.lookup(kid)).toEqual(tiles.get(key));
		expect(store.missing()).toEqual([]);
		expect(store.version()).toBe(1);
		store.want([key]);
		expect(asked).toHaveLength(1);
	});

	const wrong = (change: (tile: Tile) => void): Answer => {
		const tile = structuredClone(tiles.get(key)!);
		change(tile);
		return (response) => response.end(JSON.stringify(tile));
	};
	const faults: [string, string, Answer][] = [
		['is not there', 'missing', (response) => response.writeHead(404).end('<h1>no</h1>')],
		['is on a host in trouble', 'unreachable', (response) => response.writeHead(503).end()],
		['is cut off', 'broken', (response, whole) => response.end(whole.slice(0, whole.length / 2))],
		[
			'breaks off under way',
			'unreachable',
			(response, whole) => {
				response.writeHead(200, { 'content-length': whole.length });
				response.write(whole.slice(0, 100), () => response.destroy());
			}
		],
		['does not answer', 'slow', () => undefined],
		['is a page of something else', 'broken', (response) => response.end('<!doctype html><p>Sign in')],
		['has another count', 'broken', wrong((tile) => tile.count++)],
		['counts an event twice', 'broken', wrong((tile) => (tile.cells ? tile.cells[2]++ : tile.events.id.push(9)))],
		['has a link that runs', 'broken', wrong((tile) => (tile.events.url = { 0: 'javascript:alert(1)' }))],
		['has a title that is none', 'broken', wrong((tile) => (tile.events.title = [{}] as never))],
		['has an event of another time', 'broken', wrong((tile) => (tile.events.at[0] = -5))]
	];
	it.each(faults)('and %s is told as %s and tried again', async (_, fault, answer) => {
		answers = [answer, right];
		const store = open(fault === 'slow' ? 1000 : undefined);
		store.want([key]);
		await until(() => store.missing()[0]?.fault !== undefined);
		expect(store.missing()).toMatchObject([{ key, fault, busy: false, tries: 1 }]);
		expect(store.missing()[0].detail).toContain(String(kid.index));
		expect(store.lookup(kid)).toBeUndefined();
		await until(() => !!store.lookup(kid));
		expect(store.lookup(kid)).toEqual(tiles.get(key));
		expect(asked).toHaveLength(2);
	});

	it('and stays wrong is tried with growing pauses, and at once when the reader asks', async () => {
		answers = [(response) => response.writeHead(404).end()];
		const store = open();
		store.want([key]);
		await until(() => (store.missing()[0]?.tries ?? 0) >= 4 && !store.missing()[0].busy);
		// Pauses of 20, 40 and 80 ms have passed; the next one is 160 ms.
		const before = asked.length;
		answers = [right];
		store.retry();
		await until(() => !!store.lookup(kid));
		expect(asked.length).toBe(before + 1);
	});

	it('and no longer wanted is let go', async () => {
		const closed = new Promise<void>((done) => {
			answers = [(response) => response.on('close', () => done())];
		});
		const store = open();
		store.want([key]);
		await vi.waitUntil(() => asked.length, { timeout: 60_000 });
		store.want([]);
		expect(store.missing()).toEqual([]);
		await closed;
		expect(store.lookup(kid)).toBeUndefined();
	});

	it('keeps what is here while the host is gone', async () => {
		const store = open();
		store.want([key]);
		await until(() => !!store.lookup(kid));
		const other = [0, 1, 2, 3].find((q) => q !== quarter && root.kids![q] > 0)!;
		const otherKey = tileKey(kidOf(rootId, other));
		const at = port();
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
		store.want([otherKey]);
		await until(() => store.missing()[0]?.fault !== undefined);
		expect(store.missing()).toMatchObject([{ key: otherKey, fault: 'unreachable' }]);
		expect(store.lookup(kid)).toEqual(tiles.get(key));
		await new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
		await until(() => !!store.lookup(kidOf(rootId, other)));
		expect(store.missing()).toEqual([]);
	});

	it('that no parent speaks of is not asked for', async () => {
		const store = open();
		store.want(['3/1']);
		await until(() => store.missing()[0]?.fault === 'broken');
		expect(asked).toEqual([]);
	});
});
