/** Tests the date reader on cases from outside this project, and on some written for it (tests/fixtures/dates). */
import { describe, expect, it } from 'vitest';
import { countedOut, languages, ours, tally, type Language } from './support/dateCases.ts';

/** Per cent, slightly below what is reached. */
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

/** Number of texts that their context cannot tell from dates: opening hours, proverbs, titles without marks. */
const mostUnsaid: Record<Language, number> = { en: 6, zh: 4 };

describe.each(languages)('dates in sentences of news, history and reference works, in %s', (language) => {
	const { of, found, exact, wrongYear, unsaid } = tally(language, ours, 'written');

	it('are found, and are what they are', () => {
		expect(of).toBeGreaterThan({ en: 220, zh: 200 }[language]);
		expect((100 * found) / of).toBeGreaterThanOrEqual(98);
		expect((100 * exact) / of).toBeGreaterThanOrEqual(98);
	});

	it('keep every year that is said', () => expect(wrongYear).toEqual([]));

	it('are not read from numbers and names that are none', () =>
		expect(unsaid.length, unsaid.join('\n')).toBeLessThanOrEqual(mostUnsaid[language]));
});
