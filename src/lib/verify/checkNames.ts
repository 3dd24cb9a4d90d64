/** Checks the names of an entry and in its texts against the paragraphs that it cites. */
import type { Actor, Text } from '../story/model.ts';
import type { Entry, Path } from './entry.ts';
import { mentionsOf } from './mentions.ts';
import { misspelt, nearestName } from './near.ts';
import { placeOf, placeWords } from './places.ts';
import { capitals, foreign, hasWord, isAcronym, type Proper } from './proper.ts';
import { isHeadline } from './names.ts';
import { located, primary, type Hit } from './scope.ts';
import { shareSubject, subjectsIn, type Subject } from './subjects.ts';
import { readTold, writtenAt, type Told } from './told.ts';
import { paragraphsInWords } from './words.ts';

/** An actor that an entry lists must be named there, under any of its names or through a member. */
export function actor(entry: Entry, id: string, path: Path, aspect: 'name' | 'speaker' = 'name'): void {
	const { names } = entry.shared;
	let first: { hit: Hit; message?: string } | null = null;
	for (const scope of entry.scopes)
		for (const paragraph of scope.paragraphs) {
			const found = names.findFamily(id, paragraph.normal.text, mentionsOf(scope.library, names).saysWhole(id));
			if (!found) continue;
			if (scope.cited) scope.support.add(paragraph.number);
			const own = found.actor.id === id;
			const hit = { scope, paragraph, start: found.start, end: found.end };
			if (!first || (own && first.message))
				first = { hit, message: own ? undefined : `through its member ${found.actor.id}` };
			if (!scope.cited) break;
		}
	if (first) {
		const { hit, message } = first;
		entry.claim(aspect, path, id, { verdict: 'found', ...located(hit), ...(message && { message }) });
		return;
	}
	const forms = [...new Set(Object.values(names.get(id).name))].join(' or ');
	entry.claim(aspect, path, id, {
		verdict: 'missing',
		message: `${entry.say('does', 'do')} not name ${forms}.${elsewhere(entry, names.formsOf(id)) ?? ' Cite where it stands, add an alias, or leave it out.'}`
	});
}

/** Where else in the cited sources a name stands, as a sentence. */
function elsewhere(entry: Entry, forms: readonly string[]): string | undefined {
	for (const form of forms)
		for (const { library } of entry.scopes) {
			const paragraph = library.anywhere(form);
			if (paragraph && !entry.cited.includes(paragraph.number))
				return ` Paragraph ${paragraph.number} does: cite it, or leave the name out.`;
		}
}

export interface NamesWanted {
	path: Path;
	/** Actors that the text may name besides those in the cited paragraphs. */
	actors?: readonly string[];
	/** Names of actors of these kinds have to be listed in `actors`. */
	kinds?: readonly Actor['kind'][];
	/** The text may speak of things that are not in the source: only misspelt names are wrong. */
	loose?: boolean;
	/** The text is Markdown. */
	markdown?: boolean;
}

/** Everyone and everything named in a text in the story’s own words must stand in the cited paragraphs. */
export function names(entry: Entry, texts: Text | undefined, wanted: NamesWanted): void {
	for (const [language, text] of Object.entries(texts ?? {})) {
		const told = readTold(text, { markdown: wanted.markdown });
		new NameCheck(entry, told, language, wanted).run();
	}
}

class NameCheck {
	private readonly text: string;
	private readonly path: Path;

	constructor(
		private readonly entry: Entry,
		private readonly told: Told,
		private readonly language: string,
		private readonly wanted: NamesWanted
	) {
		this.text = told.normal.text;
		this.path = [...wanted.path, language];
	}

	run(): void {
		const { entry } = this;
		const { names } = entry.shared;
		const { actors, kinds, loose } = this.wanted;
		const subjects = subjectsIn(this.text, names);
		const said = new Set<string>();
		for (const subject of subjects) {
			const { ids, name, start, end } = subject;
			if (said.has(ids[0])) continue;
			said.add(ids[0]);
			const known = names.get(ids[0]) as Actor | undefined;
			const isListed =
				actors?.some((id) => ids.some((one) => entry.shared.sides.get(id)?.includes(one))) ||
				actors?.some((id) => id === ids[0] || names.isMember(id, ids[0]) || names.isMember(ids[0], id));
			if (
				known &&
				kinds?.includes(known.kind) &&
				actors &&
				!actors.some((id) => id === known.id || names.isMember(id, known.id))
			)
				this.missing(name, start, end, `${known.id} is not among its actors. Add it, or name somebody else.`);
			else if (!loose && !isListed && !this.isThere(subject))
				this.missing(
					name,
					start,
					end,
					`${this.entry.say('does', 'do')} not name ${this.shown(start, end)}.${known ? (elsewhere(this.entry, names.formsOf(known.id)) ?? '') : ''}`
				);
		}
		const isKnown = (start: number, end: number) => subjects.some((one) => one.start < end && start < one.end);
		if (this.language.startsWith('zh')) this.chinese(subjects, isKnown);
		else if (this.language.startsWith('en')) this.english(isKnown);
	}

	private shown(start: number, end: number): string {
		return this.told.written.slice(...writtenAt(this.told, start, end));
	}

	private missing(value: string, start: number, end: number, message: string): void {
		this.entry.claim('name', this.path, value, {
			verdict: 'missing',
			message,
			range: writtenAt(this.told, start, end)
		});
	}

	private ask(value: string, start: number, end: number, message: string): void {
		this.entry.sense(this.path, value, writtenAt(this.told, start, end), message);
	}

