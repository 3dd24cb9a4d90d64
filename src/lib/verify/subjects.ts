/** Finds what a clause speaks about: actors, countries, and words that distinguish it from others. */
import type { Names } from './names.ts';
import { placeName, places } from './places.ts';
import { memoiseByObject, memoiseByText } from './remember.ts';

export interface Subject {
	/** An actor, the groups that it belongs to, and countries as `place:JP`. */
	ids: readonly string[];
	/** Name to use in messages. */
	name: string;
	/** Position in the text, [start, end). */
	start: number;
	end: number;
}

/** Subjects in a text of the story itself, where a surname is always enough. */
export const subjectsIn = (text: string, names: Names): readonly Subject[] => told(names)(text);
const told = memoiseByObject((names: Names) => memoiseByText((text) => readSubjects(text, names, () => true)));

/** @param surnames whose surname is enough by itself */
export function readSubjects(text: string, names: Names, surnames: (id: string) => boolean): Subject[] {
	const found: Subject[] = names.all(text, surnames).map(({ actor, form, start, end }) => {
		const groups: string[] = [];
		for (let at = actor.memberOf; at && !groups.includes(at); at = names.get(at)?.memberOf) groups.push(at);
		const countries = actor.kind === 'government' || actor.kind === 'group' ? names.placesOf(actor.id) : [];
		return { ids: [actor.id, ...groups, ...countries.map((id) => `place:${id}`)], name: form, start, end };
	});
	const isFree = (start: number, end: number) => !found.some((one) => one.start < end && start < one.end);
	const free = places(text).filter(({ start, end }) => isFree(start, end));
	return [...found, ...free.map(({ id, start, end }) => ({ ids: [`place:${id}`], name: placeName(id), start, end }))];
}

export const shareSubject = (some: readonly Subject[], others: readonly Subject[]): boolean =>
	some.some(({ ids }) => others.some((other) => other.ids.some((id) => ids.includes(id))));

const common = new Set(
	'about above after again against all also among amid and another any are because been before being below between both but came can could did does doing down during each even ever every few for from further get give given gives goes going had has have having her here him his how into its itself just last later less like made make makes many more most much must near nearly never next not now off only onto other others our out over own per put said same say says see set she should since some still such take taken tell than that the their them then there these they this those though through thus together told too took toward under until upon used uses very was way well went were what when where which while who whole whom whose why will with within without would year years you your number numbers total people time times percent article story source million billion thousand hundred'.split(
		' '
	)
);
const stem = (word: string) =>
	word.length > 4
		? word.replace(/(?:'s|ies|ing|ed|es|s|ly|er|ers|ion|ions)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1')
		: word;
/** Characters that carry no meaning by themselves. */
const particles =
	/[的了在是和与及或把被从到对为以于向而且但也都就还又并个条项家种名位次这那其之有没不已将会能可要让给更最很太说称年月日时人上下中内外前后]/;

/** Words that show what a text is about: stems in English, pairs of characters in Chinese. */
export const contentWords: (text: string) => ReadonlySet<string> = memoiseByText(wordsIn);

function wordsIn(text: string): Set<string> {
	const found = new Set<string>();
	for (const [word] of text.toLowerCase().matchAll(/\p{sc=Latin}[\p{sc=Latin}\p{M}']{2,30}/gu))
		if (!common.has(word)) found.add(stem(word));
	for (const [run] of text.matchAll(/\p{sc=Han}{2,200}/gu))
		for (let at = 0; at + 1 < run.length; at++) {
			const pair = run.slice(at, at + 2);
			if (!particles.test(pair) && !/[零〇一二两三四五六七八九十百千万亿]/.test(pair)) found.add(pair);
		}
	return found;
}
