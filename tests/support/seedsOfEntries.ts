/** Changes to what an entry has beside its texts: words for dates, labels, groups, `about`, names, translations. */
import type { Figure, Story } from '#lib/story/model.ts';
import { findNumbers } from '#lib/verify/numerals.ts';
import { changed, seed, type List, type Seed } from './changes.ts';
import { textsOf } from './seedsOfTexts.ts';

const titles: [RegExp, string][] = [
	[/\bCEO\b/, 'CFO'],
	[/\bFounder\b/, 'Chairman'],
	[/\bDirector\b/, 'Chief scientist'],
	[/首席执行官/, '首席财务官'],
	[/创始人/, '董事长'],
	[/会长/, '秘书'],
	[/主笔/, '记者'],
	[/Former chairman/, 'Chairman'],
	[/前董事长/, '董事长']
];

/** Replaces the second character of Chinese names: it occurs in no name. */
const strange = '甬';

export function seedsOfEntries(story: Story): Seed[] {
	const all: Seed[] = [];
	const add = <L extends List>(
		category: string,
		what: string,
		[list, index]: [L, number],
		change: (entry: Story[L][number]) => void
	) => all.push(seed(category, what, () => changed(story, list, index, change)));
	for (const list of ['events', 'quotes', 'figures'] as const)
		story[list].forEach(({ id, when }, index) => {
			for (const [language, text] of Object.entries(when ?? {}))
				for (const by of [-1, 2]) {
					const to = text.replace(/\d{4}/, (year) => String(Number(year) + by));
					if (to !== text)
						add(
							'words for a date',
							`${list}[${id}].when.${language}: ${to}`,
							[list, index],
							(entry) => void (entry.when![language] = to)
						);
				}
		});

	story.figures.forEach(({ id, rows, about }, index) => {
		const swap = (key: 'label' | 'group' | 'date', a: number, b: number) => (figure: Figure) => {
			const changed = figure.rows as Record<string, unknown>[];
			for (const one of key === 'date' ? ['date', 'span', 'when'] : [key])
				[changed[a][one], changed[b][one]] = [changed[b][one], changed[a][one]];
		};
		for (const key of ['label', 'group', 'date'] as const)
			for (let a = 0; a < rows.length; a++)
				for (let b = a + 1; b < rows.length; b++) {
					if (
						!rows[a][key] ||
						!rows[b][key] ||
						JSON.stringify(rows[a][key]) === JSON.stringify(rows[b][key]) ||
						rows[a].value === rows[b].value
					)
						continue;
					add(`${key}s of rows exchanged`, `figures[${id}] ${a} ↔ ${b}`, ['figures', index], swap(key, a, b));
				}
		about.forEach((event, i) =>
			away(story, 'figures', index, event).forEach((other) =>
				add(
					'about another event',
					`figures[${id}]: ${event} → ${other}`,
					['figures', index],
					(entry) => void (entry.about[i] = other)
				)
			)
		);
	});
	story.quotes.forEach(({ id, about, translation, words }, index) => {
		about.forEach((event, i) =>
			away(story, 'quotes', index, event).forEach((other) =>
				add(
					'about another event',
					`quotes[${id}]: ${event} → ${other}`,
					['quotes', index],
					(entry) => void (entry.about[i] = other)
				)
			)
		);
		for (const [language, text] of Object.entries(translation ?? {})) {
			const flat = [text].flat().join(' / ');
			for (const { start, end, weak } of findNumbers(flat))
				if (!weak && /\d/.test(flat[start]))
					add(
						'a number of a translation',
						`quotes[${id}] ${flat}`,
						['quotes', index],
						(entry) => void (entry.translation![language] = `${flat.slice(0, start)}7${flat.slice(end)}`)
					);
			const name = story.actors.find((actor) => flat.includes(actor.name[language]) && actor.kind !== 'group');
			const other = story.actors.find(
				(actor) =>
					name &&
					actor.kind === name.kind &&
					actor !== name &&
					![words]
						.flat()
						.join()
						.includes(Object.values(actor.name)[1] ?? '\0')
			);
			if (name && other)
				add(
					'a name of a translation',
					`quotes[${id}]: ${name.name[language]} → ${other.name[language]}`,
					['quotes', index],
					(entry) => void (entry.translation![language] = flat.replace(name.name[language], other.name[language]))
				);
		}
	});
	story.actors.forEach(({ id, kind, name }, index) => {
		if (kind !== 'person' && kind !== 'company') return;
		for (const [language, form] of Object.entries(name)) {
			const isHan = /^[\p{sc=Han}·]{3,}$/u.test(form);
			const to = isHan
				? form[0] + strange + form.slice(2)
				: form.length > 5 && /^\p{sc=Latin}/u.test(form)
					? form.replace(/(\p{Ll})(\p{Ll})(?=[^\p{Ll}]|$)/u, '$2$1')
					: form;
			if (to !== form)
				add(
					'a name misspelt, actors.yaml',
					`actors[${id}].name.${language}: ${to}`,
					['actors', index],
					(entry) => void (entry.name[language] = to)
				);
		}
		for (const [language, text] of Object.entries(story.actors[index].role ?? {}))
			for (const [from, to] of titles)
				if (from.test(text))
					add(
						'a role',
						`actors[${id}].role.${language}: ${to}`,
						['actors', index],
						(entry) => void (entry.role![language] = text.replace(from, to))
					);
	});
	return all;
}

