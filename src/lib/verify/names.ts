/** Finds the names of actors in a text. */
import type { Actor } from '../story/model.ts';
import { normalise } from './normalise.ts';
import { placeOf, places } from './places.ts';

export interface NameFound {
	actor: Actor;
	form: string;
	/** Position in the normal form, [start, end). */
	start: number;
	end: number;
}

const latin = /[\p{L}\p{N}]/u;
const unspaced = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}/u;
const isWord = (character: string | undefined) =>
	character !== undefined && latin.test(character) && !unspaced.test(character);

/** In scripts with spaces, a name must not stand within another word: Meta is not in metal. */
function standsAlone(text: string, start: number, end: number): boolean {
	const open = isWord(text[start - 1]) && isWord(text[start]);
	const close = isWord(text[end]) && isWord(text[end - 1]);
	// A version may follow a model’s name directly: Qwen3, Grok5, Wan2.2.
	return !open && !(close && !(/\d/.test(text[end]) && !/\d/.test(text[end - 1])));
}

/** Words that may stand before a surname and are not part of another name. */
const titles = new Set(
	'mr mrs ms miss mx dr doctor prof professor president senator congressman congresswoman representative sir dame lord lady king queen prince princess captain general colonel major admiral lieutenant sergeant judge justice governor mayor chancellor minister premier secretary director chairman chairwoman chair chief founder ceo cto cfo inspector engineer inventor architect editor reporter historian father mother brother sister saint st pope bishop rev reverend rabbi imam uncle aunt old young late both and but when while where if as the a an in of on at by for from with to that this his her their its before after since until then so because although though even only like unlike among between against says said asked told'.split(
		' '
	)
);
const suffix = /,? (?:Jr|Sr|II|III|IV)\.?$/;
/** UTF-16 units on either side of a surname that are searched for another part of a longer name. */
const beside = 32;

/** “Sam Altman” → Altman, 山姆·奥特曼 → 奥特曼; undefined for a name of one part. */
function surnameOf(name: string): string | undefined {
	const parts = name.replace(suffix, '').split(/[ ·]/);
	const last = parts.at(-1)!;
	return parts.length > 1 &&
		parts.length < 6 &&
		last.length > (unspaced.test(last) ? 1 : 2) &&
		/^\p{Lu}|\p{sc=Han}/u.test(last)
		? last
		: undefined;
}

