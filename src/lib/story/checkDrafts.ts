/** Checks what keeps a story from being shown without its drafts: links to them from what is published. */
import { draftsOf } from './drafts.ts';
import type { Entries, Place, Report } from './entries.ts';
import * as say from './messages.ts';
import { parseProse } from './prose.ts';
import type { FileName } from './schema.ts';

/**
 * A scene’s `cards` are where an entry belongs, and a draft is simply left out of them. Everything else that names an
 * entry is a link, which would lead nowhere.
 *
 * @param entries of a story without other problems
 */
export function checkDrafts(entries: Entries, report: Report): void {
	const { story } = entries;
	// Nothing of it is published.
	if (!story || story.draft) return;
	const values = <T>(list: readonly { value: T }[]) => list.map(({ value }) => value);
	const drafts = draftsOf({
		events: values(entries.events),
		quotes: values(entries.quotes),
		figures: values(entries.figures),
		scenes: values(entries.scenes)
	});
	if (!drafts.size) return;
	const link = (ref: string | undefined, place: Place) => {
		const scene = ref && drafts.get(ref);
		if (scene !== undefined && ref) report(place, say.linksToDraft(ref, scene || null));
	};
	const prose = (file: FileName, path: Place['path'], texts: Record<string, string> = {}) => {
		for (const [language, text] of Object.entries(texts))
			for (const { ref, offset } of parseProse(text).links)
				link(ref, { file, path: [...path, language], within: { text, offset } });
	};

	prose('story.yaml', ['about'], story.about);
	story.opening?.forEach((ref, i) => link(ref, { file: 'story.yaml', path: ['opening', i] }));
	for (const [kind, list] of [
		['quote', entries.quotes],
		['figure', entries.figures]
	] as const)
		for (const { value, index } of list)
			if (!drafts.has(`${kind}-${value.id}`))
				value.about.forEach((id, i) => link(`event-${id}`, { file: `${kind}s.yaml`, path: [index, 'about', i] }));
	const file = 'scenes.yaml';
	for (const { value, index } of entries.scenes) {
		if (drafts.has(`scene-${value.id}`)) continue;
		value.lights.forEach((ref, i) => link(ref, { file, path: [index, 'lights', i] }));
		prose(file, [index, 'prose'], value.prose);
		prose(file, [index, 'lead'], value.lead);
		link(value.stage, { file, path: [index, 'stage'] });
		if ([...value.cards, ...value.lights].every((ref) => drafts.has(ref)))
			report({ file, path: [index, 'cards'], at: 'key' }, say.sceneOfDrafts());
	}
	for (const kind of ['event', 'scene'] as const)
		if (entries[`${kind}s`].every(({ value }) => drafts.has(`${kind}-${value.id}`)))
			report({ file: 'story.yaml', path: [] }, say.nothingPublished(kind));
}
