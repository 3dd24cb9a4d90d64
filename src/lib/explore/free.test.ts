import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freePlace } from './free.ts';

const room = { width: 400, height: 300 };
const size = { width: 120, height: 30 };
const box = fc.record({
	x: fc.integer({ min: 0, max: 380 }),
	y: fc.integer({ min: 0, max: 280 }),
	width: fc.integer({ min: 1, max: 200 }),
	height: fc.integer({ min: 1, max: 60 })
});

it('is within the room, on nothing that is taken; where nothing is taken near the middle', () => {
	fc.assert(
		fc.property(fc.array(box, { maxLength: 12 }), (taken) => {
			const place = freePlace(taken, size, room);
			if (!place) return taken.length > 0;
			expect(place.x).toBeGreaterThanOrEqual(0);
			expect(place.x + size.width).toBeLessThanOrEqual(room.width);
			expect(place.y + size.height).toBeLessThanOrEqual(room.height);
			return taken.every(
				({ x, y, width, height }) =>
					x >= place.x + size.width || x + width <= place.x || y >= place.y + size.height || y + height <= place.y
			);
		})
	);
	const { x, y } = freePlace([], size, room)!;
	expect(Math.hypot(x + 60 - 200, y + 15 - 150)).toBeLessThan(12);
	expect(freePlace([{ x: 0, y: 0, ...room }], size, room)).toBeNull();
});
