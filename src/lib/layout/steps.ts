/** Replaces one picture by another in several steps, so that no step takes long to draw. */
import type { TimelineLayout } from './parts.ts';

/** Maximum number of new parts per step: a mark is several elements, a label several lines of text. */
const marksAtOnce = 2;
const barsAtOnce = 2;
const labelsAtOnce = 1;

type DrawnParts = Pick<
	TimelineLayout,
	'axis' | 'lanes' | 'spans' | 'bridges' | 'links' | 'joins' | 'marks' | 'labels' | 'brackets' | 'counts' | 'key'
>;

const nothing: DrawnParts = {
	axis: { lines: [], ticks: [], folds: [], before: null, after: null },
	lanes: [],
	spans: [],
	bridges: [],
	links: [],
	joins: [],
	marks: [],
	labels: [],
	brackets: [],
	counts: [],
	key: undefined
};

const drawnBy = (layout: TimelineLayout): DrawnParts => {
	const { axis, lanes, spans, bridges, links, joins, marks, labels, brackets, counts, key } = layout;
	return { axis, lanes, spans, bridges, links, joins, marks, labels, brackets, counts, key };
};

/** Prefixes of a list, each longer by `by`; the last is all of it. */
export const growing = <T>(list: readonly T[], by: number): T[][] =>
	Array.from({ length: Math.ceil(list.length / by) }, (_, n) => list.slice(0, (n + 1) * by));

/**
 * @param from null where nothing is drawn yet
 * @param to a layout for the same frame
 * @returns intermediate pictures that mix both, with `to` last; the first is empty where nothing is drawn yet
 */
export function stepsTo<Layout extends TimelineLayout>(from: Layout | null, to: Layout): Layout[] {
	const { axis, lanes, spans, bridges, links, joins, brackets, counts, key } = to;
	const begun: Layout = { ...to, ...(from ? drawnBy(from) : nothing) };
	const old = begun.marks;
	const marks = growing(to.marks, marksAtOnce).map((come) => {
		const known = new Set(come.map(({ ref }) => ref));
		return [...come, ...old.filter(({ ref }) => !known.has(ref))];
	});
	const parts: Partial<DrawnParts>[] = [
		{ labels: [] },
		{ axis },
		{ lanes, bridges, joins, counts, key },
		...growing(spans, barsAtOnce).map((come) => ({ spans: [...come, ...begun.spans.slice(come.length)] })),
		{ spans },
		{ links, brackets },
		...marks.map((marks) => ({ marks })),
		{ marks: to.marks },
		...growing(to.labels, labelsAtOnce).map((labels) => ({ labels }))
	];
	let now = begun;
	const steps = parts.map((part) => (now = { ...now, ...part }));
	return [...(from ? [] : [{ ...to, ...nothing }]), ...steps, to];
}
