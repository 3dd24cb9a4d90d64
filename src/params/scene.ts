import type { ParamMatcher } from '@sveltejs/kit';

/** The anchor of a scene is also the name of the page with all its cards; `.2` and so on where they need several. */
export const match: ParamMatcher = (param) => /^scene-[a-z0-9-]+(\.\d+)?$/.test(param);
