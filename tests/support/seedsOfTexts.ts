/** Changes to a story’s texts in its own words, one at a time: errors of careless and of dishonest editors. */
import type { Story } from '#lib/story/model.ts';
import { findDates } from '#lib/verify/dates.ts';
import { Names } from '#lib/verify/names.ts';
import { normalise } from '#lib/verify/normalise.ts';
import { findNumbers } from '#lib/verify/numerals.ts';
import { places } from '#lib/verify/places.ts';
import type { SourceText } from '#lib/verify/source.ts';
import { changed, seed, type List, type Seed } from './changes.ts';

/** A text of the story, and how to replace it. */
interface Place {
	name: string;
	/** List of its entry; `story` is what story.yaml says. */
	list: List | 'story';
	language: string;
	text: string;
	cited: number[];
	/** @returns the story with another text in its place */
	write(text: string): Story;
}

/** Every text in the story’s own words. */
export function textsOf(story: Story): Place[] {
	const found: Place[] = [];
	const add = (list: Place['list'], index: number, key: string, id: string, cited: number[]) => {
		const textsIn = (entry: unknown) => (entry as Record<string, Record<string, string> | undefined>)[key] ?? {};
		for (const [language, text] of Object.entries(textsIn(list === 'story' ? story : story[list][index])))
			found.push({
				name: `${list}[${id}].${key}.${language}`,
				list,
				language,
				text,
				cited,
				write: (to) =>
					list === 'story'
						? { ...story, [key]: { ...textsIn(story), [language]: to } }
						: changed(story, list, index, (entry) => void (textsIn(entry)[language] = to))
			});
	};
	const keys = {
		events: ['title', 'summary'],
		quotes: ['context'],
		figures: ['title', 'summary', 'note'],
		scenes: ['heading', 'prose', 'lead'],
		actors: ['role']
	} as const;
	for (const [list, names] of Object.entries(keys) as [keyof typeof keys, readonly string[]][])
		story[list].forEach((entry, index) => {
			const cited = entry.sources.flatMap(({ paragraphs = [] }) => paragraphs);
			for (const key of names) add(list, index, key, entry.id, cited);
		});
	for (const key of ['title', 'dek']) add('story', 0, key, story.slug, []);
	return found;
}

/** The text with addresses of links masked, at the same length. */
const masked = (text: string) => text.replace(/\]\([^)]*\)|!\[\]\([^)]*\)/g, (all) => '\u0001'.repeat(all.length));

const hedges: [RegExp, string][] = [
	[/\b(?:more than(?= [\d$£])|over(?= \d)|above(?= \d))/gi, 'less than'],
	[/\b(?:less than|under(?= \d|(?= a third)))/gi, 'more than'],
	[/\b(?:nearly|almost)\b/gi, 'more than'],
	[/(?:超过|逾)(?=[\d一二两三四五六七八九])/g, '不到'],
	[/(?:不到|不足)(?=[\d一二两三四五六七八九])/g, '超过'],
	[/(?:将近|接近|近(?=\d))/g, '超过'],
	[/(?<=\d)多(?=[条个户人万])/g, '']
];
const dropped =
	/\b(?:more than(?= [\d$£])|less than(?= [\da])|over(?= \d)|under(?= a third)|nearly|almost|about(?= [\d$£])|around(?= \d)|some(?= [\d$£])) |超过(?=\d)|不到(?=[\d三])|将近|近(?=[\d四])|约(?=\d)|(?<=\d)多(?=[条个户])|以上/gi;
