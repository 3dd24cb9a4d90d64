/** The chart of a picture: what a scene has on its stage, and on a slide of a whole story what one of its scenes has. */
import { layoutChart } from '../layout/chart.ts';
import type { FigureItem, LocalStory } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';
import type { PictureLayout } from './parts.ts';

/** The smallest type of a chart, px. */
const ownSmall = 12;

/** @returns the figure of the View’s scene; without a scene the first that the story sets on a stage; null where it is filtered */
export function stagedFigure(story: LocalStory, view: View, { items }: Selection): FigureItem | null {
	const refs = story.scenes.flatMap(({ id, stage }) => (stage && (!view.scene || id === view.scene) ? [stage] : []));
	const figure = items.find((item) => item.ref === refs[0]);
	return figure?.kind === 'figure' ? figure : null;
}

/**
 * @param small the smallest type of the picture: no type of the chart is smaller
 * @param box units of the picture
 */
export function placeChart(
	figure: FigureItem,
	{ sides }: LocalStory,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	small: number
): PictureLayout['charts'][number] {
	// As large as leaves it room: a chart needs 240 × 300 of its own units.
	const largest = Math.min(width / 240, height / 300);
	const scale = Math.max(0.8, Math.min(largest, Math.max(small / ownSmall, width / 760)));
	const frame = { width: Math.floor(width / scale), height: Math.floor(height / scale), titled: true };
	const layout = layoutChart(figure, sides, frame);
	// Bars are as high as they need: they stand in the middle, a little above it.
	return { x, y: y + Math.max(0, (height - layout.height * scale) * 0.4), scale, layout };
}
