/** A long source: 5 MB of text, 2,000 claims, one in ten of them wrong. `npm run measure` shows how long it takes. */
import { expect, it } from 'vitest';
import { SourceText } from '#lib/verify/source.ts';
import { verifyStory } from '#lib/verify/verify.ts';
import { large } from './support/largeSource.ts';

it.each([
	['paragraphs', false],
	// No source is like this, but one might be saved so.
	['one endless paragraph', true]
])('5 MB in %s, 2,000 claims: every wrong one is found, and no other', (_, oneParagraph) => {
	const { story, text, wrong } = large(5e6, 700, oneParagraph);
	const report = verifyStory(story, new Map([['long', new SourceText(text)]]));
	expect(report.findings.length).toBeGreaterThanOrEqual(2000);
	const words = report.findings.filter(({ aspect, verdict }) => aspect === 'words' && verdict === 'missing');
	expect(words).toHaveLength(wrong);
	for (const { difference } of words) expect(difference).toContain('[-错-]');
});
