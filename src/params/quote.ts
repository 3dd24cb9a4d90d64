import type { ParamMatcher } from '@sveltejs/kit';

/** The anchor of a quote, which is also the name of its own page. */
export const match: ParamMatcher = (param) => /^quote-[a-z0-9-]+$/.test(param);
