import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { plainEvents, pyramid } from '../../../tests/support/pyramid.ts';
import ActorFilter from '../page/ActorFilter.svelte';
import { strings } from '../text/strings.ts';
import type { LocalStory } from '../view/local.ts';
import { rowsOf, withTable } from './table.ts';

const told = manyEvents(12);
// In the casts, every third actor is not named.
const casts = Array.from({ length: 6 }, (_, n) => ({ sides: ['west'], actors: n % 3 === 2 ? [] : [`actor${n}`] }));
const { meta: plain, tiles } = pyramid(plainEvents(300, casts.length, 1), casts);
const meta = { ...plain, unnamed: ['actor2', 'actor5'] };
const filterOf = (story: LocalStory) =>
	render(ActorFilter, { props: { story, chosen: [], counts: { shown: 312, total: 312 }, onchange: () => {} } }).body;

describe('actors that a table does not count', () => {
	it.each(['en', 'zh-Hans'])('are not offered, and the filter says so: %s', (lang) => {
		const { ui } = strings(lang);
		const story = withTable({ ...told, lang, ui }, { meta }, null);
		const html = filterOf(story);
		const names = ['actor2', 'actor5'].map((id) => story.actors.find((actor) => actor.id === id)!.name);
		expect(html).toContain(ui.filter.uncounted.other.replace('{n}', '2'));
		expect(html).toContain(names.join(ui.list.separator));
		expect(html).not.toMatch(/data-actor="actor[25]"/);
		expect(html).toContain('data-actor="actor1"');
	});

	it('take with them whom they belong to, whose count would leave them out', () => {
		const actors = told.actors.map((actor) =>
			actor.id === 'actor1' ? { ...actor, family: ['actor1', 'actor2'] } : actor
		);
		const story = withTable({ ...told, actors }, { meta }, null);
		expect(story.actors.find(({ id }) => id === 'actor1')).toMatchObject({ items: 0, uncounted: true });
	});

	it('are told of only where there are any', () => {
		expect(filterOf(withTable(told, { meta: plain }, null))).not.toContain('<details');
	});

	it('are counted by their rows where all of these are here', () => {
		const root = [...tiles.values()][0];
		const rows = rowsOf(told, { meta, root });
		expect(rows).toHaveLength(300);
		const one = { ...rows[0], actors: ['actor2'] };
		const story = withTable(told, { meta }, [one]);
		const events = (from: LocalStory) => from.actors.find(({ id }) => id === 'actor2')!.events;
		expect(events(story)).toBe(events(told) + 1);
		expect(story.actors.some(({ uncounted }) => uncounted)).toBe(false);
	});
});
