import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { layoutByWidth, pictureHeights, wordsOf } from './fitHeight.ts';
import { frames } from './frames.ts';
import { layoutScene } from './scene.ts';

const { least, most, step } = pictureHeights;

describe('a picture of which only the width is given', () => {
	it('says what the highest one says, and less if it were a step lower', () => {
		fc.assert(
			fc.property(
				randomStory(8),
				fc.integer({ min: 280, max: 1000 }),
				fc.integer({ min: 0, max: 5000 }),
				(story, width, height) => {
					const selection = select(story, initialView(story.lang));
					const at = (height: number) => wordsOf(layoutScene(story, selection, { ...frames.desk, width, height }));
					const made = layoutByWidth(story, selection, { ...frames.desk, width, height } as typeof frames.desk);
					expect(made.width).toBe(width);
					expect(made.height).toBeGreaterThanOrEqual(least);
					expect(made.height).toBeLessThanOrEqual(most);
					expect(wordsOf(made)).toBe(at(most));
					if (made.height > least) expect(at(made.height - step)).not.toBe(at(most));
				}
			),
			{ numRuns: 100 }
		);
	});
});
