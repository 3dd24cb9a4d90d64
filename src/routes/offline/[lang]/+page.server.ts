import { error } from '@sveltejs/kit';
import { homeLanguages, offlineWords, siteHome } from '#lib/node/home.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { lang } }) => {
	if (!homeLanguages().includes(lang)) error(404, `no offline page in "${lang}"`);
	return { ...offlineWords(lang), home: siteHome() };
};
