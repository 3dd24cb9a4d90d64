/** The front page: in each language, every story once, in that language or its own; and the fonts for its text. */
import script from '../../home.js?raw';
import { quoteWords } from '../cards/words.ts';
import { layoutMiniature, miniatureWidths, type Miniature, type OpeningWords } from '../layout/miniature.ts';
import type { Front, FrontLink, FrontStory } from '../page/front.ts';
import type { Story } from '../story/model.ts';
import { fill, count } from '../text/fill.ts';
import { grouped } from '../text/grouped.ts';
import { sentences } from '../text/sentences.ts';
import { hasStrings, interfaceLanguages, strings, type Strings } from '../text/strings.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { facesFor, type FaceFile } from './faces.ts';
import { faceHead, localStory } from './page.ts';
import { escapeHtml } from '../text/html.ts';
import { pageHead } from './sharing.ts';
import { site } from './site.ts';
import { footText } from './siteFoot.ts';
import { siteLogo } from './siteHead.ts';
import { readStories } from './stories.ts';
import type { Alternate } from './storyPages.ts';
import { tableOf } from './tiles/read.ts';

/**
 * Languages with a front page: those that the site names, the languages with the most stories, then those of the
 * interface alone: a reader may still prefer its words. A story in a language that the site does not name leads to a
 * front page in it, which nothing else leads to.
 */
export function homeLanguages(): string[] {
	const all = [...readStories().values()].flatMap(({ languages }) => languages);
	const times = (lang: string) => all.filter((other) => other === lang).length;
	const told = [...new Set(all)].sort((a, b) => times(b) - times(a));
	const known = [...new Set([...told, ...interfaceLanguages])];
	return [...new Set([...site().languages.filter((lang) => known.includes(lang)), ...known])];
}

/** Those that readers are offered. */
function offeredLanguages(): string[] {
	const { languages } = site();
	const all = homeLanguages();
	const offered = all.filter((lang) => languages.includes(lang));
	return offered.length ? offered : all;
}

/** Language of the address without a language, unless a script has chosen another. */
export const homeLang = (): string => homeLanguages()[0];

/** The front page in all the languages that it is offered in; the address without a language finds the reader’s. */
export const homeAlternates = (): Alternate[] => [
	...offeredLanguages().map((lang) => ({ lang, path: `/${lang}` })),
	{ lang: 'x-default', path: '/' }
];

/** @param lang '' for the address without a language */
const pathOf = (lang: string) => `${site().base}/${lang}`;

const nameOf = (lang: string) =>
	hasStrings(lang)
		? strings(lang).ui.languageName
		: (new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang);

/** @param lang one of `homeLanguages` */
export function homeFront(lang: string): Front {
	const { ui, lang: words } = strings(lang);
	const { make } = ui.home;
	return {
		lang,
		words,
		ui: { product: site().name, home: ui.home, page: ui.page },
		logo: siteLogo(),
		languages: offeredLanguages()
			.filter((other) => other !== lang)
			.map((other) => ({ lang: other, text: nameOf(other), href: pathOf(other) })),
		stories: [...readStories().values()].map((story) => frontStory(story, lang)),
		commands: site().invites
			? [
					{ command: `npx throughline new your-story --lang ${lang}`, does: make.begins },
					{ command: 'npx throughline dev', does: make.shows }
				]
			: []
	};
}

/** A story in the page’s language, or in its own first; described in that language where the interface has it. */
function frontStory({ slug, languages, draft }: Story, page: string): FrontStory {
	const lang = languages.includes(page) ? page : languages[0];
	const story = localStory(slug, lang)!;
	const words = strings(hasStrings(lang) ? lang : page);
	const { home } = words.ui;
	const hrefOf = (lang: string) => `${pathOf(lang)}/${slug}`;
	const named = new Intl.DisplayNames(words.lang, { type: 'language' }).of(lang) ?? lang;
	const rows = tableOf(slug)?.meta.count;
	const pictures = miniaturesOf(story);
	return {
		slug,
		lang,
		dir: story.dir,
		title: story.title,
		line: firstSentence(story),
		words: words.lang,
		read: {
			href: hrefOf(lang),
			lang: words.lang,
			// Names the language of the story, unless the words about it are in that language.
			text: lang === page || words.lang === lang ? home.read : fill(home.readIn, { language: named })
		},
		others: languages
			.filter((other) => other !== lang)
			.map((other): FrontLink => ({ href: hrefOf(other), lang: other, text: readIn(other) })),
		counts: countsOf(story, words),
		draft: draft ? words.ui.draft : null,
		explore: rows
			? {
					href: `${hrefOf(lang)}/explore`,
					lang: words.lang,
					text: count(words.lang, home.explore, rows, { n: grouped(rows, words.lang) })
				}
			: null,
		pictures,
		alt: altOf(story, words.ui, pictures[pictures.length - 1])
	};
}

/** The link’s words in that language; only its name where the interface does not have it. */
const readIn = (lang: string) =>
	hasStrings(lang) ? fill(strings(lang).ui.home.readIn, { language: nameOf(lang) }) : nameOf(lang);

/** Texts of the interface, and their language. */
type Words = ReturnType<typeof strings>;

const pictures = new WeakMap<LocalStory, Miniature[]>();

function miniaturesOf(story: LocalStory): Miniature[] {
	const known =
		pictures.get(story) ?? miniatureWidths.map((width) => layoutMiniature(story, width, openingWords(story)));
	pictures.set(story, known);
	return known;
}

