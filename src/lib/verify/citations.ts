/** Checks an entry’s citations: excerpts are exact, and the cited paragraphs exist and support something in it. */
import type { Entry } from './entry.ts';
import { likeness, located, normal, Scope } from './scope.ts';
import { absent, firstRun, pieces } from './words.ts';

/** Call it last: what was found before decides which paragraphs support the entry. */
export function citations(entry: Entry): void {
	const { subject, shared } = entry;
	subject.sources.forEach(({ source, paragraphs, excerpt, stance }, i) => {
		const library = shared.libraries.get(source);
		if (!library) return;
		const path = ['sources', i];
		const own = entry.scopes.find((one) => one.library === library && one.cited === (paragraphs ?? null));
		const scope =
			(stance === 'disputes' ? undefined : own) ??
			new Scope(library, paragraphs ? library.text.pick(paragraphs) : library.text.paragraphs, paragraphs ?? null);
		if (excerpt) {
			const hit = firstRun([scope], pieces(excerpt));
			const outcome = hit ? { ...likeness(excerpt, hit), ...located(hit) } : absent(normal(excerpt), [scope]);
			entry.claim('excerpt', [...path, 'excerpt'], excerpt, outcome);
		}
		paragraphs?.forEach((number, at) => {
			const value = `P${number}`;
			if (number > library.text.paragraphs.length)
				entry.claim('paragraph', [...path, 'paragraphs', at], value, {
					verdict: 'missing',
					message: `The source has ${library.text.paragraphs.length} paragraphs.`
				});
			else if (stance !== 'disputes' && !scope.support.has(number) && subject.kind !== 'scene')
				entry.claim('paragraph', [...path, 'paragraphs', at], value, {
					verdict: 'missing',
					source,
					message: `Paragraph ${number} has nothing of it: no name, number, date or words. Leave it out, or cite another.`
				});
		});
	});
}
