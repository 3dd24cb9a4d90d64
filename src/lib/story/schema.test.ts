import { describe, expect, it } from 'vitest';
import { fileSchemas, jsonSchema, type FileName } from './schema.ts';

/** `npm run schema` writes the files that editors use for completion; this checks that they are up to date. */
describe('the JSON Schema of', () => {
	it.each(Object.keys(fileSchemas) as FileName[])('%s is what the schema says', async (file) => {
		const name = file.replace('.yaml', '.json');
		await expect(`${JSON.stringify(jsonSchema(file), null, '\t')}\n`).toMatchFileSnapshot(
			`../../../static/schema/${name}`
		);
	});

	it('events describes every field, and allows no other', () => {
		const { items } = jsonSchema('events.yaml') as { items: { properties: object; additionalProperties: boolean } };
		expect(Object.keys(items.properties)).toEqual(
			expect.arrayContaining(['id', 'date', 'when', 'basis', 'from', 'title', 'summary', 'actors', 'sources'])
		);
		expect(items.additionalProperties).toBe(false);
	});
});
