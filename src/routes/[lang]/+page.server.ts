import { error } from '@sveltejs/kit';
import { homeFront, homeLanguages } from '#lib/node/home.ts';
import { Unsent } from '#lib/page/unsent.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { lang } }) => {
	if (!homeLanguages().includes(lang)) error(404, `no page of stories in "${lang}"`);
	return { page: new Unsent({ front: homeFront(lang) }) };
};
