import { parseDate, type DateSpan } from '../../story/date.ts';

const spans = new Map<string, DateSpan | null>();

/** The span of an EDTF, null where it is none. Dates come again and again: each is read once. */
export function spanOf(edtf: string): DateSpan | null {
	let span = spans.get(edtf);
	if (span === undefined) {
		const parsed = parseDate(edtf);
		span = 'problem' in parsed ? null : parsed.date;
		if (spans.size >= 20_000) spans.clear();
		spans.set(edtf, span);
	}
	return span;
}
