/** Validates a value of a YAML file against its schema, and reports what is wrong where it is. */
import type { z } from 'zod';
import type { Path, Report } from './entries.ts';
import { issueMessage, schemaAt } from './issues.ts';
import * as say from './messages.ts';
import { dig, type YamlFile } from './yamlFile.ts';

/** @returns the value at a path if its schema accepts it; otherwise null, with every reason reported */
export function validated<T, F extends string>(
	yaml: YamlFile,
	file: F,
	schema: z.ZodType<T>,
	path: Path,
	report: Report<F>
): T | null {
	if (!yaml.readable) return null;
	const value = dig(yaml.value, path);
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const meant = new Set<string>();
	const issues = result.error.issues.flatMap((issue) => ofAlternative(issue, dig(value, issue.path as Path)));
	// Unknown keys first, since a key that one of them was meant to be is not reported as missing.
	for (const issue of issues) {
		if (issue.code !== 'unrecognized_keys') continue;
		const allowed = Object.keys(schemaAt(schema, issue.path).keys);
		const present = Object.keys(dig(value, issue.path as Path) as object);
		for (const key of issue.keys) {
			const free = allowed.filter((one) => !present.includes(one));
			const suggestions = say.suggest(key, free);
			suggestions.forEach((one) => meant.add([...issue.path, one].join('\n')));
			const message = say.unknownKey(key, suggestions, allowed);
			report({ file, path: [...path, ...(issue.path as Path), key], at: 'key' }, message);
		}
	}
	for (const issue of issues)
		if (issue.code !== 'unrecognized_keys' && !meant.has(issue.path.join('\n')))
			reportIssue(yaml, file, schema, path, issue, report);
	return null;
}

/** Of alternatives the issues of the only one that takes such a value at all: a word, a list, or entries with keys. */
function ofAlternative(issue: z.core.$ZodIssue, value: unknown): z.core.$ZodIssue[] {
	if (issue.code !== 'invalid_union' || value === null) return [issue];
	const isOther = ({ code, path }: z.core.$ZodIssue) => code === 'invalid_type' && path.length === 0;
	const meant = issue.errors.filter((issues) => !issues.some(isOther));
	if (meant.length !== 1) return [issue];
	return meant[0].map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function reportIssue<F extends string>(
	yaml: YamlFile,
	file: F,
	schema: z.ZodType,
	base: Path,
	issue: z.core.$ZodIssue,
	report: Report<F>
): void {
	// The issue of the alternative that got further says more.
	const deeper = issue.code === 'invalid_union' && issue.errors.flat().filter(({ path }) => path.length > 0);
	if (deeper && deeper.length > 0) {
		for (const inner of deeper)
			reportIssue(yaml, file, schema, base, { ...inner, path: [...issue.path, ...inner.path] }, report);
		return;
	}
	const path = [...base, ...issue.path] as Path;
	const value = dig(yaml.value, path);
	const message = issueMessage(issue, {
		file,
		key: String(path.at(-1) ?? ''),
		value,
		source: yaml.source(path),
		schema: schemaAt(schema, issue.path)
	});
	const isEmpty = value === undefined || value === null || issue.code === 'invalid_key';
	report({ file, path, at: isEmpty ? 'key' : 'value' }, message);
}