/** The title in the reader’s language; in quotation marks only what is quoted in the source’s words. */
const openingWords =
	(story: LocalStory) =>
	(item: Item): OpeningWords => {
		if (item.kind !== 'quote') return { words: [item.title], lang: story.lang };
		const { lines, language, marked } = quoteWords(item, story).first;
		return { words: marked ? lines.map((line) => `“${line}”`) : lines, lang: language };
	};

function firstSentence({ dek, lang }: Pick<LocalStory, 'dek' | 'lang'>): string {
	const [first = ''] = sentences(dek, lang);
	return first.trim();
}

function countsOf(story: LocalStory, { ui, lang }: Words): string {
	const { items } = story;
	const total = (kind: Item['kind']) => items.filter((item) => item.kind === kind).length;
	const counts = (['event', 'quote'] as const)
		.filter(total)
		.map((kind) => count(lang, ui.page[`${kind}s`], total(kind)))
		.join(ui.list.separator);
	return fill(ui.home.counts, { counts, from: fromWhat(story, { ui, lang }) });
}

/** The number or kind of sources, and the language of a single source where it is not the story’s. */
function fromWhat({ sources, lang: told }: LocalStory, { ui, lang }: Words): string {
	const { fromOne, fromMany, inLanguage } = ui.home;
	if (sources.length !== 1) return count(lang, fromMany, sources.length);
	const [{ kind, language }] = sources;
	const [own] = language.split('-');
	if (own === told.split('-')[0]) return fromOne[kind];
	const name = new Intl.DisplayNames(lang, { type: 'language' }).of(own) ?? own;
	return fill(inLanguage, { from: fromOne[kind], language: name });
}

/** Alternative text: the sides, and the moments labelled in the picture. */
function altOf(story: LocalStory, { page, list }: Strings, { named }: Miniature): string {
	const moments = named.flatMap((ref) => {
		const item = story.items.find((one) => one.ref === ref);
		return item ? [[item.title, item.date.label].join(list.apposition)] : [];
	});
	const sides = story.sides.map(({ name }) => name).join(list.separator);
	return [page.timeline + list.colon + sides, ...moments].join(list.semicolon);
}

/** Address of the front page. */
export const siteHome = () => `${site().base}/`;

/** The words of the “not found” page. */
export function missingWords(lang: string) {
	const { ui } = strings(lang);
	return { product: site().name, logo: siteLogo(), ui: ui.home.missing };
}

/** The words of the page for what is not kept offline. */
export function offlineWords(lang: string) {
	const { ui } = strings(lang);
	return { product: site().name, logo: siteLogo(), ui: ui.home.offline };
}

/** The faces, with only the characters that the page shows. */
export function homeFaces(lang: string): FaceFile[] {
	const { ui, languages, stories, commands } = homeFront(lang);
	const { home } = ui;
	const drawn = stories.flatMap(({ pictures }) => pictures);
	const large = drawn.flatMap(({ texts }) => texts.filter(({ role }) => role === 'quote').map(({ text }) => text));
	const small = drawn.flatMap(({ texts, layout }) => [
		...texts.filter(({ role }) => role !== 'quote').map(({ text, when }) => text + (when ?? '')),
		...layout.lanes.map(({ name }) => name),
		...layout.axis.ticks.map(({ text }) => text),
		...layout.axis.folds.flatMap(({ lines }) => lines.map(({ text }) => text)),
		...layout.labels.flatMap(({ lines }) => lines.map(({ text }) => text)),
		...(layout.counts ?? []).map(({ text }) => text)
	]);
	const links = [
		...languages,
		...stories.flatMap(({ read, others, explore }) => [read, ...others, ...(explore ? [explore] : [])])
	];
	return facesFor(
		{
			serif: [
				home.title,
				home.promise,
				commands.length ? home.make.title : '',
				home.missing.title,
				home.missing.lead,
				home.offline.title,
				home.offline.lead,
				...stories.flatMap(({ title, line }) => [title, line]),
				...large
			].join(''),
			sans: [
				site().name,
				footText(lang),
				commands.length ? home.make.lead : '',
				home.missing.stories,
				home.offline.again,
				...commands.flatMap(({ command, does }) => [command, does]),
				...links.map(({ text }) => text),
				...stories.flatMap(({ counts, draft }) => [counts, draft ?? '']),
				...small
			].join('')
		},
		lang,
		// No script writes anything on this page.
		''
	);
}

/** The HTML for the head of the “not found” page. */
export const missingHead = () => shortHead(homeLang(), missingWords(homeLang()).ui);

/** @param lang one of `homeLanguages` */
export const offlineHead = (lang: string) => shortHead(lang, offlineWords(lang).ui);

function shortHead(lang: string, ui: { title: string }): string {
	return `<title>${escapeHtml(ui.title)}</title><meta name="robots" content="noindex">${faceHead('', lang, homeFaces(lang))}`;
}

/**
 * The HTML for the head of the front page: what is told of it to other sites, the script that finds the reader’s language,
 * its faces.
 * @param lang one of `homeLanguages`
 * @param path of the page; by default of the one that finds the reader’s language
 */
export function homeHead(lang: string, path = '/'): string {
	const { ui, stories } = homeFront(lang);
	const [first] = stories;
	const head = pageHead({
		title: `${site().name} · ${ui.home.title.replace(/[.。，,]$/, '')}`,
		description: ui.home.lead,
		type: 'website',
		lang,
		path,
		image: `/images/${first.slug}/${first.lang}/story.card.png`,
		alt: first.title,
		alternates: homeAlternates()
	});
	return `${head}<script>${script}</script>${faceHead('', lang, homeFaces(lang))}`;
}
