/** The date reader on cases that nobody here wrote (tests/fixtures/dates). Beside other readers: `npm run dates`. */
import { describe, expect, it } from 'vitest';
import { countedOut, languages, ours, tally, type Language } from './support/dateCases.ts';

/** Per cent, a little below what is reached. */
const floors: Record<Language, { found: number; exact: number }> = {
	en: { found: 96, exact: 86 },
	zh: { found: 98, exact: 94 }
};

describe.each(languages)('dates in %s', (language) => {
	const { of, found, exact, wrongYear } = tally(language, ours);

	it('are found, and are what they are', () => {
		expect(of).toBeGreaterThan({ en: 290, zh: 90 }[language]);
		expect((100 * found) / of).toBeGreaterThanOrEqual(floors[language].found);
		expect((100 * exact) / of).toBeGreaterThanOrEqual(floors[language].exact);
	});

	it('keep every year that is said', () => expect(wrongYear).toEqual([]));

	it('are counted but for a few that no calendar has', () => {
		const all = countedOut(language);
		expect(Object.values(all).reduce((sum, texts) => sum + texts.length, 0)).toBeLessThan(20);
	});
});
