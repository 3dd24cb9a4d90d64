import { base } from '$app/paths';
import { homeFront, homeLang } from '#lib/node/home.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ front: homeFront(homeLang(), base) });
