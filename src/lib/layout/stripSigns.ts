/** The signs that the strips of a story have. */
import type { LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { signsOf } from './line.ts';
import { phoneWidth, stripLine } from './lines.ts';
import type { Sign } from './parts.ts';

/** @returns those that any of a story’s scenes has on a phone, in the order in which a key explains them */
export function stripSigns(story: LocalStory): Sign[] {
	const view = initialView(story.lang);
	const layouts = story.scenes
		.filter(({ ending }) => !ending)
		.map(({ id }) => stripLine(story, select(story, { ...view, scene: id }), phoneWidth));
	return signsOf({
		spans: layouts.flatMap(({ spans }) => spans),
		bridges: layouts.flatMap(({ bridges }) => bridges),
		marks: layouts.flatMap(({ marks }) => marks),
		axis: { folds: layouts.flatMap(({ axis }) => axis.folds) }
	});
}
