import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clock, dateForms, formatter, longDay, shortDay, takeForms } from './dateForms.ts';

const languages = ['en', 'en-GB', 'zh-Hans', 'de', 'fr', 'ca', 'ru', 'ja', 'ar', 'ar-EG', 'fa', 'th', 'hi', 'he', 'sw'];
const options = [
	longDay,
	shortDay,
	clock,
	{ ...longDay, ...clock },
	{ month: 'short' },
	{ month: 'short', year: 'numeric' },
	{ month: 'short', day: 'numeric' }
] as const;

describe('forms of dates that are taken along', () => {
	it('say what the platform says, in every language, also in years that they do not know', () => {
		for (const lang of languages) takeForms(dateForms(lang, lang));
		const time = fc.date({ min: new Date(-1e14), max: new Date(4e14), noInvalidDate: true });
		fc.assert(
			fc.property(fc.constantFrom(...languages), fc.constantFrom(...options), time, (lang, form, time) => {
				const expected = new Intl.DateTimeFormat(lang, { ...form, timeZone: 'UTC' }).format(time);
				expect(formatter(lang, form).format(Number(time))).toBe(expected);
			}),
			{ numRuns: 1000 }
		);
	});

	it('are there for the languages of the interface, and not for another calendar or other digits', () => {
		expect(Object.keys(dateForms('en', 'en-GB'))).toHaveLength(8);
		expect(Object.keys(dateForms('zh-Hans', 'zh-Hans'))).toHaveLength(7);
		expect(dateForms('fa', 'fa')).toEqual({});
	});
});