	/** Do the cited paragraphs name the country that a name in this language stands for? */
	private isCited(name: string): boolean {
		const place = placeOf(name);
		return place !== undefined && this.isThere({ ids: [`place:${place}`], name, start: 0, end: 0 });
	}

	private isThere(subject: Subject): boolean {
		const { names } = this.entry.shared;
		return this.entry.scopes.some((scope) =>
			scope.paragraphs.some((paragraph) =>
				shareSubject([subject], mentionsOf(scope.library, names).subjectsOf(paragraph))
			)
		);
	}

	private english(isKnown: (start: number, end: number) => boolean): void {
		const headline = isHeadline(this.text);
		for (const proper of capitals(this.text)) {
			if (isKnown(proper.start, proper.end)) continue;
			this.unknown(proper, proper.first || headline, headline);
		}
	}

	private chinese(subjects: readonly Subject[], isKnown: (start: number, end: number) => boolean): void {
		const { names } = this.entry.shared;
		for (const proper of foreign(this.text)) if (!isKnown(proper.start, proper.end)) this.unknown(proper, false, false);
		const inSource = (words: string) => this.entry.scopes.some(({ library }) => library.anywhere(words) !== null);
		for (const { start, end, name } of misspelt(this.text, names.chinese, inSource)) {
			// 电灯公司 may be a name by itself, or part of a longer one that is misspelt.
			const known = subjects.filter((one) => one.start < end && start < one.end);
			if (known.some((one) => one.start < start || one.end > end || one.end - one.start >= end - start)) continue;
			this.missing(
				this.text.slice(start, end),
				start,
				end,
				`${this.shown(start, end)} is no name that the story knows. Did you mean ${name}?`
			);
		}
	}

	/**
	 * May a capitalised word at the beginning of a sentence be an ordinary word, though it is nearly a name? It is taken
	 * as the name if the rest of that name follows, or if the text names that actor or country nowhere else.
	 */
	private isWord(text: string, end: number, meant: string): boolean {
		const { names } = this.entry.shared;
		const next = /^ (\p{Lu}[\p{L}'-]*)/u.exec(this.text.slice(end, end + 40))?.[1]?.replace(/'s?$/, '');
		const owners = names.actors.filter(({ id }) =>
			names.formsOf(id).some((form) => form.split(/[ ·]/).includes(meant))
		);
		if (/^(?:'s|:)/.test(this.text.slice(end, end + 2)) || /\p{Ll}\p{Lu}/u.test(text)) return false;
		if (next && owners.some(({ id }) => names.formsOf(id).some((form) => form.includes(`${meant} ${next}`))))
			return false;
		// The country that the source speaks of, and that the text names nowhere else.
		if (this.isCited(meant) && !subjectsIn(this.text, names).some(({ ids }) => ids.includes(`place:${placeOf(meant)}`)))
			return false;
		const { actors } = this.wanted;
		const listed = owners.filter(
			({ id }) => !actors || actors.some((one) => one === id || names.isMember(one, id) || names.isMember(id, one))
		);
		return listed.length === 0 || listed.some(({ id }) => names.find(id, this.text, true) !== null);
	}

	/** A name of no actor and no country. @param plain whether capitals mark no names there */
	private unknown({ text, start, end, first }: Proper, plain: boolean, headline: boolean): void {
		const { entry } = this;
		if (
			entry.scopes.some((scope) =>
				scope.paragraphs.some((paragraph) => hasWord(scope.library.wordsIn(paragraph), text))
			)
		)
			return;
		if (entry.scopes.some((scope) => scope.paragraphs.some((paragraph) => paragraph.normal.text.includes(text))))
			return;
		if (placeOf(text)) return;
		const lower = text.toLowerCase();
		const libraries = [...new Set(entry.scopes.map(({ library }) => library))];
		const { names } = entry.shared;
		const isWritten = libraries.some(({ vocabulary: { small } }) => small.has(lower)) || entry.shared.small.has(lower);
		if (plain && isWritten) return;
		const isName = names.isForm(text) || libraries.some(({ vocabulary: { capital } }) => capital.has(text));
		const say = (message: string) => this.missing(text, start, end, message);
		if (!isName) {
			const lists = [names.parts, placeWords(), ...(plain ? [] : libraries.map(({ vocabulary }) => vocabulary.names))];
			const meant = text.length > 3 && /^\p{sc=Latin}/u.test(text) ? nearestName(text, lists) : null;
			const isWord = meant !== null && first && this.isWord(text, end, meant);
			if (meant && !isWord && !(headline && text.length < 6))
				return say(`${entry.say('does', 'do')} not name ${text}. Did you mean ${meant}?`);
			// Sales and Wales: an ordinary word not seen before, or the country that the source speaks of.
			if (meant && isWord && this.isCited(meant))
				this.ask(text, start, end, `Is ${text} a word, or is ${meant} meant?`);
		}
		if (plain || this.wanted.loose) return;
		const short = entry.scopes.filter(({ paragraphs }) => paragraphs.length < 200).flatMap((scope) => scope.paragraphs);
		if (short.some(({ normal }) => normal.text.length < 20_000 && isAcronym(text, normal.text))) return;
		const same = libraries.some(({ language }) => primary(language) === primary(this.language));
		if (same && !isName) say(`${entry.say('does', 'do')} not name ${text}. Correct it, or cite where it stands.`);
		else if (same)
			say(
				`${entry.say('does', 'do')} not name ${text}.${elsewhere(entry, [text]) ?? ' Cite where it stands, or leave it out.'}`
			);
		else
			this.ask(text, start, end, `Is ${text} named in ${paragraphs(entry)}? No list knows the name in both languages.`);
	}
}

export const paragraphs = (entry: Entry) => (entry.cited.length ? paragraphsInWords(entry.cited) : 'the source');
