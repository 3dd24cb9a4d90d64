/** Changes that a careless editor would make to a story, each by itself: what verifying it has to catch. */
import { parseDate } from '#lib/story/date.ts';
import type { Story } from '#lib/story/model.ts';
import { findNumbers } from '#lib/verify/numerals.ts';

export interface Seed {
	category: string;
	what: string;
	story: Story;
}

type Dated = Story['events'][number] | Story['quotes'][number] | Story['figures'][number];

/** Every change of every category, in a fixed order. */
export function seeds(story: Story): Seed[] {
	const all: Seed[] = [];
	const seed = (category: string, what: string, change: (copy: Story) => boolean | void) => {
		const copy = structuredClone(story);
		if (change(copy) !== false) all.push({ category, what, story: copy });
	};
	const other = (character: string) =>
		/\d/.test(character) ? String((Number(character) + 1) % 10) : character === '的' ? '了' : '的';

	story.quotes.forEach((quote, index) => {
		const listed = [quote.words].flat();
		listed.forEach((words, i) => {
			const set = (copy: Story, text: string) => {
				const { words: old } = copy.quotes[index];
				copy.quotes[index].words = Array.isArray(old) ? old.map((one, at) => (at === i ? text : one)) : text;
			};
			const letters = [...words];
			const isMark = (at: number) => /[，。、（）,.]/.test(letters[at]);
			for (const at of new Set([0, letters.length >> 1, letters.length - 1])) {
				if (isMark(at)) continue;
				const changed = (edit: (text: string[]) => void) => {
					const copy = [...letters];
					edit(copy);
					return copy.join('');
				};
				const place = `${quote.id} ${i}:${at}`;
				seed('a character of a quote lost', place, (copy) =>
					set(
						copy,
						changed((text) => text.splice(at, 1))
					)
				);
				seed('a character of a quote changed', place, (copy) =>
					set(
						copy,
						changed((text) => (text[at] = other(text[at])))
					)
				);
			}
			for (let at = 0; at + 1 < letters.length; at += 5) {
				if (letters[at] === letters[at + 1] || isMark(at) || isMark(at + 1)) continue;
				seed('two characters of a quote swapped', `${quote.id} ${i}:${at}`, (copy) =>
					set(copy, [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join(''))
				);
			}
		});

		// Those named in the same paragraphs are the likeliest to be taken for the speaker.
		const cited = new Set(quote.sources.flatMap(({ paragraphs = [] }) => paragraphs));
		const near = story.actors.filter(
			({ id, sources }) =>
				id !== quote.speaker && sources.some(({ paragraphs = [] }) => paragraphs.some((one) => cited.has(one)))
		);
		const far = story.actors
			.filter((actor) => actor.id !== quote.speaker && !near.includes(actor))
			.slice(index, index + 2);
		for (const { id } of [...near, ...far])
			seed('a speaker swapped', `${quote.id}: ${id}`, (copy) => void (copy.quotes[index].speaker = id));
		const kinds = quote.kind === 'reported' ? (['direct', 'term'] as const) : (['reported'] as const);
		for (const kind of kinds)
			seed('a kind swapped', `${quote.id}: ${quote.kind} → ${kind}`, (copy) => void (copy.quotes[index].kind = kind));
	});

	for (const list of ['events', 'quotes', 'figures'] as const)
		story[list].forEach((item, index) => {
			const name = `${list}[${item.id}]`;
			const date = (text: string) => (copy: Story) => {
				const read = parseDate(text);
				if ('problem' in read) return false;
				Object.assign(copy[list][index] as Dated, { date: text, span: read.date });
			};
			const years = [...item.date.matchAll(/\d{4}/g)];
			for (const { 0: year, index: at } of years)
				for (const by of [-1, 1]) {
					const text = item.date.slice(0, at) + String(Number(year) + by) + item.date.slice(at + 4);
					seed('a year off by one', `${name} ${text}`, date(text));
				}
			const day = /-(\d\d)$/.exec(item.date);
			if (day) {
				const text = `${item.date.slice(0, -2)}${String(Number(day[1]) + (day[1] === '12' ? -1 : 1)).padStart(2, '0')}`;
				seed('a day or month off by one', `${name} ${text}`, date(text));
			}

			item.sources.forEach((citation, i) =>
				citation.paragraphs?.forEach((number, at) => {
					for (const by of [-1, 1])
						if (number + by > 0 && !citation.paragraphs!.includes(number + by))
							seed('a neighbour’s paragraph', `${name} P${number} → P${number + by}`, (copy) => {
								copy[list][index].sources[i].paragraphs![at] = number + by;
							});
				})
			);

			const keys = list === 'quotes' ? (['context'] as const) : (['title', 'summary'] as const);
			for (const key of keys)
				for (const language of story.languages) {
					const text = (item as unknown as Record<string, Record<string, string>>)[key][language];
					const write = (changed: string) => (copy: Story) =>
						void ((copy[list][index] as unknown as Record<string, Record<string, string>>)[key][language] = changed);
					for (const { start, end, weak } of findNumbers(text)) {
						const digit = /\d/.exec(text.slice(start, end));
						if (weak || !digit) continue;
						const at = start + digit.index;
						seed(
							'a digit of a text',
							`${name}.${key}.${language} ${text.slice(start, end)}`,
							write(text.slice(0, at) + other(text[at]) + text.slice(at + 1))
						);
					}
					for (const { 0: scale, index: at } of text.matchAll(/(?<=\d)[万亿]| (?:million|billion)/g))
						seed(
							'a lost 亿, 万, million',
							`${name}.${key}.${language}`,
							write(text.slice(0, at) + text.slice(at + scale.length))
						);
				}

			const actors = (item as { actors: string[] }).actors;
			actors.forEach((id, i) => {
				// A neighbour in the list of actors, and one further on.
				const at = story.actors.findIndex((actor) => actor.id === id);
				const swap = [1, 20, 7]
					.map((by) => story.actors[(at + by) % story.actors.length])
					.find((actor) => !actors.includes(actor.id))!;
				// One country for another in a paragraph that names both: only a person can tell.
				if ([id, swap.id].every((one) => story.actors.some((actor) => actor.id === one && actor.kind === 'government')))
					return;
				seed('an actor swapped', `${name} ${id} → ${swap.id}`, (copy) => void (copy[list][index].actors[i] = swap.id));
			});
		});

	story.figures.forEach((figure, index) =>
		figure.rows.forEach((row, i) => {
			const name = `figures[${figure.id}].rows[${i}]`;
			if (row.value === 100 || row.computed) return;
			const digits = String(row.value);
			seed('a digit of a figure', `${name} ${digits}`, (copy) => {
				copy.figures[index].rows[i].value = Number(other(digits[0]) + digits.slice(1)) || Number(`9${digits.slice(1)}`);
			});
			if (digits.length > 1)
				seed('a digit of a figure', `${name} ${digits} second`, (copy) => {
					copy.figures[index].rows[i].value = Number(digits[0] + other(digits[1]) + digits.slice(2));
				});
			if (row.value >= 1e4)
				for (const by of [1e4, 1e8].filter((one) => row.value >= one))
					seed('a lost 亿, 万, million', `${name} / ${by}`, (copy) => void (copy.figures[index].rows[i].value /= by));
			seed('a qualifier swapped', name, (copy) => {
				copy.figures[index].rows[i].qualifier = row.qualifier === 'exactly' ? 'over' : 'exactly';
			});
			const other_ = figure.rows.find(
				({ actor, value }) => actor && row.actor && actor !== row.actor && value !== row.value
			);
			if (other_)
				seed('two rows swapped', name, (copy) => {
					const { rows } = copy.figures[index];
					const j = figure.rows.indexOf(other_);
					[rows[i].value, rows[j].value] = [rows[j].value, rows[i].value];
					[rows[i].qualifier, rows[j].qualifier] = [rows[j].qualifier, rows[i].qualifier];
				});
		})
	);
	return all;
}
