/** Checks what story.yaml says of the whole story: its languages, the lanes of its sides, the columns of its table. */
import type { Entries, Report } from './entries.ts';
import { isLanguage } from './languageTag.ts';
import * as say from './messages.ts';
import { parseProse } from './prose.ts';
import { tableColumns } from './schema/story.ts';

const file = 'story.yaml';
type Head = NonNullable<Entries['story']>;

export function checkHead({ story, languages }: Entries, report: Report): void {
	if (!story) {
		return;
	}
	for (const [language, text] of Object.entries(story.about)) {
		if (parseProse(text).blocks.some(({ type }) => type === 'item')) {
			report({ file, path: ['about', language] }, say.itemInAbout());
		}
	}
	story.languages.forEach((tag, i) => {
		const same = (other: string) => other.toLowerCase() === tag.toLowerCase();
		if (!isLanguage(tag)) {
			report({ file, path: ['languages', i] }, say.noLanguage(tag));
		} else if (story.languages.findIndex(same) < i) {
			report({ file, path: ['languages', i] }, say.duplicateLanguage(tag));
		}
	});
	checkLanes(story, report);
	checkTable(story.table, languages, report);
}

function checkLanes({ sides }: Head, report: Report): void {
	const lanes = new Map<string, string>();
	sides.forEach(({ id, lane }, i) => {
		const other = lane && lane !== 'middle' ? lanes.get(lane) : undefined;
		if (lane && other !== undefined) {
			report({ file, path: ['sides', i, 'lane'] }, say.sameLane(lane, other));
		} else if (lane) {
			lanes.set(lane, id);
		}
	});
}

function checkTable(table: Head['table'], languages: Entries['languages'], report: Report): void {
	if (!table) {
		return;
	}
	const { language, columns = {} } = table;
	if (language !== undefined && !isLanguage(language)) {
		report({ file, path: ['table', 'language'] }, say.noLanguage(language));
	}
	const own = (languages ?? []).flatMap((tag) => [`title_${tag}`, `when_${tag}`]);
	const allowed: string[] = [...tableColumns, ...own];
	for (const key of languages ? Object.keys(columns) : []) {
		const place = { file, path: ['table', 'columns', key], at: 'key' } as const;
		if (!allowed.includes(key)) {
			report(place, say.unknownColumn(key, say.suggest(key, allowed), allowed));
		} else if (key.startsWith('title_') && columns.title) {
			report(place, say.bothTitles());
		}
	}
}
