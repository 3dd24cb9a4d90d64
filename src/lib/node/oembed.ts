/** How another site embeds a story (oEmbed 1.0, type `rich`). */
import { frameCode } from '../export/share.ts';
import type { LocalStory } from '../view/local.ts';
import { addressOf, site } from './site.ts';
import { pagePath } from './storyPages.ts';

/** In px; the frame takes all of a page’s width. */
const size = { width: 800, height: 640 };

export function oembed({ slug, lang, title }: Pick<LocalStory, 'slug' | 'lang' | 'title'>) {
	return {
		version: '1.0',
		type: 'rich',
		title,
		provider_name: site().name,
		provider_url: addressOf('/'),
		thumbnail_url: addressOf(`/images/${slug}/${lang}/story.card.png`),
		thumbnail_width: 1200,
		thumbnail_height: 630,
		html: frameCode({ address: addressOf(pagePath(slug, lang)), title, height: size.height }),
		...size
	};
}
