/** The targets, judged by the medians alone. */
import { better, failureOf, found, measureOf } from './report.mjs';

/**
 * @typedef {object} Judgement
 * @property {string} target
 * @property {string} measured
 * @property {boolean | null} met null if not measured in this run
 */

/**
 * @typedef {object} TilesBuild
 * @property {number} n events
 * @property {number} seconds
 * @property {number} peak bytes of memory
 * @property {number} table bytes of the table
 * @property {number} tiles bytes of the tiles
 * @property {number} disk most bytes that lay on the disk besides the table: tiles, and what does not fit in memory
 * @property {number} cores
 */

const count = (/** @type {number} */ n) => n.toLocaleString('en');

/**
 * @param {string} target @param {number | undefined} value @param {number | undefined} most @param {string} unit
 * @returns {Judgement}
 */
const within = (target, value, most, unit) =>
	value === undefined || most === undefined
		? { target, measured: 'not measured', met: null }
		: { target, measured: `${value.toFixed(1)} ${unit}, at most ${most.toFixed(1)} ${unit}`, met: value <= most };

/**
 * @param {readonly import('./report.mjs').Record[]} records
 * @param {readonly number[]} sizes
 * @returns {Judgement[]}
 */
export function judge(records, sizes) {
	/** @param {string} key @param {number} n */
	const ours = (key, n) => found(records, 'ours', n, measureOf(key))?.median;
	/**
	 * Compares with the better peer; if no peer finished, there is none to beat.
	 * @param {string} target @param {string} key @param {number} n @param {number} most
	 * @returns {Judgement}
	 */
	const against = (target, key, n, most) => {
		const own = ours(key, n);
		const peer = better(records, n, measureOf(key));
		const { unit } = measureOf(key);
		const tried = ['vis', 'timelinejs'].every((name) => failureOf(records, name, n));
		if (own === undefined)
			return {
				target,
				measured: failureOf(records, 'ours', n) ?? 'not measured',
				met: failureOf(records, 'ours', n) ? false : null
			};
		if (peer === undefined)
			return {
				target,
				measured: tried ? `${own.toFixed(1)} ${unit}; no peer finished` : 'not measured',
				met: tried || null
			};
		return {
			target,
			measured: `${own.toFixed(2)} ${unit} to ${peer.toFixed(2)} ${unit}: ${(own / peer).toFixed(2)}`,
			met: most === 1 ? own < peer : own <= most * peer
		};
	};
	const large = sizes.filter((n) => n >= 200_000);
	return [
		...sizes.map((n) => against(`${count(n)}: fewer bytes than each peer`, 'bytes', n, 1)),
		...sizes.map((n) => against(`${count(n)}: sooner ready than each peer`, 'ready', n, 1)),
		...sizes
			.filter((n) => n <= 200)
			.flatMap((n) =>
				['zoom1', 'pan1', 'zoom4', 'pan4'].map((gesture) => {
					const words = `${gesture.startsWith('pan') ? 'pan' : 'zoom'}, ${gesture.slice(-1)}×`;
					return against(
						`${count(n)}: main thread a frame at most a third of the better peer’s (${words})`,
						`${gesture}.work`,
						n,
						1 / 3
					);
				})
			),
		...large.flatMap((n) => [
			...['zoom1', 'pan1', 'zoom4', 'pan4'].map((gesture) => {
				const base = ours(`${gesture}.p95`, 20);
				const words = `${gesture.startsWith('pan') ? 'pan' : 'zoom'}, ${gesture.slice(-1)}×`;
				return within(
					`${count(n)}: frame p95 within 1.5× of that of 20 events (${words})`,
					ours(`${gesture}.p95`, n),
					base && base * 1.5,
					'ms'
				);
			}),
			within(
				`${count(n)}: filter within 1.5× of that of 20 events`,
				ours('filter', n),
				ours('filter', 20) && /** @type {number} */ (ours('filter', 20)) * 1.5,
				'ms'
			)
		]),
		...(sizes.includes(1e6)
			? [
					within('1,000,000: heap within 150 MB', ours('heap', 1e6), 150, 'MB'),
					within('1,000,000: first view within 400 KB transferred', ours('bytes', 1e6), 400, 'KB')
				]
			: [])
	];
}

/**
 * @param {TilesBuild} tiles
 * @returns {Judgement[]}
 */
export function judgeTiles({ n, cores, seconds, peak }) {
	const most = n > 1e7 ? { minutes: 10, gb: 24 } : { minutes: 5, gb: 4 };
	return [
		within(
			`tiles of ${count(n)} events within ${most.minutes} minutes on ${cores} cores`,
			seconds,
			most.minutes * 60,
			's'
		),
		within(`tiles of ${count(n)} events within ${most.gb} GB of memory`, peak / 2 ** 30, most.gb, 'GB')
	];
}

/**
 * Compares the story’s page with the same page without scripts and with a hand-made scroller. Frame times are rounded
 * to 1 ms, as a browser cannot time frames more finely than it draws them.
 * @param {readonly import('./report.mjs').Record[]} records
 * @param {readonly number[]} widths px
 * @returns {Judgement[]}
 */
export function judgeStory(records, widths) {
	return widths.flatMap((width) => {
		/** @param {string} subject @param {string} key */
		const of = (subject, key) => found(records, subject, width, measureOf(key))?.median;
		/**
		 * @param {string} words @param {string} key @param {number | undefined} most
		 * @param {(value: number) => number} [exact] applied to both values before they are compared
		 * @returns {Judgement}
		 */
		const judged = (words, key, most, exact = (value) => value) => {
			const target = `story, ${width} px: ${words}`;
			const own = of('ours', key);
			const failure = failureOf(records, 'ours', width);
			if (own === undefined && failure) return { target, measured: failure, met: false };
			if (own === undefined || most === undefined) return { target, measured: 'not measured', met: null };
			const { unit, digits } = measureOf(key);
			const measured = `${own.toFixed(digits)}, at most ${most.toFixed(digits)} ${unit}`;
			return { target, measured, met: exact(own) <= exact(most) };
		};
		const plain = of('plain', 'ready');
		return [
			judged('ready within 1.5× of the page without scripts', 'ready', plain && 1.5 * plain),
			.../** @type {const} */ ([1, 4]).flatMap((slow) => {
				const [frame, work] = [`scroll${slow}.p95`, `scroll${slow}.work`];
				return [
					judged(`frame p95 at most the scroller’s (${slow}×)`, frame, of('scroller', frame), Math.round),
					judged(`main thread a frame at most the scroller’s (${slow}×)`, work, of('scroller', work))
				];
			}),
			judged('no task over 50 ms (4×)', 'scroll4.long', 0)
		];
	});
}

/** @param {readonly Judgement[]} judgements */
export function targetTable(judgements) {
	const word = (/** @type {boolean | null} */ met) => (met === null ? '–' : met ? 'met' : '**not met**');
	const rows = judgements.map(({ target, measured, met }) => `| ${target} | ${measured} | ${word(met)} |`);
	return ['| target | measured (medians) | |', '|---|---|---|', ...rows].join('\n');
}
