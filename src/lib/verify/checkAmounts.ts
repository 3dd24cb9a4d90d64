/** Checks the amounts of a figure against the paragraphs that it cites. */
import { compute } from '../story/compute.ts';
import type { DateSpan } from '../story/date.ts';
import type { Figure } from '../story/model.ts';
import { overlaps } from './agree.ts';
import { Around, manyPlaces, where, words } from './around.ts';
import { operandOf } from './checkNumbers.ts';
import type { DateFound } from './dates.ts';
import type { Entry, NumberThere, Path } from './entry.ts';
import { sameNumber } from './numerals.ts';
import type { NumberKind } from './numerals/found.ts';
import type { Part } from './part.ts';
import type { Qualifier } from './qualifiers.ts';
import { at, located, primary } from './scope.ts';
import { contentWords, shareSubject, subjectsIn } from './subjects.ts';
import { readTold } from './told.ts';
import { sameCurrency } from './units.ts';

/** The most numbers that a message lists. */
const shown = 12;

const kinds: Record<'count' | 'percent' | 'usd', NumberKind> = { count: 'count', percent: 'percent', usd: 'money' };
const decimals = (value: number) => 10 ** -(String(value).split('.')[1] ?? '').length;

/** A figure’s amounts: the exact numbers, with their kinds, hedges, actors and dates. */
export function amounts(entry: Entry, figure: Figure): void {
	const owners = new Set(figure.rows.flatMap(({ actor }) => actor ?? []));
	const labels = figure.rows.map(({ label }) => JSON.stringify(label));
	const isOne = labels.every((label) => label === labels[0]);
	figure.rows.forEach((row, i) => {
		const format = row.format ?? figure.format;
		if (row.computed) {
			const result = compute(row.computed, format);
			if ('problem' in result) return;
			for (const operand of result.operands)
				operandOf(entry, operand, ['rows', i, 'computed'], `${row.value} = ${row.computed}`);
		} else {
			const label = (isOne ? [] : Object.entries(row.label)).map(([language, text]) => ({ language, text }));
			const when = Object.values(row.group ?? {});
			amount(entry, {
				...row,
				rows: figure.rows.map(({ value }) => value),
				kind: kinds[format],
				format,
				path: ['rows', i, 'value'],
				label,
				when,
				owned: owners.size > 1
			});
		}
	});
	const { whole } = figure;
	if (whole)
		amount(entry, {
			...whole,
			rows: [],
			kind: kinds[figure.format],
			format: figure.format,
			path: ['whole', 'value'],
			label: [],
			when: [],
			owned: false
		});
}

interface Amount {
	value: number;
	kind: NumberKind;
	format: string;
	qualifier: Qualifier;
	actor?: string;
	path: Path;
	label: { language: string; text: string }[];
	/** The values of all rows. */
	rows: readonly number[];
	/** What the row’s group says of the date, in each language. */
	when: readonly string[];
	span?: DateSpan;
	/** Do the rows have several actors? */
	owned: boolean;
}

/** A figure has no “at most”. */
const inFigure = (qualifier: Qualifier) => (qualifier === 'at-most' ? 'under' : qualifier);

function amount(entry: Entry, wanted: Amount): void {
	const { value, kind, qualifier, path } = wanted;
	// A hundred per cent is the whole that percentages refer to.
	if (kind === 'percent' && value === 100) return;
	const written = `${qualifier} ${value} ${wanted.format}`;
	const claim = (outcome: Parameters<Entry['claim']>[3]) => entry.claim('number', path, written, outcome);
	const near = new Set<string>();
	const same: NumberThere[] = [];
	const looked = { value, unit: decimals(value) };
	for (const there of entry.numbers()) {
		const { number } = there;
		// Money in other currencies has no format of its own: it is treated as a count.
		const isAlike =
			number.kind === kind || (kind === 'count' && number.kind === 'money' && !sameCurrency(number.currency, 'USD'));
		if (isAlike && !number.name && !number.vague && sameNumber(looked, number, true)) same.push(there);
		if (near.size < shown && !number.weak && !number.name) near.add(words(there));
		if (same.length === manyPlaces) break;
	}
	if (same.length === 0)
		return claim({
			verdict: 'missing',
			message: `${entry.say('has', 'have')} ${near.size ? [...near].join(', ') : 'no number'}, not this.`
		});
	let best: { there: NumberThere; rank: number; message?: string } | null = null;
	for (const there of same) {
		const { number } = there;
		const owner = ownerWrong(entry, wanted, there);
		const one =
			kind === 'money' && number.currency && !sameCurrency(number.currency, 'USD')
				? { there, rank: 1, message: `${where(there)} has another currency: ${words(there)}.` }
				: owner
					? { there, rank: 2, message: owner }
					: inFigure(number.qualifier) !== qualifier
						? {
								there,
								rank: 3,
								message: `${where(there)} has it as “${inFigure(number.qualifier)}”. Write qualifier: ${inFigure(number.qualifier)}.`
							}
						: { there, rank: 4 };
		if (!best || one.rank > best.rank) best = one;
		if (one.rank === 4) break;
	}
	const { there, message } = best!;
	claim(message ? { verdict: 'missing', ...at(there), message } : { verdict: 'found', ...located(there) });
}

/** Whose number it is and of what date, where the source says so of it and of another number beside it. */
function ownerWrong(entry: Entry, wanted: Amount, there: NumberThere): string | null {
	const { actor, label, owned, kind } = wanted;
	const { names } = entry.shared;
	const around = new Around(entry, there);
	const { own } = around;
	const { number, scope } = there;
	const mine = [
		...(owned && actor ? [{ ids: [actor], name: actor, start: 0, end: 0 }] : []),
		...label.flatMap(({ text }) => subjectsIn(text, names))
	];
	// “B at a third of what A costs”: a share belongs to the subject that begins the clause.
	const isPart = kind === 'percent' && number.unit === 0;
	const theirs = isPart ? own.subjects.slice(0, 1) : own.subjects;
	if (mine.length && theirs.length && !shareSubject(mine, theirs)) {
		const { others } = around;
		if (isPart || others.length === 0 || others.some((one) => shareSubject(mine, one.subjects)))
			return `${where(there)} has this number of ${theirs[0].name}, not of ${mine[0].name}.`;
	}
	const said = label.find(({ language }) => primary(language) === primary(scope.library.language));
	if (said && !shareSubject(mine, theirs)) {
		const labelled = contentWords(said.text);
		const shared = (part: Part) => around.distinct(part).some((word) => labelled.has(word));
		const other = shared(own)
			? undefined
			: around.others.find((one) => wanted.rows.includes(one.number.value) && shared(one));
		if (other) return `${where(other)} has ${words(other)} of ${said.text}.`;
	}
	return own.date && dateWrong(wanted, own.date, scope.library.reference)
		? `${where(there)} has this number at another date: ${own.date.text}.`
		: null;
}

function dateWrong({ when, span }: Amount, there: DateFound, reference: DateSpan | null): boolean {
	const wanted = [
		...(span ? [span] : []),
		...when.flatMap((text) => readTold(text, { reference }).dates.map((date) => date.span))
	];
	return wanted.length > 0 && !wanted.some((one) => overlaps(one, there.span));
}
