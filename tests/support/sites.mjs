/**
 * Where the tests look: at servers of their own (servers.mjs starts them), on ports that are free. Who wants to know the
 * ports beforehand sets THROUGHLINE_PORT: the site’s; the next are those of the tests’ own stories and of measurements.
 */

/** @param {number} n 0: the site, 1: the tests’ own stories, 2: measurements @returns 0 where any free port will do */
export const portOf = (n) => (process.env.THROUGHLINE_PORT ? Number(process.env.THROUGHLINE_PORT) + n : 0);

/** The built site, and that of the tests’ own stories: other sides, languages and centuries. Without a slash at the end. */
export const stories = process.env.THROUGHLINE_TEST_STORIES ?? '';
export const fixtures = process.env.THROUGHLINE_TEST_FIXTURES ?? '';
