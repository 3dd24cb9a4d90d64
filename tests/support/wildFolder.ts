/**
 * Random story folders, as wild as the schema allows, for what must hold of every story that check accepts. Files are
 * written as JSON, which is valid YAML.
 */
import fc from 'fast-check';
import type { StoryFile } from './smallStory.ts';

/** Ids that our own code, or JavaScript, also uses as names. */
const ids = [
	...['row-7', 'row', 'cluster-1', 'cluster-year1900', 'constructor', 'prototype', 'then', 'all', 'story', 'told'],
	...['embed', 'explore', 'page', 'card', 'scene-1', 'event-1', 'quote-1', 'length', '0', '7', '1-1', 'null', 'true']
];

/** Texts that a template, a regular expression, a page or a drawing could mistake for syntax of its own. */
const barbs = [
	...['%sveltekit.body%', '%sveltekit.nonce%', '%throughline.head%', '<!--still evidence-->', '<!--[-->', '-->'],
	...[
		'</script><script>window.barb=1</script>',
		'</style>',
		'<svg onload=alert(1)>',
		'&amp;lt;',
		']]>',
		'{n} {x}',
		'$& $1 $$'
	],
	...['\u200b', '\ufeff', '\u00ad', '\u202eright', '\u2066', 'שלום עולם', 'مرحبا بالعالم', '月之暗面', '👩🏽‍🚀🇨🇳', 'é̱̂̃'],
	...[
		'W'.repeat(300),
		'一'.repeat(200),
		'a/b/c-d_e',
		'  two  spaces ',
		'one\ntwo\n\nthree',
		'- a\n- b',
		'\u2028',
		'\u0085'
	]
];

