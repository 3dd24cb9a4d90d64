/** One entry of a story held against what it cites: the claims that all kinds of entries make. */
import type { DateSpan } from '../story/date.ts';
import type { Actor, Citation, Text } from '../story/model.ts';
import { agreesInferred, agreesStated, agreesTold } from './agree.ts';
import { Clauses } from './clauses.ts';
import type { DateFound } from './dates.ts';
import type { Aspect, Finding } from './finding.ts';
import type { Names } from './names.ts';
import { normalise } from './normalise.ts';
import { findNumbers, sameNumber, type NumberFound, type NumberKind, type Qualifier } from './numerals.ts';
import type { Reviews } from './reviews.ts';
import type { Paragraph } from './source.ts';
import { at, datesIn, isReadable, likeness, located, normal, primary, Scope, type Hit, type Library } from './scope.ts';
import { quotations } from './speech.ts';
import { absent, firstRun, list, pieces } from './words.ts';

type Path = readonly (string | number)[];
type Outcome = Partial<Finding> & Pick<Finding, 'verdict'>;

/** A message lists no more; a long paragraph may name thousands. */
const manyDates = 40;
/** UTF-16 units before a number in which the name is that it belongs to. */
const nameReach = 200;

export interface Shared {
	libraries: ReadonlyMap<string, Library>;
	names: Names;
	/** By the owners that numbers may have. */
	clauses: WeakMap<Paragraph, Map<string, Clauses>>;
	/** Languages of the story. */
	languages: readonly string[];
}

export interface Subject {
	kind: 'event' | 'quote' | 'figure' | 'scene' | 'actor' | 'source';
	id: string;
	/** In its file, from 0. */
	index: number;
	sources: readonly Citation[];
	reviews: Reviews;
}

export interface DatedClaim {
	date: string;
	span: DateSpan;
	basis: 'stated' | 'inferred';
	from?: Text;
}

/** What is read of the story’s own texts, by text and dates to count from: a draft differs from the last in little. */
const told = new Map<string, { dates: DateFound[]; numbers: NumberFound[] }>();

function readTold(text: string, reference: DateSpan | null, previous: DateSpan | null) {
	const key = [text, reference?.edtf, previous?.edtf].join('\n');
	let read = told.get(key);
	if (!read) {
		const form = normalise(text);
		const dates = [...datesIn(text, form, { reference, previous, about: true })];
		const covered = dates.map(({ start, end }): [number, number] => [start, end]);
		read = { dates, numbers: findNumbers(form.text, covered) };
		if (told.size > 20_000) told.clear();
		told.set(key, read);
	}
	return read;
}

const tight = (text: string) => text.replaceAll(/[\s-]/g, '').toLowerCase();
const tightened = new WeakMap<Paragraph, string>();

/** A paragraph without spaces and hyphens, in small letters. */
function tightOf(paragraph: Paragraph): string {
	let text = tightened.get(paragraph);
	if (text === undefined) tightened.set(paragraph, (text = tight(paragraph.normal.text)));
	return text;
}

export class Entry {
	readonly findings: Finding[] = [];
	readonly scopes: Scope[] = [];
	readonly item: string;
	private readonly name: string;

	constructor(
		private readonly shared: Shared,
		readonly subject: Subject
	) {
		this.item = `${subject.kind}-${subject.id}`;
		this.name = `${subject.kind}s[${subject.id}]`;
		for (const { source, paragraphs, stance } of subject.sources) {
			const library = shared.libraries.get(source);
			if (!library || stance === 'disputes') continue;
			const all = library.text.paragraphs;
			this.scopes.push(new Scope(library, paragraphs ? library.text.pick(paragraphs) : all, paragraphs ?? null));
		}
	}

	/** Is there a text of any source that it cites? */
	get canBeChecked(): boolean {
		return this.scopes.length > 0;
	}

	claim(aspect: Aspect, path: Path, value: string, outcome: Outcome): void {
		const file = `${this.subject.kind}s.yaml`;
		const claim = path.reduce<string>((all, part) => all + (typeof part === 'number' ? `[${part}]` : `.${part}`), this.name);
		const finding: Finding = {
			item: this.item,
			claim,
			path: [file, this.subject.index, ...path],
			aspect,
			value,
			how: [],
			...outcome
		};
		const readable = this.scopes.some(({ library }) => isReadable(library.language));
		if (finding.verdict === 'missing' && !readable && (aspect === 'date' || aspect === 'number')) {
			finding.verdict = 'unchecked';
			finding.message = `${finding.message}; dates and numbers are read in English and Chinese only`;
		}
		this.findings.push(this.subject.reviews.settle(finding));
	} // prettier-ignore