/** Is a line capitalised like a headline? Then a capital does not mark a name. */
export function isHeadline(text: string): boolean {
	const words = text.match(/(?<![\p{L}])[\p{L}']{4,}/gu)?.slice(0, 40) ?? [];
	return (
		words.length > 2 &&
		words.every(
			(word) =>
				/^\p{Lu}/u.test(word) ||
				/^(?:about|after|against|before|between|from|into|over|than|that|this|under|when|with|without)$/.test(word)
		)
	);
}

const latest = new Map<string, Names>();

/** The names of a story’s actors. What was read with them is reused for the story’s next draft. */
export function namesOf(actors: readonly Actor[]): Names {
	const key = JSON.stringify(
		actors.map(({ id, kind, name, aliases, memberOf }) => [id, kind, name, aliases, memberOf])
	);
	let names = latest.get(key);
	if (!names) {
		names = new Names(actors);
		if (latest.size > 8) latest.clear();
		latest.set(key, names);
	}
	return names;
}

export class Names {
	/** For each actor its names in every language and its aliases, in normal form, the longest first. */
	private readonly forms = new Map<string, string[]>();
	/** For each person the surnames that are nobody else’s name. */
	private readonly surnames = new Map<string, string[]>();
	private readonly byId: Map<string, Actor>;
	private readonly regions = new Map<string, string[]>();

	constructor(readonly actors: readonly Actor[]) {
		this.byId = new Map(actors.map((actor) => [actor.id, actor]));
		const surnames = new Map<string, string[]>();
		for (const actor of actors) {
			const all = [...Object.values(actor.name), ...(actor.aliases ?? [])];
			const normal = new Set(all.map((name) => normalise(name).text).filter((name) => name !== ''));
			this.forms.set(
				actor.id,
				[...normal].sort((a, b) => b.length - a.length)
			);
			if (actor.kind !== 'person') continue;
			for (const surname of new Set([...normal].flatMap((name) => surnameOf(name) ?? [])))
				if (!placeOf(surname)) surnames.set(surname, [...(surnames.get(surname) ?? []), actor.id]);
		}
		const forms = new Set([...this.forms.values()].flat());
		for (const [surname, [id, ...more]] of surnames)
			if (more.length === 0 && !forms.has(surname)) this.surnames.set(id, [...(this.surnames.get(id) ?? []), surname]);
	}

	get(id: string): Actor {
		return this.byId.get(id)!;
	}

	/** Is it a person or a company, rather than a country or group? @param id an actor’s, or also a place’s */
	acts(id: string): boolean {
		return /^(?:person|company)$/.test(this.byId.get(id)?.kind ?? '');
	}

	formsOf(id: string): readonly string[] {
		return this.forms.get(id) ?? [];
	}

	surnamesOf(id: string): readonly string[] {
		return this.surnames.get(id) ?? [];
	}

	/** Does one belong to the other group, directly or through others? */
	isMember(member: string, group: string): boolean {
		const seen = new Set<string>();
		for (let at = this.byId.get(member)?.memberOf; at && !seen.has(at); at = this.byId.get(at)?.memberOf) {
			if (at === group) return true;
			seen.add(at);
		}
		return false;
	}

	/** Countries in an actor’s names: US for 美国 and “US model makers”. */
	placesOf(id: string): readonly string[] {
		let found = this.regions.get(id);
		if (!found) {
			found = [...new Set(this.formsOf(id).flatMap((form) => places(form).map((place) => place.id)))];
			this.regions.set(id, found);
		}
		return found;
	}

	/** The first mention of the actor, under its longest name there. @param surname accept the surname alone */
	find(id: string, text: string, surname = false): NameFound | null {
		for (const form of this.formsOf(id))
			for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
				if (this.names(id, form, text, at)) return { actor: this.get(id), form, start: at, end: at + form.length };
		if (surname)
			for (const form of this.surnamesOf(id))
				for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
					if (this.names(id, form, text, at)) return { actor: this.get(id), form, start: at, end: at + form.length };
		return null;
	}

	/** The same, or the first mention of a member. */
	findFamily(id: string, text: string, surname = false): NameFound | null {
		const own = this.find(id, text, surname);
		if (own) return own;
		for (const { id: member } of this.actors)
			if (this.isMember(member, id)) {
				const found = this.find(member, text, surname);
				if (found) return found;
			}
		return null;
	}

	/**
	 * Everybody who is named, in the order of the text; of nested names only the longest.
	 * @param surnames whose surname is enough by itself: people whose full name was given
	 */
	all(text: string, surnames: (id: string) => boolean = () => false): NameFound[] {
		const found: NameFound[] = [];
		for (const actor of this.actors) {
			const { id } = actor;
			const forms =
				this.surnames.has(id) && surnames(id) ? [...this.formsOf(id), ...this.surnamesOf(id)] : this.formsOf(id);
			for (const form of forms)
				for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
					if (this.names(id, form, text, at)) found.push({ actor, form, start: at, end: at + form.length });
		}
		found.sort((a, b) => a.start - b.start || b.end - a.end);
		let until = 0;
		return found.filter(({ start, end }) => start >= until && ((until = end), true));
	}

	/** Does a form at this position name the actor: as a whole word, and not as a part of another’s name? */
	private names(id: string, form: string, text: string, at: number): boolean {
		const end = at + form.length;
		if (!standsAlone(text, at, end)) return false;
		if (this.get(id).kind !== 'person' || form.includes(' ') || !/^\p{Lu}\p{Ll}+$/u.test(form)) return true;
		const [left, right] = [text.slice(Math.max(0, at - beside), at), text.slice(end, end + beside)];
		const before = /(?<![\p{L}\p{N}'])(\p{Lu}[\p{L}'-]*\.?) $/u.exec(left)?.[1];
		const after = /^ (\p{Lu}[\p{L}'-]*)/u.exec(right)?.[1];
		if (!before && !after) return true;
		const isOwn = (word: string) => this.formsOf(id).some((own) => own.split(' ').includes(word));
		const isOther = (word: string | undefined) =>
			word !== undefined &&
			/^\p{Lu}\p{Ll}/u.test(word) &&
			!/'s?$/.test(word) &&
			!titles.has(word.toLowerCase().replace('.', '')) &&
			!isOwn(word) &&
			!placeOf(word);
		if (!isOther(before) && !isOther(after)) return true;
		// “Nvidia Huang”, “Altman Airbnb”: another actor’s name beside it does not belong to this one.
		const known = (word: string | undefined) => word === undefined || !isOther(word) || this.isForm(word);
		return (known(before) && known(after)) || isHeadline(`${left}${form}${right}`);
	}

	private words: Set<string> | undefined;

	private han: string[] | undefined;

	/** Names and surnames of people and companies. */
	get chinese(): readonly string[] {
		return (this.han ??= this.actors
			.filter(({ kind }) => kind === 'person' || kind === 'company')
			.flatMap(({ id }) => [...this.formsOf(id), ...this.surnamesOf(id)]));
	}

	/** Every name, and every word in one. */
	get parts(): ReadonlySet<string> {
		return (this.words ??= new Set([...this.forms.values()].flat().flatMap((form) => [form, ...form.split(/[ ·]/)])));
	}

	isForm(word: string): boolean {
		return this.parts.has(word);
	}
}
