import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from './plain.ts';

const plain = (text: string) => toPlain(text, true).text;

describe('HTML as plain text', () => {
	it.each([
		['before <script>alert(1)</script> after', 'before after'],
		['before <img src=x onerror=alert(1)> after', 'before after'],
		['before <img src=x onerror=alert(1)', 'before'],
		['<p>one</p><p>two</p>three<br>four', 'one\n\ntwo\n\nthree\nfour'],
		['<b>bold</b>ly <a href="https://example.org">told</a>', 'boldly told'],
		['<table><tr><td>1</td><td>2</td></tr></table>', '1\n2'],
		['<h2>Head</h2>text', 'Head\n\ntext'],
		['<scr<script>ipt>alert(1)</script>x', '<scrx'],
		['<<b>b>x</b>', 'x'],
		['<scr ipt<b></b>>x', 'x'],
		['R&amp;D &eacute;t&#233; &#x4e2d;', 'R&D été 中'],
		['&lt;b&gt; is a tag, &amp;lt; is its first sign', '<b> is a tag, &lt; is its first sign'],
		['x <y and then <b>z</b>', 'x <y and then z']
	])('%s', (html, text) => expect(plain(html)).toBe(text));

	it('leaves alone what is no HTML', () => {
		for (const text of ['AT&T', 'a < b > c', '3 <4 & 5>2', 'x; y & z', '“<”'])
			expect(toPlain(text, true)).toEqual({ text, changes: [] });
		expect(toPlain('<b>x</b> &amp;', false)).toEqual({ text: '<b>x</b> &amp;', changes: [] });
	});

	it('says what it did', () => {
		expect(toPlain('a\u0000<b>c</b>', true).changes).toEqual([
			expect.stringContaining('cannot be shown'),
			expect.stringContaining('HTML')
		]);
	});

	const open = fc.constantFrom(
		'<b>',
		'<i class="x">',
		'<img src=x onerror=alert(1)>',
		'<p>',
		'<div\nid=1>',
		'<br/>',
		'<svg/onload=x>'
	);
	const odd = fc.constantFrom(
		'</b>',
		'</p',
		'<',
		'<<',
		'<!--',
		'-->',
		'<scr',
		'ipt>',
		'<![CDATA[',
		']]>',
		'<?php',
		'?>',
		'>',
		'"',
		"'",
		'='
	);
	const tag = /<(?:\/?[a-z][^<>]*>|!--|![a-z])/i;

	it('never leaves a tag, however it is pieced together', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(open, odd, fc.lorem({ maxCount: 1 }))), (parts) => {
				expect(plain(parts.join(''))).not.toMatch(tag);
			}),
			{ numRuns: 3000 }
		);
	});

	it('keeps every word between tags', () => {
		const word = fc.lorem({ maxCount: 3 }).map((words) => words.replace(/[.,]/g, ''));
		const script = fc.constantFrom(
			'<script>evil()</script>',
			'<style>evil{}</style>',
			'<!-- evil -->',
			'<img alt="evil">'
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.oneof(open, script, fc.constant('</p>')), word), { minLength: 1 }), (pieces) => {
				const text = plain(pieces.map(([markup, words]) => `${markup} ${words} `).join(''));
				expect(text.split(/\s+/)).toEqual(pieces.flatMap(([, words]) => words.split(' ')));
			}),
			{ numRuns: 1000 }
		);
	});

	it('refuses markup nested thousands deep, and reads what is merely long', () => {
		expect(() => plain('<b>'.repeat(100_000))).toThrow(RangeError);
		for (const text of [
			'<'.repeat(50_000),
			'<a '.repeat(20_000),
			'&'.repeat(50_000),
			`<a ${'x '.repeat(50_000)}`,
			'<td colspan=99999999>x'
		])
			expect(plain(text)).not.toMatch(tag);
	});
});
