/** What a page’s head tells of it to other sites: previews of links, its own address, its other languages, feeds. */
import { lastChange } from '../story/changes.ts';
import { isoDay } from '../story/isoDate.ts';
import type { LocalStory } from '../view/local.ts';
import { feedLanguages, feedPath, feedType } from './feed.ts';
import { escapeHtml } from '../text/html.ts';
import { publisher } from './publisher.ts';
import { addressOf, site } from './site.ts';
import { readStories } from './stories.ts';
import { alternatesOf, pagePath, type Alternate } from './storyPages.ts';

/** A page that is to be found. */
interface FoundPage {
	title: string;
	description: string;
	type: 'article' | 'website';
	lang: string;
	/** Paths below the site’s base. */
	path: string;
	image: string;
	/** Alternative text of the image. */
	alt: string;
	/** The page in all its languages. */
	alternates: readonly Alternate[];
	/** More properties of its preview. */
	properties?: Record<string, string | undefined>;
	/** More elements. */
	more?: string[];
}

/**
 * The tags of a page’s head. Previews and feeds need whole addresses; where the site’s own is not known, the image’s
 * begins at the root, as do those of the page and of its other languages, and what cannot do without is left out.
 */
export function pageHead(page: FoundPage): string {
	const { title, description, type, lang, path, image, alt, alternates, properties, more = [] } = page;
	const { handle } = publisher();
	const others = alternates.filter((other) => other.lang !== lang && other.lang !== 'x-default');
	const meta: [string, string | undefined][] = [
		['og:title', title],
		['og:description', description],
		['og:type', type],
		['og:site_name', site().name],
		['og:url', site().origin && addressOf(path)],
		['og:locale', localeOf(lang)],
		...others.map(({ lang }): [string, string] => ['og:locale:alternate', localeOf(lang)]),
		['og:image', addressOf(image)],
		['og:image:width', '1200'],
		['og:image:height', '630'],
		['og:image:alt', alt],
		...Object.entries(properties ?? {})
	];
	return [
		`<title>${escapeHtml(title)}</title>`,
		`<meta name="description" content="${escapeHtml(description)}">`,
		...meta.map(([name, text]) => (text ? `<meta property="${name}" content="${escapeHtml(text)}">` : '')),
		'<meta name="twitter:card" content="summary_large_image">',
		handle ? `<meta name="twitter:site" content="${escapeHtml(handle)}">` : '',
		// A site with its drafts is for those who work on it.
		site().drafts ? '<meta name="robots" content="noindex">' : '',
		canonical(path),
		...alternates.map(({ lang, path }) => link({ rel: 'alternate', hreflang: lang, href: addressOf(path) })),
		feedLanguages().includes(lang)
			? link({ rel: 'alternate', type: feedType, title: site().name, href: addressOf(feedPath(lang)) })
			: '',
		...more
	].join('');
}

/** From the root too where the site’s address is not known: it still says that a View is no page of its own. */
const canonical = (path: string) => link({ rel: 'canonical', href: addressOf(path) });

function link(attributes: Record<string, string>): string {
	const written = Object.entries(attributes).map(([name, text]) => `${name}="${escapeHtml(text)}"`);
	return `<link ${written.join(' ')}>`;
}

/** Language and territory (en_US), as Open Graph asks for; of a tag without a territory, the likeliest. */
function localeOf(lang: string): string {
	const { language, region } = new Intl.Locale(lang).maximize();
	return [language, region].filter(Boolean).join('_');
}

/**
 * The head of a story’s page. It is written here and not by the page, whose scripts have no use for it. A link to a scene
 * or to a filtered View shows the story’s image, since a static host knows only the path of an address.
 *
 * @param story all of it
 * @param name one of its `pageNames`
 */
export function storyHead(story: LocalStory, name: string): string {
	const { slug, lang, ui } = story;
	const item = story.items.find(({ ref }) => ref === name);
	const quote = item?.kind === 'quote' ? item : null;
	const scene = story.scenes.find(({ id }) => `scene-${id}` === name.replace(/\.\d+$/, ''));
	const explore = name === 'explore';
	const own = quote?.speaker.name ?? scene?.heading ?? (explore && ui.explore.title);
	const description = quote?.context ?? (explore ? ui.explore.lead : story.dek);
	const whole = readStories().get(slug)!;
	return pageHead({
		title: [own, story.title].filter(Boolean).join(' · '),
		description,
		type: 'article',
		lang,
		path: pagePath(slug, lang, name),
		image: `/images/${slug}/${lang}/${quote?.ref ?? 'story'}.card.png`,
		alt: description,
		alternates: alternatesOf(slug, name),
		properties: {
			'article:published_time': isoDay(whole.published),
			'article:modified_time': isoDay(lastChange(whole))
		},
		more: name || !site().origin ? [] : [embedLink(story)]
	});
}

/** Where another site asks how to embed the story. */
const embedLink = ({ slug, lang, title }: LocalStory) =>
	link({
		rel: 'alternate',
		type: 'application/json+oembed',
		title,
		href: addressOf(pagePath(slug, lang, 'oembed.json'))
	});

/** The head of the embed, which is the story again in a frame: it is not to be found in its place. */
export const embedHead = ({ slug, lang, title }: LocalStory): string =>
	[
		`<title>${escapeHtml(title)}</title>`,
		'<meta name="robots" content="noindex">',
		canonical(pagePath(slug, lang))
	].join('');
