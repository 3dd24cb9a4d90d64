import { base } from '$app/paths';
import type { Handle } from '@sveltejs/kit';
import { themeCss } from '#lib/layout/palettes.ts';
import { exploreParts } from '#lib/node/explore.ts';
import { homeHead, homeLang } from '#lib/node/home.ts';
import { fontHead, localStory, pageStory } from '#lib/node/page.ts';
import { tableOf } from '#lib/node/tiles/read.ts';
import { previewHead } from '#lib/node/sharing.ts';
import { scriptHead } from '#lib/node/script.ts';
import { evidence, storyParts } from '#lib/node/stills.ts';
import { direction } from '#lib/text/strings.ts';

/** The pages that a script takes over, and which. */
const entries: Record<string, string> = {
	'/[lang]/[story]': 'story',
	'/[lang]/[story]/embed': 'embed',
	'/[lang]/[story]/explore': 'explore'
};

/** The document’s own language is that of its route; colours and faces stand in its head, before any script. */
export const handle: Handle = ({ event, resolve }) => {
	const { lang = homeLang(), story, quote } = event.params;
	const home = event.route.id === '/' || event.route.id === '/[lang]';
	const exploring = !!event.route.id?.endsWith('/explore');
	const embedded = !!event.route.id?.endsWith('/embed');
	const all = story ? localStory(story, lang) : undefined;
	const own = story ? pageStory(story, lang) : undefined;
	const told = embedded ? undefined : own;
	const preview = told ? previewHead(all!, { ref: quote, explore: exploring }, base, event.url.origin) : '';
	const fonts = story ? fontHead(story, lang, base, !exploring) : home ? homeHead(lang, base, event.url.origin) : '';
	const styles = event.route.id === '/[lang]/[story]' && told ? storyParts(told, base).get('styles') : '';
	const entry = entries[event.route.id ?? ''];
	const script = entry ? scriptHead(entry, base) : '';
	const head = `${preview}<style>${themeCss()}</style>${styles}${fonts}${script}`;
	const places = new Map([
		['lang', lang],
		['dir', direction(lang)],
		['csp', ''],
		['head', head]
	]);
	// Once a page, and only where one has places for them.
	let parts: ReadonlyMap<string, string> | undefined;
	const partOf = (name: string) => {
		if (!own) return '';
		if (!told) return evidence(own, base, `${base}/${lang}/${story}`);
		parts ??= exploring ? exploreParts(all!, tableOf(told.slug), base) : storyParts(told, base);
		return parts.get(name) ?? '';
	};
	// A part may have places for others.
	const filled = (html: string): string =>
		html.replace(/<!--still ([a-z0-9-]+)-->/g, (_, name) => filled(partOf(name)));
	return resolve(event, {
		transformPageChunk: ({ html }) => filled(inPlaces(policyOf(html, places), places))
	});
};

/** Before any script: Kit writes the policy behind what stands in our own head. */
function policyOf(html: string, places: Map<string, string>): string {
	const from = html.indexOf('<meta http-equiv="content-security-policy"');
	if (from < 0 || !places.has('csp')) return html;
	const to = html.indexOf('>', from) + 1;
	places.set('csp', html.slice(from, to));
	return html.slice(0, from) + html.slice(to);
}

/**
 * The template’s places stand before anything that a story says, and each is filled once, in its order: what looks like
 * one in a story is text.
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
