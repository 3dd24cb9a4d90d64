/** Where the tests serve what they look at: the built site, that of their own stories, and what is measured. */
export const port = Number(process.env.THROUGHLINE_PORT ?? 4173);
export const fixturesPort = port + 1;
export const measurePort = port + 2;

/** The site of the tests’ own stories. */
export const fixtures = `http://localhost:${fixturesPort}`;