const units: [RegExp, string][] = [
	[/\$(?=\d)/g, '€'],
	[/£(?=\d)/g, '$'],
	[/\bhours?\b/g, 'days'],
	[/(?<=\d-)hour\b/g, 'day'],
	[/\bminutes\b/g, 'hours'],
	[/\bweeks\b/g, 'months'],
	[/\binches\b/g, 'feet'],
	[/\bfeet\b/g, 'inches'],
	[/小时/g, '天'],
	[/(?<=\d)天/g, '小时'],
	[/个星期/g, '个月'],
	[/美元/g, '欧元'],
	[/(?<=\d)元/g, '美元'],
	[/(?<=\d)米/g, '厘米'],
	[/(?<=\d)%/g, ' percentage points'],
	[/percentage points/g, 'per cent'],
	[/(?<=\d)%(?=[,。，；、的一])/g, '个百分点']
];
const directions: [RegExp, string][] = [
	[/\b(?:rose|went up|go up|gone up|grew|grows|climbed)\b/g, 'fell'],
	[/\b(?:rises|increases)\b/g, 'falls'],
	[/\b(?:fell|dropped|went down|go down|have dropped|shrunk)\b/g, 'rose'],
	[/\b(?:falls|drops)\b/g, 'rises'],
	[/\bdouble\b/g, 'fall'],
	[/(?:上升|增加|提高|涨|升)到/g, '降到'],
	[/(?:下降|减少|缩减|缩短)(?=到|了|近)/g, '增加'],
	[/涨价/g, '降价']
];
const words = 'one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');
const digits = '一二三四五六七八九';

const misspellLatin = (name: string): string[] => {
	const at = Math.max(2, name.length >> 1);
	const letter = name[at] === 'e' ? 'a' : 'e';
	return [
		name.slice(0, at) + name.slice(at + 1),
		name.slice(0, at) + letter + name.slice(at + 1),
		name.slice(0, at) + name[at] + name.slice(at)
	];
};

