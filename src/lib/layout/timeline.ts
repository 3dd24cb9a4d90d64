/** (selection, frame) → the timeline’s parts. */
import type { Selection } from '../view/select.ts';
import type { Frame } from './frames.ts';
import type { LayoutStory } from './lanes.ts';
import type { TimelineLayout } from './parts.ts';
import { layoutScene } from './scene.ts';
import { layoutStrip } from './strip.ts';

/**
 * Lays out a timeline; the same input gives the same picture.
 *
 * @param story in one language (`localise`)
 * @param selection what is drawn, which of it has words, and which stretch of time (`select`)
 * @param frame size in px, and whether time runs down or across
 * @returns lines, marks and labels with final positions, px from the frame’s top left
 */
export function layoutTimeline(story: LayoutStory, selection: Selection, frame: Frame): TimelineLayout {
	if (frame.orientation === 'across') return layoutStrip(story, selection, frame);
	return layoutScene(story, selection, frame);
}
