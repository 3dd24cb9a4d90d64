import type { Handle, HandleServerError } from '@sveltejs/kit';
import { themeCss } from '#lib/layout/palettes.ts';
import { exploreParts } from '#lib/node/explore.ts';
import { NoStory } from '#lib/node/stories.ts';
import { homeHead, homeLang, missingHead } from '#lib/node/home.ts';
import { fontHead, localStory, pageStory } from '#lib/node/page.ts';
import { policyOf } from '#lib/node/policy.ts';
import { tableOf } from '#lib/node/tiles/read.ts';
import { previewHead } from '#lib/node/sharing.ts';
import { scriptHead } from '#lib/node/script.ts';
import { site, siteThemes } from '#lib/node/site.ts';
import { footHtml } from '#lib/node/siteFoot.ts';
import { iconHead, siteHead } from '#lib/node/siteHead.ts';
import { evidence, storyParts } from '#lib/node/stills.ts';
import { direction } from '#lib/text/strings.ts';

/** The script’s entry for each route that a script takes over. */
const entries: Record<string, string> = {
	'/[lang]/[story]': 'story',
	'/[lang]/[story]/embed': 'embed',
	'/[lang]/[story]/explore': 'explore'
};

/** The document’s language comes from its route; colours and faces are in its head, before any script. */
export const handle: Handle = ({ event, resolve }) => {
	const { lang = homeLang(), story, quote } = event.params;
	const home = event.route.id === '/' || event.route.id === '/[lang]';
	const exploring = !!event.route.id?.endsWith('/explore');
	const embedded = !!event.route.id?.endsWith('/embed');
	const all = story ? localStory(story, lang) : undefined;
	const own = story ? pageStory(story, lang) : undefined;
	const told = embedded ? undefined : own;
	const preview = told ? previewHead(all!, { ref: quote, explore: exploring }) : '';
	const fonts = story ? fontHead(story, lang, !exploring) : home ? homeHead(lang) : missingHead();
	const styles = event.route.id === '/[lang]/[story]' && told ? storyParts(told).get('styles') : '';
	const entry = entries[event.route.id ?? ''];
	const script = entry ? scriptHead(entry) : '';
	// The opening’s words are laid out as a whole: on a slow line, those that come later would move those before them.
	// What is waited for stands behind them and is empty, since Chromium paints as soon as its start tag is there.
	const whole = styles ? '<link rel="expect" href="#opening-told" blocking="render">' : '';
	const head = `${preview}${whole}<style>${themeCss(siteThemes())}</style>${styles}${fonts}${siteHead(lang, embedded)}${script}`;
	const places = new Map([
		['lang', lang],
		['dir', direction(lang)],
		['policy', `<meta http-equiv="content-security-policy" content="${policyOf(embedded)}">`],
		['icon', iconHead()],
		['head', head]
	]);
	// Rendered once per page, and only if it has placeholders.
	let parts: ReadonlyMap<string, string> | undefined;
	const partOf = (name: string) => {
		if (name === 'foot') return embedded ? '' : footHtml(lang);
		if (!own) return '';
		if (!told) return evidence(own, `${site().base}/${lang}/${story}`);
		parts ??= exploring ? exploreParts(all!, tableOf(told.slug)) : storyParts(told);
		return parts.get(name) ?? '';
	};
	// A part may contain placeholders for others.
	const filled = (html: string): string =>
		html.replace(/<!--still ([a-z0-9-]+)-->/g, (_, name) => filled(partOf(name)));
	return resolve(event, {
		transformPageChunk: ({ html }) => filled(inPlaces(html, places))
	});
};

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
