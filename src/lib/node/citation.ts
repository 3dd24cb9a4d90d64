/** How to cite a story and its sources. Made while the site is built, so that the library never reaches a browser. */
import { placeholder, type CitationTemplate, type CslDate, type CslItem } from '../export/citation.ts';
import { parseDate, type DateSpan } from '../story/date.ts';
import type { Source, Story } from '../story/model.ts';
import { fill } from '../text/fill.ts';
import { strings } from '../text/strings.ts';
import { kept, versionOf } from './kept.ts';

/** CSL 1.0.2 item types. */
const types: Record<Source['kind'], string> = {
	article: 'article-newspaper',
	book: 'book',
	dataset: 'dataset',
	website: 'webpage',
	document: 'document'
};

/**
 * @param lang one of the story’s languages
 * @returns the citation with placeholders for address and access date: as plain text, in APA style (in Chinese, for
 * which the library has neither a style nor terms, in GB/T 7714), and as CSL-JSON, the story first, then its sources
 */
export async function citeStory(story: Story, lang: string): Promise<CitationTemplate> {
	const { ui } = strings(lang);
	const title = story.title[lang];
	const page: CslItem = {
		id: story.slug,
		type: 'webpage',
		title,
		'container-title': ui.product,
		language: lang,
		issued: cslDate(story.published),
		accessed: { 'date-parts': [[...placeholder.day]] },
		URL: placeholder.address
	};
	const items = [page, ...story.sources.map((source) => cslSource(source, lang))];
	const { edtf } = story.published;
	const plain = ui.export.cite
		? fill(ui.export.cite, { title, issued: edtf, accessed: isoDay(placeholder.day), address: placeholder.address })
		: null;
	const cited = await cite(items, plain === null);
	return { plain: plain ?? cited.apa, csl: cited.csl };
}

/** Kept, since the library takes longer to read its style than a page to be drawn. @param apa whether that is wanted too */
async function cite(items: readonly CslItem[], apa: boolean): Promise<{ apa: string; csl: CslItem[] }> {
	const library = [await versionOf('@citation-js/core'), await versionOf('@citation-js/plugin-csl'), 'call 1'];
	const made = await kept([...library, JSON.stringify({ items, apa })], async () => {
		const { default: core } = await import('@citation-js/core');
		await import('@citation-js/plugin-csl');
		const style = { format: 'text', template: 'apa', lang: 'en-US' } as const;
		const csl = new core.Cite(items).format('data', { format: 'object' });
		const page = apa ? new core.Cite(items.slice(0, 1)).format('bibliography', style).trim() : '';
		return Buffer.from(JSON.stringify({ apa: page, csl }));
	});
	return JSON.parse(made.toString());
}

function cslSource(source: Source, lang: string): CslItem {
	const outlet = source.outlet?.[lang];
	const read = source.accessed ? parseDate(source.accessed) : null;
	const accessed = read && 'date' in read ? read.date : null;
	return {
		id: source.id,
		type: types[source.kind],
		title: source.title?.[lang] ?? source.description[lang],
		...(source.authors.length && { author: source.authors.slice(0, 1).map(({ name }) => ({ literal: name })) }),
		...(outlet && { 'container-title': outlet }),
		language: source.language,
		...(source.span && { issued: cslDate(source.span) }),
		...(source.url && { URL: source.url }),
		...(accessed && { accessed: cslDate(accessed) })
	};
}

/** The date to the precision it is given in, with `circa` where it is uncertain. An unknown date stays EDTF. */
function cslDate({ edtf, first, last, softStart, softEnd }: DateSpan): CslDate {
	const parts = [first, ...(last && last !== first && last.min !== first?.min ? [last] : [])].flatMap((point) =>
		point ? [[point.year, point.month, point.day].filter((part) => part !== undefined)] : []
	);
	if (!parts.length) return { literal: edtf };
	return { 'date-parts': parts, ...((softStart || softEnd) && { circa: true }) };
}

const isoDay = ([year, month, day]: readonly number[]) =>
	`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
