import { expect, it } from 'vitest';
import { spanOf } from './spans.ts';

it('is read once, and is none for what is no date', () => {
	expect(spanOf('1850-05')).toMatchObject({ kind: 'date', min: Date.UTC(1850, 4), max: Date.UTC(1850, 5) });
	expect(spanOf('1850-05')).toBe(spanOf('1850-05'));
	expect([spanOf('1850-13'), spanOf('soon')]).toEqual([null, null]);
});
