/** The signs that a story’s strips show. */
import type { LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { lineSigns } from './line.ts';
import { phoneWidth, stripLine } from './lines.ts';
import type { Sign } from './parts.ts';

/** @returns the signs of all of a story’s scenes on a phone, in the order in which a key explains them */
export function stripSigns(story: LocalStory): Sign[] {
	const view = initialView(story.lang);
	const layouts = story.scenes
		.filter(({ ending }) => !ending)
		.map(({ id }) => stripLine(story, select(story, { ...view, scene: id }), phoneWidth));
	return lineSigns({
		spans: layouts.flatMap(({ spans }) => spans),
		bridges: layouts.flatMap(({ bridges }) => bridges),
		marks: layouts.flatMap(({ marks }) => marks),
		axis: { folds: layouts.flatMap(({ axis }) => axis.folds) }
	});
}
