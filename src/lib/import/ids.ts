/** Ids of a story (schema.ts) from whatever a file calls things. */

const valid = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longest = 60;

/** “Café de l’Été” → cafe-de-l-ete; empty where nothing of it is Latin or a digit. */
export function slug(text: string): string {
	const words = text
		.slice(0, 200)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	return (words ?? []).join('-').slice(0, longest).replace(/-$/, '');
}

/** The id as a file has it. Our own exports write kind and id, `event-chatgpt`; `chatgpt` is the event’s. */
export const idOf = (written: string, own: boolean): string | undefined =>
	(own ? written.replace(/^event-/, '') : written) || undefined;

/** Gives each thing an id of its own. */
export class Ids {
	private readonly taken = new Set<string>();
	/** The number to try next, by what it follows: a thousand of one name take no thousand tries each. */
	private readonly next = new Map<string, number>();

	/** @param kind begins the id of what has no Latin name: `event-1` */
	constructor(private readonly kind: string) {}

	/** Takes the id as it is, if it is one and free. */
	claim(id: string): boolean {
		if (!valid.test(id) || this.taken.has(id)) return false;
		this.taken.add(id);
		return true;
	}

	/** An id like the first of the names that gives one. */
	like(...names: (string | undefined)[]): string {
		const wanted = names.map((name) => slug(name ?? '')).find(Boolean);
		if (wanted && this.claim(wanted)) return wanted;
		const base = wanted ?? this.kind;
		for (let n = this.next.get(base) ?? (wanted ? 2 : 1); ; n++)
			if (this.claim(`${base}-${n}`)) {
				this.next.set(base, n + 1);
				return `${base}-${n}`;
			}
	}
}
