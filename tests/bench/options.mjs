/** Reads the options of a benchmark run. */
import { parseArgs } from 'node:util';
import { subjects } from './subjects.mjs';
import { readers, viewports } from './told.mjs';

const usage = `npm run bench -- [options]
  --only story,line  of explorer, story (its page), line (both, on a slow one), tiles (see --tiles); all by default
  --n 20,200         numbers of events; all by default
  --subjects ours    of ours, vis, timelinejs, empty, plain, scroller; all by default
  --rounds 5         by default 5 up to 200 and of the story’s page, 3 up to 20,000 and on the slow line, 2 above
  --quick            one round of 20, 200 and 2,000
  --tiles 100000000  the tiles of so many events, by default of 10,000,000
  --write            write what was measured into docs/performance.md, as a whole run does
  --built            what an earlier run built is taken as it is
  --shots            pictures of each subject into test-results/bench/; what is measured beside is of no use
  --profiles         likewise CPU profiles of the gestures`;

const allParts = ['explorer', 'story', 'line', 'tiles'];
export const allSizes = [20, 200, 2000, 20_000, 200_000, 1_000_000];

/** @param {string[]} args */
function parse(args) {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string', default: allParts.join() },
			n: { type: 'string' },
			subjects: { type: 'string' },
			rounds: { type: 'string' },
			quick: { type: 'boolean' },
			tiles: { type: 'string' },
			write: { type: 'boolean' },
			shots: { type: 'boolean' },
			profiles: { type: 'boolean' },
			built: { type: 'boolean' },
			help: { type: 'boolean' }
		}
	});
	return values;
}

/**
 * Ends the process if help is asked for, or if an option is not understood.
 * @param {string[]} args
 */
export function readOptions(args) {
	const values = parse(args);
	if (values.help) {
		console.log(usage);
		process.exit();
	}
	const parts = values.only.split(',');
	const of = (/** @type {string} */ part) => parts.includes(part);
	const asked = values.n ? values.n.split(',').map(Number) : values.quick ? [20, 200, 2000] : allSizes;
	const all = [...subjects, ...readers].map(({ name }) => name);
	const names = values.subjects?.split(',') ?? all;
	const given = values.rounds ?? (values.quick ? 1 : undefined);
	/** Sizes whose visits take minutes get fewer rounds. */
	const roundsAt = (/** @type {number} */ n) => Number(given ?? (n <= 200 ? 5 : n <= 20_000 ? 3 : 2));
	if (
		!names.every((name) => all.includes(name)) ||
		!parts.every((part) => allParts.includes(part)) ||
		!asked.every((n) => Number.isInteger(n) && n > 0) ||
		!(roundsAt(1) >= 1)
	) {
		console.error(usage);
		process.exit(2);
	}
	const sizes = of('explorer') ? asked : [];
	/** On a slow line: numbers of events, and the viewport width for the story’s page. */
	const line = {
		sizes: of('line') ? asked.filter((n) => n <= 200) : [],
		widths: of('line') ? [1440] : [],
		rounds: Number(given ?? 3)
	};
	const widths = of('story') ? Object.keys(viewports).map(Number) : [];
	const events = [...new Set([...sizes, ...line.sizes])];
	const whole = !values.n && !values.subjects && !values.quick && allParts.every(of);
	return {
		...values,
		sizes,
		roundsAt,
		widths,
		storyRounds: Number(given ?? 5),
		line,
		/** All numbers of events. */
		events,
		explored: events.length ? subjects.filter(({ name }) => names.includes(name)) : [],
		read: widths.length + line.widths.length ? readers.filter(({ name }) => names.includes(name)) : [],
		/** How many events’ tiles are made. */
		large: whole || values.tiles || (of('tiles') && parts.length < allParts.length) ? Number(values.tiles ?? 1e7) : 0,
		whole
	};
}

/** @typedef {ReturnType<typeof readOptions>} Options */
