/** The tests read PDF files with poppler rather than our own code: is it there, or can it be installed? */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { aptGet, ensure, isDebian } from './browser.mjs';

const find = () => (spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error ? undefined : 'pdftotext');

/** @type {Parameters<typeof ensure>[2]} */
const get = (osRelease, root) => (isDebian(osRelease, root) ? aptGet(['poppler-utils']) : []);

if (
	process.argv[1] &&
	import.meta.url === pathToFileURL(process.argv[1]).href &&
	!(await ensure('poppler', find, get))
) {
	console.error('The tests read PDF files with pdftotext, pdfinfo and pdffonts of poppler, which were not found.');
	console.error(
		'Install it (Debian and Ubuntu: apt install poppler-utils; macOS: brew install poppler), then run this again.'
	);
	process.exitCode = 1;
}
