/**
 * Runs every test: Vitest, then Playwright on the built site. Ends with the total counts alone on a line,
 * `N passed, N failed`, with `, N skipped` if there are any; fails if anything failed or nothing ran.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { engines, howToGet } from './support/browser.mjs';
import { sweep } from '../scripts/sweep.mjs';

// Results of a run that is still going are left alone.
sweep('test-results', /^run-(\d+)$/);
const results = (process.env.THROUGHLINE_RESULTS = `test-results/run-${process.pid}`);
mkdirSync(results, { recursive: true });

/** @param {string[]} args */
const run = (...args) =>
	spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/** @param {string} file */
const read = (file) => {
	try {
		return JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
	} catch {
		return null;
	}
};

const unit = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}/unit.json`);
const browser = run('playwright', 'test');

const units = read('unit.json');
const pages = read('browser.json')?.stats;
const passed = (units?.numPassedTests ?? 0) + (pages?.expected ?? 0);
const failed =
	(units?.numFailedTests ?? 0) +
	(pages?.unexpected ?? 0) +
	(pages?.flaky ?? 0) +
	// A runner that crashed without a failed test, or ran none, counts as a failure.
	(!units || (!unit && !units.numFailedTests) ? 1 : 0) +
	(!pages || (!browser && !pages.unexpected && !pages.flaky) ? 1 : 0);

const skipped = (units?.numPendingTests ?? 0) + (units?.numTodoTests ?? 0) + (pages?.skipped ?? 0);

/** @param {string} text The first lines of a failure; a property’s counterexample may be a megabyte. */
const brief = (text) =>
	text
		.split('\n')
		.slice(0, 12)
		.map((line) => `    ${line.slice(0, 300)}`)
		.join('\n');

/** @param {{ suites?: any[], specs?: any[], title: string, file?: string }} suite @returns {any[]} */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

// Failures are repeated at the end, where people look, after ten thousand lines of passed tests.
for (const { name, message, assertionResults } of units?.testResults ?? []) {
	if (message) console.log(`FAILED ${name}\n${brief(message)}`);
	for (const test of assertionResults)
		if (test.status === 'failed')
			console.log(`FAILED ${name} › ${test.fullName}\n${brief(test.failureMessages.join('\n'))}`);
}
for (const spec of (read('browser.json')?.suites ?? []).flatMap(specsOf))
	if (!spec.ok || spec.tests.some((/** @type {any} */ test) => test.status === 'flaky'))
		console.log(`FAILED ${spec.file}:${spec.line} › ${spec.title}`);

for (const engine of /** @type {(keyof typeof engines)[]} */ (Object.keys(engines)))
	if (!engines[engine].find()) console.log(`Not tested in ${engines[engine].title}. ${howToGet(engine)}`);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed || !passed || !unit || !browser ? 1 : 0;
