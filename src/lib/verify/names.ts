/** Names of actors in a text. */
import type { Actor } from '../story/model.ts';
import { normalise } from './normalise.ts';

export interface NameFound {
	actor: Actor;
	form: string;
	/** In the normal form, [start, end). */
	start: number;
	end: number;
}

const latin = /[\p{L}\p{N}]/u;
const unspaced = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}/u;
const isWord = (character: string | undefined) =>
	character !== undefined && latin.test(character) && !unspaced.test(character);

/** A word of a script with spaces must not stand within another one: Meta is not in metal. */
function standsAlone(text: string, start: number, end: number): boolean {
	const open = isWord(text[start - 1]) && isWord(text[start]);
	const close = isWord(text[end]) && isWord(text[end - 1]);
	// Model names run on in digits: Qwen3, Grok5, Wan2.2.
	return !open && !(close && !(/\d/.test(text[end]) && !/\d/.test(text[end - 1])));
}

export class Names {
	/** Per actor its names in every language and its aliases, in normal form, the longest first. */
	private readonly forms = new Map<string, string[]>();
	private readonly byId: Map<string, Actor>;

	constructor(private readonly actors: readonly Actor[]) {
		this.byId = new Map(actors.map((actor) => [actor.id, actor]));
		for (const actor of actors) {
			const all = [...Object.values(actor.name), ...(actor.aliases ?? [])];
			const normal = new Set(all.map((name) => normalise(name).text).filter((name) => name !== ''));
			this.forms.set(
				actor.id,
				[...normal].sort((a, b) => b.length - a.length)
			);
		}
	}

	get(id: string): Actor {
		return this.byId.get(id)!;
	}

	/** Is one the group that the other belongs to, at any remove? */
	isMember(member: string, group: string): boolean {
		const seen = new Set<string>();
		for (let at = this.byId.get(member)?.memberOf; at && !seen.has(at); at = this.byId.get(at)?.memberOf) {
			if (at === group) return true;
			seen.add(at);
		}
		return false;
	}

	/** Where the actor is named first, under its longest name there. */
	find(id: string, text: string): NameFound | null {
		for (const form of this.forms.get(id) ?? [])
			for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
				if (standsAlone(text, at, at + form.length))
					return { actor: this.get(id), form, start: at, end: at + form.length };
		return null;
	}

	/** The same, or where one of its members is named. */
	findFamily(id: string, text: string): NameFound | null {
		const own = this.find(id, text);
		if (own) return own;
		for (const { id: member } of this.actors)
			if (this.isMember(member, id)) {
				const found = this.find(member, text);
				if (found) return found;
			}
		return null;
	}

	/** Everybody named, in the order of the text; of names within names only the longest. */
	all(text: string): NameFound[] {
		const found: NameFound[] = [];
		for (const actor of this.actors)
			for (const form of this.forms.get(actor.id)!)
				for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
					if (standsAlone(text, at, at + form.length)) found.push({ actor, form, start: at, end: at + form.length });
		found.sort((a, b) => a.start - b.start || b.end - a.end);
		let until = 0;
		return found.filter(({ start, end }) => start >= until && ((until = end), true));
	}
}
