/** One entry of a story and what it cites: where its claims are looked up, and what was found. */
import type { DateSpan } from '../story/date.ts';
import type { Citation, Text } from '../story/model.ts';
import type { DateFound } from './dates.ts';
import type { Aspect, Finding } from './finding.ts';
import type { Names } from './names.ts';
import type { NumberFound } from './numerals/found.ts';
import { Reviews, type Reviewed } from './reviews.ts';
import type { Paragraph } from './source.ts';
import { isReadable, normal, Scope, type Hit, type Library } from './scope.ts';
import { paragraphsInWords } from './words.ts';

export type Path = readonly (string | number)[];
export type Outcome = Partial<Finding> & Pick<Finding, 'verdict'>;

export interface Shared {
	libraries: ReadonlyMap<string, Library>;
	names: Names;
	/** For each actor, the countries in the name of its side, as subject ids. */
	sides: ReadonlyMap<string, readonly string[]>;
	/** Words that the story writes in lower case somewhere. */
	small: ReadonlySet<string>;
	/** Words that it writes with a capital, in its texts and not only in the names of its actors. */
	capital: ReadonlySet<string>;
	/** Language in which a report gives the reasons of reviews. */
	language: string;
}

export interface Subject {
	kind: 'event' | 'quote' | 'figure' | 'scene' | 'actor' | 'source' | 'story';
	id: string;
	/** Position in its file, from 0. */
	index: number;
	sources: readonly Citation[];
	/** The entry as the story has it. */
	of: Reviewed;
}

export interface DatedClaim {
	date: string;
	span: DateSpan;
	basis: 'stated' | 'inferred';
	from?: Text;
	when?: Text;
}

/** A number in a paragraph, with those around it. */
export interface NumberThere extends Hit {
	number: NumberFound;
	/** All numbers of the paragraph, and the index of this one. */
	all: readonly NumberFound[];
	index: number;
}

export class Entry {
	readonly findings: Finding[] = [];
	readonly scopes: Scope[] = [];
	readonly item: string;
	private readonly name: string;
	private readonly reviews: Reviews;

	constructor(
		readonly shared: Shared,
		readonly subject: Subject
	) {
		const { kind, id } = subject;
		this.reviews = new Reviews(subject.of, shared.language);
		this.item = kind === 'story' ? kind : `${kind}-${id}`;
		this.name = kind === 'story' ? 'story' : `${kind}s[${id}]`;
		for (const { source, paragraphs, stance } of subject.sources) {
			const library = shared.libraries.get(source);
			if (!library || stance === 'disputes') continue;
			const all = library.text.paragraphs;
			this.scopes.push(new Scope(library, paragraphs ? library.text.pick(paragraphs) : all, paragraphs ?? null));
		}
	}

	/** Is the text of any cited source available? */
	get canBeChecked(): boolean {
		return this.scopes.length > 0;
	}

	claim(aspect: Aspect, path: Path, value: string, outcome: Outcome): void {
		const { kind, index } = this.subject;
		const claim = path.reduce<string>(
			(all, part) => all + (typeof part === 'number' ? `[${part}]` : `.${part}`),
			this.name
		);
		const finding: Finding = {
			item: this.item,
			claim,
			path: kind === 'story' ? ['story.yaml', ...path] : [`${kind}s.yaml`, index, ...path],
			aspect,
			value,
			how: [],
			...outcome
		};
		const readable = this.scopes.some(({ library }) => isReadable(library.language));
		if (finding.verdict === 'missing' && !readable && (aspect === 'date' || aspect === 'number')) {
			finding.verdict = 'unchecked';
			finding.message = `${finding.message} Dates and numbers are read in English and Chinese only.`;
		}
		this.findings.push(this.reviews.settle(finding));
	}

	/**
	 * Reports reviews of what the entry does not claim.
	 * @param findings all findings of the entry
	 */
	unusedReviews(findings: readonly Finding[]): void {
		for (const { review, index } of this.reviews.unused(findings)) {
			const { claim, of } = review;
			const values = new Set(findings.flatMap(({ aspect, value }) => (aspect === claim ? [value] : [])));
			this.claim('review', ['reviewed', index, 'of'], of, {
				verdict: 'missing',
				message: values.size
					? `There is no ${claim} ${of} to review. There ${values.size > 1 ? 'are' : 'is'}: ${[...values].join(', ')}.`
					: `The entry has no ${claim} that was checked. Leave this review out.`
			});
		}
	}

	/** Lists what only a person can judge; it never counts as found. @param range within the text at the path */
	sense(path: Path, value: string, range: [number, number], message: string): void {
		this.claim('sense', path, value, { verdict: 'sense', message, range });
	}

	/** Numbers of the cited paragraphs; empty if a source is cited as a whole. */
	get cited(): number[] {
		return [...new Set(this.scopes.flatMap(({ cited }) => cited ?? []))];
	}

	/** What the entry cites, as the subject of a sentence, and whether it is singular. */
	get there(): { words: string; one: boolean } {
		const { cited } = this;
		if (cited.length === 0) return { words: 'The source', one: true };
		const words = paragraphsInWords(cited);
		return { words: words[0].toUpperCase() + words.slice(1), one: cited.length === 1 };
	}

	/** “Paragraph 4 has”, “Paragraphs 4 and 6 do not name” */
	say(one: string, several: string): string {
		const { there } = this;
		return `${there.words} ${there.one ? one : several}`;
	}

	/** The first place of a text in the cited paragraphs. */
	find(text: string): Hit | null {
		for (const scope of this.scopes) for (const hit of scope.places(normal(text))) return hit;
		return null;
	}

	/** The numbers in the cited paragraphs, one at a time: a long source has millions. */
	*numbers(): Generator<NumberThere> {
		for (const scope of this.scopes)
			for (const paragraph of scope.paragraphs) {
				const all = scope.library.numbersIn(paragraph);
				for (let index = 0; index < all.length; index++) {
					const number = all[index];
					yield { scope, paragraph, number, all, index, start: number.start, end: number.end };
				}
			}
	}

	private datesCited: Scope['dates'] | undefined;

	/** The dates in the cited paragraphs; those of a source cited as a whole only for the story itself. */
	get dates(): readonly { scope: Scope; paragraph: Paragraph; date: DateFound }[] {
		const whole = this.subject.kind === 'story';
		return (this.datesCited ??= this.scopes.flatMap((scope) => (scope.cited || whole ? scope.dates : [])));
	}
}
