/** The scene at a scroll position: pure geometry without events, so that fast or skipped scrolling does not matter. */

export interface ScenePlace {
	id: string;
	/** px from the top of the screen */
	top: number;
}

/**
 * @param scenes the scenes in page order
 * @param line px from the top of the screen: a scene is current once its top has passed it
 * @returns the current scene; null before the first
 */
export function currentScene(scenes: readonly ScenePlace[], line: number): string | null {
	// Half a pixel of tolerance, for a link that scrolls a scene exactly to the line.
	return scenes.findLast(({ top }) => top <= line + 0.5)?.id ?? null;
}
