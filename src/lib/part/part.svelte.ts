/**
 * A part of a page that is loaded on demand, with its state: here, loading, or failed. A failed part is requested again
 * by the reader, or when the network is back. All parts of all pages use this class.
 */

/** missing: the host cannot be reached; changed: the host answers, but the part cannot be loaded. */
export type Lack = 'missing' | 'changed';

/** A part with any content. */
export type AnyPart = Pick<Part<unknown>, 'name' | 'busy' | 'lack' | 'ask' | 'drop'>;

declare global {
	/** Query appended to the addresses of scripts (vite.config.ts), since a browser may cache a failed load. */
	var anew: string;
}

// A style sheet that failed to load would count as loaded, so it is removed.
if (globalThis.document)
	addEventListener('error', ({ target }) => target instanceof HTMLLinkElement && target.remove(), true);

const hostAnswers = () =>
	fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
		({ ok }) => ok,
		() => false
	);

export class Part<T> {
	/** Name for readers. */
	readonly name: string;
	/** The content; null until it is loaded. */
	here = $state.raw<T | null>(null);
	busy = $state(false);
	/** Why the last attempt failed, if it did. */
	lack = $state<Lack | null>(null);
	error: unknown;

	readonly #load: () => Promise<T>;
	readonly #onend: ((part: Part<T>) => unknown) | undefined;

	/** @param onend called after each attempt */
	constructor(name: string, load: () => Promise<T>, onend?: (part: Part<T>) => unknown) {
		this.name = name;
		this.#load = load;
		this.#onend = onend;
	}

	/** Resolves when the attempt is over, whether or not it succeeded. */
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

	/** Stops further attempts, when the part is no longer needed. */
	drop(): void {
		removeEventListener('online', this.ask);
		this.lack = null;
	}
}
