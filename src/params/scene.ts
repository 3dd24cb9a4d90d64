import type { ParamMatcher } from '@sveltejs/kit';

/** The anchor of a scene, which is also the name of the page with all its cards; further pages have `.2` and so on. */
export const match: ParamMatcher = (param) => /^scene-[a-z0-9-]+(\.\d+)?$/.test(param);
