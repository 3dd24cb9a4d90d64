/**
 * Packages of hundreds of small files, which would take Node longer to open than a story to read: pages and command line
 * are compiled with what they use of them (vite.config.ts, vite.cli.config.ts).
 */
export const ofManyFiles = ['d3', /^d3-/, 'date-fns', 'edtf', /^mdast-util-/, /^micromark/, 'yaml', 'zod'];