const plainWords = fc.constantFrom(
	'Moonshot',
	'the',
	'releases',
	'a',
	'satellite',
	'in',
	'1972',
	'OpenAI',
	'发布',
	'开源模型',
	'，'
);
const sentence = fc.array(plainWords, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const wildText = fc.oneof(
	{ weight: 6, arbitrary: sentence },
	{ weight: 2, arbitrary: fc.tuple(sentence, fc.constantFrom(...barbs), sentence).map((parts) => parts.join(' ')) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(...barbs.map((barb) => `x${barb}`), 'x', '…', 'word '.repeat(400), 'N'.repeat(2000))
	},
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `${text}x`) }
);
/** Markdown, in which HTML’s special characters have to be escaped. */
const wildProse = wildText.map((text) => text.replace(/[\\<>&[\]`*_!#]/g, '\\$&'));

const pad = (n: number, digits = 2) => String(Math.abs(n)).padStart(digits, '0');
const yearText = (year: number) => (Math.abs(year) > 9999 ? `Y${year}` : (year < 0 ? '-' : '') + pad(year, 4));

/** First and last year of all dates of a story. */
const eras = fc.constantFrom<[number, number]>(
	[1972, 2025],
	[2025, 2025],
	[-300, 500],
	[-9_999_999_999, 9_999_999_999],
	[-13_800_000_000, 2024],
	[9990, 10_010]
);

/** One point, as EDTF; years of more than four digits have no finer parts in EDTF. */
const point = (era: [number, number]) =>
	fc
		.tuple(
			fc.integer({ min: era[0], max: era[1] }),
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 1, max: 28 }),
			fc.nat(11)
		)
		.map(([year, month, day, how]) => {
			const y = yearText(year);
			if (y.startsWith('Y')) return how < 2 ? `${y}~` : y;
			const forms = [
				y,
				`${y}-${pad(month)}`,
				`${y}-${pad(month)}-${pad(day)}`,
				`${y}~`,
				`${y}-${pad(month)}?`,
				`${y}-2${1 + (month % 4)}`
			];
			const timed = year > 0 ? `${y}-${pad(month)}-${pad(day)}T${pad(day % 24)}:${pad(month)}:00Z` : y;
			const rough = year > 999 ? `${y.slice(0, 3)}X` : y;
			return [...forms, timed, rough, forms[2], forms[2], forms[1], forms[2]][how];
		});

const date = (era: [number, number], open: boolean) =>
	fc.tuple(point(era), point(era), fc.nat(9)).map(([one, other, how]) => {
		const wide = /[~?X]|-2\d$|T/.test(one + other);
		const value = (text: string) =>
			Number(
				text
					.replace(/^Y/, '')
					.replace(/(?!^)-(\d\d)/g, '.$1')
					.replace(/(\..*)\./g, '$1')
			);
		const [from, to] = value(one) <= value(other) ? [one, other] : [other, one];
		if (open) return how % 2 ? `${one}/..` : `[..${one}]`;
		if (how < 6 || wide || from === to) return how === 5 && !wide ? `[${one}..]` : one;
		return how === 6 ? `../${one}` : how === 7 ? `${from}/${to}` : how === 8 ? `[${from}..${to}]` : `${one}/..`;
	});

const languageSets = fc.constantFrom(['en'], ['zh-Hans'], ['en', 'zh-Hans'], ['ar', 'en'], ['de'], ['ja', 'he']);

interface Options {
	/** The most told events. */
	most?: number;
}

/** The files of a story that `check` should accept; if it rejects some, it has to say why. */
export const wildFolder = ({ most = 40 }: Options = {}): fc.Arbitrary<StoryFile[]> =>
	fc
		.record({
			languages: languageSets,
			era: eras,
			allOpen: fc.nat(9).map((n) => n === 0),
			oneDay: fc.nat(9).map((n) => n === 0)
		})
		.chain(({ languages, era, allOpen, oneDay }) => {
			const say = fc
				.tuple(...languages.map(() => wildText))
				.map((texts) => Object.fromEntries(languages.map((language, n) => [language, texts[n]])));
			const tell = fc
				.tuple(...languages.map(() => wildProse))
				.map((texts) => Object.fromEntries(languages.map((language, n) => [language, texts[n]])));
			const when = oneDay ? fc.constant('2025-11-06') : date(era, allOpen);
			const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 3 });
			const idsOf = (n: number) =>
				fc
					.shuffledSubarray(ids, { minLength: 0, maxLength: ids.length })
					.map((some) => Array.from({ length: n }, (_, index) => some[index] ?? `n${index}`));
			const sources = [{ source: 'log' }];
			return fc
				.record({
					title: say,
					dek: say,
					about: tell,
					published: fc.constantFrom('2025-06', '2025-06-01', '-0044', 'Y-300000', '2025~', '2020/2024'),
					sides: fc.integer({ min: 1, max: 9 }),
					faced: fc.boolean(),
					names: fc.array(say, { minLength: 1, maxLength: 6 }),
					parents: fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }),
					events: fc.array(
						fc.record({
							title: say,
							summary: say,
							date: when,
							actor: fc.nat(5),
							importance: fc.integer({ min: 1, max: 5 }),
							when: optional(say),
							inferred: optional(say)
						}),
						{ minLength: 1, maxLength: most }
					),
					quotes: fc.array(
						fc.record({
							words: wildText,
							terms: fc.nat(5),
							date: when,
							speaker: fc.nat(5),
							kind: fc.constantFrom('direct', 'term', 'reported'),
							context: say,
							about: fc.nat(40),
							speaksOf: optional(when),
							translation: say
						}),
						{ maxLength: 6 }
					),
					figures: fc.array(
						fc.record({
							title: say,
							summary: say,
							date: when,
							chart: fc.constantFrom('line', 'bars', 'share', 'numbers'),
							format: fc.constantFrom('count', 'percent', 'usd'),
							note: optional(say),
							unit: optional(say),
							rows: fc.array(
								fc.record({
									label: say,
									value: fc.oneof(fc.nat(100), fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constantFrom(0, 1e-9)),
									date: point(era),
									group: optional(say)
								}),
								{ minLength: 1, maxLength: 8 }
							)
						}),
						{ maxLength: 3 }
					),
					scenes: fc
						.array(fc.record({ heading: say, prose: tell, lead: optional(tell), window: fc.nat(3) }), {
							minLength: 1,
							maxLength: 100
						})
						.chain((all) => fc.oneof(fc.constant(all.slice(0, 1)), fc.constant(all.slice(0, 8)), fc.constant(all))),
					ending: fc.boolean(),
					opening: fc.nat(3),
					ids: idsOf(60)
				})
				.map((drawn): StoryFile[] => {
					const sideIds = Array.from({ length: drawn.sides }, (_, n) => `s${n}`);
					const actorIds = drawn.names
						.map((_, n) => drawn.ids[50 + n] ?? `a${n}`)
						.filter((id, n, all) => all.indexOf(id) === n);
					const actor = (n: number) => actorIds[n % actorIds.length];
					const lanes = ['left', 'right', 'middle'];
					const eventIds = drawn.events.map((_, n) => drawn.ids[n] ?? `e${n}`);
					const events = drawn.events.map((event, n) => ({
						id: eventIds[n],
						date: event.date,
						basis: event.inferred ? 'inferred' : 'stated',
						from: event.inferred,
						when: event.when,
						title: event.title,
						summary: event.summary,
						actors: [actor(event.actor)],
						importance: event.importance,
						sources
					}));
					const quotes = drawn.quotes.map((quote, n) => {
						const listed = quote.kind === 'term' && quote.terms > 3;
						return {
							id: drawn.ids[n + 20] ?? `q${n}`,
							date: quote.date,
							basis: 'stated',
							speaker: actor(quote.speaker),
							kind: quote.kind,
							language: 'fr',
							words: listed ? [quote.words, 'deux'] : quote.words,
							translation: Object.fromEntries(
								Object.entries(quote.translation).map(([tag, text]) => [tag, listed ? [text, '2'] : text])
							),
							context: quote.context,
							about: [eventIds[quote.about % eventIds.length]],
							...(quote.speaksOf && { speaksOf: { date: quote.speaksOf, basis: 'stated' } }),
							sources
						};
					});
					const figures = drawn.figures.map((figure, n) => ({
						id: drawn.ids[n + 10] ?? `f${n}`,
						date: figure.date,
						basis: 'stated',
						title: figure.title,
						summary: figure.summary,
						actors: [actor(n)],
						chart: figure.chart,
						format: figure.format,
						note: figure.note,
						unit: figure.unit,
						...(figure.chart === 'share' && { whole: { value: 1e14, label: figure.title } }),
						rows: figure.rows.map((row) => ({
							label: row.label,
							value: row.value,
							group: figure.chart === 'line' ? undefined : row.group,
							...(figure.chart === 'line' && { date: row.date })
						})),
						sources
					}));
					const refs = [
						...events.map(({ id }) => `event-${id}`),
						...quotes.map(({ id }) => `quote-${id}`),
						...figures.map(({ id }) => `figure-${id}`)
					];
					const count = Math.min(drawn.scenes.length, refs.length);
					const scenes = drawn.scenes.slice(0, count).map((scene, n) => {
						const cards = refs.filter((_, index) => index % count === n);
						const stage = cards.find((ref) => ref.startsWith('figure-'));
						return {
							id: `c${n}`,
							heading: scene.heading,
							prose: scene.prose,
							lead: scene.lead,
							window: 'all',
							cards,
							stage,
							sources,
							...(drawn.ending && n === count - 1 && n > 0 && { ending: true })
						};
					});
					const file = (name: string, value: unknown): StoryFile => ({
						name: `${name}.yaml`,
						text: JSON.stringify(value, null, 1)
					});
					return [
						file('story', {
							title: drawn.title,
							dek: drawn.dek,
							about: drawn.about,
							languages,
							published: drawn.published,
							...(drawn.opening > 1 && { opening: refs.slice(0, drawn.opening - 1) }),
							sides: sideIds.map((id, n) => ({
								id,
								name: drawn.names[n % drawn.names.length],
								...(drawn.faced && n < 3 && { lane: lanes[n] })
							}))
						}),
						file(
							'actors',
							actorIds.map((id, n) => ({
								id,
								kind: ['company', 'person', 'government', 'group'][n % 4],
								side: sideIds[n % sideIds.length],
								name: drawn.names[n],
								...(n > 0 && drawn.parents[n] > 6 && { memberOf: actorIds[0] }),
								sources
							}))
						),
						file('events', events),
						file('quotes', quotes),
						file('figures', figures),
						file('scenes', scenes),
						file('sources', [
							{
								id: 'log',
								kind: 'article',
								title: drawn.title,
								description: drawn.dek,
								language: 'en',
								authors: [{ name: 'N. N.' }]
							}
						])
					];
				});
		});
