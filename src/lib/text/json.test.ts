import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataElement, linkedDataElement, toJson } from './json.ts';

const number = fc.oneof(fc.constantFrom(Infinity, -Infinity), fc.integer());
const text = fc.oneof(fc.string(), fc.constantFrom('{"":1}', '{"":-1}', '\\{"":1}', '1e999', '</script><!--'));
const data = fc.letrec((tie) => ({
	any: fc.oneof(
		{ maxDepth: 4 },
		number,
		text,
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('any')),
		// JavaScript treats the name `__proto__` specially, so it is left out.
		fc.dictionary(
			text.filter((name) => name !== '' && name !== '__proto__'),
			tie('any')
		)
	)
})).any;

test('any JSON reader reads the same data, infinite numbers too', () => {
	fc.assert(
		fc.property(data, (value) => {
			expect(JSON.parse(toJson(value))).toEqual(value);
			for (const element of [dataElement('data', value), linkedDataElement(value)]) {
				const [, inside] = /^<script type="application\/(?:json" id="data|ld\+json)">(.*)<\/script>$/s.exec(element)!;
				expect(inside).not.toContain('<');
				expect(JSON.parse(inside)).toEqual(value);
			}
		})
	);
});
