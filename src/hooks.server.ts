import type { Handle } from '@sveltejs/kit';

/** The document’s own language is that of its route. */
export const handle: Handle = ({ event, resolve }) => {
	const lang = event.params.lang ?? 'en';
	const dir = /^(ar|fa|he|ur|yi)\b/.test(lang) ? 'rtl' : 'ltr';
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%throughline.lang%', lang).replace('%throughline.dir%', dir)
	});
};
