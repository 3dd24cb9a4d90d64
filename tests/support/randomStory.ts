/** Random stories in one language, for properties: any number of sides and items, any era, titles of any length. */
import fc from 'fast-check';
import { compareTold } from '../../src/lib/view/items.ts';
import { strings } from '../../src/lib/text/strings.ts';
import type { Item, LocalScene, LocalStory, Ref } from '../../src/lib/view/local.ts';

const day = 864e5;
const words = [
	'Moonshot',
	'releases',
	'K2',
	'a',
	'satellite',
	'in',
	'Beijing',
	'OpenAI',
	'月之暗面',
	'发布',
	'开源模型',
	'“思考”',
	'，'
];

const title = fc
	.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
	.map((parts) => parts.join(' ').slice(0, 90));

/** Longer titles, unbroken words, and characters outside the basic plane. */
const wildTitle = fc.oneof(
	{ weight: 4, arbitrary: title },
	fc
		.array(fc.constantFrom(...words, '👩🏽‍🚀', '🚀🚀🚀', 'Donaudampfschifffahrtsgesellschaft', '—'), {
			minLength: 1,
			maxLength: 30
		})
		.map((parts) => parts.join(' ')),
	fc.constantFrom('…', '🇨🇳', 'i', 'W'.repeat(70), '一二三四五六七八九十'.repeat(6))
);

/** Properties of a story’s dates: how many days they span, and whether some are open or bounds. */
interface Like {
	days: number;
	wild: boolean;
}

/** A date as generated, or with an open end, or as a bound: some time in it, before it, after it. */
const opened = (one: ReturnType<typeof closed>, how: number) => {
	const between = { softStart: false, softEnd: false, interval: false };
	if (how === 0) return { ...one, ...between, edtf: `[..${one.label}]`, min: -Infinity, at: one.max };
	if (how === 1) return { ...one, ...between, edtf: `[${one.label}..]`, max: Infinity, at: one.min };
	if (how === 2) return { ...one, softEnd: true, interval: true, edtf: `${one.label}/..`, max: Infinity, at: one.min };
	if (how === 3) return { ...one, ...between, edtf: `[${one.label}..${one.label}]` };
	return one;
};

function closed(era: number, [start, length, soft, interval]: [number, number, boolean, boolean]) {
	const min = era + start * day;
	const max = min + length * day;
	return {
		edtf: '2025',
		label: new Date(min).getUTCFullYear() + ' 左右',
		min,
		max,
		at: (min + max) / 2,
		interval,
		softStart: soft,
		softEnd: soft,
		basis: 'stated' as const
	};
}

/** A span in ms; `era` shifts all dates of a story to one century. */
const date = (era: number, { days, wild }: Like) =>
	fc
		.tuple(fc.integer({ min: 0, max: days }), fc.constantFrom(1, 1, 30, 31, 365, 700), fc.boolean(), fc.boolean())
		.chain((drawn) => {
			const one = closed(era, drawn);
			return wild ? fc.nat(15).map((how) => opened(one, how)) : fc.constant(one);
		});

/** Any number of sides and items, any era, titles of any length; all dates closed. */
export const randomStory = (most = 60, least = 1): fc.Arbitrary<LocalStory> =>
	stories(most, least, fc.constant({ days: 40000, wild: false }));

/** Adds open dates and bounds, one day for all, crowds, emoji, and titles longer than any. */
export const wildStory = (most = 60, least = 1): fc.Arbitrary<LocalStory> =>
	stories(most, least, fc.record({ days: fc.constantFrom(0, 3, 60, 900, 40000), wild: fc.constant(true) }));

const stories = (most: number, least: number, like: fc.Arbitrary<Like>): fc.Arbitrary<LocalStory> =>
	fc
		.tuple(
			fc.integer({ min: 1, max: 4 }),
			fc.boolean(),
			fc.constantFrom('en', 'zh-Hans'),
			fc.constantFrom(-60e12, -5e12, 0, 1e12),
			like
		)
		.chain(([sideCount, faced, lang, era, like]) => {
			const sides = Array.from({ length: sideCount }, (_, n) => ({
				id: `side${n}`,
				name: `Side ${n}`,
				colour: ['blue', 'vermilion', 'green', 'ink'][n],
				lane: faced && sideCount > 1 ? (['left', 'right', 'middle', 'middle'] as const)[n] : undefined
			}));
			const item = fc.record({
				kind: fc.constantFrom('event', 'event', 'quote', 'figure'),
				title: like.wild ? wildTitle : title,
				date: date(era, like),
				importance: fc.integer({ min: 1, max: 5 }),
				sides: fc.uniqueArray(fc.integer({ min: 0, max: sideCount - 1 }), { minLength: 1, maxLength: 2 }),
				about: fc.nat(most)
			});
			return fc.array(item, { minLength: least, maxLength: most }).map((raw): LocalStory => {
				const items = raw
					.map((one, index): Item => {
						const ref = `${one.kind}-${index}` as Ref;
						const target = raw[one.about % raw.length];
						const about = target.kind === 'event' ? [`event-${one.about % raw.length}` as Ref] : [];
						const actors = one.sides.map((n) => `actor${n}`);
						const base = { ref, id: String(index), title: one.title, date: one.date, actors, scene: 's0', told: index };
						const rest = { importance: one.importance, sides: one.sides.map((n) => `side${n}`), sources: [] };
						const item = { ...base, ...rest };
						const summary = `About ${one.title}`;
						if (one.kind === 'event') return { ...item, kind: 'event', summary, linked: [] };
						if (one.kind === 'figure') {
							const rows = [{ label: 'n', value: index, text: String(index), unit: '' }];
							return { ...item, kind: 'figure', summary, chart: 'bars', unit: '', rows, about };
						}
						const speaker = { id: actors[0], name: one.title, side: rest.sides[0] };
						const quoteKind = (['direct', 'term', 'reported'] as const)[index % 3];
						const said = { words: [one.title], language: 'la', translations: [], context: summary };
						return { ...item, kind: 'quote', speaker, quoteKind, ...said, about };
					})
					.sort((a, b) => a.date.min - b.date.min || compareTold(a, b));
				const times = items.flatMap(({ date }) => [date.min, date.max]).filter(Number.isFinite);
				const extent: [number, number] = [Math.min(...times) - day, Math.max(...times) + day];
				const scene = (id: string, number: number, window: [number, number] | null, lights: Ref[]): LocalScene => ({
					id,
					number,
					heading: id,
					prose: [],
					ending: false,
					window,
					windowLabel: id,
					cards: lights,
					lights,
					when: [0, 0],
					sources: []
				});
				const middle: [number, number] = [extent[0] * 0.7 + extent[1] * 0.3, extent[0] * 0.4 + extent[1] * 0.6];
				return {
					slug: 'random',
					lang,
					dir: 'ltr',
					languages: [{ lang, name: lang }],
					title: 'Random',
					dek: '',
					about: [],
					published: items[0].date,
					opening: [],
					sides,
					actors: sides.map(({ id }, n) => ({
						id: `actor${n}`,
						name: `Actor ${n}`,
						kind: 'company',
						side: id,
						family: [`actor${n}`],
						events: 1,
						items: items.filter(({ actors }) => actors.includes(`actor${n}`)).length
					})),
					items,
					scenes: [
						scene(
							's0',
							1,
							null,
							items.slice(0, 3).map(({ ref }) => ref)
						),
						scene(
							's1',
							2,
							middle,
							items.slice(1, 2).map(({ ref }) => ref)
						)
					],
					sources: [],
					extent,
					ui: strings(lang).ui
				};
			});
		});