	/** A review of what is not claimed says nothing of what is. */
	unusedReviews(): void {
		for (const { review, index } of this.subject.reviews.unused()) {
			const { claim, of } = review;
			const values = new Set(this.findings.flatMap(({ aspect, value }) => (aspect === claim ? [value] : [])));
			this.claim('review', ['reviewed', index, 'of'], of, {
				verdict: 'missing',
				message: values.size
					? `there is no ${claim} ${of} to review; there ${values.size > 1 ? 'are' : 'is'}: ${[...values].join(', ')}`
					: `the entry has no ${claim} that was checked; leave this review out`
			});
		}
	}

	get citedWords(): string {
		const cited = this.scopes.flatMap(({ cited }) => cited ?? []);
		return cited.length ? list(cited) : 'the source';
	}

	/** The first place of a text in what is cited. */
	find(text: string): Hit | null {
		for (const scope of this.scopes) for (const hit of scope.places(normal(text))) return hit;
		return null;
	}

	/** The first number in what is cited that is as wanted. */
	numbered(wanted: (number: NumberFound) => boolean): (Hit & { number: NumberFound }) | null {
		for (const scope of this.scopes)
			for (const found of scope.numbers())
				if (wanted(found.number)) return { ...found, start: found.number.start, end: found.number.end };
		return null;
	}

	// Names

	actor(id: string, path: Path, aspect: 'name' | 'speaker' = 'name'): void {
		const { names } = this.shared;
		let first: { hit: Hit; message?: string } | null = null;
		for (const scope of this.scopes)
			for (const paragraph of scope.paragraphs) {
				const found = names.findFamily(id, paragraph.normal.text);
				if (!found) continue;
				if (scope.cited) scope.support.add(paragraph.number);
				const own = found.actor.id === id;
				const hit = { scope, paragraph, start: found.start, end: found.end };
				if (!first || (own && first.message))
					first = { hit, message: own ? undefined : `through its member ${found.actor.id}` };
				if (!scope.cited) break;
			}
		const forms = Object.values(names.get(id).name);
		if (first) {
			const { hit, message } = first;
			this.claim(aspect, path, id, { verdict: 'found', ...located(hit), ...(message && { message }) });
		} else
			this.claim(aspect, path, id, {
				verdict: 'missing',
				message: `${this.citedWords} names neither ${[...new Set(forms)].join(' nor ')}; cite where it stands, add an alias, or leave it out`
			});
	}

	/** Whom a text of its own names has to be among its actors. */
	named(texts: Text, actors: readonly string[], path: Path, kinds: readonly Actor['kind'][]): void {
		const { names } = this.shared;
		for (const [language, text] of Object.entries(texts))
			for (const { actor, form } of names.all(normal(text))) {
				const known = actors.some((id) => id === actor.id || names.isMember(id, actor.id));
				if (!known && kinds.includes(actor.kind))
					this.claim('name', [...path, language], form, {
						verdict: 'missing',
						message: `${actor.id} is not among its actors; add it, or name somebody else`
					});
			}
	} // prettier-ignore

	// Dates

	private cited: Scope['dates'] | undefined;

	private get dates(): Scope['dates'] {
		return (this.cited ??= this.scopes.flatMap((scope) => (scope.cited ? scope.dates : [])));
	}

	/** What the story says that a date was inferred from names dates too. */
	private reasons(from: Text | undefined, previous: DateSpan | null): DateFound[] {
		const reference = this.scopes[0]?.library.reference ?? null;
		return Object.values(from ?? {}).flatMap((text) => readTold(text, reference, previous).dates);
	}

