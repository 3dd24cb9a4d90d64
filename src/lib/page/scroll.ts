/** Where the scroll is in the story: pure geometry, no events, so that fast, late or skipped scrolling cannot matter. */

export interface ScenePlace {
	id: string;
	/** px from the top of the screen */
	top: number;
}

/**
 * @param scenes in page order
 * @param line px from the top of the screen: a scene is the current one once its top has passed it
 * @returns the current scene; null before the first
 */
export function currentScene(scenes: readonly ScenePlace[], line: number): string | null {
	// Half a pixel of grace: a link that lands a scene exactly on the line has reached it.
	return scenes.findLast(({ top }) => top <= line + 0.5)?.id ?? null;
}
