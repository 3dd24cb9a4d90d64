/** Checks the dates of an entry and in its texts against those that the cited paragraphs name. */
import type { DateSpan } from '../story/date.ts';
import type { Text } from '../story/model.ts';
import { agreesInferred, agreesStated, agreesTold, overlaps } from './agree.ts';
import type { DateFound } from './dates.ts';
import type { DatedClaim, Entry, Path } from './entry.ts';
import { at, isReadable, likeness, located, normal, primary, Scope } from './scope.ts';
import { quotations } from './speech.ts';
import { readTold, writtenAt, type Told } from './told.ts';
import { absent, firstRun, pieces } from './words.ts';

/** The most dates that a message lists; a long paragraph may name thousands. */
const manyDates = 40;

const referenceOf = ({ scopes }: Entry) => scopes[0]?.library.reference ?? null;
const read = ({ text, edtf, alternatives = [], sense }: DateFound) =>
	`${text} → ${sense === 'vague' ? 'about ' : ''}${[edtf, ...alternatives.map((one) => one.edtf)].join(' or ')}`;

/** Dates in what the story says that a date was inferred from. */
function reasons(entry: Entry, from: Text | undefined, previous: DateSpan | null): DateFound[] {
	return Object.values(from ?? {}).flatMap((text) => readTold(text, { reference: referenceOf(entry), previous }).dates);
}

export function date(entry: Entry, { date, span, basis, from, when }: DatedClaim, path: Path): void {
	const there = entry.dates;
	const candidates = there.map(({ date }) => date);
	const why = basis === 'inferred' ? reasons(entry, from, candidates.at(-1)?.span ?? null) : [];
	const agreed = basis === 'stated' ? agreesStated(span, candidates) : agreesInferred(span, candidates, why);
	const published = entry.scopes.map(({ library }) => library.reference).find((one) => one && span.min >= one.max);
	for (const one of agreed) {
		const place = there.find(({ date }) => date === one);
		place?.scope.support.add(place.paragraph.number);
	}
	if (when) inWords(entry, when, span, [...path.slice(0, -1), 'when']);
	if (published && basis === 'inferred')
		entry.claim('date', path, date, {
			verdict: 'missing',
			message: `The source was published earlier, ${published.edtf}. Correct one of the two.`
		});
	else if (agreed.length) {
		const place = there.find(({ date }) => agreed.includes(date));
		entry.claim('date', path, date, {
			verdict: 'found',
			...(place && located({ ...place, start: place.date.start, end: place.date.end })),
			message: place ? agreed.map(read).join(', ') : `by what it was inferred from: ${agreed.map(read).join(', ')}`
		});
	} else if (candidates.length + why.length === 0)
		entry.claim('date', path, date, {
			verdict: basis === 'stated' ? 'missing' : 'unchecked',
			message:
				basis === 'stated'
					? `${entry.say('names', 'name')} no date. Write basis: inferred and from what, or cite where it is stated.`
					: `${entry.say('names', 'name')} no date, nor does “from”.`
		});
	else {
		const named = [...new Set([...candidates, ...why].map(read))];
		const more = named.length > manyDates ? ` and ${named.length - manyDates} more` : '';
		entry.claim('date', path, date, {
			verdict: 'missing',
			...(there[0] && at({ ...there[0], start: there[0].date.start, end: there[0].date.end })),
			message: `It does not agree with ${named.slice(0, manyDates).join(', ')}${more}.`
		});
	}
}

/** The words that readers see for a date must mean that date. */
function inWords(entry: Entry, when: Text, span: DateSpan, path: Path): void {
	for (const [language, text] of Object.entries(when)) {
		if (!isReadable(language)) continue;
		const told = readTold(text, { reference: span, previous: span });
		for (const one of told.dates)
			if (
				(!one.relative || one.yearless) &&
				![one.reach, ...(one.alternatives ?? [])].some((reach) => overlaps(reach, span))
			)
				entry.claim('date', [...path, language], one.text, {
					verdict: 'missing',
					range: writtenAt(told, one.start, one.end),
					message: `The date is ${span.edtf}, and these words say ${one.edtf}. Correct one of the two.`
				});
	}
}

/** Words that an inference quotes must stand in the source; “(P5)” after them says in which other paragraph. */
export function reason(entry: Entry, from: Text | undefined, path: Path): void {
	for (const [language, text] of Object.entries(from ?? {}))
		for (const [start, end] of quotations(text)) {
			const scopes = entry.scopes.filter(({ library }) => primary(library.language) === primary(language));
			if (scopes.length === 0) continue;
			const words = text.slice(start, end);
			const elsewhere = [...text.slice(end).matchAll(/[（(]P(\d+)[)）]/g)].map(([, number]) => Number(number));
			const all = scopes.flatMap((scope) => [
				scope,
				new Scope(scope.library, scope.library.text.pick(elsewhere), elsewhere)
			]);
			const hit = firstRun(all, pieces(words));
			const outcome = hit ? { ...likeness(words, hit), ...located(hit) } : absent(normal(words), scopes);
			entry.claim('reason', [...path, language], words, { range: [start, end], ...outcome });
		}
}

/** Checks the dates in a text in the story’s own words. */
export function dates(entry: Entry, told: Told, path: Path, span: DateSpan | null, from?: Text): void {
	const known = [...entry.dates.map(({ date }) => date), ...reasons(entry, from, span)];
	const published =
		entry.subject.kind === 'story' ? entry.scopes.flatMap(({ library }) => library.reference ?? []) : [];
	const own = [...(span ? [span] : []), ...published];
	for (const date of told.dates.filter(({ relative, yearless }) => !relative || yearless)) {
		if (!agreesTold(date, known, own))
			entry.claim('date', path, date.text, {
				verdict: 'missing',
				range: writtenAt(told, date.start, date.end),
				message: `${entry.say('names', 'name')} no such date. Correct it, or cite where it stands.`
			});
	}
}
