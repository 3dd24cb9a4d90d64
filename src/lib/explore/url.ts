/**
 * Writes the explorer’s View as a link and reads it back: the story’s own parameters, and
 * `from=2022-11-30&to=2025-11-06&q=kimi&lanes=actor&axis=across`. The list is by time unless the link has `order=told`.
 */
import { startOfDay, yearOf } from '../story/calendar.ts';
import { clip, cut } from '../text/cut.ts';
import { kindOf } from '../story/kinds.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import { readUrl, writeUrl } from '../view/url.ts';
import { initialView, type View } from '../view/view.ts';
import { laneKinds, type LaneKind } from './lanes.ts';

/** The direction of time. */
export const axes = ['down', 'across'] as const;
export type Axis = (typeof axes)[number];

export interface ExploreView extends View {
	/** ms; null: all time */
	window: [number, number] | null;
	search: string;
	lanes: LaneKind;
	axis: Axis;
	/** Time of the focused event of a table, ms: without it, the event could not be found among a million. */
	focusTime: number | null;
}

export const initialExplore = (lang: string): ExploreView => ({
	...initialView(lang),
	order: 'time',
	window: null,
	search: '',
	lanes: 'side',
	axis: 'down',
	focusTime: null
});

/** Maximum length of a search, longer than anyone types. */
const longestSearch = 100;

/**
 * @param table whether the link may lead to a row of a table
 * @returns the View, and for each ignored part of the link a template and the value to fill in
 */
export function readExploreUrl(
	url: { search: string; hash: string },
	story: LocalStory,
	table = false
): { view: ExploreView; notes: { words: string; value: string }[] } {
	const row = table && kindOf(url.hash.slice(1)) === 'row' && /^#[a-z0-9-]+$/.test(url.hash);
	const base = readUrl(row ? { ...url, hash: '' } : url, story);
	const params = new URLSearchParams(url.search);
	const notes = base.notes.map(({ name, value }) => ({ words: story.ui.notes[name], value }));
	const ignore = (words: string, value: string) => notes.push({ words, value: clip(value) });

	let window: ExploreView['window'] = null;
	const [from, to] = [params.get('from'), params.get('to')];
	if (from !== null || to !== null) {
		const times = [readTime(from ?? ''), readTime(to ?? '')];
		const words = `${from ?? ''}/${to ?? ''}`;
		if (!(times[0] < times[1])) ignore(story.ui.explore.badWindow, words);
		else if (times[1] <= story.extent[0] || times[0] >= story.extent[1]) ignore(story.ui.explore.farWindow, words);
		else window = [times[0], times[1]];
	}
	const at = readTime(params.get('at') ?? '');
	if (row) base.view.focus = url.hash.slice(1) as Ref;
	const lanes = params.get('lanes') ?? 'side';
	const known = laneKinds.find((kind) => kind === lanes);
	if (!known) ignore(story.ui.explore.badLanes, lanes);
	const way = params.get('axis') ?? 'down';
	const axis = axes.find((one) => one === way);
	if (!axis) ignore(story.ui.explore.badAxis, way);
	return {
		view: {
			...base.view,
			order: params.get('order') === 'told' ? 'told' : 'time',
			window,
			search: cut(params.get('q') ?? '', longestSearch),
			lanes: known ?? 'side',
			axis: axis ?? 'down',
			focusTime: row && Number.isFinite(at) ? at : null
		},
		notes
	};
}

/** @returns `?…#…` with only what differs from the initial view */
export function writeExploreUrl(view: ExploreView): string {
	const [query, hash] = writeUrl({ ...view, scene: null, order: 'told' }).split('#');
	const params = [query.slice(1)].filter(Boolean);
	if (view.window) params.push(`from=${writeTime(view.window[0])}`, `to=${writeTime(view.window[1])}`);
	if (view.search) params.push(`q=${encodeURIComponent(cut(view.search, longestSearch))}`);
	if (view.lanes !== 'side') params.push(`lanes=${view.lanes}`);
	if (view.axis !== 'down') params.push(`axis=${view.axis}`);
	if (view.order !== 'time') params.push(`order=${view.order}`);
	if (view.focus && view.focusTime !== null) params.push(`at=${writeTime(view.focusTime)}`);
	return (params.length ? `?${params.join('&')}` : '') + (hash ? `#${hash}` : '');
}

/**
 * NaN where it is not a date. Years before 1 have six digits and a sign, as in `-000217-06-21`; those out of the range
 * of Date stand alone, as in `Y-13800000000`.
 */
function readTime(text: string): number {
	if (/^Y-?\d{5,15}$/.test(text)) return startOfDay(Number(text.slice(1)));
	return /^[+-]?\d{4,6}(-\d\d){0,2}(T\d\d:\d\dZ)?$/.test(text) ? Date.parse(text) : NaN;
}

/** To the minute; a whole day without its time; a year out of the range of Date without a day. */
export function writeTime(time: number): string {
	const minute = new Date(Math.round(time / 6e4) * 6e4);
	if (Number.isNaN(+minute)) return `Y${yearOf(time)}`;
	const text = minute.toISOString();
	const short = text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.slice(0, -8) + 'Z';
	return short.replace('+', '%2B');
}
