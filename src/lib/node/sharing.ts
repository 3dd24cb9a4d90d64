/** What other sites show for a link to a story: the tags for it, and the images made with the site. */
import type { LocalStory } from '../view/local.ts';
import { site } from './site.ts';

/** Escapes for text and for attributes. */
export const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/**
 * The part of a page’s head for link previews: title, description, image, its other languages. It is written here and
 * not by the page, whose scripts have no use for it. A link to a scene or to a filtered View shows the story’s image,
 * since a static host knows only the path of an address.
 *
 * Previews need the full address of the image; where the site’s own address is not known, it begins at the root.
 *
 * @param page a quote’s page, with its ref, or the explorer’s; by default the story’s
 */
export function previewHead(story: LocalStory, { ref, explore = false }: { ref?: string; explore?: boolean }): string {
	const { origin, base } = site();
	const item = ref ? story.items.find((one) => one.ref === ref) : undefined;
	const quote = item?.kind === 'quote' ? item : null;
	const own = quote ? quote.speaker.name : explore ? story.ui.explore.title : null;
	const title = [own, story.title].filter(Boolean).join(' · ');
	const description = quote ? quote.context : explore ? story.ui.explore.lead : story.dek;
	const path = (lang: string) =>
		[`${base}/${lang}/${story.slug}`, quote?.ref ?? (explore && 'explore')].filter(Boolean).join('/');
	const image = `${origin}${base}/images/${story.slug}/${story.lang}/${quote?.ref ?? 'story'}.card.png`;
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
