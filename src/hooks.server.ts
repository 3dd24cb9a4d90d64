import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { themeCss } from '#lib/layout/palettes.ts';
import { NoStory } from '#lib/node/stories.ts';
import { homeHead, homeLang, missingHead, offlineHead } from '#lib/node/home.ts';
import { fontHead, localStory } from '#lib/node/page.ts';
import { policyOf } from '#lib/node/policy.ts';
import { embedHead, storyHead } from '#lib/node/sharing.ts';
import { scriptHead } from '#lib/node/script.ts';
import { siteThemes } from '#lib/node/site.ts';
import { footHtml } from '#lib/node/siteFoot.ts';
import { iconHead, siteHead } from '#lib/node/siteHead.ts';
import { siteStructured, structured } from '#lib/node/structured.ts';
import { direction } from '#lib/text/strings.ts';

/** The script’s entry for each route that a script takes over. */
const entries: Record<string, string> = {
	'/[lang]/[story]': 'story',
	'/[lang]/[story]/embed': 'embed',
	'/[lang]/[story]/explore': 'explore'
};

/** The head of each page of no story; of any other, as where there is no page. */
const heads: Record<string, (lang: string) => string> = {
	'/': (lang) => homeHead(lang),
	'/[lang]': (lang) => homeHead(lang, `/${lang}`),
	'/offline/[lang]': offlineHead
};

/** The document’s language comes from its route; colours and faces are in its head, before any script. */
export const handle: Handle = ({ event, resolve }) => {
	// Not made for files, which have no head.
	let around: Around | undefined;
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			around ??= aroundPage(event);
			return atEnd(inPlaces(html, around.places), around.end);
		}
	});
};

/** What is written around a page: in the template’s places, and at the end of the body. */
interface Around {
	places: Map<string, string>;
	end: string;
}

function aroundPage({ params, route: { id } }: RequestEvent): Around {
	const { lang = homeLang(), story, quote, scene } = params;
	const route = id ?? '';
	const home = route === '/' || route === '/[lang]';
	const exploring = route.endsWith('/explore');
	const embedded = route.endsWith('/embed');
	const all = story ? localStory(story, lang) : undefined;
	const name = quote ?? scene ?? (exploring ? 'explore' : '');
	const preview = all ? (embedded ? embedHead(all) : storyHead(all, name)) : '';
	const fonts = story ? fontHead(story, lang, !exploring) : (heads[route] ?? missingHead)(lang);
	const entry = entries[route];
	const script = entry ? scriptHead(entry) : '';
	// The opening’s words are laid out as a whole: on a slow line, those that come later would move those before them.
	// What is waited for stands behind them and is empty, since Chromium paints as soon as its start tag is there.
	const whole = all && route === '/[lang]/[story]' ? '<link rel="expect" href="#opening-told" blocking="render">' : '';
	const head = `${preview}${whole}<style>${themeCss(siteThemes())}</style>${fonts}${siteHead(lang, embedded)}${script}`;
	const places = new Map([
		['lang', lang],
		['dir', direction(lang)],
		['policy', `<meta http-equiv="content-security-policy" content="${policyOf(embedded)}">`],
		['icon', iconHead()],
		['head', head]
	]);
	const data = all && !embedded ? structured(all, name) : home ? siteStructured(lang) : '';
	const foot = embedded ? '' : footHtml(lang);
	return { places, end: foot + data };
}

/** Passes the reason to the command that builds the site. */
export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status === 404) return { message };
	if (!(error instanceof NoStory)) console.error(error);
	return { message: error instanceof Error ? error.message : message };
};

/**
 * Fills the template’s placeholders in order, each once. They all precede the story’s texts, so that a text that looks
 * like a placeholder stays as it is.
 */
function inPlaces(html: string, places: Map<string, string>): string {
	let filled = html;
	for (const [name, value] of places) {
		const place = `%throughline.${name}%`;
		const at = filled.indexOf(place);
		if (at < 0) continue;
		filled = filled.slice(0, at) + value + filled.slice(at + place.length);
		places.delete(name);
	}
	return filled;
}

/** Adds elements at the end of the body, where they delay nothing that is seen before them. */
function atEnd(html: string, elements: string): string {
	const end = html.lastIndexOf('</body>');
	return end < 0 ? html : html.slice(0, end) + elements + html.slice(end);
}
