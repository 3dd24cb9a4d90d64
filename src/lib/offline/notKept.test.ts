import { expect, it } from 'vitest';
import { languageFor, languagesIn, listPlace, offlinePath, withStories } from './notKept.ts';

it('speaks the language of the address, or else the browser’s', () => {
	const known = ['en', 'zh-Hans'];
	expect(languageFor('/zh-Hans/story', ['en'], known)).toBe('zh-Hans');
	expect(languageFor('/zh/story', ['en'], known)).toBe('zh-Hans');
	expect(languageFor('', ['fr', 'zh-CN', 'en'], known)).toBe('zh-Hans');
	expect(languageFor('/schema/story.json', ['en-GB'], known)).toBe('en');
	expect(languageFor('/fr/story', ['fr'], known)).toBe('en');
	expect(languageFor('/en/story', ['en'], [])).toBeUndefined();
});

it('knows in which languages the page is kept', () => {
	const files = ['/timelines/en/offline', `/timelines${offlinePath('zh-Hans')}`, '/timelines/en/a/offline.json'];
	expect(languagesIn(files)).toEqual(['zh-Hans']);
});

it('lists each story that is kept once, in its language', () => {
	const list = { version: '1', files: [], lang: 'en', title: 'R&D <b>"$&"' };
	const html = withStories(`<ul>${listPlace}</ul>`, [
		{ home: '/en/a', list },
		{ home: '/en/b', list: null },
		{ home: '/en/a', list: { ...list, version: '0' } },
		{ home: '/zh-Hans/a', list: { ...list, lang: 'zh-Hans', title: '甲' } }
	]);
	expect(html).toBe(
		'<ul><li><a href="/en/a" lang="en">R&#38;D &#60;b&#62;&#34;$&#38;&#34;</a></li>' +
			'<li><a href="/zh-Hans/a" lang="zh-Hans">甲</a></li></ul>'
	);
});
