/** CSV (RFC 4180): one item per row. Lists in a cell are separated by `; `; a `;` within an entry is written `\\;`. */
import Papa from 'papaparse';
import { formula } from '../../text/formula.ts';
import { actorNames, amounts, citations, notes, sideNames, textOf, translationOf } from './words.ts';
import { isEvent, kinds } from '../../story/kinds.ts';
import { linksOf } from '../../view/items.ts';
import type { DataInput } from './input.ts';

export const csvColumns = [
	'kind',
	'id',
	'date',
	'date_words',
	'basis',
	'title',
	'text',
	'actors',
	'sides',
	'importance',
	'speaker',
	'quote_kind',
	'words',
	'language',
	'translation',
	'unit',
	'values',
	'about',
	'speaks_of',
	'sources',
	'notes',
	'link'
] as const;

const byteOrderMark = '\ufeff';

export function toCsv({ story, items, linkTo }: DataInput) {
	const list = (texts: readonly string[]) => texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join('; ');
	const rows = items.map((item): Record<(typeof csvColumns)[number], string | number> => {
		const quote = item.kind === 'quote' ? item : null;
		return {
			kind: kinds[item.kind].as,
			id: item.id,
			date: item.date.edtf,
			date_words: item.date.label,
			basis: item.date.basis,
			title: item.title,
			text: textOf(item),
			actors: list(actorNames(item, story)),
			sides: list(sideNames(item, story)),
			importance: item.importance,
			speaker: quote?.speaker.name ?? '',
			quote_kind: quote?.quoteKind ?? '',
			words: quote ? list(quote.words) : '',
			language: quote?.language ?? '',
			translation: list(translationOf(item, story)),
			unit: item.kind === 'figure' ? item.unit : '',
			values: list(amounts(item, story)),
			about: isEvent(item) ? '' : list(linksOf(item).map((ref) => ref.replace(/^event-/, ''))),
			speaks_of: quote?.speaksOf?.edtf ?? '',
			sources: list(citations(item, story)),
			notes: list(notes(item, story)),
			link: linkTo(item)
		};
	});
	const options: Papa.UnparseConfig = {
		columns: [...csvColumns],
		escapeFormulae: formula,
		// A spreadsheet may use another separator, and would split an unquoted cell there.
		quotes: (value: unknown) => /[;|\t]/.test(String(value)),
		newline: '\r\n'
	};
	return { text: byteOrderMark + Papa.unparse(rows, options) + '\r\n', losses: [] };
}
