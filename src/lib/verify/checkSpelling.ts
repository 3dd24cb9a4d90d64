/** The names of actors, held against how their sources spell them. */
import type { Actor } from '../story/model.ts';
import type { Entry, Path } from './entry.ts';
import { nearest, slipsIn } from './near.ts';
import { kept } from './remember.ts';
import { normal, primary, type Library } from './scope.ts';
import type { Paragraph } from './source.ts';

/** The names of an actor are spelt as its source spells them. */
export function spelling(entry: Entry, { id, name, aliases = [], kind }: Actor): void {
	if (kind === 'government' || kind === 'group') return;
	const libraries = new Set(entry.scopes.map(({ library }) => library));
	const check = (form: string, path: Path) => {
		const wanted = normal(form);
		const isHan = /\p{sc=Han}/u.test(wanted);
		for (const library of libraries) {
			if (isHan !== (primary(library.language) === 'zh') && !/^[\p{sc=Latin}\p{N} .'&-]+$/u.test(wanted)) continue;
			if (library.anywhere(wanted)) return;
			const meant = isHan ? nearestHan(wanted, entry) : nearestLatin(wanted, library, entry);
			// What the source prints otherwise may be an alias beside it.
			if (meant && !(path[0] === 'aliases' && entry.shared.names.formsOf(id).includes(meant)))
				return entry.claim('name', path, form, {
					verdict: 'missing',
					message: `The source does not name ${form}. Did you mean ${meant}?`
				});
		}
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

/** A name whose every word the source has is spelt right, wherever they stand. */
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

/** Words of a paragraph that have a capital. */
const capitalsIn = kept(
	({ normal }: Paragraph) => new Set(normal.text.match(/(?<![\p{sc=Latin}'])\p{Lu}[\p{sc=Latin}\p{N}]{2,}/gu))
);
