/** Makes the events for every subject of the benchmark: any number, always the same for the same number. */

const day = 864e5;
const start = Date.UTC(2005, 0, 1);
/** Twenty years, in days. */
const days = 7305;

/** [from, to) of all events, ms */
export const extent = [start, start + days * day];

/** The actors, on two sides, each with its share of the events. */
export const actors = [
	{ id: 'aldine', name: 'Aldine Press', side: 'west', share: 0.3 },
	{ id: 'borough', name: 'Borough Council', side: 'east', share: 0.22 },
	{ id: 'cobalt', name: 'Cobalt Works', side: 'west', share: 0.16 },
	{ id: 'dunmore', name: 'Dunmore', side: 'east', share: 0.12 },
	{ id: 'eastgate', name: 'Eastgate University', side: 'east', share: 0.08 },
	{ id: 'farrow', name: 'Farrow and Sons', side: 'west', share: 0.06 },
	{ id: 'garnet', name: 'Garnet Lines', side: 'west', share: 0.04 },
	{ id: 'harbour', name: 'Harbour Board', side: 'east', share: 0.02 }
];

export const words =
	`a about accord after again against agency agrees all and answers appeal at autumn bank before begins bill board
bridge bridges budget builds buys by capital case chair charter city closes coal coast committee company contract council
court crosses cuts dam deal delays delegates doubles drops eastern elects energy engineers ends expands exports fails fair
fifth files first five fleet for founders four from fund gains gas grain grid halts harbour hearing holds in inquiry island
joins judge labour land largest launches law leaves lends line loan loses market mayor meets merger minister moves museum
names national near new northern not of offers on opens orders over owners paper park passes pays peace plans plant port
power press price prize protest public quarter railway raises record reform refuses report research returns rival river road
rules sale school second sells ship signs six southern spring staff starts state station steel strike students sues summer
talks tax ten tests third three to tower trade trial tunnel two union university vote wages water western wins winter with
without workers works year`.split(/\s+/);

/**
 * @typedef {object} BenchEvent
 * @property {number} id from 1
 * @property {number} time ms; midnight UTC if there are at most 2,000 events, else a whole second
 * @property {string} title 4–10 words
 * @property {number} actor index in `actors`
 * @property {number} importance 1–5, few of 5
 */

/**
 * Numbers in [0, 1) by mulberry32: the same seed gives the same numbers everywhere.
 * @param {number} seed
 */
function random(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Half of the events lie in a tenth of the time.
 * @param {number} n
 * @returns {Generator<BenchEvent>} not sorted by time
 */
export function* events(n) {
	const next = random(n);
	for (let id = 1; id <= n; id++) {
		const share = next() < 0.5 ? 0.6 + next() / 10 : next();
		const time = share * days;
		const title = Array.from({ length: 4 + Math.floor(next() * 7) }, () => words[Math.floor(next() * words.length)]);
		let left = next();
		const actor = actors.findIndex((one) => (left -= one.share) < 0);
		yield {
			id,
			time: start + (n <= 2000 ? Math.floor(time) * day : Math.floor(time * 86400) * 1000),
			title: title[0][0].toUpperCase() + title.join(' ').slice(1),
			actor: actor < 0 ? 0 : actor,
			importance: 1 + Math.floor(next() ** 3 * 5)
		};
	}
}

/**
 * The EDTF of a day or a second.
 * @param {number} time
 */
export function dateOf(time) {
	const iso = new Date(time).toISOString();
	return time % day ? `${iso.slice(0, 19)}Z` : iso.slice(0, 10);
}
