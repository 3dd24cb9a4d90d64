/** Do the links in a scene’s prose, the items placed in it, and the subject of a quotation or figure match? */
import type { Ref, Story } from '../story/model.ts';
import { overlaps } from './agree.ts';
import { Entry, type Path, type Shared, type Subject as Cited } from './entry.ts';
import type { Finding } from './finding.ts';
import { findNumbers } from './numerals.ts';
import { memoiseByText } from './remember.ts';
import { normal } from './scope.ts';
import { sentencesOf } from './segments.ts';
import { contentWords, shareSubject, subjectsIn, type Subject } from './subjects.ts';
import { readTold, writtenAt } from './told.ts';

type Kept = Story['events'][number] | Story['quotes'][number] | Story['figures'][number];

/** An item as it reads in one language. */
interface Item {
	ref: Ref;
	words: ReadonlySet<string>;
	subjects: Subject[];
	/** Subjects from its list of actors, and its speaker. */
	listed: Subject[];
	numbers: Set<number>;
	paragraphs: Set<string>;
	item: Kept;
}

const paragraphsOf = ({ sources }: Pick<Cited, 'sources'>) =>
	new Set(sources.flatMap(({ source, paragraphs = [] }) => paragraphs.map((number) => `${source} ${number}`)));
function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
	for (const one of some) if (others.has(one)) return true;
	return false;
}
const plain = (value: unknown, language: string): string =>
	typeof value === 'string'
		? value
		: Array.isArray(value)
			? value.map((one) => plain(one, language)).join('\n')
			: typeof value === 'object' && value !== null
				? plain((value as Record<string, unknown>)[language] ?? '', language)
				: '';

/** A story in one language, for checking its links. */
class Telling {
	readonly items: Item[];
	/** How much each word counts: rare ones more than those in many items, and none that is in all of them. */
	private readonly weights = new Map<string, number>();

	constructor(
		story: Story,
		readonly language: string,
		private readonly shared: Shared
	) {
		const lists = { event: story.events, quote: story.quotes, figure: story.figures } as const;
		this.items = Object.entries(lists).flatMap(([kind, list]) =>
			(list as Kept[]).map((one) => this.read(`${kind}-${one.id}` as Ref, one))
		);
		const counts = new Map<string, number>();
		for (const { words } of this.items) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
		for (const [word, count] of counts) this.weights.set(word, Math.log(this.items.length / count));
	}

	private read(ref: Ref, item: Kept): Item {
		const { names } = this.shared;
		const actors = [...item.actors, ...('speaker' in item ? [item.speaker] : [])];
		const own = item as unknown as Record<string, unknown>;
		const said = ['title', 'summary', 'context', 'words', 'translation', 'note', 'when'].map((key) =>
			plain(own[key], this.language)
		);
		const labels =
			'rows' in item
				? item.rows.flatMap(({ label, group }) => [plain(label, this.language), plain(group, this.language)])
				: [];
		const text = normal([...said, ...labels, ...actors.flatMap((id) => names.formsOf(id)), item.date].join('\n'));
		const listed = actors.flatMap((id) =>
			subjectsIn(names.formsOf(id)[0] ?? '', names).concat({ ids: [id], name: id, start: 0, end: 0 })
		);
		const subjects = [...subjectsIn(text, names), ...listed];
		const rows = 'rows' in item ? item.rows.map(({ value }) => value) : [];
		return {
			ref,
			item,
			words: contentWords(text),
			subjects,
			listed,
			numbers: new Set([...numbersIn(text), ...rows]),
			paragraphs: paragraphsOf(item)
		};
	}

	/** How well an item matches the words of a text. */
	likeness(words: ReadonlySet<string>, { words: there }: Item): number {
		let sum = 0;
		for (const word of words) if (there.has(word)) sum += this.weights.get(word)!;
		return sum;
	}

	/** Only people and companies: countries are often named only as the place of events. */
	acting(subjects: readonly Subject[]): Subject[] {
		return subjects.filter(({ ids: [id] }) => this.shared.names.acts(id));
	}

	named(text: string): readonly Subject[] {
		return subjectsIn(text, this.shared.names);
	}
}

