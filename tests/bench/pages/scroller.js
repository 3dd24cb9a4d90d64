/** A scroller as a newsroom might write it by hand: scrollama reports the current scene, D3 moves a timeline there. */
import { axisLeft, scaleUtc, select, transition } from 'd3';
import scrollama from 'scrollama';

/** @typedef {import('../scroller.mjs').Told} Told */
/** @typedef {Told['items'][number]} Item */

const margin = { top: 40, right: 8, bottom: 32, left: 84 };
/** Duration of the transition from scene to scene, ms. */
const duration = 560;
const wide = matchMedia('(min-width: 48rem)');

/** @type {Told} */
const { items, scenes, extent } = JSON.parse(/** @type {HTMLElement} */ (document.querySelector('#data')).textContent);
const graphic = /** @type {HTMLElement} */ (document.querySelector('.graphic'));
const svg = select(graphic).append('svg').attr('role', 'img').attr('aria-label', 'Timeline');
const axis = svg.append('g').attr('class', 'axis').attr('transform', `translate(${margin.left},0)`);
const marks = svg
	.append('g')
	.selectAll('rect')
	.data(items)
	.join('rect')
	.attr('class', ({ side }) => `mark ${side}`)
	.attr('data-ref', ({ ref }) => ref)
	.attr('x', margin.left + 10)
	.attr('width', 9)
	.attr('rx', 4.5);
const names = svg.append('g');

// Marks that reach beyond the window are cut at its ends.
const y = scaleUtc().domain(extent).clamp(true);
/** Index of the current scene, -1 before the first. */
let current = -1;

/**
 * Labels in order of time, each pushed below the one before.
 * @param {Item[]} lit
 * @param {number} bottom
 */
function place(lit, bottom) {
	const step = wide.matches ? 42 : 34;
	let last = -Infinity;
	const placed = lit.map((item) => ({ item, at: (last = Math.max(y(item.at), last + step)) }));
	// Labels that would leave the picture at the bottom move up again.
	let most = bottom;
	for (const label of placed.toReversed()) {
		label.at = Math.min(label.at, most);
		most = label.at - step;
	}
	return placed;
}

/** @param {number} time duration of the transition, ms; 0 for none */
function draw(time) {
	const { width, height } = graphic.getBoundingClientRect();
	const scene = scenes[current];
	const lights = new Set(scene?.lights);
	svg.attr('viewBox', `0 0 ${width} ${height}`);
	const [first, last] = scene?.window ?? extent;
	y.domain([first, last]).range([margin.top, height - margin.bottom]);
	/** @param {Item} item */
	const opacity = ({ ref, from, to }) => (!lights.size || lights.has(ref) ? 1 : to < first || from > last ? 0 : 0.25);
	const way = transition().duration(time);

	axis.transition(way).call(axisLeft(y).ticks(8));
	marks
		.classed('lit', ({ ref }) => lights.has(ref))
		.transition(way)
		.attr('y', ({ from, to }) => Math.min(y(from), y((from + to) / 2) - 4.5))
		.attr('height', ({ from, to }) => Math.max(9, y(to) - y(from)))
		.attr('opacity', opacity);

	const labels = place(
		items.filter(({ ref }) => lights.has(ref)),
		height - margin.bottom
	);
	names
		.selectAll('text')
		.data(labels, (label) => /** @type {typeof labels[number]} */ (label).item.ref)
		.join(
			(enter) => {
				const text = enter
					.append('text')
					.attr('class', 'label')
					.attr('data-ref', ({ item }) => item.ref)
					.attr('opacity', 0)
					.attr('transform', ({ at }) => `translate(${margin.left + 32},${at})`);
				text
					.append('tspan')
					.attr('class', 'date')
					.text(({ item }) => item.date);
				text
					.append('tspan')
					.attr('x', 0)
					.attr('dy', '1.25em')
					.text(({ item }) => item.title);
				return text;
			},
			(update) => update,
			(exit) => exit.transition(way).attr('opacity', 0).remove()
		)
		.transition(way)
		.attr('opacity', 1)
		.attr('transform', ({ at }) => `translate(${margin.left + 32},${at})`);
}

/** @param {number} index */
function show(index) {
	current = index;
	graphic.dataset.shown = scenes[index]?.id ?? '';
	draw(duration);
}

const scroller = scrollama();
scroller
	.setup({ step: '.scene', offset: wide.matches ? 0.4 : 0.7 })
	.onStepEnter(({ index }) => show(index))
	.onStepExit(({ index, direction }) => {
		if (index === 0 && direction === 'up') show(-1);
	});
addEventListener('resize', () => {
	scroller.resize();
	draw(0);
});
draw(0);
document.documentElement.dataset.drawn = '';
