import { describe, expect, it } from 'vitest';
import { suggest, unknownId } from './messages.ts';

describe('what was probably meant', () => {
	const ids = ['openai', 'deepseek', 'moonshot-ai', 'nvidia'];

	it.each([
		['openia', ['openai']],
		['OpenAI', ['openai']],
		['moonshot', ['moonshot-ai']],
		['nvida', ['nvidia']],
		['huawei', []],
		['', []]
	])('by "%s" is %j', (written, meant) => {
		expect(suggest(written, ids)).toEqual(meant);
	});

	it('is asked for in the message', () => {
		expect(unknownId('actor', 'openia', ['openai'])).toBe('no actor "openia"; did you mean "openai"?');
	});

	it('is left open where nothing is near', () => {
		expect(unknownId('actor', 'x', [])).toBe('no actor "x"; write one of actors.yaml, or add it there');
	});
});
