/** Which words of a source support which claim, as stretches of its paragraphs, for a report that shows both. */
import type { Finding, Report } from '../finding.ts';
import type { Paragraph, SourceText } from '../source.ts';

export interface Stretch {
	text: string;
	/** Claims that these words support, or nearly do, by their index in the report. */
	claims: number[];
}

export interface Annotated {
	paragraph: Paragraph;
	/** Does any entry cite it by number? */
	cited: boolean;
	/** Its whole text, in order. */
	stretches: Stretch[];
}

/** @returns the paragraphs of a source, each cut where a claim’s words begin or end */
export function annotate(id: string, source: SourceText, report: Report): Annotated[] {
	const byParagraph = new Map<number, { claim: number; from: number; to: number }[]>();
	report.findings.forEach(({ source: of, place, within }: Finding, claim) => {
		if (of !== id || !place || !within) return;
		const list = byParagraph.get(place.paragraph) ?? [];
		list.push({ claim, from: within[0], to: within[1] });
		byParagraph.set(place.paragraph, list);
	});
	const uncited = new Set(report.sources.find((one) => one.id === id)?.uncited);
	return source.paragraphs.map((paragraph) => ({
		paragraph,
		cited: !uncited.has(paragraph.number),
		stretches: stretchesOf(paragraph.text, byParagraph.get(paragraph.number) ?? [])
	}));
}

function stretchesOf(text: string, marks: readonly { claim: number; from: number; to: number }[]): Stretch[] {
	const ends = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
	return ends.slice(1).map((end, index) => {
		const start = ends[index];
		const claims = marks.filter(({ from, to }) => from <= start && to >= end).map(({ claim }) => claim);
		return { text: text.slice(start, end), claims };
	});
}
