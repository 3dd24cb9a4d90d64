/** CHANGELOG.md is kept by changesets (CONTRIBUTING.md); they fail by themselves where one of them cannot be read. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('begins with the version that package.json has', () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
	const [, newest] = /^## (.+)$/m.exec(readFileSync('CHANGELOG.md', 'utf8'))!;
	expect(newest).toBe(version);
});
