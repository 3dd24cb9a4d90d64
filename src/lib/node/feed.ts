/** An Atom feed (RFC 4287) of each language: its stories, and what was corrected in them. */
import { fileDate } from '../export/fileDate.ts';
import { changesOf, lastChange, type Change } from '../story/changes.ts';
import type { DateSpan } from '../story/date.ts';
import { wordDate } from '../story/dateWords.ts';
import { isoDay } from '../story/isoDate.ts';
import { fill } from '../text/fill.ts';
import { strings } from '../text/strings.ts';
import { cardHref } from '../view/url.ts';
import { addressOf, site } from './site.ts';
import { readStories } from './stories.ts';
import { pagePath } from './storyPages.ts';
import { publicationOf, type Publication } from './publication.ts';
import { element, xmlFile, xmlText } from './xml.ts';

/** Its type, for links to it. */
export const feedType = 'application/atom+xml';

/** Path below the site’s base. */
export const feedPath = (lang: string) => `/${lang}/feed.xml`;

/** Languages with a feed; none where the site’s address is not known, since entries are known by their addresses. */
export const feedLanguages = (): string[] =>
	site().origin ? [...new Set([...readStories().values()].flatMap(({ languages }) => languages))] : [];

interface Entry {
	id: string;
	title: string;
	href: string;
	/** Undefined where the day is not known. */
	published?: string;
	updated: string;
	summary: string;
}

/** The feed of this site in one of `feedLanguages`. */
export const siteFeed = (lang: string): string =>
	feed(
		lang,
		[...readStories().values()]
			.filter(({ languages }) => languages.includes(lang))
			.map(({ slug }) => publicationOf(slug, lang))
	);

/**
 * @param stories all of them in `lang`
 * @returns Atom, the latest first. Times are those of the stories’ own dates, and never the time at which it is made.
 */
export function feed(lang: string, stories: readonly Publication[]): string {
	const entries = stories.flatMap(entriesOf).sort((a, b) => compare(b.updated, a.updated) || compare(a.id, b.id));
	const { ui } = strings(lang);
	const self = addressOf(feedPath(lang));
	return xmlFile(
		element(
			'feed',
			{ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang },
			text('id', self),
			text('title', site().name),
			text('subtitle', ui.home.lead),
			text('updated', entries[0].updated),
			element('author', {}, text('name', site().name)),
			element('link', { rel: 'self', type: feedType, href: self }),
			element('link', { rel: 'alternate', type: 'text/html', href: addressOf(`/${lang}`) }),
			...rights(stories[0]),
			...entries.map(({ id, title, href, published, updated, summary }) =>
				element(
					'entry',
					{},
					text('id', id),
					text('title', title),
					element('link', { rel: 'alternate', type: 'text/html', hreflang: lang, href }),
					...(published ? [text('published', published)] : []),
					text('updated', updated),
					text('summary', summary)
				)
			)
		)
	);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const text = (name: string, words: string) => element(name, {}, xmlText(words));

const rights = ({ publisher: { licence } }: Publication) => (licence ? [text('rights', licence)] : []);

/** The story, then each of its corrections. */
function entriesOf(one: Publication): Entry[] {
	const { story, local } = one;
	const changes = changesOf(story);
	const href = addressOf(pagePath(story.slug, local.lang));
	const own = {
		id: href,
		title: local.title,
		href,
		published: isoDay(story.published) && instant(story.published),
		updated: instant(lastChange(story, changes)),
		summary: local.dek
	};
	return [own, ...changes.map((change) => correction(one, change, href))];
}

function correction({ local }: Publication, { ref, number, span, what, why }: Change, home: string): Entry {
	const { lang, ui } = local;
	const item = local.items.find((one) => one.ref === ref);
	const at = instant(span);
	return {
		// New corrections of an item come after the earlier ones, so that each keeps its number.
		id: `${home}#${ref ? `${ref}/` : ''}correction-${number}`,
		title: [ui.claim.corrections, item?.title ?? local.title].join(ui.list.colon),
		href: ref ? cardHref(local, ref, home) : home,
		published: isoDay(span) && at,
		updated: at,
		summary: fill(ui.claim.corrected, { date: wordDate(span, lang), what: what[lang], why: why[lang] })
	};
}

/** RFC 3339: Atom asks for an instant, so a date is taken at its start. */
const instant = (published: DateSpan) => fileDate({ published }).toISOString();