	date({ date, span, basis, from }: DatedClaim, path: Path): void {
		const there = this.dates;
		const candidates = there.map(({ date }) => date);
		const reasons = basis === 'inferred' ? this.reasons(from, candidates.at(-1)?.span ?? null) : [];
		const agreed = basis === 'stated' ? agreesStated(span, candidates) : agreesInferred(span, candidates, reasons);
		const published = this.scopes.map(({ library }) => library.reference).find((one) => one && span.min >= one.max);
		for (const one of agreed) {
			const place = there.find(({ date }) => date === one);
			place?.scope.support.add(place.paragraph.number);
		}
		const read = ({ text, edtf, alternatives = [], sense }: DateFound) =>
			`${text} → ${sense === 'vague' ? 'about ' : ''}${[edtf, ...alternatives.map((one) => one.edtf)].join(' or ')}`;
		if (published && basis === 'inferred')
			this.claim('date', path, date, {
				verdict: 'missing',
				message: `the source was published earlier, ${published.edtf}; correct one of the two`
			});
		else if (agreed.length) {
			const place = there.find(({ date }) => agreed.includes(date));
			this.claim('date', path, date, {
				verdict: 'found',
				...(place && located({ ...place, start: place.date.start, end: place.date.end })),
				message: place ? agreed.map(read).join(', ') : `by what it was inferred from: ${agreed.map(read).join(', ')}`
			});
		} else if (candidates.length + reasons.length === 0)
			this.claim('date', path, date, {
				verdict: basis === 'stated' ? 'missing' : 'unchecked',
				message:
					basis === 'stated'
						? `${this.citedWords} names no date; write basis: inferred and from what, or cite where it is stated`
						: `${this.citedWords} names no date, nor does “from”`
			});
		else {
			const named = [...new Set([...candidates, ...reasons].map(read))];
			const shown = named.slice(0, manyDates).join(', ');
			const more = named.length > manyDates ? ` and ${named.length - manyDates} more` : '';
			this.claim('date', path, date, {
				verdict: 'missing',
				...(there[0] && at({ ...there[0], start: there[0].date.start, end: there[0].date.end })),
				message: `does not agree with ${shown}${more}`
			});
		}
	}

	/** Words that an inference quotes from the source have to stand there; “(P5)” after them says where else. */
	reason(from: Text | undefined, path: Path): void {
		for (const [language, text] of Object.entries(from ?? {}))
			for (const [start, end] of quotations(text)) {
				const scopes = this.scopes.filter(({ library }) => primary(library.language) === primary(language));
				if (scopes.length === 0) continue;
				const words = text.slice(start, end);
				const elsewhere = [...text.slice(end).matchAll(/[（(]P(\d+)[)）]/g)].map(([, number]) => Number(number));
				const all = scopes.flatMap((scope) => [scope, new Scope(scope.library, scope.library.text.pick(elsewhere), elsewhere)]);
				const hit = firstRun(all, pieces(words));
				const outcome = hit ? { ...likeness(words, hit), ...located(hit) } : absent(normal(words), scopes);
				this.claim('reason', [...path, language], words, outcome);
			}
	} // prettier-ignore

	// Numbers

	/** A number of a figure: the very number, of its kind, with its qualifier. */
	figure(
		wanted: { value: number; unit: number; kind: NumberKind; qualifier: Qualifier; written: string; owner?: string },
		owners: readonly string[],
		path: Path
	): void {
		const same: { scope: Scope; paragraph: Paragraph; number: NumberFound }[] = [];
		const near = new Set<string>();
		for (const scope of this.scopes)
			for (const found of scope.numbers()) {
				const { paragraph, number } = found;
				if (number.kind === wanted.kind && !number.name && sameNumber(wanted, number, true)) same.push(found);
				if (near.size < 12 && !number.weak && !number.name)
					near.add(paragraph.normal.text.slice(number.start, number.end));
			}
		const { written, qualifier } = wanted;
		if (same.length === 0)
			return this.claim('number', path, written, {
				verdict: 'missing',
				message: `${this.citedWords} has ${near.size ? [...near].join(', ') : 'no number'}, not this`
			});
		const fits = (one: (typeof same)[number]) => one.number.qualifier === qualifier;
		const isOf = (one: (typeof same)[number]) => {
			// “B at a third of what A costs”: of a part, whom the clause begins with.
			const owner = wanted.owner && this.owner(one.paragraph, one.number, owners);
			return !owner || owner === wanted.owner;
		};
		const best = same.find((one) => fits(one) && isOf(one)) ?? same.find(isOf) ?? same[0];
		const hit = { ...best, start: best.number.start, end: best.number.end };
		if (!isOf(best))
			this.claim('number', path, written, {
				verdict: 'missing',
				...at(hit),
				message: `the source gives this number to ${this.owner(best.paragraph, best.number, owners)}`
			});
		else if (!fits(best))
			this.claim('number', path, written, {
				verdict: 'missing',
				...at(hit),
				message: `the source has it as “${best.number.qualifier}”; write qualifier: ${best.number.qualifier}`
			});
		else this.claim('number', path, written, { verdict: 'found', ...located(hit) });
	}

