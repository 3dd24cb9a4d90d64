import { error } from '@sveltejs/kit';
import { homeFront, homeLanguages } from '#lib/node/home.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { lang } }) => {
	if (!homeLanguages().includes(lang)) error(404, `no page of stories in "${lang}"`);
	return { front: homeFront(lang) };
};
