import { base } from '$app/paths';
import { homeStories } from '#lib/server/home.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ stories: homeStories(base) });
