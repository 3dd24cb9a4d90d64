/** The page for vis-timeline: its smallest build, clustered, drawn once, in a page as its documentation shows it. */
import { DataSet, DataView } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';

/** @typedef {{ id: number, content: string, start: number, group: string }} DataItem */

const data = new URLSearchParams(location.search).get('data');
const { groups, items, options } = await (await fetch(`/peers/${data}.json`)).json();

/** @type {string | null} */
let chosen = null;
const set = new DataSet(items);
const view = new DataView(set, { filter: (/** @type {DataItem} */ item) => chosen === null || item.group === chosen });
const bar = /** @type {HTMLElement} */ (document.querySelector('#bar'));
for (const { id, content } of groups) {
	const button = document.createElement('button');
	button.dataset.actor = id;
	button.textContent = content;
	button.onclick = () => {
		chosen = chosen === id ? null : id;
		view.refresh();
	};
	bar.append(button);
}
const box = /** @type {HTMLElement} */ (document.querySelector('#timeline'));
const { start, end, ...others } = options;
// With `start` and `end` as options it hides all for a second; `fit` has no effect before the first drawing.
others.onInitialDrawComplete = () =>
	timeline.setWindow(start, end, { animation: false }, () => (document.documentElement.dataset.drawn = ''));
const timeline = new Timeline(box, view, new DataSet(groups), others);
