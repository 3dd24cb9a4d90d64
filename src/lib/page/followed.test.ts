import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardTop } from './followed.ts';

const px = fc.integer({ min: 0, max: 3000 });
const place = fc.record({ mark: px, seen: px, card: px, page: px });

describe('where a card begins in a frame that follows its height', () => {
	it('is where the reader sees it, at what was touched or above', () => {
		fc.assert(
			fc.property(place, (where) => {
				const top = cardTop(where);
				expect(top).toBeGreaterThanOrEqual(where.seen);
				expect(top).toBeLessThanOrEqual(Math.max(where.seen, where.mark));
			})
		);
	});

	it('makes the frame higher only where the card would not fit below what is seen', () => {
		fc.assert(
			fc.property(place, (where) => {
				if (cardTop(where) + where.card > where.page) expect(where.seen + where.card).toBeGreaterThan(where.page);
			})
		);
	});

	it('is at the touch where there is room below', () => {
		expect(cardTop({ mark: 300, seen: 0, card: 200, page: 800 })).toBe(252);
		expect(cardTop({ mark: 700, seen: 0, card: 200, page: 800 })).toBe(600);
		expect(cardTop({ mark: 700, seen: 650, card: 400, page: 800 })).toBe(650);
	});
});
