import { describe, expect, it } from 'vitest';
import { currentScene } from './scroll.ts';

const scenes = [
	{ id: 'a', top: -400 },
	{ id: 'b', top: 300 },
	{ id: 'c', top: 900 }
];

describe('the current scene', () => {
	it('is the last whose top has passed the line', () => {
		expect(currentScene(scenes, 200)).toBe('a');
		expect(currentScene(scenes, 300)).toBe('b');
		expect(currentScene(scenes, 2000)).toBe('c');
	});

	it('is none before the first, and where there is none', () => {
		expect(currentScene(scenes, -500)).toBeNull();
		expect(currentScene([], 100)).toBeNull();
	});

	it('is reached by a link that lands half a pixel short of the line', () => {
		expect(currentScene([{ id: 'a', top: 100.4 }], 100)).toBe('a');
		expect(currentScene([{ id: 'a', top: 101 }], 100)).toBeNull();
	});
});
