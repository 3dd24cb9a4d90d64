/**
 * Writes a View as a link and reads it:
 * `/<lang>/<story>?actors=a,b&order=time&scale=true&quotes=about&theme=dark#scene-kimi`. The fragment is the current
 * scene or card, so that a link works without JavaScript too. Values that the story does not have are ignored and
 * reported, unknown parameters left alone; nothing in a URL is ever shown as markup.
 */
import { clip } from '../text/cut.ts';
import type { LocalStory, Ref } from './local.ts';
import { initialView, orders, quotePlaces, scales, themes, type View } from './view.ts';

/** An ignored part of a link: the parameter, and at most 40 characters of its value. */
export interface UrlNote {
	name: 'actors' | 'order' | 'scale' | 'quotes' | 'theme' | 'hash';
	value: string;
}

type Known = Pick<LocalStory, 'lang' | 'actors' | 'scenes' | 'items'>;

const settings = { order: orders, scale: scales, quotes: quotePlaces, theme: themes } as const;

/**
 * Reads a link; never throws. What the story does not have is left at its initial value.
 *
 * @param url anything with `search` and `hash`, such as `location`
 * @returns the View, and what of the link was ignored
 */
export function readUrl(url: { search: string; hash: string }, story: Known): { view: View; notes: UrlNote[] } {
	const view = initialView(story.lang);
	const notes: UrlNote[] = [];
	const params = new URLSearchParams(url.search);

	for (const [name, value] of params) {
		if (name === 'actors') {
			for (const id of new Set(value.split(',').filter(Boolean))) {
				if (story.actors.some((actor) => actor.id === id && actor.items > 0)) view.actors.push(id);
				else notes.push({ name, value: clip(id) });
			}
		} else if (name === 'order' || name === 'scale' || name === 'quotes' || name === 'theme') {
			if ((settings[name] as readonly string[]).includes(value)) Object.assign(view, { [name]: value });
			else notes.push({ name, value: clip(value) });
		}
	}
	view.actors = [...new Set(view.actors)];

	const anchor = decode(url.hash.slice(1));
	const item = story.items.find(({ ref }) => ref === anchor);
	const scene = story.scenes.find(({ id }) => `scene-${id}` === anchor);
	if (item) Object.assign(view, { focus: item.ref, scene: item.scene ?? null });
	else if (scene) view.scene = scene.id;
	else if (anchor && !pageAnchors.includes(anchor) && !anchor.startsWith('source-'))
		notes.push({ name: 'hash', value: clip(anchor) });

	return { view, notes };
}

/** @param home address of the story’s page; '' where its cards are on this page */
export function cardHref({ elsewhere }: Pick<LocalStory, 'elsewhere'>, ref: Ref, home: string): string {
	const place = home && elsewhere?.[ref];
	return `${home}${place ? `/${place}` : ''}#${ref}`;
}

/** The whole of a story that the page carries only in part. @param home address of the story’s page */
export const fullStory = async (story: LocalStory, home: string): Promise<LocalStory> =>
	story.whole ? (await import('./whole.ts')).loadFullStory(story, home) : story;

/** Anchors of the page itself, which do not belong to the story. */
const pageAnchors = ['top', 'story', 'timeline', 'explore', 'all-evidence', 'sources'];

/** @returns `?…#…` with only what differs from the initial view; '' for the initial view */
export function writeUrl(view: View): string {
	const params: string[] = [];
	if (view.actors.length) params.push(`actors=${view.actors.map(encodeURIComponent).join(',')}`);
	if (view.order !== 'told') params.push(`order=${view.order}`);
	if (view.scale !== 'folded') params.push(`scale=${view.scale}`);
	if (view.quotes !== 'said') params.push(`quotes=${view.quotes}`);
	if (view.theme !== 'auto') params.push(`theme=${view.theme}`);
	const hash = view.focus ?? (view.scene && `scene-${view.scene}`);
	return (params.length ? `?${params.join('&')}` : '') + (hash ? `#${hash}` : '');
}

/** Decodes a hash; returns it unchanged where it is malformed. */
export function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