/** @param source the text of the story’s one source */
export function seedsOfTexts(story: Story, source: SourceText): Seed[] {
	const all: Seed[] = [];
	const names = new Names(story.actors);
	const there = (cited: number[]) =>
		(cited.length ? source.pick(cited) : source.paragraphs).map(({ normal }) => normal.text).join('\n');
	for (const place of textsOf(story)) {
		const { text, cited, write, language, list } = place;
		const plain = masked(text);
		const put = (category: string, to: string) => {
			if (to !== text) all.push(seed(category, `${place.name}: ${differenceOf(text, to)}`, () => write(to)));
		};
		const rewrite = (category: string, pattern: RegExp, to: (word: string) => string) => {
			for (const found of plain.matchAll(pattern))
				put(category, text.slice(0, found.index) + to(found[0]) + text.slice(found.index + found[0].length));
		};
		for (const [from, to] of hedges) rewrite('a hedge swapped in a text', from, () => to);
		rewrite('a hedge dropped in a text', dropped, () => '');
		for (const [from, to] of units) rewrite('a unit of a text', from, () => to);
		for (const [from, to] of directions) rewrite('a direction of a text', from, () => to);

		// Numbers in the text: those with digits have the same offsets in the original.
		const dates = findDates(plain).map(({ start, end }): [number, number] => [start, end]);
		const numbers = findNumbers(plain, dates).filter(
			({ start, end, name, kind }) =>
				/\d/.test(plain.slice(start, end)) && !name && (kind === 'count' || kind === 'percent' || kind === 'money')
		);
		for (let a = 0; a < numbers.length; a++)
			for (let b = a + 1; b < numbers.length; b++) {
				const [one, other] = [numbers[a], numbers[b]];
				if (
					one.kind !== other.kind ||
					one.value === other.value ||
					one.qualifier !== other.qualifier ||
					one.measure !== other.measure
				)
					continue;
				const [x, y] = [one, other].map(({ start, end }) => text.slice(start, end));
				put(
					'two numbers of a text exchanged',
					text.slice(0, one.start) + y + text.slice(one.end, other.start) + x + text.slice(other.end)
				);
			}
		for (const number of numbers) {
			if (cited.length === 0) continue;
			const paragraphs = source
				.pick(cited)
				.filter(({ normal }) => findNumbers(normal.text).some(({ value }) => value === number.value));
			const others = paragraphs.flatMap(({ normal }) =>
				findNumbers(
					normal.text,
					findDates(normal.text).map(({ start, end }): [number, number] => [start, end])
				)
					.filter(
						(one) =>
							one.kind === number.kind &&
							one.value !== number.value &&
							one.qualifier === number.qualifier &&
							!one.weak &&
							!one.name &&
							one.measure === number.measure &&
							!one.vague &&
							/^\d/.test(normal.text.slice(one.start, one.end))
					)
					.map(({ start, end }) => normal.text.slice(start, end))
			);
			const told = new Set(numbers.map(({ value }) => value));
			const free = others.find(
				(one) => !told.has(findNumbers(one)[0]?.value) && (language.startsWith('zh') || !/\p{sc=Han}/u.test(one))
			);
			if (free) put('another number of the paragraph', text.slice(0, number.start) + free + text.slice(number.end));
		}
		for (let n = 3; n < words.length - 1; n++)
			rewrite('a number in words', new RegExp(`\\b${words[n]}\\b`, 'gi'), () => words[n + 1]);
		rewrite('a number in words', /[三四五六七八](?=[个台家名位座条项])/g, (one) => digits[digits.indexOf(one) + 1]);
		rewrite('a number in words', /\b(?:second|third)\b/g, (one) => (one === 'third' ? 'fourth' : 'third'));
		rewrite('a number in words', /\bhundreds\b/g, () => 'thousands');
		rewrite('a number in words', /\bthousands\b/g, () => 'millions');
		// Names, at their place in the text as written.
		const isHan = language.startsWith('zh');
		for (const { actor, form } of names.all(normalise(plain).text, () => true)) {
			const at = plain.indexOf(form);
			if (at < 0) continue;
			const replaced = (to: string) => text.slice(0, at) + to + text.slice(at + form.length);
			const longest = form.split(' ').sort((a, b) => b.length - a.length)[0];
			if (/^\p{Lu}\p{sc=Latin}+$/u.test(longest) && longest.length > 4)
				for (const wrong of misspellLatin(longest).slice(0, list === 'actors' ? 1 : 2))
					put(`a name misspelt, ${isHan ? 'Chinese' : 'English'} text`, replaced(form.replace(longest, wrong)));
			if (/^\p{sc=Han}+$/u.test(form) && form.length > 2 && ['person', 'company'].includes(actor.kind))
				put('a name misspelt, Chinese text', replaced(form.slice(0, 1) + '甬' + form.slice(2)));
			const others = story.actors.filter(
				(one) =>
					one.kind === actor.kind &&
					one.id !== actor.id &&
					['person', 'company'].includes(one.kind) &&
					one.name[language] &&
					!names.findFamily(one.id, there(cited), true) &&
					!names.isMember(one.id, actor.id)
			);
			if (cited.length && others.length && (form === normalise(actor.name[language] ?? '').text || form.length > 3))
				put('another known name', replaced(others[cited[0] % others.length].name[language]));
		}
		const [country] = places(plain);
		if (country && cited.length) {
			const to = [
				['KR', '韩国', 'Korea'],
				['FR', '法国', 'France'],
				['BR', '巴西', 'Brazil']
			].find(([id, zh, en]) => id !== country.id && !there(cited).includes(zh) && !there(cited).includes(en))!;
			put('another country', text.slice(0, country.start) + (isHan ? to[1] : to[2]) + text.slice(country.end));
		}
		for (const { 0: link, 1: ref, index } of text.matchAll(/\]\(#((?:event|quote|figure)-[a-z0-9-]+)\)/g)) {
			const [kind, id] = [ref.slice(0, ref.indexOf('-')), ref.slice(ref.indexOf('-') + 1)];
			const items = story[`${kind}s` as 'events'];
			const at = items.findIndex((one) => one.id === id);
			for (const by of [1, 4, 9]) {
				const other = items[(at + by) % items.length];
				const isNear = other.sources.some(({ paragraphs = [] }) => paragraphs.some((one) => cited.includes(one)));
				if (other.id !== id)
					put(
						isNear ? 'a link to an item beside' : 'a link to another item',
						text.slice(0, index) + link.replace(ref, `${kind}-${other.id}`) + text.slice(index + link.length)
					);
			}
		}
	}
	return all;
}

const differenceOf = (one: string, other: string) => {
	let start = 0;
	while (one[start] === other[start] && start < one.length) start++;
	let end = 0;
	while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
	const from = Math.max(0, start - 12);
	return `${one.slice(from, one.length - end + 6)} → ${other.slice(from, other.length - end + 6)}`.replace(/\n/g, ' ');
};