/** Events that share no paragraph and no actor with an item, so that nobody would take them for the right one. */
function away(story: Story, list: 'quotes' | 'figures', index: number, event: string): string[] {
	const item = story[list][index];
	const cited = new Set(item.sources.flatMap(({ paragraphs = [] }) => paragraphs));
	const at = story.events.findIndex(({ id }) => id === event);
	return [3, 8]
		.map((by) => story.events[(at + by) % story.events.length])
		.filter(({ sources }) => !sources.some(({ paragraphs = [] }) => paragraphs.some((one) => cited.has(one))))
		.map(({ id }) => id);
}

/** Errors that only understanding can detect: each has to be listed for a person, at the text that contains it. */
export interface Unseen extends Seed {
	/** The claim under which it has to be listed. */
	claim: string;
}

const senses: [category: string, from: RegExp, to: string][] = [
	['a negation', /\b(is|are|was|were|has|have|does|can)\b(?! not)/, '$1 not'],
	['a negation', /\b(is|are|has|does) not\b/, '$1'],
	['a negation', /(?<![不没未])(有|是|会|来|到)(?!成)/, '没$1'],
	['a negation', /不(?=答应|赞成|到)/, ''],
	['a cause', /, and /, ', because '],
	['a cause', /，/, '，因此'],
	['a superlative', /\b(a|an) (?=\p{Ll})/u, 'the biggest '],
	['a superlative', /(?=电厂|模型|公司)/, '最大的']
];

export function unseen(story: Story): Unseen[] {
	const found: Unseen[] = [];
	const add = (category: string, claim: string, what: string, make: () => Story) =>
		found.push(Object.assign(seed(category, what, make), { claim }));
	for (const { name, list, text, language, write } of textsOf(story)) {
		if (list === 'actors' || list === 'story') continue;
		for (const [category, from, to] of senses) {
			const told = text.replace(from, to);
			if (told === text || (/\p{sc=Han}/u.test(to) !== language.startsWith('zh') && to !== '')) continue;
			add(category, name, `${name}: ${told.slice(0, 60)}`, () => write(told));
		}
		if (list === 'events' && name.includes('.title.'))
			add('an invented event', name, name, () =>
				write(language.startsWith('zh') ? '一场大火烧毁了旧仓库' : 'A fire destroys the old warehouse')
			);
	}
	story.quotes.forEach(({ id, translation }, index) => {
		for (const [language, text] of Object.entries(translation ?? {})) {
			const told = `It is not so: ${[text].flat().join(' ')}`;
			add('an opposite translation', `quotes[${id}].translation.${language}`, `quotes[${id}]`, () =>
				changed(story, 'quotes', index, (quote) => void (quote.translation![language] = told))
			);
		}
	});
	return found;
}
