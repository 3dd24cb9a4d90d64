/** What links to a story show elsewhere: the images that are made with the site. */
import type { LocalStory, Ref } from '../view/local.ts';
import { editions, readStories } from './stories.ts';

/** Every quote of every story in each of its languages. */
export function quoteEditions(): { story: string; lang: string; ref: Ref }[] {
	return editions().flatMap((edition) =>
		readStories()
			.get(edition.story)!
			.quotes.map(({ id }) => ({ ...edition, ref: `quote-${id}` as Ref }))
	);
}

/** For text and for attributes. */
export const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/**
 * The part of a page’s head that is for others: title, description, image, its other languages. Written here and not by
 * the page, whose scripts have no use for it. A link to a scene or to a filtered View shows the story’s image: a static
 * host knows only the path of an address.
 * @param page a quote’s own, with its ref, or the explorer’s; by default the story’s
 * @param base path the site is served under
 * @param origin of the built site; what reads such links wants the image’s address whole. Without `THROUGHLINE_ORIGIN`
 * it is not known, and the address begins at the root.
 */
export function previewHead(
	story: LocalStory,
	{ ref, explore = false }: { ref?: string; explore?: boolean },
	base: string,
	origin: string
): string {
	const item = ref ? story.items.find((one) => one.ref === ref) : undefined;
	const quote = item?.kind === 'quote' ? item : null;
	const own = quote ? quote.speaker.name : explore ? story.ui.explore.title : null;
	const title = [own, story.title].filter(Boolean).join(' · ');
	const description = quote ? quote.context : explore ? story.ui.explore.lead : story.dek;
	const path = (lang: string) =>
		[`${base}/${lang}/${story.slug}`, quote?.ref ?? (explore && 'explore')].filter(Boolean).join('/');
	const whole = process.env.THROUGHLINE_ORIGIN ? origin : '';
	const image = `${whole}${base}/images/${story.slug}/${story.lang}/${quote?.ref ?? 'story'}.card.png`;
	const properties = {
		'og:title': title,
		'og:description': description,
		'og:type': 'article',
		'og:image': image,
		'og:image:width': '1200',
		'og:image:height': '630',
		'og:image:alt': description
	};
	return [
		`<title>${escapeHtml(title)}</title>`,
		`<meta name="description" content="${escapeHtml(description)}">`,
		...Object.entries(properties).map(([name, text]) => `<meta property="${name}" content="${escapeHtml(text)}">`),
		'<meta name="twitter:card" content="summary_large_image">',
		...story.languages.map(({ lang }) => `<link rel="alternate" hreflang="${lang}" href="${escapeHtml(path(lang))}">`)
	].join('');
}
