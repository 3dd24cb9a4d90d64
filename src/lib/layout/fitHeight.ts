/** How high a picture has to be where nothing but its width is given. */
import type { Selection } from '../view/select.ts';
import type { Frame } from './frames.ts';
import type { LayoutStory } from './lanes.ts';
import { layoutScene, type SceneLayout } from './scene.ts';

/** px: of the lowest and the highest picture, and between two that are tried */
export const pictureHeights = { least: 280, most: 640, step: 40 };

/**
 * @param frame its height is ignored
 * @returns the lowest picture that still says in words all that the highest one says
 */
export function layoutByWidth(story: LayoutStory, selection: Selection, frame: Omit<Frame, 'height'>): SceneLayout {
	const { least, most, step } = pictureHeights;
	const at = (height: number) => layoutScene(story, selection, { ...frame, height });
	let lowest = at(most);
	const words = wordsOf(lowest);
	// From the highest, where a crowd, which takes longest, ends the search at once.
	for (let height = most - step; height >= least; height -= step) {
		const tried = at(height);
		if (wordsOf(tried) !== words) break;
		lowest = tried;
	}
	return lowest;
}

/** Titles and dates, in any order; the other side’s name is said where there is room. */
export const wordsOf = ({ labels }: Pick<SceneLayout, 'labels'>): string =>
	labels
		.flatMap(({ lines }) => lines.filter(({ role }) => role !== 'party').map(({ text }) => text))
		.sort()
		.join('\n');
