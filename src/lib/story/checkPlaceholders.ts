/** Finds placeholders that an editor has not replaced, which readers would otherwise see. */
import type { Entries, Path, Report } from './entries.ts';
import * as say from './messages.ts';
import type { FileName } from './schema.ts';

/** Sentences that tell an editor what to write. */
const instructions = [
	/\bwrite here what\b/i,
	/请在此(?:写明|填写|输入)/,
	/\bnext, write a dek in story\.yaml\b/i,
	/接下来，请在story\.yaml中写导语/,
	/\blorem ipsum\b/i
];
/** Texts that consist only of a placeholder. */
const placeholder =
	/^\W*(?:to ?do|tbd|tba|fixme|xxx+|placeholder|insert (?:text|title|summary)(?: here)?|your text(?: here)?|(?:text|title|summary) goes here|待定|待补|待写|占位)\W*$/i;

/** Whether a text is only a placeholder for one not yet written. */
export const isPlaceholder = (text: string) =>
	placeholder.test(text.trim()) || instructions.some((pattern) => pattern.test(text));

/** Checks every text of the story, at any depth. */
export function checkPlaceholders(entries: Entries, report: Report): void {
	const walk = (file: FileName, value: unknown, path: Path) => {
		if (typeof value === 'string') {
			if (isPlaceholder(value)) report({ file, path }, say.placeholder(value));
		} else if (Array.isArray(value)) value.forEach((one, index) => walk(file, one, [...path, index]));
		else if (typeof value === 'object' && value !== null)
			for (const [key, one] of Object.entries(value)) walk(file, one, [...path, key]);
	};
	/** Texts that readers see; the words of a quotation are the source’s, and may be anything. */
	const texts = (file: FileName, value: Record<string, unknown>, path: Path, keys: readonly string[]) => {
		for (const key of keys) walk(file, value[key], [...path, key]);
	};
	if (entries.story) texts('story.yaml', entries.story, [], ['title', 'dek', 'about']);
	const lists = [
		['actors', ['role', 'note']],
		['events', ['title', 'summary', 'when', 'from']],
		['quotes', ['context', 'when', 'from']],
		['figures', ['title', 'summary', 'note', 'when', 'from']],
		['scenes', ['heading', 'prose', 'lead']],
		['sources', ['title', 'description', 'note']]
	] as const;
	for (const [list, keys] of lists)
		for (const { value, index } of entries[list]) texts(`${list}.yaml`, value, [index], keys);
}
