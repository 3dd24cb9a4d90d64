/** Writes the rounds as tables in Markdown, with the targets. */
import { summary } from './stats.mjs';

/** @typedef {import('./visit.mjs').Visit} Visit */
/**
 * @typedef {object} Record of one visit
 * @property {string} subject
 * @property {number} n events; for the story’s page, the width of the viewport in px
 * @property {number} round
 * @property {Visit} visit
 */
/** @typedef {{ key: string, words: string, unit: string, digits: number, of: (visit: Visit) => number | undefined }} Measure */

/** @type {Measure[]} */
const loading = [
	{ key: 'bytes', words: 'Transferred', unit: 'KB', digits: 1, of: ({ bytes }) => bytes && bytes / 1024 },
	{ key: 'ready', words: 'Ready', unit: 'ms', digits: 0, of: ({ ready }) => ready }
];
/** @type {Measure} */
const heap = {
	key: 'heap',
	words: 'Heap after ready',
	unit: 'MB',
	digits: 1,
	of: ({ heap }) => heap && heap / 2 ** 20
};

/** @typedef {'zoom' | 'pan' | 'scroll'} Gesture */

/** @param {Gesture} gesture @param {1 | 4} slow @returns {Measure[]} */
function motionMeasures(gesture, slow) {
	const key = /** @type {const} */ (`${gesture}${slow}`);
	const words = `${gesture[0].toUpperCase()}${gesture.slice(1)}, ${slow}×`;
	const of = (/** @type {'p50' | 'p95' | 'work' | 'long' | 'longest'} */ part) => (/** @type {Visit} */ visit) =>
		visit.motion[key]?.[part];
	return [
		{ key: `${key}.p50`, words: `${words}: frame p50`, unit: 'ms', digits: 1, of: of('p50') },
		{ key: `${key}.p95`, words: `${words}: frame p95`, unit: 'ms', digits: 1, of: of('p95') },
		{ key: `${key}.work`, words: `${words}: main thread a frame`, unit: 'ms', digits: 2, of: of('work') },
		{ key: `${key}.long`, words: `${words}: over 50 ms`, unit: 'tasks', digits: 0, of: of('long') },
		{ key: `${key}.longest`, words: `${words}: longest of them`, unit: 'ms', digits: 0, of: of('longest') }
	];
}

/** @type {Measure[]} */
const measures = [
	...loading,
	heap,
	.../** @type {const} */ ([1, 4]).flatMap((slow) =>
		/** @type {const} */ (['zoom', 'pan']).flatMap((gesture) => motionMeasures(gesture, slow).slice(0, 3))
	),
	{ key: 'filter', words: 'Filter to painted', unit: 'ms', digits: 0, of: ({ filter }) => filter }
];

/** @type {Measure[]} */
const storyMeasures = [
	...loading,
	{ key: 'all', words: 'Transferred until scrolled', unit: 'KB', digits: 1, of: ({ all }) => all && all / 1024 },
	heap,
	...motionMeasures('scroll', 1),
	...motionMeasures('scroll', 4)
];

const peers = ['vis', 'timelinejs'];

/**
 * @typedef {object} Kind of table
 * @property {readonly Measure[]} measures
 * @property {(n: number) => string} heading
 * @property {readonly { words: string, of: readonly string[] }[]} beside the last columns: our value divided by the
 * lowest of these subjects
 */

const count = (/** @type {number} */ n) => n.toLocaleString('en');

/** @type {Kind} */
const ofEvents = {
	measures,
	heading: (n) => `${count(n)} events`,
	beside: [{ words: 'Throughline ÷ better peer', of: peers }]
};
/** @type {Kind} */
export const ofStory = {
	measures: storyMeasures,
	heading: (n) => `${n} px wide`,
	beside: [
		{ words: '÷ without scripts', of: ['plain'] },
		{ words: '÷ scrollama and D3', of: ['scroller'] }
	]
};
/** The measures for a slow line. @param {Kind} kind @returns {Kind} */
const loaded = (kind) => ({ ...kind, measures: loading });
export const onLine = { events: loaded(ofEvents), story: loaded({ ...ofStory, heading: () => 'The story’s page' }) };

/** @param {string} key @returns {Measure} */
export const measureOf = (key) => {
	const found = [...measures, ...storyMeasures].find((measure) => measure.key === key);
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

/**
 * The lowest median among the peers that finished.
 * @param {readonly Record[]} records
 * @param {number} n
 * @param {Measure} measure
 * @param {readonly string[]} [of] names of subjects
 */
export function better(records, n, measure, of = peers) {
	const medians = of.flatMap((peer) => found(records, peer, n, measure)?.median ?? []);
	return medians.length ? Math.min(...medians) : undefined;
}

const number = (/** @type {number} */ value, /** @type {number} */ digits) =>
	value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/**
 * One table for each number of events, or width: median (least–most) of the rounds.
 * @param {readonly Record[]} records
 * @param {readonly number[]} sizes
 * @param {readonly { name: string, words: string, filter?: object }[]} subjects
 * @param {Kind} [kind]
 */
export function tables(records, sizes, subjects, kind = ofEvents) {
	return sizes
		.map((n) => {
			const head = ['', ...subjects.map(({ words }) => words), ...kind.beside.map(({ words }) => words)];
			const rows = kind.measures.map((measure) => {
				const cells = subjects.map(({ name, filter }) =>
					measure.key === 'filter' && !filter ? '–' : cell(records, name, n, measure)
				);
				const ours = found(records, 'ours', n, measure)?.median;
				const ratios = kind.beside.map(({ of }) => {
					const peer = better(records, n, measure, of);
					return ours !== undefined && peer ? number(ours / peer, 2) : '–';
				});
				return [`${measure.words}, ${measure.unit}`, ...cells, ...ratios];
			});
			const lines = [head, head.map((_, at) => (at ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`);
			return `### ${kind.heading(n)}\n\n${lines.join('\n')}\n`;
		})
		.join('\n');
}

/** @param {import('./targets.mjs').TilesBuild} build */
export function tilesTable({ n, seconds, peak, table, tiles, disk }) {
	const gb = (/** @type {number} */ bytes) => `${number(bytes / 2 ** 30, 1)} GB`;
	const rows = [
		['Events', count(n)],
		['Time', `${number(seconds, 0)} s`],
		['Memory, at most', gb(peak)],
		['The table, Parquet', gb(table)],
		['Its tiles', gb(tiles)],
		['Disk besides the table while they are made, at most', gb(disk)]
	];
	return ['| | |', '|---|--:|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
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
	const parts = [...new Set([...measures, ...storyMeasures])].flatMap((measure) => {
		const value = measure.of(visit);
		return value === undefined || measure.key.endsWith('p50') ? [] : `${measure.key} ${number(value, measure.digits)}`;
	});
	return [name, ...parts, visit.failure].filter(Boolean).join('  ');
}
