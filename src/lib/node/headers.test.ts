import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headersFor } from '../../../tests/support/hostHeaders.ts';
import { headersOf, hostFiles } from './headers.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);
const lang = fc.constantFrom('en', 'zh-Hans', 'it');
const story = fc.tuple(lang, id).map(([lang, id]) => `/${lang}/${id}`);
const below = (rest: fc.Arbitrary<string>) => fc.tuple(story, rest).map((parts) => parts.join('/'));
const pages = fc.oneof(
	fc.constantFrom('/', '/404'),
	lang.map((lang) => `/${lang}`),
	story,
	below(fc.constant('explore')),
	below(id.map((id) => `quote-${id}`)),
	below(fc.tuple(id, fc.constantFrom('', '.2', '.13')).map(([id, n]) => `scene-${id}${n}`))
);
const embeds = below(fc.constant('embed'));
const lasting = id.map((id) => `/_app/immutable/chunks/${id}.js`);
const others = fc.oneof(
	fc.constantFrom('/service-worker.js', '/favicon.svg', '/schema/events.json', '/en/a/words.json'),
	below(id.map((id) => `tiles/${id}.bin`)),
	fc.tuple(story, id).map(([story, id]) => `/fonts${story}/${id}.woff2`)
);
const policyOf = (path: string) => headersOf(path)['Content-Security-Policy'];

describe('what a host sends', () => {
	it('lets nobody frame a page, and has its policy', () => {
		fc.assert(
			fc.property(pages, (path) => {
				expect(policyOf(path)).toMatch(/^default-src 'self'; .*; frame-ancestors 'none'$/);
				expect(headersOf(path)['Cache-Control']).toBe('no-cache');
			})
		);
	});

	it('lets anyone frame an embed, which has the same policy else', () => {
		fc.assert(
			fc.property(embeds, (path) => {
				expect(`${policyOf(path)}; frame-ancestors 'none'`).toBe(policyOf(path.replace(/embed$/, 'explore')));
			})
		);
	});

	it('is kept where the name changes with the content, and only there', () => {
		fc.assert(
			fc.property(lasting, (path) => {
				expect(headersOf(path)['Cache-Control']).toMatch(/max-age=31536000, immutable$/);
			})
		);
		fc.assert(
			fc.property(others, (path) => {
				expect(headersOf(path)['Cache-Control']).toBe('no-cache');
				expect(headersOf(path)['X-Content-Type-Options']).toBe('nosniff');
			})
		);
	});

	it.each(['', '/timelines', '/a/b'])(
		'is the same by _headers below "%s", where no path has a header twice',
		(base) => {
			fc.assert(
				fc.property(fc.oneof(pages, embeds, lasting, others), (path) => {
					const written = headersFor(hostFiles(base)._headers, base + path);
					for (const values of Object.values(written)) expect(values).toHaveLength(1);
					const one = Object.fromEntries(Object.entries(written).map(([name, [value]]) => [name, value]));
					// Hosts that read it have files asked for each time by themselves.
					expect({ 'Cache-Control': 'no-cache', ...one }).toEqual(headersOf(path));
				})
			);
		}
	);

	it('is the same by vercel.json, whose later values hold', () => {
		const { headers, cleanUrls } = JSON.parse(hostFiles('/timelines')['vercel.json']);
		expect(cleanUrls).toBe(true);
		fc.assert(
			fc.property(fc.oneof(pages, embeds, lasting, others), (path) => {
				const sent: Record<string, string> = {};
				for (const { source, headers: own } of headers) {
					const pattern = new RegExp(`^${source.replace(/:\w+/g, '[^/]+')}$`);
					if (pattern.test(`/timelines${path}`)) for (const { key, value } of own) sent[key] = value;
				}
				expect(sent).toEqual(headersOf(path));
			})
		);
	});

	it('stays within what Cloudflare Pages reads: 100 rules, lines of 2000 characters, one * a path', () => {
		const lines = hostFiles('/timelines')._headers.split('\n');
		const paths = lines.filter((line) => line.startsWith('/'));
		expect(paths.length).toBeLessThanOrEqual(100);
		for (const line of lines) expect(line.length).toBeLessThanOrEqual(2000);
		for (const path of paths) expect(path.split('*').length).toBeLessThanOrEqual(2);
	});
});
