/** The whole of a story of which a page carries a part. */
import type { LocalDate, LocalStory } from './local.ts';

/** JSON has no infinity: an open end comes as null. */
function open<D extends Pick<LocalDate, 'min' | 'max'>>(date: D): D {
	return { ...date, min: date.min ?? -Infinity, max: date.max ?? Infinity };
}

/**
 * @param story what its page carries
 * @param home address of the story’s page
 * @throws Error where the rest does not come
 */
export async function wholeStory(story: LocalStory, home: string): Promise<LocalStory> {
	const response = await fetch(`${home}/story.json`);
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	const whole = (await response.json()) as LocalStory;
	return {
		...whole,
		ui: story.ui,
		published: open(whole.published),
		items: whole.items.map((item) => ({
			...item,
			date: open(item.date),
			...(item.kind === 'quote' && item.speaksOf && { speaksOf: open(item.speaksOf) }),
			...(item.kind === 'figure' && {
				rows: item.rows.map((row) => (row.date ? { ...row, date: open(row.date) } : row))
			})
		}))
	};
}
