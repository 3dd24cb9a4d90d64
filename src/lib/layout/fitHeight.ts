/** How high a picture has to be where nothing but its width is given. */
import type { Selection } from '../view/select.ts';
import type { Frame } from './frames.ts';
import type { LayoutStory } from './lanes.ts';
import { layoutScene, type SceneLayout } from './scene.ts';

/** px: of the lowest and the highest picture, and the step between two that are tried */
const [least, most, step] = [280, 640, 40];

/**
 * @param frame its height is ignored
 * @returns the lowest picture that says in words all that the highest one says
 */
export function layoutByWidth(story: LayoutStory, selection: Selection, frame: Omit<Frame, 'height'>): SceneLayout {
	const at = (height: number) => layoutScene(story, selection, { ...frame, height });
	const highest = at(most);
	const words = wordsOf(highest);
	let [low, best] = [0, highest];
	for (let high = (most - least) / step; low < high;) {
		const middle = Math.floor((low + high) / 2);
		const tried = at(least + middle * step);
		if (wordsOf(tried) === words) [high, best] = [middle, tried];
		else low = middle + 1;
	}
	return best;
}

const wordsOf = ({ labels, axis }: SceneLayout) =>
	[
		...labels.map(({ lines }) => lines.map(({ text }) => text).join(' ')),
		...axis.folds.map(({ lines }) => lines.map(({ text }) => text).join(' '))
	]
		.sort()
		.join('\n');
