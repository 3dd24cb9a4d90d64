import { base } from '$app/paths';
import type { Handle } from '@sveltejs/kit';
import { themeCss } from '#lib/layout/palettes.ts';
import { exploreParts } from '#lib/server/explore.ts';
import { homeHead, homeLang } from '#lib/server/home.ts';
import { fontHead, localStory } from '#lib/server/page.ts';
import { tableOf } from '#lib/server/tiles/read.ts';
import { previewHead } from '#lib/server/sharing.ts';
import { evidence, storyParts } from '#lib/server/stills.ts';
import { direction } from '#lib/text/strings.ts';

/** The document’s own language is that of its route; colours and faces stand in its head, before any script. */
export const handle: Handle = ({ event, resolve }) => {
	const { lang = homeLang(), story, quote } = event.params;
	const home = event.route.id === '/' || event.route.id === '/[lang]';
	const exploring = !!event.route.id?.endsWith('/explore');
	const embedded = !!event.route.id?.endsWith('/embed');
	const own = story ? localStory(story, lang) : undefined;
	const told = embedded ? undefined : own;
	const preview = told ? previewHead(told, { ref: quote, explore: exploring }, base, event.url.origin) : '';
	const fonts = story ? fontHead(story, lang, base, !exploring) : home ? homeHead(lang, base, event.url.origin) : '';
	const styles = event.route.id === '/[lang]/[story]' && told ? storyParts(told, base).get('styles') : '';
	const head = `${preview}<style>${themeCss()}</style>${styles}${fonts}`;
	const values: Record<string, string> = { lang, dir: direction(lang), head };
	// Once a page, and only where one has places for them.
	let parts: ReadonlyMap<string, string> | undefined;
	const partOf = (name: string) => {
		if (!own) return '';
		if (!told) return evidence(own, base, `${base}/${lang}/${story}`);
		parts ??= exploring ? exploreParts(told, tableOf(told.slug), base) : storyParts(told, base);
		return parts.get(name) ?? '';
	};
	// A part may have places for others.
	const filled = (html: string): string =>
		html.replace(/<!--still ([a-z0-9-]+)-->/g, (_, name) => filled(partOf(name)));
	return resolve(event, {
		transformPageChunk: ({ html }) => filled(html.replace(/%throughline\.(lang|dir|head)%/g, (_, name) => values[name]))
	});
};
