/** One picture put in the place of another in several steps, so that none of them takes long to draw. */
import type { SceneLayout } from './scene.ts';

/** Labels that come at once: each is several lines of text to be set. */
const labelsAtOnce = 3;

/** Nothing of a picture, in its frame. */
const empty = (layout: SceneLayout): SceneLayout => ({
	...layout,
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
});

/**
 * @param from null where nothing is drawn yet
 * @param to of the same frame
 * @returns the pictures in between, which are of both, and `to` as the last; the first is empty where nothing is drawn yet
 */
export function stepsTo(from: SceneLayout | null, to: SceneLayout): SceneLayout[] {
	const { axis, lanes, spans, bridges, links, joins, brackets, counts, key, marks, labels } = to;
	const parts: Partial<SceneLayout>[] = [
		{ labels: [], axis },
		{ lanes, spans, bridges, links, joins, brackets, counts, key },
		{ marks }
	];
	for (let n = labelsAtOnce; n < labels.length; n += labelsAtOnce) parts.push({ labels: labels.slice(0, n) });
	const rest = { scale: to.scale, range: to.range, spines: to.spines, passed: to.passed };
	let now: SceneLayout = from ? { ...from, ...rest } : empty(to);
	const steps = parts.map((part) => (now = { ...now, ...part }));
	return [...(from ? [] : [empty(to)]), ...steps, to];
}
