import type { Transport } from '@sveltejs/kit';
import { Unsent } from '#lib/page/unsent.ts';

export const transport: Transport = {
	Unsent: { encode: (value) => value instanceof Unsent && 'unsent', decode: () => null }
};
