/** Checks how a story’s claims can be traced: dates, citations, corrections, reviews, computed numbers. */
import { compute } from './compute.ts';
import { parseDate } from './date.ts';
import type { Entries, Path, Report } from './entries.ts';
import * as say from './messages.ts';
import type { FileName } from './schema.ts';

export function checkClaims(entries: Entries, report: Report): void {
	checkDates(entries, report);
	checkCitations(entries, report);
	for (const { value: figure, index } of entries.figures) {
		figure.rows.forEach(({ value, computed, inferred, format }, i) => {
			if (computed === undefined) {
				return;
			}
			const path = [index, 'rows', i, 'computed'];
			const result = compute(computed, format ?? figure.format);
			if ('problem' in result) {
				report({ file: 'figures.yaml', path }, result.problem);
			} else if (!isRounded(value, result.value)) {
				report({ file: 'figures.yaml', path }, say.computedOtherwise(computed, result.value, value));
			} else if (!inferred) {
				report({ file: 'figures.yaml', path, at: 'key' }, say.computedWithoutInferred());
			}
		});
	}
}

/** Fields that only some kinds of entries have. */
interface Noted {
	corrections?: { date: string }[];
	reviewed?: { date: string }[];
	accessed?: string;
}

function checkDates({ quotes, story, ...entries }: Entries, report: Report): void {
	const date = (file: FileName, path: Path, text: string | undefined) => {
		const read = text === undefined ? null : parseDate(text);
		if (read && 'problem' in read) {
			report({ file, path }, read.problem);
		}
	};
	const { actors, events, figures, scenes, sources } = entries;
	const dated = { events, quotes, figures, sources };
	for (const [list, items] of Object.entries(dated)) {
		for (const { value, index } of items) {
			if (value.basis === 'inferred' && !value.from) {
				report({ file: `${list}.yaml` as FileName, path: [index, 'basis'] }, say.inferredWithoutFrom());
			}
		}
	}
	for (const { value, index } of quotes) {
		if (value.speaksOf?.basis === 'inferred' && !value.speaksOf.from) {
			report({ file: 'quotes.yaml', path: [index, 'speaksOf', 'basis'] }, say.inferredWithoutFrom());
		}
		date('quotes.yaml', [index, 'speaksOf', 'date'], value.speaksOf?.date);
	}
	const lists = { actors, events, quotes, figures, scenes, sources };
	const all: [FileName, Path, Noted][] = [
		...(story ? [['story.yaml', [], story] as [FileName, Path, Noted]] : []),
		...Object.entries(lists).flatMap(([list, items]) =>
			items.map(({ value, index }): [FileName, Path, Noted] => [`${list}.yaml` as FileName, [index], value])
		)
	];
	for (const [file, path, value] of all) {
		for (const key of ['corrections', 'reviewed'] as const) {
			value[key]?.forEach((one, i) => date(file, [...path, key, i, 'date'], one.date));
		}
		date(file, [...path, 'accessed'], value.accessed);
	}
}

/** Paragraphs are cited once, `says` goes with `disputes`, and at least one source supports the claim. */
function checkCitations(entries: Entries, report: Report): void {
	for (const list of ['actors', 'events', 'quotes', 'figures', 'scenes'] as const) {
		for (const { value, index } of entries[list]) {
			const file: FileName = `${list}.yaml`;
			value.sources.forEach(({ stance, says, paragraphs = [] }, i) => {
				const twice = paragraphs.findIndex((one, at) => paragraphs.indexOf(one) < at);
				if (twice >= 0) {
					report({ file, path: [index, 'sources', i, 'paragraphs', twice] }, say.paragraphTwice(paragraphs[twice]));
				}
				if (stance === 'disputes' && !says) {
					report({ file, path: [index, 'sources', i, 'stance'] }, say.disputesWithoutSays());
				} else if (stance !== 'disputes' && says) {
					report({ file, path: [index, 'sources', i, 'says'], at: 'key' }, say.saysWithoutDisputes());
				}
			});
			if (value.sources.every(({ stance }) => stance === 'disputes')) {
				report({ file, path: [index, 'sources'], at: 'key' }, say.onlyDisputed());
			}
		}
	}
}

/** Whether `written` is `exact`, rounded to the digits that are written. */
function isRounded(written: number, exact: number): boolean {
	const digits = (String(written).split('.')[1] ?? '').length;
	return Math.abs(written - exact) <= 0.5 * 10 ** -digits + Math.abs(exact) * 1e-9;
}
