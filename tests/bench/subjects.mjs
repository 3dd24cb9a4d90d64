/**
 * What is measured for the explorer, and how a reader uses each subject: with the same gestures as far as its page
 * allows. `probe` runs in the page.
 */
import { slugOf } from './story.mjs';

/**
 * @typedef {import('./visit.mjs').Shown & Hand} Subject
 *
 * @typedef {object} Hand
 * @property {() => string} probe text that changes when the picture shows another stretch of time
 * @property {string} box selector of what takes the gestures
 * @property {'x' | 'y'} along direction of its axis
 * @property {'drag' | 'wheel'} pan
 * @property {'wheel' | 'ctrl-wheel' | 'buttons'} zoom
 * @property {number} wheel px of a step that zooms 1.2 times: vis-timeline zooms so much whatever the px
 * @property {{ open?: string, choose: string, root: string }} [filter] selectors; `choose` matches one button per actor
 */

/** @type {Subject[]} */
export const subjects = [
	{
		name: 'ours',
		words: 'Throughline',
		path: (n) => `/en/${slugOf(n)}/explore`,
		// What the server draws has no `.axis`: that one comes with its handlers.
		ready: () => document.querySelector('.axis a.mark') !== null,
		probe: () => {
			const axis = /** @type {HTMLElement} */ (document.querySelector('.axis'));
			const { translate, scale } = getComputedStyle(axis);
			return `${translate} ${scale} ${axis.querySelector('svg')?.getAttribute('style')} ${axis.querySelectorAll('a.mark').length}`;
		},
		box: '.picture',
		along: 'y',
		pan: 'drag',
		zoom: 'ctrl-wheel',
		wheel: 53,
		filter: { open: '[data-open="filter"]', choose: '[data-actor]', root: '[role=main]' }
	},
	{
		name: 'vis',
		words: 'vis-timeline',
		path: (n) => `/peers/vis.html?data=vis-${n}`,
		ready: () => 'drawn' in document.documentElement.dataset && document.querySelector('.vis-item') !== null,
		probe: () => {
			const text = document.querySelector('.vis-time-axis .vis-text.vis-minor:not(.vis-measure)');
			const item = document.querySelector('.vis-itemset .vis-item');
			return `${text?.getAttribute('style')} ${text?.textContent} ${item?.getAttribute('style')}`;
		},
		box: '#timeline .vis-center',
		along: 'x',
		pan: 'drag',
		zoom: 'wheel',
		wheel: 120,
		filter: { choose: '[data-actor]', root: '#timeline' }
	},
	{
		name: 'timelinejs',
		words: 'TimelineJS',
		path: (n) => `/peers/timelinejs.html?data=timelinejs-${n}`,
		ready: () => 'drawn' in document.documentElement.dataset && document.querySelector('.tl-timemarker') !== null,
		probe: () => {
			const slider = /** @type {HTMLElement | null} */ (document.querySelector('.tl-timenav-slider'));
			const marker = /** @type {HTMLElement | null} */ (document.querySelector('.tl-timemarker:last-child'));
			return `${slider?.style.left} ${marker?.style.left}`;
		},
		box: '.tl-timenav',
		along: 'x',
		// Its marks cannot be dragged and may lie anywhere; a horizontal wheel has the same effect.
		pan: 'wheel',
		zoom: 'buttons',
		wheel: 10
	},
	{
		name: 'empty',
		words: 'an empty page',
		path: () => '/peers/empty.html',
		ready: () => document.readyState === 'complete',
		probe: () => '',
		box: 'html',
		along: 'y',
		pan: 'drag',
		zoom: 'wheel',
		wheel: 53
	}
];
