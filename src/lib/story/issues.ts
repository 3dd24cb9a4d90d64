/** Turns a schema’s issue into a message for an editor, with what to write instead. */
import type { z } from 'zod';
import * as say from './messages.ts';

/** What the file contains at the place of an issue. */
export interface Seen {
	file: string;
	key: string;
	value: unknown;
	/** The scalar as the editor wrote it. */
	source: string | undefined;
	schema: SchemaInfo;
}

export function issueMessage(issue: z.core.$ZodIssue, { file, key, value, source, schema }: Seen): string {
	const kind = file.slice(0, -'s.yaml'.length);
	if (key === 'sources' && (value === undefined || (Array.isArray(value) && value.length === 0))) {
		return say.withoutSource(kind);
	}
	if (value === undefined) {
		return say.missingKey(key, schema.description);
	}
	switch (issue.code) {
		case 'invalid_type':
			return value === null && issue.expected === 'object'
				? say.missingEntry()
				: say.wrongType(issue.expected, value, source);
		case 'invalid_value':
			return say.notAllowed(value, source, issue.values.map(String));
		case 'invalid_union':
			return say.noneOf(issue.errors.flat().map(expected), value, source);
		case 'invalid_key':
			return say.noLanguage(key);
		case 'invalid_format': {
			const slug = slugOf(String(value));
			const better = schema.accepts(slug) ? slug : undefined;
			return issue.format === 'url'
				? say.noAddress(String(value))
				: say.wrongForm(String(value), better, schema.description);
		}
		case 'custom':
			return typeof value === 'number' ? say.numberTooSmall(value, '1e-12, or write 0,', true) : say.emptyText();
		case 'too_small':
			return issue.origin === 'string'
				? say.emptyText()
				: issue.origin === 'array'
					? say.emptyList(key || file)
					: say.numberTooSmall(value, String(issue.minimum), issue.inclusive !== false);
		case 'too_big':
			return say.numberTooLarge(value, String(issue.maximum));
		default:
			return issue.message;
	}
}

function expected(issue: z.core.$ZodIssue): string {
	return issue.code === 'invalid_value' ? issue.values.join(' or ') : 'expected' in issue ? issue.expected : 'string';
}

export interface SchemaInfo {
	description: string | undefined;
	keys: Record<string, z.ZodType>;
	accepts(value: unknown): boolean;
}

interface Definition {
	innerType?: z.ZodType;
	element?: z.ZodType;
	valueType?: z.ZodType;
	shape?: Record<string, z.ZodType>;
	options?: z.ZodType[];
}

const parts = new Set(['shape', 'element', 'valueType']);

const definition = (schema: z.ZodType | undefined): Definition => (schema ? (schema.def as Definition) : {});

/** What the schema says about the value at a path. */
export function schemaAt(root: z.ZodType, path: readonly PropertyKey[]): SchemaInfo {
	let schema: z.ZodType | undefined = root;
	let description: string | undefined;
	const unwrap = () => {
		description = schema?.description;
		for (let inner = schema; inner; inner = definition(inner).innerType) {
			description ??= inner.description;
			schema = inner;
		}
		// Of alternatives, only one has parts.
		const { options } = definition(schema);
		schema = options?.find((one) => Object.keys(definition(one)).some((part) => parts.has(part))) ?? schema;
	};
	unwrap();
	for (const part of path) {
		const { shape, element, valueType } = definition(schema);
		schema = shape?.[part as string] ?? element ?? valueType;
		unwrap();
	}
	return {
		description,
		keys: definition(schema).shape ?? {},
		accepts: (value) => schema?.safeParse(value).success ?? false
	};
}

const slugOf = (text: string) =>
	text
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
