/** What is checked against the sources for each kind of entry. */
import type { Actor, Figure, Quote, Scene, Source, Story, StoryEvent, Text } from '../story/model.ts';
import { amounts } from './checkAmounts.ts';
import { date, reason } from './checkDates.ts';
import { actor, names } from './checkNames.ts';
import { translations, words } from './checkQuotes.ts';
import { role } from './checkRoles.ts';
import { spelling } from './checkSpelling.ts';
import type { Entry } from './entry.ts';
import { narrative } from './narrative.ts';
import { located, normal } from './scope.ts';
import { subjectsIn } from './subjects.ts';

export function event(entry: Entry, event: StoryEvent): void {
	const { span, from, actors } = event;
	date(entry, event, ['date']);
	why(entry, from);
	actorsNamed(entry, actors);
	narrative(entry, event.title, { path: ['title'], span, from, actors, kinds: ['person', 'company'], title: true });
	// A summary may name a company that somebody has left.
	narrative(entry, event.summary, { path: ['summary'], span, from, actors, kinds: ['person'] });
}

export function quote(entry: Entry, quote: Quote): void {
	const { span, from, speaker, actors } = quote;
	words(entry, quote);
	date(entry, quote, ['date']);
	why(entry, from);
	actorsNamed(entry, actors);
	narrative(entry, quote.context, { path: ['context'], span, from, actors: [speaker, ...actors] });
	translations(entry, quote);
}

export function figure(entry: Entry, figure: Figure): void {
	const { span, from, actors } = figure;
	date(entry, figure, ['date']);
	why(entry, from);
	actorsNamed(entry, actors);
	for (const key of ['title', 'summary', 'note'] as const)
		narrative(entry, figure[key], { path: [key], span, from, actors, kinds: ['person', 'company'] });
	amounts(entry, figure);
	rows(entry, figure);
}

export function someone(entry: Entry, one: Actor): void {
	actor(entry, one.id, ['name']);
	spelling(entry, one);
	role(entry, one);
}

export function scene(entry: Entry, scene: Scene): void {
	for (const key of ['heading', 'prose', 'lead'] as const)
		narrative(entry, scene[key], { path: [key], markdown: key !== 'heading' });
}

export function source(entry: Entry, { authors, from }: Source): void {
	authors.forEach(({ name }, i) => {
		const hit = entry.find(name);
		entry.claim(
			'author',
			['authors', i, 'name'],
			name,
			hit ? { verdict: 'found', ...located(hit) } : { verdict: 'missing', message: 'The source does not name them.' }
		);
	});
	reason(entry, from, ['from']);
}

/** What story.yaml says. */
export function opening(entry: Entry, { title, dek, about }: Pick<Story, 'title' | 'dek' | 'about'>): void {
	narrative(entry, title, { path: ['title'] });
	narrative(entry, dek, { path: ['dek'] });
	narrative(entry, about, { path: ['about'], loose: true, markdown: true });
}

function actorsNamed(entry: Entry, actors: readonly string[]): void {
	actors.forEach((id, i) => actor(entry, id, ['actors', i]));
}

/** Checks what a row says beside its number. */
function rows(entry: Entry, figure: Story['figures'][number]): void {
	const { basis, from } = figure;
	figure.rows.forEach((row, i) => {
		const path = ['rows', i];
		narrative(entry, row.group, { path: [...path, 'group'], label: true });
		narrative(entry, row.label, { path: [...path, 'label'], actors: figure.actors, label: true });
		const [label] = subjectsIn(normal(Object.values(row.label)[0] ?? ''), entry.shared.names);
		const owner = label && entry.shared.names.get(label.ids[0]);
		if (
			row.actor &&
			owner &&
			owner.id !== row.actor &&
			['person', 'company'].includes(owner.kind) &&
			!label.ids.includes(row.actor) &&
			!entry.shared.names.isMember(row.actor, owner.id)
		)
			entry.claim('name', [...path, 'label'], label.name, {
				verdict: 'missing',
				message: `The label names ${label.name}, and the actor is ${row.actor}. Correct one of the two.`
			});
		// The basis and its reasons are the figure’s; that the source has such a date is checked here.
		if (row.span) date(entry, { date: row.date!, span: row.span, basis, from, when: row.when }, [...path, 'date']);
		narrative(entry, row.says, { path: [...path, 'says'], label: true });
		reason(entry, row.inferred, [...path, 'inferred']);
	});
}

/** Checks why a date was inferred: the words that it quotes, and the spelling of its names. */
function why(entry: Entry, from: Text | undefined): void {
	reason(entry, from, ['from']);
	names(entry, from, { path: ['from'], loose: true });
}
