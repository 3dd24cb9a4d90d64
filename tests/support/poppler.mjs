/** The tests read PDF files with poppler rather than our own code: is it there, or can it be installed? */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { alone } from '../../scripts/alone.mjs';
import { isDebian } from './browser.mjs';

const has = () => !spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error;

async function ensure() {
	const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	if (has() || !isDebian(osRelease, process.getuid?.() === 0)) return has();
	await alone('packages', () => {
		for (const args of has() ? [] : [['update'], ['install', '-y', '--no-install-recommends', 'poppler-utils']]) {
			console.error(`No poppler yet: apt-get ${args.join(' ')}`);
			spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] });
		}
	});
	return has();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && !(await ensure())) {
	console.error('The tests read PDF files with pdftotext, pdfinfo and pdffonts of poppler, which were not found.');
	console.error(
		'Install it (Debian and Ubuntu: apt install poppler-utils; macOS: brew install poppler), then run this again.'
	);
	process.exitCode = 1;
}
