/** Runs the front page’s script as a browser would, with stubs for the browser’s interfaces. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const script = readFileSync(new URL('./home.js', import.meta.url), 'utf8');

interface Visit {
	/** Language of the address, BCP 47; '' without one. */
	at?: string;
	/** Language of the document. */
	lang?: string;
	wanted?: readonly string[];
	offered?: readonly string[];
	/** The stored choice; null where there is no storage. */
	stored?: string | null;
	search?: string;
}

/** @returns where the reader is redirected, and what a click on a language stores */
function visit({ at = '', lang = 'en', wanted = [], offered = ['en', 'zh-Hans'], stored = '', search = '' }: Visit) {
	// Not the host that serves the page, and that it stays on.
	const home = 'https://example.org/base/';
	const links = [...offered, 'x-default'].map((tag) => ({
		hreflang: tag,
		href: tag === 'x-default' ? home : home + tag
	}));
	const kept = new Map(stored ? [['throughline-language', stored]] : []);
	let sentTo: string | null = null;
	let click: (event: { target: unknown }) => void = () => {};
	class Element {
		search = '';
		constructor(readonly hreflang = '') {}
		closest = () => (this.hreflang ? this : null);
	}
	new Function('document', 'navigator', 'localStorage', 'location', 'Element', script)(
		{
			documentElement: { lang },
			querySelectorAll: () => links,
			addEventListener: (_: string, listener: typeof click) => (click = listener)
		},
		{ languages: wanted },
		stored === null
			? undefined
			: {
					getItem: (key: string) => kept.get(key) ?? null,
					setItem: (key: string, value: string) => kept.set(key, value)
				},
		{
			pathname: `/base/${at}`,
			search,
			hash: '',
			replace: (url: string) => (sentTo = new URL(url, 'https://host').href)
		},
		Element
	);
	return {
		sentTo: sentTo as string | null,
		choose: (tag: string) => {
			const link = new Element(tag);
			click({ target: link });
			return { kept: kept.get('throughline-language'), search: link.search };
		}
	};
}

describe('the page without a language goes on in the reader’s', () => {
	for (const tag of ['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-SG', 'zh-SG'])
		test(`${tag} is zh-Hans`, () => expect(visit({ wanted: [tag] }).sentTo).toBe('https://host/base/zh-Hans'));

	test('the one that is there stays', () => {
		expect(visit({ wanted: ['en-GB', 'zh-CN'] }).sentTo).toBeNull();
		expect(visit({ wanted: [] }).sentTo).toBeNull();
		expect(visit({ wanted: ['fr', 'x-y-z', '', '*'] }).sentTo).toBeNull();
	});

	test('the first that is offered is taken, of one language its script first', () => {
		expect(visit({ wanted: ['fr', 'zh-CN', 'en'] }).sentTo).toBe('https://host/base/zh-Hans');
		const offered = ['en', 'zh-Hans', 'zh-Hant'];
		expect(visit({ wanted: ['zh-TW'], offered }).sentTo).toBe('https://host/base/zh-Hant');
		expect(visit({ wanted: ['zh-TW'] }).sentTo).toBe('https://host/base/zh-Hans');
	});

	test('what was chosen by hand wins; where it is not offered, the browser’s', () => {
		expect(visit({ wanted: ['en'], stored: 'zh-Hans' }).sentTo).toBe('https://host/base/zh-Hans');
		expect(visit({ wanted: ['zh-CN'], stored: 'en' }).sentTo).toBeNull();
		expect(visit({ wanted: ['zh-CN'], stored: 'it' }).sentTo).toBe('https://host/base/zh-Hans');
	});

	test('the theme of the link holds', () => {
		expect(visit({ wanted: ['zh'], search: '?theme=dark' }).sentTo).toBe('https://host/base/zh-Hans?theme=dark');
		expect(visit({ at: 'en', search: '?theme=dark' }).choose('zh-Hans').search).toBe('?theme=dark');
	});
});

test('a page with a language stays, whatever the browser asks for', () => {
	expect(visit({ at: 'en', wanted: ['zh-CN'], stored: 'zh-Hans' }).sentTo).toBeNull();
});

test('a choice is kept, and without storage nothing fails', () => {
	expect(visit({ at: 'en' }).choose('zh-Hans').kept).toBe('zh-Hans');
	expect(visit({ wanted: ['zh-CN'], stored: null }).sentTo).toBe('https://host/base/zh-Hans');
	expect(visit({ at: 'en', stored: null }).choose('zh-Hans').kept).toBeUndefined();
});
