/** Tiles of tables, kept as they are asked for; those used last stay. */

/** Limits of all tiles together. */
export const limits = { count: 200, bytes: 20e6 };

const name = 'throughline-tiles';

/** The size is in the address under which a tile is kept, so that no tile has to be read to sum them up. */
const keyOf = (url: string, bytes: number) => `${url}?bytes=${bytes}`;
const bytesOf = (key: string) => Number(/\?bytes=(\d+)$/.exec(key)?.[1] ?? 0);

/**
 * Their addresses change with their table (node/tiles/version.ts), so a kept tile is never too old.
 *
 * @param later is given what is still to be done once the tile is here
 * @throws where it is neither kept nor loaded
 */
export async function tile(request: Request, later: (work: Promise<void>) => void): Promise<Response> {
	const cache = await caches.open(name);
	const url = request.url.replace(/[?#].*/, '');
	// A copy that was no valid tile is asked for again with `reload`.
	const kept = request.cache === 'reload' ? undefined : await cache.match(url, { ignoreSearch: true });
	const response = kept ?? (await fetch(request));
	if (response.ok) later(put(cache, url, response.clone()));
	return response;
}

/** Puts a tile at the end: a cache is in the order in which its entries were put in. */
async function put(cache: Cache, url: string, response: Response): Promise<void> {
	const body = await response.blob();
	await cache.delete(url, { ignoreSearch: true });
	await cache.put(keyOf(url, body.size), new Response(body, { headers: response.headers }));
	const keys = (await cache.keys()).map(({ url }) => url);
	for (const key of surplusTiles(keys)) await cache.delete(key);
}

/**
 * @param keys of what is kept, those used last at the end
 * @returns the keys that go
 */
export function surplusTiles(keys: readonly string[], { count, bytes } = limits): string[] {
	let [left, sum] = [0, 0];
	return [...keys].reverse().filter((key) => {
		left++;
		sum += bytesOf(key);
		return left > count || sum > bytes;
	});
}
