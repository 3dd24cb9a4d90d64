/**
 * Stories kept for reading without a network. Each version of a story is a set, a cache of its own: its page, its
 * explorer and all that they load. A set is used only once it is complete, so that no page is ever met by scripts, fonts
 * or data of another version. The set’s list, put in last, marks it as complete.
 */

/** `<story>/offline.json`, written by the build. */
export interface OfflineList {
	/** Hash of all files of the set; both pages carry it in their head. */
	version: string;
	title: string;
	lang: string;
	/** Paths on the host. */
	files: string[];
}

export interface OfflineSet {
	/** Name of its cache. */
	name: string;
	/** Path of the story’s page. */
	home: string;
	/** null while it is incomplete. */
	list: OfflineList | null;
	/** Time of the last use, ms since 1970; 0 while it is incomplete. */
	used: number;
}

/** Stories read last are kept: 1 to 2 MB each, so at most about 20 MB. */
export const mostStories = 10;

const prefix = 'throughline-story';
const usedHeader = 'x-used';
/** Fetched at once, beside what the page itself is loading. */
const atOnce = 4;

const nameOf = (home: string, version: string) => `${prefix} ${version} ${home}`;
const listOf = (home: string) => `${home}/offline.json`;
const lasting = (path: string) => path.includes('/_app/immutable/');

/** @returns every set, those used last first */
export async function allSets(): Promise<OfflineSet[]> {
	const names = (await caches.keys()).filter((name) => name.startsWith(`${prefix} `));
	const sets = names.map(async (name): Promise<OfflineSet> => {
		const home = name.split(' ')[2];
		const kept = await caches.match(listOf(home), { cacheName: name });
		return { name, home, list: kept ? await kept.json() : null, used: Number(kept?.headers.get(usedHeader) ?? 0) };
	});
	return (await Promise.all(sets)).sort((a, b) => b.used - a.used);
}

/** @returns the set to show the story from, if there is one */
export const setOf = async (home: string): Promise<OfflineSet | undefined> =>
	(await allSets()).find((set) => set.list && set.home === home);

/** Marks a complete set as used now. */
export async function use(home: string, list: OfflineList): Promise<void> {
	const cache = await caches.open(nameOf(home, list.version));
	await cache.put(listOf(home), new Response(JSON.stringify(list), { headers: { [usedHeader]: String(Date.now()) } }));
}

/** Deletes all versions of a story that is no longer on the site. */
export async function forget(home: string): Promise<void> {
	for (const set of await allSets()) if (set.home === home) await caches.delete(set.name);
}

/** Names of the sets that are being filled by this worker. */
const filling = new Set<string>();

/**
 * Keeps the story as the host has it now, and deletes what is no longer needed.
 *
 * @param home path of its page
 * @param shown version of the page that asks
 * @param open paths of the stories that other pages show
 * @returns whether the host has another version than the page that asks
 * @throws where the host or the storage does not provide all of it; it is completed the next time
 */
export async function keep(home: string, shown: string, open: readonly string[]): Promise<boolean> {
	const list: OfflineList = await (await answer(listOf(home), () => forget(home))).json();
	const name = nameOf(home, list.version);
	const newer = list.version !== shown;
	filling.add(name);
	try {
		const cache = await caches.open(name);
		if (!(await cache.match(listOf(home)))) await fill(cache, home, list);
		await use(home, list);
	} finally {
		filling.delete(name);
	}
	const busy = new Set(newer ? [...open, home] : open);
	for (const one of surplus(await allSets(), busy, filling)) await caches.delete(one);
	return newer;
}

/**
 * Which sets go: older versions of a story, stories beyond the limit, and what was left incomplete; but none of a story
 * that is open elsewhere or in an older version, whose page may still ask for its scripts.
 *
 * @param sets those used last first
 * @param busy paths of stories
 * @param filling names of sets
 */
export function surplus(
	sets: readonly Pick<OfflineSet, 'name' | 'home' | 'used'>[],
	busy: ReadonlySet<string>,
	filling: ReadonlySet<string>,
	most = mostStories
): string[] {
	const stay = new Set<string>();
	return sets
		.filter(({ name, home, used }) => {
			if (filling.has(name)) return false;
			const stays = used > 0 && !stay.has(home) && stay.size < most;
			if (stays) stay.add(home);
			return !stays && !busy.has(home);
		})
		.map(({ name }) => name);
}

async function fill(cache: Cache, home: string, { files, version }: OfflineList): Promise<void> {
	const rest = files.values();
	const some = async () => {
		for (const path of rest) {
			if (await cache.match(path)) continue;
			const kept = lasting(path) ? await caches.match(path) : undefined;
			await cache.put(path, kept ?? (await checked(path, home, version)));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, some));
}

/** @throws where a page is of another version: the host is being changed at this moment */
async function checked(path: string, home: string, version: string): Promise<Response> {
	const response = await answer(path);
	if (path !== home && path !== `${home}/explore`) return response;
	const html = await response.text();
	if (!html.includes(version)) throw new Error(`${path} is of another version`);
	return new Response(html, { headers: response.headers });
}

/**
 * @param gone what to do where the host says that there is no such file
 * @throws where it does not come
 */
async function answer(path: string, gone?: () => Promise<void>): Promise<Response> {
	const response = await fetch(path, { cache: lasting(path) ? 'default' : 'no-cache' });
	if (response.status === 404) await gone?.();
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	// A redirected response cannot be shown as a page.
	return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}
