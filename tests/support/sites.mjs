/**
 * Where the tests find their sites: on servers of their own (started by servers.mjs), on free ports. THROUGHLINE_PORT
 * fixes the ports: the site’s; the next three are for the tests’ own stories, for measurements, and for a site below a path.
 */

/** @param {number} n 0: the site, 1: the tests’ own stories, 2: measurements, 3: below a path @returns 0 if any free port will do */
export const portOf = (n) => (process.env.THROUGHLINE_PORT ? Number(process.env.THROUGHLINE_PORT) + n : 0);

/** The built site, and that of the tests’ own stories, with other sides, languages and centuries. No trailing slash. */
export const stories = process.env.THROUGHLINE_TEST_STORIES ?? '';
export const fixtures = process.env.THROUGHLINE_TEST_FIXTURES ?? '';

/** The folders of both, for tests that serve them themselves. */
export const storiesFolder = process.env.THROUGHLINE_TEST_STORIES_FOLDER ?? '';
export const fixturesFolder = process.env.THROUGHLINE_TEST_FIXTURES_FOLDER ?? '';
/** Two of these stories, one with a table, on a site that was built for a path below its host. */
export const based = process.env.THROUGHLINE_TEST_BASED ?? '';
