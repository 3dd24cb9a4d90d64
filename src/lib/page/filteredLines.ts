/** Redraws the lines and words of a story’s opening and ending for a filter, in place of the server’s. */
import { mount, unmount } from 'svelte';
import type { Item, LocalStory } from '../view/local.ts';
import StoryLine from './StoryLine.svelte';

/**
 * @param items the items kept by the filter, in time order
 * @returns a function that restores the original
 */
export function drawLines(story: LocalStory, items: readonly Item[]): () => void {
	const undo = (['opening', 'ending'] as const).map((part) => {
		const line = document.querySelector<HTMLElement>(`.line[data-part="${part}"]`)!;
		const width = line.clientWidth;
		const drawn = [...line.childNodes];
		line.replaceChildren();
		const filtered = mount(StoryLine, { target: line, props: { story, part, items, width } });
		return () => {
			void unmount(filtered);
			line.replaceChildren(...drawn);
		};
	});
	const kept = new Set<string>(items.map(({ ref }) => ref));
	const opening = document.querySelectorAll<HTMLElement>('.opening .quotes figure');
	for (const figure of opening)
		figure.classList.toggle('away', !kept.has(figure.querySelector<HTMLElement>('[data-ref]')!.dataset.ref!));
	return () => {
		undo.forEach((back) => back());
		opening.forEach((figure) => figure.classList.remove('away'));
	};
}
