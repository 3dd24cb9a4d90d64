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

/**
 * Address of a prerendered image. A link to a scene or to a filtered View shows the story’s: a static host knows only
 * the path of an address.
 * @param name `story.card`, or `<ref>.card` of a quote
 * @param origin of the built site; what reads such links wants it whole. Without `THROUGHLINE_ORIGIN` it is not known,
 * and the address begins at the root.
 */
export function imageUrl({ slug, lang }: LocalStory, name: string, base: string, origin: string): string {
	return `${process.env.THROUGHLINE_ORIGIN ? origin : ''}${base}/images/${slug}/${lang}/${name}.png`;
}
