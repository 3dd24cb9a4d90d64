import { expect, it } from 'vitest';
import { homeOf, pathOf, wayOf } from './ways.ts';

const scope = 'https://example.org/timelines/';
const asked = (url: string, more: Partial<Request> = {}) =>
	wayOf({ method: 'GET', mode: 'cors', destination: '', headers: new Headers(), url, ...more } as Request, scope);
const navigation = { mode: 'navigate', destination: 'document' } as const;

it.each([
	['page', 'en/story?actors=a#event-b', navigation],
	['page', 'en/story/quote-a', navigation],
	['page', 'en/story', { mode: 'navigate' } as const],
	['hashed', '_app/immutable/chunks/abc.js?1700000000', {}],
	['hashed', '_app/immutable/workers/sceneWorker-abc.js', { destination: 'worker' } as const],
	['tile', 'tiles/story/0e6c/3/17.json', {}],
	['file', 'fonts/story/en/serif-latin.woff2', { destination: 'font' } as const],
	['file', 'en/story/words.json', {}],
	[null, 'images/story/en/story.card.png', {}],
	[null, 'en/story/embed', { mode: 'navigate', destination: 'iframe' } as const],
	[null, 'en/story', { method: 'HEAD' }],
	[null, 'en/story', { ...navigation, method: 'POST' }],
	[null, 'tiles/story/0e6c/3/17.json', { headers: new Headers({ range: 'bytes=0-9' }) }],
	[null, '@throughline/events', {}]
])('%s answers %s', (way, path, more) => {
	expect(asked(scope + path, more)).toBe(way);
});

it('leaves other sites alone, also on the same host', () => {
	for (const url of [
		'https://example.org/other/',
		'https://example.org/timelines2/en/story',
		'https://elsewhere.org/timelines/en/story',
		'http://example.org/timelines/en/story'
	])
		expect(asked(url, navigation)).toBe(null);
});

it('knows a page by whichever name the host gives it', () => {
	for (const url of ['en/story', 'en/story/', 'en/story.html', 'en/story?scale=true#a'])
		expect(pathOf(scope + url)).toBe('/timelines/en/story');
	expect(homeOf(`${scope}en/story/explore?from=2020`)).toBe('/timelines/en/story');
	expect(homeOf(`${scope}en/story/quote-a`)).toBe('/timelines/en/story/quote-a');
});
