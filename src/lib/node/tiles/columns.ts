/** Finds the columns of a table by their names. */
import { suggest } from '../../story/messages.ts';
import type { Story } from '../../story/model.ts';

/** Names as in the table. */
export interface Columns {
	date: string;
	actors: string;
	/** One column for all languages, or one for each in the order of the story’s languages. */
	titles: string[];
	/** Whether there are titles by language. */
	translated: boolean;
	/** The date’s wording for readers in each of the story’s languages, if there is such a column. */
	when: (string | undefined)[];
	importance?: string;
	url?: string;
	id?: string;
}

/** @returns the columns, or a sentence for each that is missing */
export function findColumns(header: readonly string[], story: Story): { columns: Columns } | { problems: string[] } {
	const renamed = (story.table?.columns ?? {}) as Record<string, string | undefined>;
	const problems: string[] = [];
	const find = (key: string): string | undefined => {
		const name = renamed[key] ?? key;
		const same = (other: string) => other.trim().toLowerCase() === name.toLowerCase();
		return header.find((other) => other === name) ?? header.find(same);
	};
	const missing = (key: string, or = '') => {
		const name = renamed[key] ?? key;
		const near = suggest(name, header);
		const meant = near.length ? `did you mean ${near.map((one) => `"${one}"`).join(' or ')}?` : '';
		const rename = `write it${or}, or its name in story.yaml: "columns: { ${key}: … }"`;
		problems.push(`the table has no column "${name}"; ${[meant, rename].filter(Boolean).join(' Or ')}`);
		return '';
	};
	const must = (key: string) => find(key) ?? missing(key);
	const may = (key: string) => find(key) ?? (renamed[key] === undefined ? undefined : missing(key));

	const byLanguage = story.languages.map((language) => `title_${language}`);
	const translated = renamed.title === undefined && byLanguage.some((key) => find(key) !== undefined);
	const titles = translated
		? byLanguage.map(must)
		: [find('title') ?? missing('title', `, or ${byLanguage.join(' and ')}`)];
	const columns: Columns = {
		date: must('date'),
		actors: must('actors'),
		titles,
		translated,
		when: story.languages.map((language) => may(`when_${language}`)),
		importance: may('importance'),
		url: may('url'),
		id: may('id')
	};
	return problems.length ? { problems } : { columns };
}
