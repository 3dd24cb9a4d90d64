/** The rounds as tables in Markdown, and the targets held against them. */
import { summary } from './stats.mjs';

/** @typedef {import('./visit.mjs').Visit} Visit */
/**
 * @typedef {object} Record of one visit
 * @property {string} subject
 * @property {number} n
 * @property {number} round
 * @property {Visit} visit
 */
/** @typedef {{ key: string, words: string, unit: string, digits: number, of: (visit: Visit) => number | undefined }} Measure */

/** @type {Measure[]} */
export const measures = [
	{ key: 'bytes', words: 'Transferred', unit: 'KB', digits: 1, of: ({ bytes }) => bytes && bytes / 1024 },
	{ key: 'ready', words: 'Ready', unit: 'ms', digits: 0, of: ({ ready }) => ready },
	{ key: 'heap', words: 'Heap after ready', unit: 'MB', digits: 1, of: ({ heap }) => heap && heap / 2 ** 20 },
	.../** @type {const} */ ([1, 4]).flatMap((slow) =>
		/** @type {const} */ (['zoom', 'pan']).flatMap((gesture) => {
			const words = `${gesture === 'pan' ? 'Pan' : 'Zoom'}, ${slow}×`;
			const of = (/** @type {'p50' | 'p95' | 'work'} */ part) => (/** @type {Visit} */ visit) =>
				visit.motion[`${gesture}${slow}`]?.[part];
			return [
				{ key: `${gesture}${slow}.p50`, words: `${words}: frame p50`, unit: 'ms', digits: 1, of: of('p50') },
				{ key: `${gesture}${slow}.p95`, words: `${words}: frame p95`, unit: 'ms', digits: 1, of: of('p95') },
				{ key: `${gesture}${slow}.work`, words: `${words}: main thread a frame`, unit: 'ms', digits: 2, of: of('work') }
			];
		})
	),
	{ key: 'filter', words: 'Filter to painted', unit: 'ms', digits: 0, of: ({ filter }) => filter }
];

/** @param {string} key @returns {Measure} */
export const measureOf = (key) => {
	const found = measures.find((measure) => measure.key === key);
	if (!found) throw new Error(`no measure "${key}"`);
	return found;
};

/**
 * @param {readonly Record[]} records
 * @param {string} subject
 * @param {number} n
 * @param {Measure} measure
 */
export function found(records, subject, n, measure) {
	const list = records
		.filter((record) => record.subject === subject && record.n === n)
		.map(({ visit }) => measure.of(visit))
		.filter((value) => value !== undefined);
	return list.length ? summary(list) : undefined;
}

/** @param {readonly Record[]} records @param {string} subject @param {number} n */
export const failureOf = (records, subject, n) =>
	records.find((record) => record.subject === subject && record.n === n && record.visit.failure)?.visit.failure;

const peers = ['vis', 'timelinejs'];

/**
 * The better peer’s median, of those that finished.
 * @param {readonly Record[]} records
 * @param {number} n
 * @param {Measure} measure
 */
export function better(records, n, measure) {
	const medians = peers.flatMap((peer) => found(records, peer, n, measure)?.median ?? []);
	return medians.length ? Math.min(...medians) : undefined;
}

const number = (/** @type {number} */ value, /** @type {number} */ digits) =>
	value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const count = (/** @type {number} */ n) => n.toLocaleString('en');

/**
 * A table a number of events: median (least–most) of the rounds.
 * @param {readonly Record[]} records
 * @param {readonly number[]} sizes
 * @param {readonly { name: string, words: string, filter?: object }[]} subjects
 */
export function tables(records, sizes, subjects) {
	return sizes
		.map((n) => {
			const head = ['', ...subjects.map(({ words }) => words), 'Throughline ÷ better peer'];
			const rows = measures.map((measure) => {
				const cells = subjects.map(({ name, filter }) =>
					measure.key === 'filter' && !filter ? '–' : cell(records, name, n, measure)
				);
				const ours = found(records, 'ours', n, measure)?.median;
				const peer = better(records, n, measure);
				const ratio = ours !== undefined && peer ? number(ours / peer, 2) : '–';
				return [`${measure.words}, ${measure.unit}`, ...cells, ratio];
			});
			const lines = [head, head.map((_, at) => (at ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`);
			return `### ${count(n)} events\n\n${lines.join('\n')}\n`;
		})
		.join('\n');
}

/**
 * @param {readonly Record[]} records
 * @param {string} subject
 * @param {number} n
 * @param {Measure} measure
 */
function cell(records, subject, n, measure) {
	const value = found(records, subject, n, measure);
	if (!value) return failureOf(records, subject, n) ?? '–';
	const spread = value.rounds > 1 ? ` (${number(value.min, measure.digits)}–${number(value.max, measure.digits)})` : '';
	return number(value.median, measure.digits) + spread;
}

/** @param {string} name @param {Visit} visit */
export function line(name, visit) {
	const parts = measures.flatMap((measure) => {
		const value = measure.of(visit);
		return value === undefined || measure.key.endsWith('p50') ? [] : `${measure.key} ${number(value, measure.digits)}`;
	});
	return [name, ...parts, visit.failure].filter(Boolean).join('  ');
}
