/** Runs before Playwright reads a test: builds the sites under test from these sources for this run alone. */
import { openSite } from './site.mjs';
import { sweep } from '../../scripts/sweep.mjs';
import { portOf } from './sites.mjs';

export default async function setup() {
	sweep('test-results', /^run-(\d+)$/);
	const asked = [
		{ name: 'stories', port: portOf(0) },
		{ name: 'fixtures', port: portOf(1), stories: 'tests/fixtures/stories' }
	];
	const opened = await Promise.allSettled(asked.map(openSite));
	const stop = () => opened.forEach((one) => one.status === 'fulfilled' && one.value.stop());
	for (const [n, one] of opened.entries()) {
		if (one.status === 'rejected') {
			stop();
			throw one.reason;
		}
		// Playwright’s workers inherit this process’s environment.
		const name = `THROUGHLINE_TEST_${asked[n].name.toUpperCase()}`;
		process.env[name] = one.value.url;
		process.env[`${name}_FOLDER`] = one.value.folder;
	}
	return stop;
}
