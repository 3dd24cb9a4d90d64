/** Highlights the items that a picture is about: always labelled, in their side’s colour, the rest dimmed. */
import type { TimelineLayout } from '../layout/parts.ts';
import { colours } from '../layout/lanes.ts';
import type { LocalStory, Ref } from '../view/local.ts';

/** An importance above any item’s own. */
const above = 100;

/** The story with these items as the most important ones, and lit in every scene. */
export function raised(story: LocalStory, refs: readonly Ref[]): LocalStory {
	return {
		...story,
		items: story.items.map((item) => (refs.includes(item.ref) ? { ...item, importance: above } : item)),
		scenes: story.scenes.map((scene) => ({ ...scene, lights: [...new Set([...scene.lights, ...refs])] }))
	};
}

/** Dims everything else, like items that a scene does not mention. */
export function highlighted(layout: TimelineLayout, story: LocalStory, refs: readonly Ref[]): TimelineLayout {
	const chosen = new Set<string>(refs);
	// A quotation may share the mark of the event that it is about.
	for (const { ref, also = [] } of layout.marks) if (also.some((one) => chosen.has(one))) chosen.add(ref);
	const colourOf = colours(story);
	const byRef = new Map<string, LocalStory['items'][number]>(story.items.map((item) => [item.ref, item]));
	const toned = <T extends { ref: string }>(parts: readonly T[]) =>
		parts.map((part) => ({ ...part, tone: chosen.has(part.ref) ? ('lit' as const) : ('dim' as const) }));
	return {
		...layout,
		marks: toned(layout.marks),
		spans: toned(layout.spans),
		bridges: toned(layout.bridges),
		links: toned(layout.links),
		labels: toned(layout.labels).map((label) => {
			const item = byRef.get(label.ref);
			return label.tone === 'lit' && item ? { ...label, colour: colourOf(item) } : { ...label, colour: undefined };
		})
	};
}
