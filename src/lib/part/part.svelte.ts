/**
 * A part of the page that comes when it is asked for: whether it is here, on its way, or did not come. What did not come
 * is asked for again when the reader asks, and when the network is back. All parts of all pages are such.
 */

/** missing: the host cannot be reached; changed: it answers, and the part does not come all the same. */
export type Lack = 'missing' | 'changed';

/** Whatever it is that comes. */
export type AnyPart = Pick<Part<unknown>, 'name' | 'busy' | 'lack' | 'ask' | 'drop'>;

declare global {
	/** Put behind the addresses of scripts (vite.config.ts): a browser may keep that one did not come. */
	var anew: string;
}

// A sheet that did not come would be taken for one that is here.
if (globalThis.document)
	addEventListener('error', ({ target }) => target instanceof HTMLLinkElement && target.remove(), true);

const hostAnswers = () =>
	fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
		({ ok }) => ok,
		() => false
	);

export class Part<T> {
	/** For readers. */
	readonly name: string;
	/** null until it is here. */
	here = $state.raw<T | null>(null);
	busy = $state(false);
	/** Of the last try. */
	lack = $state<Lack | null>(null);
	error: unknown;

	readonly #load: () => Promise<T>;
	readonly #onend: ((part: Part<T>) => unknown) | undefined;

	/** @param onend called after each try */
	constructor(name: string, load: () => Promise<T>, onend?: (part: Part<T>) => unknown) {
		this.name = name;
		this.#load = load;
		this.#onend = onend;
	}

	/** Comes back when the try is over, whatever came of it. */
	ask = async (): Promise<void> => {
		if (this.here !== null || this.busy) return;
		this.busy = true;
		try {
			this.here = await this.#load().catch(async (error: unknown) => {
				if (!(await hostAnswers())) throw error;
				globalThis.anew = `?${Date.now()}`;
				return this.#load().catch((error: unknown) => {
					this.lack = 'changed';
					throw error;
				});
			});
			this.lack = null;
		} catch (error) {
			this.error = error;
			this.lack ??= 'missing';
			addEventListener('online', this.ask, { once: true });
		}
		globalThis.anew = '';
		this.busy = false;
		this.#onend?.(this);
	};

	/** Nobody waits for it any more. */
	drop(): void {
		removeEventListener('online', this.ask);
		this.lack = null;
	}
}
