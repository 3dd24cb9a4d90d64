/** Where the scroll is in the story: pure geometry, no events, so that fast, late or skipped scrolling cannot matter. */

export interface ScenePlace {
	id: string;
	/** px from the top of the screen */
	top: number;
}

/**
 * @param scenes in page order
 * @param line px from the top of the screen: a scene is the current one once its top has passed it
 * @param zone px before the line in which the next scene is on its way in
 * @returns the current scene (null before the first) and how far the next one has come, 0–1
 */
export function scrollState(
	scenes: readonly ScenePlace[],
	line: number,
	zone: number
): { scene: string | null; to: string | null; t: number } {
	// Half a pixel of grace: a link that lands a scene exactly on the line has reached it.
	const next = scenes.findIndex(({ top }) => top > line + 0.5);
	const index = next < 0 ? scenes.length : next;
	const scene = scenes[index - 1]?.id ?? null;
	const coming = scenes[index];
	if (!coming) return { scene, to: null, t: 0 };
	return { scene, to: coming.id, t: Math.min(1, Math.max(0, 1 - (coming.top - line) / zone)) };
}