export function links(story: Story, shared: Shared): Finding[] {
	if (shared.libraries.size === 0) return [];
	const findings: Finding[] = [];
	const tellings = story.languages
		.filter((language) => /^(en|zh)\b/i.test(language))
		.map((language) => new Telling(story, language, shared));
	story.scenes.forEach((scene, index) => {
		const entry = new Entry(shared, { kind: 'scene', id: scene.id, index, sources: scene.sources, of: scene });
		for (const telling of tellings)
			for (const key of ['prose', 'lead'] as const) {
				const text = scene[key]?.[telling.language];
				if (text) prose(entry, telling, text, [key, telling.language], paragraphsOf(scene));
			}
		findings.push(...entry.findings);
	});
	const [telling] = tellings;
	for (const [kind, list] of telling
		? ([
				['quote', story.quotes],
				['figure', story.figures]
			] as const)
		: [])
		(list as (Kept & { about?: string[] })[]).forEach((item, index) => {
			const entry = new Entry(shared, { kind, id: item.id, index, sources: item.sources, of: item });
			item.about?.forEach((id, i) => about(entry, telling, item, id, ['about', i]));
			findings.push(...entry.findings);
		});
	return findings;
}

/** Checks the links of one text, and the items placed in it. */
function prose(entry: Entry, telling: Telling, written: string, path: Path, cited: ReadonlySet<string>): void {
	const told = readTold(written, { markdown: true });
	const { text } = told.normal;
	const sentences = sentencesOf(text);
	for (const { to, start, end } of told.links) {
		const target = telling.items.find(({ ref }) => ref === to);
		if (!target) continue;
		const around = sentences.find(([from, until]) => from <= start && start < until) ?? [start, end];
		// From the link before it to the end of the clause.
		const from = Math.max(around[0], ...told.links.filter((one) => one.end <= start).map((one) => one.end));
		const until = text.slice(end, around[1]).search(/[,:]|$/) + end;
		const other = better(
			telling,
			target,
			text.slice(start, end),
			text.slice(from, until),
			text.slice(...around),
			cited
		);
		if (other)
			entry.claim('link', path, to, {
				verdict: 'missing',
				range: writtenAt(told, start, end),
				message: `${to} has nothing of these words.${other === to ? '' : ` Did you mean ${other}?`}`
			});
		else if (isDoubtful(telling, target, text.slice(from, until), cited))
			entry.claim('link', path, to, {
				verdict: 'sense',
				range: writtenAt(told, start, end),
				message: `Other items have more of these words than ${to} has. Is it the one?`
			});
	}
	for (const { 1: ref, 0: all, index } of written.matchAll(/!\[[^\]]*\]\(#([a-z0-9-]+)\)/g)) {
		const target = telling.items.find((one) => one.ref === ref);
		if (!target) continue;
		const before = normal(readTold(written.slice(0, index), { markdown: true }).normal.text);
		const last = sentencesOf(before)
			.slice(-2)
			.map(([from, until]) => before.slice(from, until))
			.join('');
		const other = last.trim()
			? placed(telling, target, last, cited)
			: meet(cited, target.paragraphs) || cited.size === 0
				? null
				: ref;
		if (other)
			entry.claim('link', path, ref, {
				verdict: 'missing',
				range: [index, index + all.length],
				message: `${ref} has nothing of what is said before it.${other === ref ? '' : ` Did you mean ${other}?`}`
			});
	}
}

const numbersIn = memoiseByText((text) =>
	findNumbers(text).flatMap(({ value, weak, vague }) => (weak || vague ? [] : value))
);

/** By how much another item must match better for it to be the one meant, and for the link to be in doubt. */
const [clearly, nearer] = [1.5, 0.5];

/** @returns the item that was meant, or the target itself if it is wrong and no other fits; null if it may be right */
function better(
	telling: Telling,
	target: Item,
	link: string,
	clause: string,
	sentence: string,
	cited: ReadonlySet<string>
): string | null {
	const [words, around] = [contentWords(link), contentWords(sentence)];
	const subjects = telling.named(link);
	const numbers = numbersIn(link);
	const counts = (one: Item) => (numbers.some((number) => one.numbers.has(number)) ? 2 : 0);
	const isCited = (one: Item) => cited.size === 0 || one.paragraphs.size === 0 || meet(cited, one.paragraphs);
	// A link on a name leads to an item about that actor.
	const actors = telling.acting(subjects);
	if (actors.length && !shareSubject(actors, target.listed)) {
		const named = telling.items.find((one) => isCited(one) && shareSubject(actors, one.listed));
		if (named) return named.ref;
	}
	const dated = readTold(clause)
		.dates.filter(({ relative, sense }) => !relative && sense !== 'vague')
		.map(({ span }) => span);
	const isThen = (one: Item) => dated.some((span) => overlaps(span, one.item.span));
	if (dated.length && !isThen(target)) {
		const then = telling.items.find(
			(one) =>
				one.ref.startsWith('event-') &&
				isCited(one) &&
				isThen(one) &&
				telling.likeness(words, one) + (shareSubject(subjects, one.subjects) ? 1 : 0) > 0
		);
		if (then && target.ref.startsWith('event-')) return then.ref;
	}
	const own = telling.likeness(words, target) + (shareSubject(subjects, target.subjects) ? 1 : 0) + counts(target);
	if (!isCited(target) && own === 0) return target.ref;
	const score = (one: Item) =>
		2 * telling.likeness(words, one) +
		telling.likeness(around, one) +
		(shareSubject(subjects, one.subjects) ? 1 : 0) +
		2 * counts(one);
	const mine = score(target);
	let best: { ref: string; score: number } | null = null;
	for (const one of telling.items) {
		if (one === target || !isCited(one) || telling.likeness(words, one) + counts(one) === 0) continue;
		const theirs = score(one);
		if (theirs > (best?.score ?? clearly * mine + 1)) best = { ref: one.ref, score: theirs };
	}
	return own === 0 && best ? best.ref : null;
}

/** Does another cited item match the clause of a link better, so that only somebody who reads both can tell? */
function isDoubtful(telling: Telling, target: Item, clause: string, cited: ReadonlySet<string>): boolean {
	const words = contentWords(clause);
	const subjects = telling.named(clause);
	const numbers = numbersIn(clause);
	const score = (one: Item) =>
		telling.likeness(words, one) +
		(shareSubject(subjects, one.subjects) ? 1 : 0) +
		numbers.filter((number) => one.numbers.has(number)).length;
	const mine = score(target);
	const isCited = (one: Item) => cited.size === 0 || one.paragraphs.size === 0 || meet(cited, one.paragraphs);
	return telling.items.some((one) => one !== target && isCited(one) && score(one) > mine + nearer);
}

/** The same for an item placed after a text: a quotation, and the sentence that leads to it. */
function placed(telling: Telling, target: Item, before: string, cited: ReadonlySet<string>): string | null {
	const subjects = telling.named(before);
	const isCited = (one: Item) => cited.size === 0 || one.paragraphs.size === 0 || meet(cited, one.paragraphs);
	// An item placed in a scene must rest on what the scene cites.
	if (!isCited(target)) return target.ref;
	const speaker = (one: Item) => ('speaker' in one.item ? one.item.speaker : undefined);
	const said = speaker(target);
	const people = subjects.filter(({ ids }) => telling.items.some((one) => speaker(one) === ids[0]));
	if (!said || !people.length || people.some(({ ids }) => ids.includes(said))) return null;
	const other = telling.items.find(
		(one) => one !== target && isCited(one) && people.some(({ ids }) => ids[0] === speaker(one))
	);
	const words = contentWords(before);
	return other && telling.likeness(words, other) > telling.likeness(words, target) ? other.ref : null;
}

/** What a quotation or figure is about must share a paragraph with it, or names and words. */
function about(entry: Entry, telling: Telling, item: Kept, id: string, path: Path): void {
	const kind = entry.subject.kind as 'quote' | 'figure';
	const own = telling.items.find(({ ref }) => ref === `${kind}-${item.id}`)!;
	const event = telling.items.find(({ ref }) => ref === `event-${id}`);
	if (!event || meet(own.paragraphs, event.paragraphs) || (own.paragraphs.size === 0 && event.paragraphs.size === 0))
		return;
	const likeness = telling.likeness(own.words, event);
	const others = telling.items.filter(
		({ ref, paragraphs }) => ref.startsWith('event-') && meet(own.paragraphs, paragraphs)
	);
	const best = others.find((one) => telling.likeness(own.words, one) >= likeness);
	if (likeness < 1 || best)
		entry.claim('link', path, id, {
			verdict: 'missing',
			message: `It cites no paragraph of event-${id}, and says little of what that says.${best ? ` Did you mean ${best.ref.slice(6)}?` : ''}`
		});
}
