/** How much of a source a story uses. */
import type { Story } from '../story/model.ts';
import type { SourceText } from './source.ts';
import { pieces } from './words.ts';

/** Paragraphs that no entry cites; a citation without paragraphs cites none by number. */
export function uncited(story: Story, id: string, { paragraphs }: SourceText): number[] {
	const { actors, events, quotes, figures, scenes } = story;
	const cited = new Set(
		[...actors, ...events, ...quotes, ...figures, ...scenes].flatMap(({ sources }) =>
			sources.flatMap((one) => (one.source === id ? (one.paragraphs ?? []) : []))
		)
	);
	return paragraphs.map(({ number }) => number).filter((number) => !cited.has(number));
}

/** Share of a source that the story quotes, in quotations and excerpts together: 0–1. */
export function quotedShare(story: Story, id: string, source: SourceText): number {
	const stretches = new Map<number, Set<number>>();
	const add = (text: string, numbers: readonly number[] | undefined) => {
		for (const part of pieces(text).parts)
			for (const paragraph of numbers ? source.pick(numbers) : []) {
				const from = paragraph.normal.text.indexOf(part);
				if (from < 0) continue;
				const set = stretches.get(paragraph.number) ?? new Set<number>();
				stretches.set(paragraph.number, set);
				for (let unit = from; unit < from + part.length; unit++) set.add(unit);
			}
	};
	for (const item of [...story.events, ...story.quotes, ...story.figures])
		for (const citation of item.sources) {
			if (citation.source !== id) continue;
			if (citation.excerpt) add(citation.excerpt, citation.paragraphs);
			if ('words' in item) [item.words].flat().forEach((one) => add(one, citation.paragraphs));
		}
	const all = source.paragraphs.reduce((sum, { normal }) => sum + normal.text.length, 0);
	return all ? [...stretches.values()].reduce((sum, { size }) => sum + size, 0) / all : 0;
}
