import { parseDate, type DateSpan } from '../../story/date.ts';

const spans = new Map<string, DateSpan | null>();

/** The span of an EDTF; null if it is invalid. Results are cached, as dates recur often. */
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
