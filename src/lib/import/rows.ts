/** Events beyond what a story can tell → the rows of its table (docs/data.md). */
import Papa from 'papaparse';
import { compareDates } from '../story/date.ts';
import type { Cast } from './cast.ts';
import { spanOf, summaryOf, whenOf } from './words.ts';
import type { ImportedEvent, Problems } from './types.ts';

export const tableFile = 'events.csv';
const longestAddress = 2000;

export function tableOf(items: readonly ImportedEvent[], cast: Cast, lang: string, problems: Problems): string {
	const rows = items.map((item) => ({ item, span: spanOf(item) })).sort((a, b) => compareDates(a.span, b.span));
	let kept = 0;
	const cells = rows.map(({ item }) => {
		const { link = '' } = item;
		const fits = link.length <= longestAddress && /^https?:\/\/[^\s/]+\S*$/.test(link);
		const row = {
			date: item.date,
			title: item.title,
			actors: cast.actorsOf.get(item)!.join(';'),
			importance: item.importance ?? 3,
			url: fits ? link : '',
			[`when_${lang}`]: whenOf(item, lang) ?? '',
			// Columns that the explorer does not show, kept so that nothing is lost.
			text: summaryOf(item, lang) ?? '',
			names: item.actors.join('; '),
			sources: item.sources ?? '',
			links: [fits ? '' : link, ...(item.media ?? []).map(({ url }) => url)].filter(Boolean).join(' '),
			file_id: item.id ?? ''
		};
		if (row.text || row.sources || row.links) kept++;
		return row;
	});
	const message = `${items.length} events are more than the scenes of a story tell: they stand in ${tableFile}, a row each, and readers find them in the explorer by date, title, link and who acts`;
	problems.changed(
		{},
		kept > 0 ? `${message}; texts, sources and other links of ${kept} are kept there and not shown` : message
	);
	return `${Papa.unparse(cells, { newline: '\n' })}\n`;
}
