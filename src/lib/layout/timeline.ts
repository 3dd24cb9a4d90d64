/** (selection, frame) → the timeline’s parts. */
import type { Selection } from '../view/select.ts';
import type { Frame } from './frames.ts';
import type { LayoutStory } from './lanes.ts';
import type { TimelineLayout } from './parts.ts';
import { layoutScene } from './scene.ts';
import { layoutStrip } from './strip.ts';

export function layoutTimeline(story: LayoutStory, selection: Selection, frame: Frame): TimelineLayout {
	if (frame.orientation === 'across') return layoutStrip(story, selection, frame);
	return layoutScene(story, selection, frame);
}