	/** Of several actors, whom a paragraph gives a number to: the one named in its clause, else the last one before it. */
	private owner(paragraph: Paragraph, number: NumberFound, owners: readonly string[]): string | null {
		if (owners.length < 2) return null;
		const isPart = number.kind === 'percent' && number.unit === 0;
		const { ids, last } = this.clauses(paragraph, owners).around(number.start, number.end);
		if (ids.length === 1 || (isPart && ids.length > 1)) return ids[0];
		return ids.length > 1 ? last : null;
	}

	private clauses(paragraph: Paragraph, owners: readonly string[]): Clauses {
		const { clauses, names } = this.shared;
		const known = clauses.get(paragraph) ?? new Map<string, Clauses>();
		clauses.set(paragraph, known);
		const key = owners.join(' ');
		const found = known.get(key) ?? new Clauses(paragraph.normal.text, names, owners);
		known.set(key, found);
		return found;
	}

	/** The numbers and dates of a text in the story’s own words. */
	narrative(texts: Text | undefined, path: Path, span: DateSpan | null, from?: Text): void {
		const reference = this.scopes[0]?.library.reference ?? null;
		const known = [...this.dates.map(({ date }) => date), ...this.reasons(from, span)];
		for (const [language, text] of Object.entries(texts ?? {})) {
			if (!isReadable(language)) continue;
			const { dates, numbers } = readTold(text, reference, span);
			const plain = normal(text);
			for (const number of numbers.filter(({ weak }) => !weak)) this.toldNumber(number, plain, [...path, language]);
			for (const date of dates.filter(({ relative, yearless }) => !relative || yearless)) {
				if (!agreesTold(date, known, span ? [span] : []))
					this.claim('date', [...path, language], date.text, {
						verdict: 'missing',
						message: `${this.citedWords} names no such date; correct it, or cite where it stands`
					});
			}
		}
	}

	private toldNumber(number: NumberFound, told: string, path: Path): void {
		const written = told.slice(number.start, number.end);
		if (number.name) {
			const before = told.slice(Math.max(0, number.start - nameReach), number.start);
			const name = `${/[\p{sc=Latin}\p{N}.-]*\s?$/u.exec(before)![0]}${written}`;
			const wanted = tight(name);
			const paragraph = this.scopes.some((scope) => scope.paragraphs.some((paragraph) => tightOf(paragraph).includes(wanted)));
			if (!paragraph)
				this.claim('number', path, name.trim(), { verdict: 'missing', message: `${this.citedWords} does not name it` });
			return;
		} // prettier-ignore
		if (number.ratio)
			return this.claim('number', path, written, {
				verdict: 'unchecked',
				message: 'compares two numbers; for a person to judge'
			});
		const hit = this.numbered(
			(there) =>
				(there.kind === number.kind || (number.kind === 'count' && there.kind === 'money')) &&
				sameNumber(number, there, false)
		);
		if (hit) return this.claim('number', path, written, { verdict: 'found', ...located(hit) });
		this.claim('number', path, written, {
			verdict: 'missing',
			message: `${this.citedWords} has no such number; correct it, or cite where it stands`
		});
	}

	// Citations

	/** Excerpts to the letter; paragraphs that exist and that have something of the entry. Call it last. */
	citations(): void {
		this.subject.sources.forEach(({ source, paragraphs, excerpt, stance }, i) => {
			const library = this.shared.libraries.get(source);
			if (!library) return;
			const path = ['sources', i];
			const scope = stance === 'disputes'
				? new Scope(library, paragraphs ? library.text.pick(paragraphs) : library.text.paragraphs, paragraphs ?? null)
				: this.scopes.find((one) => one.library === library && one.cited === (paragraphs ?? null))!;
			if (excerpt) {
				const hit = firstRun([scope], pieces(excerpt));
				const outcome = hit ? { ...likeness(excerpt, hit), ...located(hit) } : absent(normal(excerpt), [scope]);
				this.claim('excerpt', [...path, 'excerpt'], excerpt, outcome);
			}
			paragraphs?.forEach((number, at) => {
				const value = `P${number}`;
				if (number > library.text.paragraphs.length)
					this.claim('paragraph', [...path, 'paragraphs', at], value, {
						verdict: 'missing',
						message: `the source has ${library.text.paragraphs.length} paragraphs`
					});
				else if (stance !== 'disputes' && !scope.support.has(number) && this.subject.kind !== 'scene')
					this.claim('paragraph', [...path, 'paragraphs', at], value, {
						verdict: 'missing',
						source,
						message: 'has nothing of it: no name, number, date or words; leave it out, or cite another'
					});
			});
		});
	} // prettier-ignore
}
