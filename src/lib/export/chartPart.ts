/** The chart of a picture: the figure on a scene’s stage, or on a slide of a whole story that of one of its scenes. */
import { layoutChart } from '../layout/chart.ts';
import type { FigureItem, LocalStory } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';
import type { PictureLayout } from './parts.ts';

/** The smallest type of a chart, px. */
const ownSmall = 12;

/**
 * @returns the figure staged in the View’s scene, without one the first staged figure; null where it is filtered out
 */
export function stagedFigure(story: LocalStory, view: View, { items }: Selection): FigureItem | null {
	const refs = story.scenes.flatMap(({ id, stage }) => (stage && (!view.scene || id === view.scene) ? [stage] : []));
	const figure = items.find((item) => item.ref === refs[0]);
	return figure?.kind === 'figure' ? figure : null;
}

/**
 * @param box in units of the picture
 * @param small the smallest type of the picture; that of the chart is no smaller
 */
export function placeChart(
	figure: FigureItem,
	{ sides }: LocalStory,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	small: number
): PictureLayout['charts'][number] {
	// As large as the chart’s minimum of 240 × 300 of its own units allows.
	const largest = Math.min(width / 240, height / 300);
	const scale = Math.max(0.8, Math.min(largest, Math.max(small / ownSmall, width / 760)));
	const frame = { width: Math.floor(width / scale), height: Math.floor(height / scale), titled: true };
	const layout = layoutChart(figure, sides, frame);
	// Bars take only the height that they need: they stand slightly above the middle.
	return { x, y: y + Math.max(0, (height - layout.height * scale) * 0.4), scale, layout };
}
