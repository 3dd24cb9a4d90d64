import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { element, xmlFile, xmlText } from './xml.ts';

const barbs = fc.constantFrom(']]>', '</title>', '<!--', '&amp;', '"', '\u0000', '\u0085', '\ud800', '\ufffe', '🛰');
const anyText = fc.array(fc.oneof(fc.string({ unit: 'binary' }), barbs)).map((parts) => parts.join(''));

it('holds any text, less the characters that XML does not allow', () => {
	const failing = { onError: (level: string, message: string) => expect.fail(`${level}: ${message}`) };
	fc.assert(
		fc.property(anyText, (text) => {
			const file = xmlFile(
				element('feed', { title: text, empty: '' }, element('title', {}, xmlText(text)), element('end', {}))
			);
			const root = new DOMParser(failing).parseFromString(file, 'application/xml').documentElement!;
			// What a parser makes of ends of lines, and of spaces in attributes (XML 1.1, 2.11 and 3.3.3).
			const lines = (one: string) => one.replace(/\r[\n\x85]|[\r\x85\u2028]/g, '\n');
			const allowed = [...text]
				.filter((sign) => /^[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\uffff\u{10000}-\u{10ffff}]$/u.test(sign))
				.filter((sign) => !/\p{Noncharacter_Code_Point}|\ufffd/u.test(sign))
				.join('');
			expect(lines(root.firstChild!.textContent!)).toBe(lines(allowed));
			expect(root.getAttribute('title')!.replace(/\s/g, ' ')).toBe(lines(allowed).replace(/\s/g, ' '));
			expect(root.childNodes.length).toBe(2);
		}),
		{ numRuns: 500 }
	);
});
