/** Ids for a story (schema.ts), made from names and ids in a file. */

const valid = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longest = 60;

/** “Café de l’Été” → cafe-de-l-ete; empty where the text has no Latin letters and no digits. */
export function slug(text: string): string {
	const words = text
		.slice(0, 200)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	return (words ?? []).join('-').slice(0, longest).replace(/-$/, '');
}

/** The id from a file. Throughline’s own exports put the kind before it: `event-chatgpt` stands for `chatgpt`. */
export const idOf = (written: string, own: boolean): string | undefined =>
	(own ? written.replace(/^event-/, '') : written) || undefined;

/** Assigns unique ids. */
export class Ids {
	private readonly taken = new Set<string>();
	/** The next number to try for each base, so that many items of the same name are fast. */
	private readonly next = new Map<string, number>();

	/** @param kind base of the id where a name has no Latin letters: `event-1` */
	constructor(private readonly kind: string) {}

	/** Takes the id unchanged, if it is valid and free. */
	claim(id: string): boolean {
		if (!valid.test(id) || this.taken.has(id)) return false;
		this.taken.add(id);
		return true;
	}

	/** An id made from the first name that gives one. */
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
