/** Checks that each item has its card in one scene, within the time that the scene shows. */
import type { DateSpan } from './date.ts';
import type { Entries, Report } from './entries.ts';
import * as say from './messages.ts';
import type { Kind, Ref } from './model.ts';

const file = 'scenes.yaml';
const items = { event: 'events', quote: 'quotes', figure: 'figures' } as const;
const kinds = Object.keys(items) as Kind[];

/** @param suggested items that are probably on a card, under an id that has no entry */
export function checkScenes(entries: Entries, suggested: ReadonlySet<string>, report: Report): void {
	const sceneOf = checkCards(entries, report);
	const { otherCards, ids } = entries;
	if (!otherCards || !ids.scene.complete) {
		return;
	}
	for (const kind of kinds) {
		for (const { value, index } of entries[items[kind]]) {
			const ref: Ref = `${kind}-${value.id}`;
			if (!sceneOf.has(ref) && !otherCards.includes(ref) && !suggested.has(ref)) {
				report({ file: `${items[kind]}.yaml`, path: [index] }, say.cardNowhere(ref));
			}
		}
	}
}

/** @returns for each item on a card the id of its first scene */
function checkCards(entries: Entries, report: Report): Map<string, string> {
	const dates = datesOf(entries);
	const sceneOf = new Map<string, string>();
	for (const { value, span, index } of entries.scenes) {
		if (value.cards.length + value.lights.length === 0) {
			report({ file, path: [index, 'cards'], at: 'key' }, say.sceneWithoutItems());
		}
		if (value.ending && index < entries.scenes.at(-1)!.index) {
			report({ file, path: [index, 'ending'] }, say.endingNotLast());
		}
		const window = checkWindow(span, index, report);
		value.cards.forEach((ref, i) => {
			const other = sceneOf.get(ref);
			const date = dates.get(ref);
			const place = { file, path: [index, 'cards', i] } as const;
			if (other !== undefined) {
				report(place, say.cardTwice(ref, other));
			} else if (window && date && (date.max <= window.min || date.min >= window.max)) {
				report(place, say.cardOutsideWindow(ref, date.edtf, window.edtf));
			}
			sceneOf.set(ref, other ?? value.id);
		});
	}
	return sceneOf;
}

function datesOf(entries: Entries): Map<string, DateSpan | null> {
	const dates = new Map<string, DateSpan | null>();
	for (const kind of kinds) {
		for (const { value, span } of entries[items[kind]]) {
			const ref: Ref = `${kind}-${value.id}`;
			dates.set(ref, dates.get(ref) ?? span);
		}
	}
	return dates;
}

/** @returns the window of a scene, if it is a stretch of time */
function checkWindow(span: DateSpan | null, index: number, report: Report): DateSpan | null {
	const place = { file, path: [index, 'window'] } as const;
	if (span?.kind === 'choice') {
		report(place, say.windowNotInterval(span.edtf));
	} else if (span && (span.openStart || span.openEnd)) {
		report(place, say.windowOpen(span.edtf));
	} else {
		return span;
	}
	return null;
}
