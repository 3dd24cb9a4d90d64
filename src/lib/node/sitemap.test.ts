import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { useSite } from './site.ts';
import { robots, sitemapFiles, type SitemapPage } from './sitemap.ts';

afterEach(() => useSite({}));

const texts = (xml: string, name: string) =>
	[...new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName(name)].map(
		(one) => one.textContent!
	);
const pages = (count: number): SitemapPage[] =>
	Array.from({ length: count }, (_, n) => ({
		path: `/en/story-${n}`,
		alternates: [{ lang: 'en', path: `/en/story-${n}` }]
	}));
const addresses = (all: readonly SitemapPage[]) => all.map(({ path }) => `https://example.org${path}`);

describe('a sitemap', () => {
	it('is one file of up to 50,000 addresses, and above that an index of files', () => {
		useSite({ origin: 'https://example.org' });
		const most = pages(50_000);
		expect([...sitemapFiles(most).keys()]).toEqual(['/sitemap.xml']);
		const files = sitemapFiles([...most, { path: '/en/last', alternates: [], modified: '2026-11-24' }]);
		expect([...files.keys()]).toEqual(['/sitemap.xml', '/sitemap-1.xml', '/sitemap-2.xml']);
		expect(texts(files.get('/sitemap.xml')!, 'loc')).toEqual([
			'https://example.org/sitemap-1.xml',
			'https://example.org/sitemap-2.xml'
		]);
		expect(texts(files.get('/sitemap-2.xml')!, 'loc')).toEqual(['https://example.org/en/last']);
		expect(texts(files.get('/sitemap-2.xml')!, 'lastmod')).toEqual(['2026-11-24']);
		expect(files.get('/sitemap-1.xml')!.split('<url>').length - 1).toBe(50_000);
	});

	it('holds every page once, in files within their limits', () => {
		useSite({ origin: 'https://example.org' });
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 1, max: 20 }),
				fc.integer({ min: 1500, max: 4000 }),
				(count, most, bytes) => {
					const files = sitemapFiles(pages(count), { addresses: most, bytes });
					const parts = [...files].filter(([path]) => files.size === 1 || path !== '/sitemap.xml');
					const all = parts.map(([, xml]) => texts(xml, 'loc'));
					expect(all.flat()).toEqual(addresses(pages(count)));
					for (const [, xml] of parts) expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(bytes);
					expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(most);
					if (files.size > 1)
						expect(texts(files.get('/sitemap.xml')!, 'loc')).toEqual(
							parts.map(([path]) => `https://example.org${path}`)
						);
				}
			)
		);
	});

	it('encodes addresses', () => {
		useSite({ origin: 'https://example.org', base: '/t%20l' });
		const [xml] = sitemapFiles([{ path: '/zh-Hans/硅谷 & co', alternates: [] }]).values();
		expect(texts(xml, 'loc')).toEqual(['https://example.org/t%20l/zh-Hans/%E7%A1%85%E8%B0%B7%20&%20co']);
	});
});

describe('robots.txt', () => {
	const lines = () => robots().split('\n');

	it('names the sitemap where the address is known', () => {
		useSite({ origin: 'https://example.org' });
		expect(lines()).toEqual(['User-agent: *', 'Disallow:', '', 'Sitemap: https://example.org/sitemap.xml', '']);
		useSite({});
		expect(lines()).toEqual(['User-agent: *', 'Disallow:', '']);
	});

	it('below the root of a host says which file is read', () => {
		useSite({ origin: 'https://example.org', base: '/timelines' });
		expect(robots()).toMatch(/^# .*https:\/\/example\.org\/robots\.txt/m);
		expect(lines()).toContain('Sitemap: https://example.org/timelines/sitemap.xml');
	});
});
