/**
 * Lays out the pictures of a story’s scenes in a worker, so that scrolling never waits for a layout. It receives the
 * story once and then one request after another, which it answers in order.
 */
import { wordFolds } from '../layout/lanes.ts';
import { miniLine } from '../layout/lines.ts';
import { layoutScene } from '../layout/scene.ts';
import { firstSigns } from '../layout/sceneSigns.ts';
import type { Sign } from '../layout/parts.ts';
import type { LocalStory } from '../view/local.ts';
import { filterStory, select, type Filtered } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { pack, type Answer, type Keys, type Question, type Scene, type Start, type StripScene } from './sceneWork.ts';
import { makeStrip, type Strip } from './strip.ts';

let story: LocalStory;
let keys: Keys;
/** The result of the last request’s filter, and the signs that its scenes explain. */
let last: { of: string; filtered: Filtered; signs: Record<string, Sign[]> } | undefined;

/** The signs that scenes explain are known for the whole story; for a filtered one they have to be laid out. */
function filter({ actors, order, quotes }: Question) {
	const of = JSON.stringify([actors, order, quotes]);
	if (last?.of !== of) {
		const filtered = filterStory(story, actors, order, quotes);
		last = { of, filtered, signs: actors.length ? firstSigns(story, filtered) : keys[order] };
	}
	return last;
}

function picture(asked: Scene): Answer {
	const { scene, frame, scale, focus } = asked;
	const { filtered, signs } = filter(asked);
	const key = (scene && signs[scene]) || [];
	const view = { ...initialView(story.lang), ...asked, scale, scene, focus };
	const layout = layoutScene(story, select(story, view, filtered), { ...frame, key });
	const mini = scene === null ? miniLine(story, filtered.items) : undefined;
	return pack({ layout, signs: layout.key ? [] : key, gaps: wordFolds(layout, story), mini });
}

function strip(asked: StripScene): Strip {
	const { scene, width } = asked;
	const view = { ...initialView(story.lang), ...asked };
	return makeStrip(story, select(story, view, filter(asked).filtered), scene, width);
}

addEventListener('message', ({ data }: MessageEvent<Start | Question>) => {
	if ('story' in data) ({ story, keys } = data);
	else postMessage('width' in data ? strip(data) : picture(data));
});
