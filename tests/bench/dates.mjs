/**
 * `npm run dates`: compares the date reader of `verify` with two others, on cases from outside this project
 * (tests/fixtures/dates): how many expressible dates are found, exact, or given a wrong year.
 */
import * as chrono from 'chrono-node';
import recognizers from '@microsoft/recognizers-text-date-time';
import { runnerImport } from 'vite';

/** @typedef {import('../support/dateCases.ts').Answer} Answer */
/** @typedef {import('../support/dateCases.ts').Language} Language */

/** @type {{ module: typeof import('../support/dateCases.ts') }} */
const { module } = await runnerImport('./tests/support/dateCases.ts', { configFile: false, logLevel: 'error' });
const { countedOut, languages, ours, tally } = module;
const day = 864e5;

/** Both count in the machine’s time zone; only days are wanted. @param {Date} date */
const days = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
/** @param {string | null} reference */
const instant = (reference) => (reference ? new Date(reference) : new Date());

/** As long as its precision: a day, a month or a year. @param {chrono.ParsedComponents} at */
function spanOf(at) {
	const [year, month] = [/** @type {number} */ (at.get('year')), /** @type {number} */ (at.get('month'))];
	if (at.isCertain('day') || at.isCertain('weekday')) return { start: days(at.date()), end: days(at.date()) + day };
	if (at.isCertain('month')) return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
	if (at.isCertain('year')) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
	return { start: days(at.date()), end: days(at.date()) + day };
}

/** @param {Language} language @returns {(input: string, reference: string | null) => Answer[]} */
const byChrono = (language) => (input, reference) =>
	(language === 'zh' ? chrono.zh : chrono).parse(input, instant(reference)).map(({ index, text, start, end }) => {
		const [first, last] = [spanOf(start), end ? spanOf(end) : null];
		return {
			from: index,
			to: index + text.length,
			spans: [{ start: first.start, end: (last ?? first).end, last: last?.start }]
		};
	});

/** @param {Language} language @returns {(input: string, reference: string | null) => Answer[]} */
const byRecognizers = (language) => (input, reference) =>
	recognizers
		.recognizeDateTime(input, language === 'zh' ? 'zh-cn' : 'en-us', undefined, instant(reference))
		.map(({ start, end, resolution }) => {
			/** @type {Record<string, string>[]} */
			const values = resolution?.values ?? [];
			const time = (/** @type {string} */ iso) => Date.parse(`${iso.slice(0, 10)}T00:00Z`);
			const spans = values.map(({ value, start, end }) =>
				value ? { start: time(value), end: time(value) + day } : { start: time(start ?? end), end: time(end ?? start) }
			);
			return { from: start, to: end + 1, spans };
		});

/** @type {[name: string, of: (language: Language) => (input: string, reference: string | null) => Answer[]][]} */
const readers = [
	['this project', () => ours],
	['chrono-node', byChrono],
	['recognizers-text', byRecognizers]
];
/** @param {number} part @param {number} whole */
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;

for (const language of languages) {
	/** @type {Record<string, Record<string, string | number>>} */
	const table = {};
	for (const [name, of] of readers) {
		const result = tally(language, of(language));
		table[name] = {
			dates: result.of,
			found: percent(result.found, result.of),
			exact: percent(result.exact, result.of),
			'another year': result.wrongYear.length
		};
		if (process.argv.includes('--all') && name === 'this project')
			for (const kind of /** @type {const} */ (['missed', 'inexact']))
				console.log([kind, ...result[kind]].join('\n  '));
	}
	console.log(`\n${{ en: 'English', zh: 'Chinese' }[language]}`);
	console.table(table);
	for (const [why, texts] of Object.entries(countedOut(language)))
		console.log(`Not counted, ${texts.length}: ${why} (${texts.join('; ')})`);
}
