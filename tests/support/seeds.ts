/** Mistakes that a careless editor might make in a story, one at a time, which verifying has to catch. */
import { parseDate } from '#lib/story/date.ts';
import type { Quote, Story } from '#lib/story/model.ts';
import { findNumbers } from '#lib/verify/numerals.ts';
import { changed, seed, type List, type Seed } from './changes.ts';

type Dated = Story['events'][number] | Story['quotes'][number] | Story['figures'][number];

/** Every change in every category, in a fixed order. */
export function seeds(story: Story): Seed[] {
	const all: Seed[] = [];
	const add = <L extends List>(
		category: string,
		what: string,
		[list, index]: [L, number],
		change: (entry: Story[L][number]) => void
	) => all.push(seed(category, what, () => changed(story, list, index, change)));
	const other = (character: string) =>
		/\d/.test(character) ? String((Number(character) + 1) % 10) : character === '的' ? '了' : '的';

	story.quotes.forEach((quote, index) => {
		const listed = [quote.words].flat();
		listed.forEach((words, i) => {
			const set = (text: string) => (entry: Quote) => {
				const { words: old } = entry;
				entry.words = Array.isArray(old) ? old.map((one, at) => (at === i ? text : one)) : text;
			};
			const letters = [...words];
			const isMark = (at: number) => /[，。、（）,.]/.test(letters[at]);
			for (const at of new Set([0, letters.length >> 1, letters.length - 1])) {
				if (isMark(at)) continue;
				const edited = (edit: (text: string[]) => void) => {
					const copy = [...letters];
					edit(copy);
					return copy.join('');
				};
				const place = `${quote.id} ${i}:${at}`;
				add('a character of a quote lost', place, ['quotes', index], set(edited((text) => text.splice(at, 1))));
				add(
					'a character of a quote changed',
					place,
					['quotes', index],
					set(edited((text) => (text[at] = other(text[at]))))
				);
			}
			for (let at = 0; at + 1 < letters.length; at += 5) {
				if (letters[at] === letters[at + 1] || isMark(at) || isMark(at + 1)) continue;
				add(
					'two characters of a quote swapped',
					`${quote.id} ${i}:${at}`,
					['quotes', index],
					set([...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join(''))
				);
			}
		});

		// Actors in the same paragraphs are most likely to be mistaken for the speaker.
		const cited = new Set(quote.sources.flatMap(({ paragraphs = [] }) => paragraphs));
		const near = story.actors.filter(
			({ id, sources }) =>
				id !== quote.speaker && sources.some(({ paragraphs = [] }) => paragraphs.some((one) => cited.has(one)))
		);
		const far = story.actors
			.filter((actor) => actor.id !== quote.speaker && !near.includes(actor))
			.slice(index, index + 2);
		for (const { id } of [...near, ...far])
			add('a speaker swapped', `${quote.id}: ${id}`, ['quotes', index], (entry) => void (entry.speaker = id));
		const kinds = quote.kind === 'reported' ? (['direct', 'term'] as const) : (['reported'] as const);
		for (const kind of kinds)
			add(
				'a kind swapped',
				`${quote.id}: ${quote.kind} → ${kind}`,
				['quotes', index],
				(entry) => void (entry.kind = kind)
			);
	});

	for (const list of ['events', 'quotes', 'figures'] as const)
		story[list].forEach((item, index) => {
			const name = `${list}[${item.id}]`;
			const date = (category: string, text: string) => {
				const read = parseDate(text);
				if (!('problem' in read))
					add(
						category,
						`${name} ${text}`,
						[list, index],
						(entry) => void Object.assign(entry, { date: text, span: read.date })
					);
			};
			const years = [...item.date.matchAll(/\d{4}/g)];
			for (const { 0: year, index: at } of years)
				for (const by of [-1, 1]) {
					const text = item.date.slice(0, at) + String(Number(year) + by) + item.date.slice(at + 4);
					date('a year off by one', text);
				}
			const day = /-(\d\d)$/.exec(item.date);
			if (day) {
				const text = `${item.date.slice(0, -2)}${String(Number(day[1]) + (day[1] === '12' ? -1 : 1)).padStart(2, '0')}`;
				date('a day or month off by one', text);
			}

			item.sources.forEach((citation, i) =>
				citation.paragraphs?.forEach((number, at) => {
					for (const by of [-1, 1])
						if (number + by > 0 && !citation.paragraphs!.includes(number + by))
							add('a neighbour’s paragraph', `${name} P${number} → P${number + by}`, [list, index], (entry) => {
								entry.sources[i].paragraphs![at] = number + by;
							});
				})
			);

			const keys = list === 'quotes' ? (['context'] as const) : (['title', 'summary'] as const);
			for (const key of keys)
				for (const language of story.languages) {
					const text = (item as unknown as Record<string, Record<string, string>>)[key][language];
					const write = (to: string) => (entry: Dated) =>
						void ((entry as unknown as Record<string, Record<string, string>>)[key][language] = to);
					for (const { start, end, weak } of findNumbers(text)) {
						const digit = /\d/.exec(text.slice(start, end));
						if (weak || !digit) continue;
						const at = start + digit.index;
						add(
							'a digit of a text',
							`${name}.${key}.${language} ${text.slice(start, end)}`,
							[list, index],
							write(text.slice(0, at) + other(text[at]) + text.slice(at + 1))
						);
					}
					for (const { 0: scale, index: at } of text.matchAll(/(?<=\d)[万亿]| (?:million|billion)/g))
						add(
							'a lost 亿, 万, million',
							`${name}.${key}.${language}`,
							[list, index],
							write(text.slice(0, at) + text.slice(at + scale.length))
						);
				}

			const actors = (item as { actors: string[] }).actors;
			actors.forEach((id, i) => {
				// A neighbour in the list of actors, or one further on.
				const at = story.actors.findIndex((actor) => actor.id === id);
				const swap = [1, 20, 7]
					.map((by) => story.actors[(at + by) % story.actors.length])
					.find((actor) => !actors.includes(actor.id))!;
				// A country swapped for another in a paragraph that names both: only a person can tell.
				if ([id, swap.id].every((one) => story.actors.some((actor) => actor.id === one && actor.kind === 'government')))
					return;
				add(
					'an actor swapped',
					`${name} ${id} → ${swap.id}`,
					[list, index],
					(entry) => void (entry.actors[i] = swap.id)
				);
			});
		});

	story.figures.forEach((figure, index) =>
		figure.rows.forEach((row, i) => {
			const name = `figures[${figure.id}].rows[${i}]`;
			if (row.value === 100 || row.computed) return;
			const digits = String(row.value);
			add('a digit of a figure', `${name} ${digits}`, ['figures', index], (entry) => {
				entry.rows[i].value = Number(other(digits[0]) + digits.slice(1)) || Number(`9${digits.slice(1)}`);
			});
			if (digits.length > 1)
				add('a digit of a figure', `${name} ${digits} second`, ['figures', index], (entry) => {
					entry.rows[i].value = Number(digits[0] + other(digits[1]) + digits.slice(2));
				});
			if (row.value >= 1e4)
				for (const by of [1e4, 1e8].filter((one) => row.value >= one))
					add(
						'a lost 亿, 万, million',
						`${name} / ${by}`,
						['figures', index],
						(entry) => void (entry.rows[i].value /= by)
					);
			add('a qualifier swapped', name, ['figures', index], (entry) => {
				entry.rows[i].qualifier = row.qualifier === 'exactly' ? 'over' : 'exactly';
			});
			const other_ = figure.rows.find(
				({ actor, value }) => actor && row.actor && actor !== row.actor && value !== row.value
			);
			if (other_)
				add('two rows swapped', name, ['figures', index], ({ rows }) => {
					const j = figure.rows.indexOf(other_);
					[rows[i].value, rows[j].value] = [rows[j].value, rows[i].value];
					[rows[i].qualifier, rows[j].qualifier] = [rows[j].qualifier, rows[i].qualifier];
				});
		})
	);
	return all;
}
