/** Checks the names of actors against how their sources spell them. */
import type { Actor } from '../story/model.ts';
import type { Entry, Path } from './entry.ts';
import { nearest, nearestName, slipsIn } from './near.ts';
import { memoiseByObject } from './remember.ts';
import { normal, primary, type Library } from './scope.ts';
import type { Paragraph } from './source.ts';

/** An actor’s names must be spelt as its source spells them. */
export function spelling(entry: Entry, { id, name, aliases = [], kind }: Actor): void {
	if (kind === 'government' || kind === 'group') return;
	const libraries = new Set(entry.scopes.map(({ library }) => library));
	const missing = (form: string, path: Path, message: string) =>
		entry.claim('name', path, form, { verdict: 'missing', message });
	const check = (form: string, path: Path) => {
		const wanted = normal(form);
		const isHan = /\p{sc=Han}/u.test(wanted);
		if ([...libraries].some((library) => library.anywhere(wanted))) return;
		for (const library of libraries) {
			if (isHan !== (primary(library.language) === 'zh') && !/^[\p{sc=Latin}\p{N} .'&-]+$/u.test(wanted)) continue;
			const meant = isHan ? nearestHan(wanted, entry) : nearestLatin(wanted, library, entry);
			// An alias may differ from the form that the source prints, if that form is listed too.
			if (meant && !(path[0] === 'aliases' && entry.shared.names.formsOf(id).includes(meant)))
				return missing(form, path, `The source does not name ${form}. Did you mean ${meant}?`);
		}
		const told = nearestTold(id, wanted, entry);
		if (told) return missing(form, path, `The texts have ${told}, and never ${form}. Correct one of the two.`);
		if (![...libraries].some(({ language }) => isHan === (primary(language) === 'zh')))
			entry.sense(path, form, [0, form.length], `No source has the name in this language. Is it spelt so?`);
	};
	for (const [language, form] of Object.entries(name)) check(form, ['name', language]);
	aliases.forEach((form, i) => check(form, ['aliases', i]));
}

function nearestHan(wanted: string, entry: Entry): string | null {
	for (const scope of entry.scopes)
		for (const { normal } of scope.paragraphs) {
			const [found] = slipsIn(normal.text, [wanted]);
			if (found) return normal.text.slice(found.start, found.end);
		}
	return null;
}

/** A name is spelt right if the source has each of its words, wherever they stand. */
function nearestLatin(wanted: string, { vocabulary: { capital, small } }: Library, { scopes }: Entry): string | null {
	let changed = false;
	const words = wanted.split(' ').map((word) => {
		if (capital.has(word) || small.has(word) || word.length < 4) return word;
		const there = scopes.flatMap((scope) => scope.paragraphs.flatMap((paragraph) => [...capitalsIn(paragraph)]));
		const meant = nearest(word, there);
		changed ||= meant !== null;
		return meant?.name ?? word;
	});
	return changed ? words.join(' ') : null;
}

/** The same, by the capitalised words in the story’s own texts and anywhere in its sources. */
function nearestTold(id: string, wanted: string, { shared: { capital, names }, scopes }: Entry): string | null {
	// It may be similar to another actor’s name.
	const isOther = (word: string) =>
		names.actors.some(
			(one) => one.id !== id && names.formsOf(one.id).some((form) => form.split(/[ ·]/).includes(word))
		);
	const said = [capital, ...scopes.map(({ library }) => library.vocabulary.capital)];
	for (const word of wanted.split(/[ ·]/)) {
		if (word.length < 4 || said.some((words) => words.has(word))) continue;
		const meant = nearestName(word, said);
		if (meant && !isOther(meant)) return meant;
	}
	return null;
}

/** Words of a paragraph that begin with a capital. */
const capitalsIn = memoiseByObject(
	({ normal }: Paragraph) => new Set(normal.text.match(/(?<![\p{sc=Latin}'])\p{Lu}[\p{sc=Latin}\p{N}]{2,}/gu))
);
