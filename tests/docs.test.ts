/** Every link in the documentation leads to a file of the repository, and to a heading in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const inDocs = readdirSync('docs').filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs.map((name) => `docs/${name}`)];

/** Without blocks and spans of code, whose brackets link nothing. */
const prose = (path: string) => readFileSync(path, 'utf8').replace(/^ *```[^]*?^ *```$|`[^`\n]*`/gm, '');

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-');

const anchorsOf = (path: string) =>
	[...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));

it.each(pages)('%s', (path) => {
	const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
	const wrong = links.filter((link) => {
		if (/^https?:/.test(link)) return false;
		const [file, anchor] = link.split('#');
		const target = file ? join(dirname(path), file) : path;
		return !existsSync(target) || (anchor && !anchorsOf(target).includes(anchor));
	});
	expect(wrong).toEqual([]);
});
